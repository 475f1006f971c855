/** A sheet that is read through, in words of one language: what its page and its paper draw, whatever kind of topic it is. */
import { formatQuantity } from '~/i18n';
import {
  type Locale,
  localize,
  localizeCounted,
  type Noun,
  nounIn,
  type Quantity,
  writeNumber,
} from '~/instrument';
import {
  questionsUnder,
  type ReviewGap,
  type ReviewMeasure,
  type ReviewNode,
  reviewOf,
  type ReviewQuestion,
} from '~/instrument/reviews';
import { type Confidence, type Figures, kindOf, type Topic, type TopicColumn } from '~/instrument/topic';
import { figureText } from '~/rakerda/topicTargetText';
import { topicTargetWords } from '~/rakerda/topicTargetWords';
import { countFilters, type QuestionCount, type SheetFilter, showsQuestion } from './sheetReviewForm';
import { topicWords } from '../topicWords';

/** What a field held when the head returned the sheet. */
export interface ChangedFigure {
  /** Null where it was empty. */
  readonly before: number | null;
  readonly at: string;
  /** Null for demo data. */
  readonly by: string | null;
}

export interface ReviewedQuestion {
  readonly code: string;
  readonly name: string;
  /** With what it counts; empty where nothing is filled in. */
  readonly value: string;
  readonly gap: ReviewGap | null;
  readonly note: string;
  readonly isOptional: boolean;
  /** Not typed: counted out of a register. */
  readonly isCounted: boolean;
  readonly confidence: Confidence;
  /** In the Rakerda before; empty where nothing was approved there, or nothing else. */
  readonly earlier: string;
  /** Since the head returned it. */
  readonly changed: { readonly before: string; readonly at: string; readonly by: string | null } | null;
}

export interface ReviewedSection {
  readonly code: string;
  /** What it is a part of; empty where it is the part itself. */
  readonly above: string;
  readonly name: string;
  readonly part: string | null;
  /** Empty where it has none of its own. */
  readonly figure: string;
  /** Of all its questions, whatever the filter shows: how many have each gap, and how many have changed. */
  readonly gaps: Readonly<Record<ReviewGap, number>>;
  readonly changed: number;
  readonly registers: readonly { readonly code: string; readonly name: string }[];
  readonly questions: readonly ReviewedQuestion[];
}

export interface ReviewedNode {
  readonly code: string;
  readonly name: string;
  readonly part: string | null;
  /** Empty where there is none. */
  readonly figure: string;
  readonly filled: number;
  readonly total: number;
  readonly remarks: readonly string[];
  readonly nodes: readonly ReviewedNode[];
}

export interface ReviewedMeasure {
  readonly code: string;
  readonly name: string;
  readonly isHeadline: boolean;
  readonly confidence: Confidence;
  /** Empty where it cannot be said, and `why` says why. */
  readonly figure: string;
  readonly why: string;
  readonly formula: string;
  readonly numbers: string;
}

export interface WordedReview {
  readonly headline: { readonly name: string; readonly figure: string; readonly band: string };
  /** What is still open to an unfinished sheet; empty where it is complete or not known. */
  readonly ceiling: string;
  readonly filled: number;
  readonly total: number;
  /** What these count. */
  readonly counted: Noun;
  /** What the questions are called. */
  readonly rows: Noun;
  readonly remarks: readonly string[];
  readonly measures: readonly ReviewedMeasure[];
  /** What does not add up: null while a figure is missing. */
  readonly differences: readonly {
    readonly code: string;
    readonly name: string;
    readonly difference: number | null;
    readonly said: string;
  }[];
  readonly nodes: readonly ReviewedNode[];
  /** How many questions each filter shows. */
  readonly counts: readonly (QuestionCount & { readonly filter: SheetFilter })[];
  /** How many have each gap. */
  readonly gaps: Readonly<Record<ReviewGap, number>>;
  /** With the questions that the filter shows; those without any are left out. */
  readonly sections: readonly ReviewedSection[];
}

interface Asked {
  readonly topic: Topic;
  readonly figures: Figures;
  /** By code. */
  readonly changes: ReadonlyMap<string, ChangedFigure>;
  /** Null where there is no Rakerda before with approved figures. */
  readonly earlier: Figures | null;
  readonly filter: SheetFilter;
  readonly locale: Locale;
}

