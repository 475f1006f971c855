/** A sheet of numbers as it is read through: its groups of fields, and every measure with its formula. */
import { FIELDS } from '../nouns';
import type { ReviewGap, ReviewMeasure, ReviewNode, ReviewQuestion, SheetReview } from '../review';
import type { Figures } from '../topicKind';
import { askedFieldsOf } from './fields';
import { formulaText, measuresOf } from './measure';
import type { MetricField, Metrics } from './schema';

export function metricsReview(metrics: Metrics, figures: Figures): SheetReview {
  const gapOf = gapsIn(metrics, figures);
  const asked = new Set(askedFieldsOf(metrics).map(({ code }) => code));
  return {
    rows: FIELDS,
    measures: measuresIn(metrics, figures),
    nodes: metrics.groups.map(({ name, fields }, at): ReviewNode => {
      const questions = fields.map((field) => questionOf(field, figures, gapOf(field.code)));
      const total = fields.filter(({ code }) => asked.has(code)).length;
      return {
        code: `k${at + 1}`,
        name,
        part: null,
        quantity: null,
        filled: total - questions.filter(({ gap }) => gap !== null).length,
        total,
        remarks: [],
        questions,
        nodes: [],
      };
    }),
  };
}

/** What a register counts is there once none of its rows lacks anything. */
function gapsIn(metrics: Metrics, figures: Figures): (code: string) => ReviewGap | null {
  const asked = new Map(askedFieldsOf(metrics).map((field) => [field.code, field]));
  return (code) => {
    const field = asked.get(code);
    if (!field) return null;
    if ((figures[code] ?? null) === null) return 'unanswered';
    const { lacking } = field;
    return lacking === undefined || (lacking !== null && figures[lacking] === 0) ? null : 'incomplete';
  };
}

function questionOf(field: MetricField, figures: Figures, gap: ReviewGap | null): ReviewQuestion {
  const { code, name, unit, optional, counted, source } = field;
  return {
    code,
    name,
    unit,
    value: figures[code] ?? null,
    gap,
    note: null,
    isOptional: optional,
    register: counted?.register ?? null,
    confidence: source.confidence,
  };
}

function measuresIn(metrics: Metrics, figures: Figures): readonly ReviewMeasure[] {
  const all = measuresOf(metrics, figures).map(({ measure, quantity, because }): ReviewMeasure => {
    const id = formulaText(metrics, measure, figures, 'id');
    const en = formulaText(metrics, measure, figures, 'en');
    return {
      measure,
      isHeadline: measure.code === metrics.headline,
      quantity,
      because,
      formula: { id: id.words, en: en.words },
      // With gaps in it a reckoning says less than the fields that are empty.
      numbers: quantity ? { id: id.numbers, en: en.numbers } : null,
    };
  });
  return [...all.filter(({ isHeadline }) => isHeadline), ...all.filter(({ isHeadline }) => !isHeadline)];
}
