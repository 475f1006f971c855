/**
 * What the answers of one agency come to. Three figures, never mixed: the self-assessment counts what is ready, the
 * simulation what is in work as well, the assessor's is made of the values that the assessor gave. All in whole numbers
 * of one common measure, so that hundreds of agencies are scored at once.
 */
import type { Figures } from '../topicKind';
import { once } from '../once';
import {
  assessorCode,
  externalState,
  IN_WORK,
  ladderIndicators,
  mainItemsOf,
  markOf,
  READY,
} from './answers';
import { measureOf } from './measure';
import type { External, Ladder, LadderIndicator, LadderItem } from './schema';

/** Not reduced: those of the same kind have the same denominator and compare by their numerators. */
export interface Exact {
  readonly numerator: number;
  readonly denominator: number;
}

/** What counts as ready: `highest` is what could still come of an unfinished sheet. */
export type Reading = 'self' | 'simulation' | 'highest';

export interface IndicatorScore {
  readonly indicator: LadderIndicator;
  /** The highest level that is complete with all below it, 0 where none is; null for a score from outside. */
  readonly level: number | null;
  readonly value: Exact;
}

const measureFor = once((ladder: Ladder) => measureOf(ladder));

/** Whether an item counts, were the levels below its own complete. */
export function counts(figures: Figures, item: LadderItem, reading: Reading): boolean {
  const mark = markOf(figures, item);
  if (reading === 'simulation') return mark === READY || mark === IN_WORK;
  return mark === READY || (reading === 'highest' && mark === null);
}

export function scoreIndicator(
  ladder: Ladder,
  indicator: LadderIndicator,
  figures: Figures,
  reading: Reading,
): IndicatorScore {
  if (!indicator.external) return climb(ladder, indicator, (item) => counts(figures, item, reading));
  const measure = measureFor(ladder);
  const state = externalState(figures, indicator);
  const isOpen = reading === 'highest' && state.kind === 'open';
  const numerator =
    state.kind === 'given'
      ? convert(indicator.external, state.score, measure)
      : (isOpen ? (ladder.levels.at(-1)?.top ?? ladder.lowest) : ladder.lowest) * measure;
  return { indicator, level: null, value: { numerator, denominator: 100 * measure } };
}

/** The value that a set of counting items gives: whole levels from below, then a part of the next. */
export function climb(
  ladder: Ladder,
  indicator: LadderIndicator,
  isReady: (item: LadderItem) => boolean,
): IndicatorScore {
  const measure = measureFor(ladder);
  let bottom = ladder.lowest;
  let level = 0;
  let part = 0;
  for (const main of mainItemsOf(indicator)) {
    const top = ladder.levels[level]?.top ?? bottom;
    const even = ((top - bottom) * measure) / main.length;
    let ready = 0;
    let earned = 0;
    for (const item of main) {
      if (!isReady(item)) continue;
      ready += 1;
      earned += item.points === undefined ? even : item.points * measure;
    }
    if (ready < main.length) {
      part = earned;
      break;
    }
    level += 1;
    bottom = top;
  }
  return { indicator, level, value: { numerator: bottom * measure + part, denominator: 100 * measure } };
}

/**
 * A score from outside as a value: on the straight line between the two points it lies between.
 * @param measure what hundredths are multiplied with, so that the answer is whole
 */
export function convert({ conversion }: External, score: number, measure: number): number {
  const at = conversion.findIndex(([to]) => score <= to);
  const [before, after] = at < 0 ? [undefined, conversion.at(-1)] : [conversion[at - 1], conversion[at]];
  if (!after) return 0;
  if (!before || at < 0) return after[1] * measure;
  return (
    before[1] * measure + ((score - before[0]) * (after[1] - before[1]) * measure) / (after[0] - before[0])
  );
}

/** The values of all indicators, their aspects and the index: sums of weight × value. */
export interface Whole {
  readonly indicators: readonly IndicatorScore[];
  /** In the order of the instrument. */
  readonly aspects: readonly Exact[];
  readonly index: Exact;
}

export function scoreWhole(ladder: Ladder, figures: Figures, reading: Reading): Whole {
  const indicators = ladderIndicators(ladder).map((one) => scoreIndicator(ladder, one, figures, reading));
  const values = new Map(indicators.map(({ indicator, value }) => [indicator.code, value.numerator]));
  return { indicators, ...weigh(ladder, values) };
}

/** @param values numerators by the code of the indicator; one that is missing counts nothing */
function weigh(ladder: Ladder, values: ReadonlyMap<string, number>): Omit<Whole, 'indicators'> {
  const unit = 100 * measureFor(ladder);
  const sums = ladder.aspects.map(({ indicators }) => ({
    sum: indicators.reduce((sum, { code, weight }) => sum + (values.get(code) ?? 0) * weight, 0),
    weight: indicators.reduce((all, { weight }) => all + weight, 0),
  }));
  return {
    aspects: sums.map(({ sum, weight }) => ({ numerator: sum, denominator: weight * unit })),
    index: {
      numerator: sums.reduce((all, { sum }) => all + sum, 0),
      denominator: sums.reduce((all, { weight }) => all + weight, 0) * unit,
    },
  };
}

/** What the assessor gave. */
export interface Assessed {
  readonly given: number;
  readonly total: number;
  /** Null until every indicator has a value: a sum of some would say nothing. */
  readonly whole: Omit<Whole, 'indicators'> | null;
}

export function assessedOf(ladder: Ladder, figures: Figures): Assessed {
  const indicators = ladderIndicators(ladder);
  const measure = measureFor(ladder);
  const values = new Map(
    indicators.flatMap((indicator) => {
      const value = figures[assessorCode(indicator)] ?? null;
      return value === null ? [] : [[indicator.code, value * measure] as const];
    }),
  );
  const isWhole = values.size === indicators.length;
  return { given: values.size, total: indicators.length, whole: isWhole ? weigh(ladder, values) : null };
}

/** The band of an index that was not rounded. */
export function bandOf({ bands }: Ladder, index: Exact): Ladder['bands'][number] | null {
  return [...bands].reverse().find(({ min }) => index.numerator * 100 >= min * index.denominator) ?? null;
}

/** Whether nothing that is still open can change the value of an indicator. */
export function isSettled(indicator: LadderIndicator, figures: Figures): boolean {
  if (indicator.external) return externalState(figures, indicator).kind !== 'open';
  for (const main of mainItemsOf(indicator)) {
    let isComplete = true;
    for (const item of main) {
      const mark = markOf(figures, item);
      if (mark === null) return false;
      if (mark !== READY) isComplete = false;
    }
    if (!isComplete) return true;
  }
  return true;
}

/**
 * Items that are ready and count nothing yet, because a level below their own is not complete.
 * @param score the indicator's in the self-assessment
 */
export function heldBack(
  { indicator, level }: Pick<IndicatorScore, 'indicator' | 'level'>,
  figures: Figures,
): readonly LadderItem[] {
  const held: LadderItem[] = [];
  if (level === null) return held;
  const rungs = mainItemsOf(indicator);
  for (let above = level + 1; above < rungs.length; above += 1)
    for (const item of rungs[above] ?? []) if (markOf(figures, item) === READY) held.push(item);
  return held;
}