export function wordReview(asked: Asked): WordedReview {
  const { topic, figures, filter, locale } = asked;
  const kind = kindOf(topic);
  const { headline, band, ceiling, filled, total, remarks } = kind.outcome(figures);
  const { rows, measures, nodes } = reviewOf(topic, figures);
  const all = questionsUnder(nodes).map((question) => wordQuestion(question, asked));
  const byCode = new Map(all.map((question) => [question.code, question]));
  const said = (quantity: Quantity | null) => (quantity ? withUnit(kind.headline, quantity, locale) : '');
  return {
    headline: {
      name: localize(kind.headline.name, locale),
      figure: said(headline),
      band: band ? localize(band.name, locale) : '',
    },
    ceiling: said(ceiling),
    filled,
    total,
    counted: nounIn(kind.counted, locale),
    rows: nounIn(rows, locale),
    remarks: remarks.map((remark) => localize(remark, locale)),
    measures: measures.map((measure) => wordMeasure(measure, locale)),
    differences: kind.differencesIn(figures).flatMap((difference, at) => {
      const check = kind.differences[at];
      return check
        ? [
            {
              code: check.code,
              name: localize(check.name, locale),
              difference,
              said: differenceText(difference, locale),
            },
          ]
        : [];
    }),
    nodes: nodes.map((node) => wordNode(node, locale)),
    counts: countFilters(all, filter),
    gaps: countGaps(all),
    sections: sectionsOf(nodes, '', { asked, byCode }).filter(({ questions }) => questions.length > 0),
  };
}

function withUnit({ unit, unitName }: TopicColumn, quantity: Quantity, locale: Locale): string {
  return figureText({ unit, unitName: unitName ?? null }, quantity, {
    words: topicTargetWords[locale],
    locale,
  });
}

function wordMeasure(one: ReviewMeasure, locale: Locale): ReviewedMeasure {
  const { measure, isHeadline, quantity, because, formula, numbers } = one;
  return {
    code: measure.code,
    name: localize(measure.name, locale),
    isHeadline,
    confidence: measure.source.confidence,
    figure: quantity ? withUnit(measure, quantity, locale) : '',
    why: because ? topicWords[locale].sheet[because] : '',
    formula: localize(formula, locale),
    numbers: numbers ? localize(numbers, locale) : '',
  };
}

function wordNode(node: ReviewNode, locale: Locale): ReviewedNode {
  const { quantity, remarks, name, nodes, code, part, filled, total } = node;
  return {
    ...{ code, part, filled, total },
    name: localize(name, locale),
    figure: quantity ? formatQuantity(quantity, locale) : '',
    remarks: remarks.map((remark) => localize(remark, locale)),
    // What has no figure of its own is only where questions stand.
    nodes: nodes.filter((one) => one.quantity !== null).map((one) => wordNode(one, locale)),
  };
}

function wordQuestion(
  question: ReviewQuestion,
  { topic, changes, earlier, locale }: Asked,
): ReviewedQuestion {
  const { code, name, unit, value, gap, note, isOptional, register, confidence } = question;
  const { say } = kindOf(topic);
  const told = (stored: number | null | undefined) => {
    if (stored === null || stored === undefined) return '';
    const figure = say(code, stored, locale);
    return unit ? `${figure} ${localizeCounted(unit, figure, locale)}` : figure;
  };
  const changed = changes.get(code);
  return {
    ...{ code, gap, isOptional, confidence },
    name: localize(name, locale),
    value: told(value),
    note: note ? localize(note, locale) : '',
    isCounted: register !== null,
    earlier: earlier?.[code] === value ? '' : told(earlier?.[code]),
    changed: changed ? { before: told(changed.before), at: changed.at, by: changed.by } : null,
  };
}

function sectionsOf(
  nodes: readonly ReviewNode[],
  above: string,
  of: { readonly asked: Asked; readonly byCode: ReadonlyMap<string, ReviewedQuestion> },
): readonly ReviewedSection[] {
  const { topic, filter, locale } = of.asked;
  const registers = kindOf(topic).registers?.all ?? [];
  return nodes.flatMap((node) => {
    const name = localize(node.name, locale);
    const behind = new Set(node.questions.map(({ register }) => register));
    const own = node.questions.flatMap(({ code }) => of.byCode.get(code) ?? []);
    return [
      {
        code: node.code,
        above: above === name ? '' : above,
        name,
        part: node.part,
        figure: node.quantity ? formatQuantity(node.quantity, locale) : '',
        gaps: countGaps(own),
        changed: own.filter(({ changed }) => changed !== null).length,
        registers: registers
          .filter(({ code }) => behind.has(code))
          .map((register) => ({ code: register.code, name: localize(register.name, locale) })),
        questions: own.filter((question) => showsQuestion(filter, question)),
      },
      ...sectionsOf(node.nodes, name, of),
    ];
  });
}

function countGaps(questions: readonly ReviewedQuestion[]): Readonly<Record<ReviewGap, number>> {
  const count = (gap: ReviewGap) => questions.filter((one) => one.gap === gap).length;
  return { unanswered: count('unanswered'), incomplete: count('incomplete'), held: count('held') };
}

/** `21`, or that nothing is missing. */
function differenceText(difference: number | null, locale: Locale): string {
  if (difference === null) return '…';
  return difference === 0 ? topicWords[locale].sheet.allCounted : writeNumber(difference, 0, locale);
}
