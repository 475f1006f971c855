/** One agency's sheet of a topic: judged as it was typed, checked against itself, and what it comes to. */
import type { Outcome } from '../outcome';
import { writeNumber } from '../number';
import { type CountedText, LOCALES, type Locale, localizeCounted, type LocalizedText } from '../text';
import type { FigureProblem, FigureProblems, Figures, JudgedSheet } from '../topicKind';
import { askedFieldsOf, fieldsByCode, figureIn, lackingFieldsOf, typedFieldsOf } from './fields';
import { measureOf } from './measure';
import { readNumber } from '../readNumber';
import type { MetricCheck, Metrics } from './schema';

/**
 * Judges a whole sheet.
 * @param typed code of the field → text; a field that is left out is empty
 */
export function judgeSheet(
  metrics: Metrics,
  typed: Readonly<Record<string, string | undefined>>,
  locale: Locale,
): JudgedSheet {
  const { figures, problems } = readSheet(metrics, typed, locale);
  const all = { ...contradictions(metrics, figures), ...problems };
  return Object.keys(all).length === 0 ? { ok: true, figures } : { ok: false, problems: all };
}

/**
 * Reads what can be read, so that measures move while somebody still types. What a register counts is not among it:
 * nobody types it.
 */
export function readSheet(
  metrics: Metrics,
  typed: Readonly<Record<string, string | undefined>>,
  locale: Locale,
): { readonly figures: Figures; readonly problems: FigureProblems } {
  const figures: Record<string, number | null> = {};
  const problems: Record<string, FigureProblem> = {};
  for (const field of typedFieldsOf(metrics)) {
    figures[field.code] = null;
    const read = readNumber(typed[field.code] ?? '', field, locale);
    if (read.ok) figures[field.code] = read.stored;
    else problems[field.code] = { kind: read.problem };
  }
  return { figures, problems };
}

/** Figures that cannot both be true, each said where it can be mended. */
export function contradictions(metrics: Metrics, figures: Figures): FigureProblems {
  const problems: Record<string, FigureProblem> = {};
  for (const check of metrics.checks) {
    const whole = figures[check.whole] ?? null;
    if (whole === null) continue;
    const parts = check.kind === 'parts' ? check.parts : [check.part];
    const above = parts.filter((part) => (figures[part] ?? 0) > whole);
    for (const part of above) problems[part] ??= { kind: 'aboveWhole', whole: check.whole };
    if (check.kind !== 'parts' || above.length > 0) continue;
    const by = parts.reduce((sum, part) => sum + (figures[part] ?? 0), 0) - whole;
    if (by > 0) problems[check.whole] ??= { kind: 'partsAbove', check: check.code, by };
  }
  return problems;
}

/** What the parts of a whole do not reach. */
export interface Unaccounted {
  readonly check: Extract<MetricCheck, { kind: 'parts' }>;
  /** A stored number; null while a figure is missing. */
  readonly difference: number | null;
}

export function unaccountedOf(metrics: Metrics, figures: Figures): readonly Unaccounted[] {
  return metrics.checks.flatMap((check): Unaccounted[] => {
    if (check.kind !== 'parts') return [];
    let difference = figureIn(metrics, figures, check.whole);
    for (const part of check.parts) {
      const figure = figureIn(metrics, figures, part);
      difference = difference === null || figure === null ? null : difference - figure;
    }
    return [{ check, difference }];
  });
}

export interface Completeness {
  readonly filled: number;
  readonly total: number;
}

/** How many of the fields that must be filled are; what a register counts is, once none of its rows lacks anything. */
export function completenessOf(metrics: Metrics, figures: Figures): Completeness {
  const asked = askedFieldsOf(metrics);
  let filled = 0;
  for (const { code, lacking } of asked) {
    const isWhole = lacking === undefined || (lacking !== null && figures[lacking] === 0);
    if (isWhole && (figures[code] ?? null) !== null) filled += 1;
  }
  return { filled, total: asked.length };
}

/** What the reader must know beside the figures: "21 laporan tanpa status". */
export function remarksOf(metrics: Metrics, figures: Figures): readonly LocalizedText[] {
  const lacking = lackingFieldsOf(metrics).flatMap(({ code, counted }) =>
    remark(counted.remark, figures[code] ?? null, 0),
  );
  const unaccounted = unaccountedOf(metrics, figures).flatMap(({ check, difference }) =>
    remark(check.remark, difference, fieldsByCode(metrics).get(check.whole)?.decimals ?? 0),
  );
  return [...unaccounted, ...lacking];
}

/** Nothing where there is nothing to count. */
function remark(text: CountedText, count: number | null, decimals: number): readonly LocalizedText[] {
  if (count === null || count <= 0) return [];
  const [id, en] = LOCALES.map((locale) => {
    const figure = writeNumber(count, decimals, locale);
    return localizeCounted(text, figure, locale).replace('{count}', figure);
  });
  return [{ id: id ?? '', en: en ?? '' }];
}

/** What the sheet comes to, as every kind of instrument says it. */
export function metricsOutcome(metrics: Metrics, figures: Figures): Outcome {
  const headline = metrics.measures.find(({ code }) => code === metrics.headline);
  return {
    headline: headline ? measureOf(metrics, headline, figures).quantity : null,
    band: null,
    ceiling: null,
    ...completenessOf(metrics, figures),
    remarks: remarksOf(metrics, figures),
  };
}
