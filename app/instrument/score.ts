/**
 * How an instrument scores. The index of a node (aspect, domain, whole) is the weighted mean of its
 * indicators' levels, as PermenPANRB 59/2020 defines it for SPBE and PermenPANRB 8/2026 for Pemdi. Sums are
 * exact integers; each figure is divided and rounded (half up, two decimals) once, never from rounded parts.
 */
import { type Figure, figure } from './figure';
import { storedRange } from './levels';
import type { Band, Scheme } from './scheme';

/** Stored integer level per indicator, in instrument order; null = not answered yet. */
export type Levels = readonly (number | null)[];

/** How far a node has been filled in, counted and weighed (parts of `weightTotal`). */
export type Completeness = {
  readonly answered: number;
  readonly total: number;
  readonly weightAnswered: number;
};

/** What a node scores. */
export type NodeScore = Completeness & {
  /** Its part of `weightTotal`. */
  readonly weight: number;
  /** The index as it stands: what is unanswered counts as the lowest level. */
  readonly index: Figure;
  /** The highest index still open: what is unanswered counts as the highest level. */
  readonly ceiling: Figure;
};

export type DomainScore = NodeScore & { readonly no: number };
export type AspectScore = NodeScore & { readonly no: number; readonly domainNo: number };

/** What {@link score} gives. */
export type Score<Predicate extends Band = Band> = {
  readonly whole: NodeScore;
  /** In instrument order: element `n - 1` is domain `n`. */
  readonly domains: readonly DomainScore[];
  /** In instrument order over the whole instrument: element `n - 1` is aspect `n`. */
  readonly aspects: readonly AspectScore[];
  /** By the index that the scheme judges from; see {@link isAtEdge} where the published figure says otherwise. */
  readonly predicate: Predicate;
  /** Predicate of the ceiling. */
  readonly ceilingPredicate: Predicate;
  readonly completeness: Completeness;
};

/** A running sum for one node. */
type Tally = { low: number; high: number; answered: number; total: number; weightAnswered: number };

type Layout = {
  readonly weights: readonly number[];
  readonly min: number;
  readonly max: number;
  /** weightTotal × unit: the denominator of the whole index. */
  readonly denominator: number;
};

const layouts = new WeakMap<Scheme, Layout>();

function layoutOf(scheme: Scheme): Layout {
  let layout = layouts.get(scheme);
  if (!layout) {
    layout = {
      weights: scheme.domains.flatMap((d) => d.aspects.flatMap((a) => a.indicators.map((i) => i.weight))),
      ...storedRange(scheme),
      denominator: scheme.weightTotal * scheme.level.unit,
    };
    layouts.set(scheme, layout);
  }
  return layout;
}

function checkLength(layout: Layout, levels: Levels): void {
  if (levels.length !== layout.weights.length) {
    throw new RangeError(
      `${levels.length} levels given, the instrument has ${layout.weights.length} indicators`,
    );
  }
}

/** The level at a place, or null; throws when it cannot be a level of this instrument. */
function levelAt(layout: Layout, levels: Levels, i: number): number | null {
  const level = levels[i];
  if (level === null) return null;
  if (level === undefined || !Number.isInteger(level) || level < layout.min || level > layout.max) {
    throw new RangeError(
      `indicator ${i + 1}: level ${String(level)} is not an integer from ${layout.min} to ${layout.max}`,
    );
  }
  return level;
}

/**
 * The levels an assessment stands on: what is unanswered counts as the lowest level.
 * @param scheme an instrument or its outline
 * @param levels stored level per indicator, in order; null = unanswered
 * @returns a new array of stored integer levels
 * @throws RangeError naming the indicator for an invalid level, or for a wrong number of levels
 */
export function standingLevels(scheme: Scheme, levels: Levels): number[] {
  const layout = layoutOf(scheme);
  checkLength(layout, levels);
  return layout.weights.map((_, i) => levelAt(layout, levels, i) ?? layout.min);
}

/**
 * Whether an index has reached a limit that predicates begin at. Published results of 2024 give SPBE predicates from
 * the index before rounding: 2.5995 is shown as 2.60 and is "Cukup" (docs/decisions/0096, 0097).
 * @param minHundredths where a predicate begins
 */
export function earns(
  { predicateFrom }: Pick<Scheme, 'predicateFrom'>,
  index: Figure,
  minHundredths: number,
): boolean {
  return predicateFrom === 'exact'
    ? 100 * index.numerator >= minHundredths * index.denominator
    : index.hundredths >= minHundredths;
}

/**
 * The predicate an index earns.
 * @param scheme an instrument or its outline
 * @param index from level.min to level.max
 * @returns the highest predicate whose minimum it has reached
 * @throws RangeError below the lowest predicate
 */
export function predicateFor<Predicate extends Band>(scheme: Scheme<Predicate>, index: Figure): Predicate {
  const predicate = scheme.predicates.find((p) => earns(scheme, index, p.minHundredths));
  if (!predicate)
    throw new RangeError(`no predicate of ${scheme.code} reaches down to ${index.hundredths / 100}`);
  return predicate;
}

/** The predicate that a figure of two decimals shows, where nothing finer is known of it. Throws as {@link predicateFor}. */
export function predicateShown<Predicate extends Band>(
  scheme: Scheme<Predicate>,
  hundredths: number,
): Predicate {
  return predicateFor(scheme, figure(hundredths, 100));
}

/**
 * Whether the published figure looks as if it had earned a predicate that the exact index has not: 2.5995, shown as
 * 2.60. Such a figure needs a sentence beside it.
 */
export function isAtEdge(scheme: Scheme, index: Figure): boolean {
  return predicateFor(scheme, index).code !== predicateShown(scheme, index.hundredths).code;
}

const emptyTally = (): Tally => ({ low: 0, high: 0, answered: 0, total: 0, weightAnswered: 0 });

function addTally(sum: Tally, part: Tally): void {
  sum.low += part.low;
  sum.high += part.high;
  sum.answered += part.answered;
  sum.total += part.total;
  sum.weightAnswered += part.weightAnswered;
}

function nodeScore(tally: Tally, weight: number, unit: number): NodeScore {
  return {
    weight,
    index: figure(tally.low, weight * unit),
    ceiling: figure(tally.high, weight * unit),
    answered: tally.answered,
    total: tally.total,
    weightAnswered: tally.weightAnswered,
  };
}

/**
 * Scores one assessment: index, ceiling and completeness of every aspect, domain and the whole.
 * A figure's numerator is Σ weight × stored level and its denominator weight × level.unit, so numerators of
 * aspects add up to their domain's and those of domains to the whole's.
 * @param scheme an instrument or its outline
 * @param levels stored level per indicator, in order; null = unanswered
 * @returns figures from level.min to level.max, `hundredths` rounded half up once from the exact fraction
 * @throws RangeError naming the indicator for an invalid level, or for a wrong number of levels
 */
export function score<Predicate extends Band>(scheme: Scheme<Predicate>, levels: Levels): Score<Predicate> {
  const layout = layoutOf(scheme);
  checkLength(layout, levels);
  const { unit } = scheme.level;
  const whole = emptyTally();
  const domains: DomainScore[] = [];
  const aspects: AspectScore[] = [];
  for (const domain of scheme.domains) {
    const domainTally = emptyTally();
    for (const aspect of domain.aspects) {
      const tally = emptyTally();
      for (const { no, weight } of aspect.indicators) {
        const level = levelAt(layout, levels, no - 1);
        tally.total += 1;
        tally.low += weight * (level ?? layout.min);
        tally.high += weight * (level ?? layout.max);
        if (level !== null) {
          tally.answered += 1;
          tally.weightAnswered += weight;
        }
      }
      addTally(domainTally, tally);
      aspects.push({ no: aspect.no, domainNo: domain.no, ...nodeScore(tally, aspect.weight, unit) });
    }
    addTally(whole, domainTally);
    domains.push({ no: domain.no, ...nodeScore(domainTally, domain.weight, unit) });
  }
  const wholeScore = nodeScore(whole, scheme.weightTotal, unit);
  return {
    whole: wholeScore,
    domains,
    aspects,
    predicate: predicateFor(scheme, wholeScore.index),
    ceilingPredicate: predicateFor(scheme, wholeScore.ceiling),
    completeness: {
      answered: whole.answered,
      total: whole.total,
      weightAnswered: whole.weightAnswered,
    },
  };
}

/**
 * Only the whole index, for long lists: the same figure as `score(…).whole.index`.
 * @param scheme an instrument or its outline
 * @param levels stored level per indicator, in order; null = unanswered, counted as the lowest level
 * @returns the exact fraction and its hundredths, rounded half up once
 * @throws RangeError as {@link score}
 */
export function wholeIndex(scheme: Scheme, levels: Levels): Figure {
  const layout = layoutOf(scheme);
  checkLength(layout, levels);
  let sum = 0;
  let i = 0;
  for (const weight of layout.weights) {
    sum += weight * (levelAt(layout, levels, i) ?? layout.min);
    i += 1;
  }
  return figure(sum, layout.denominator);
}

/**
 * Where an agency stands, for long lists: the whole index, the highest one still open to it and how far it is filled
 * in, as {@link score} gives them. Throws as it does.
 */
export function wholeRange(
  scheme: Scheme,
  levels: Levels,
): {
  readonly index: Figure;
  readonly ceiling: Figure;
  readonly answered: number;
  readonly total: number;
} {
  const layout = layoutOf(scheme);
  checkLength(layout, levels);
  let low = 0;
  let high = 0;
  let answered = 0;
  for (const [i, weight] of layout.weights.entries()) {
    const level = levelAt(layout, levels, i);
    low += weight * (level ?? layout.min);
    high += weight * (level ?? layout.max);
    if (level !== null) answered += 1;
  }
  return {
    index: figure(low, layout.denominator),
    ceiling: figure(high, layout.denominator),
    answered,
    total: layout.weights.length,
  };
}

/** {@link wholeIndex} in its published form alone: hundredths, rounded half up once. Throws as {@link score}. */
export function wholeIndexHundredths(scheme: Scheme, levels: Levels): number {
  return wholeIndex(scheme, levels).hundredths;
}

/** 100 × numerator / denominator half up for integers of any size, denominator positive. */
function bigHundredths(numerator: bigint, denominator: bigint): number {
  const doubled = 200n * numerator + denominator;
  const divisor = 2n * denominator;
  const quotient = doubled / divisor;
  return Number(doubled % divisor < 0n ? quotient - 1n : quotient);
}

/** Numerator and denominator of the exact sum of some figures. */
function exactSum(figures: readonly Figure[]): [bigint, bigint] {
  const byDenominator = new Map<number, bigint>();
  for (const { numerator, denominator } of figures) {
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + BigInt(numerator));
  }
  let sum: [bigint, bigint] = [0n, 1n];
  for (const [denominator, numerator] of byDenominator) {
    const other = BigInt(denominator);
    sum = [sum[0] * other + numerator * sum[1], sum[1] * other];
  }
  return sum;
}

/**
 * The mean of some indices, e.g. over agencies: exact, rounded half up once, never a mean of rounded figures.
 * @param figures the exact figures; their denominators may differ
 * @returns hundredths, or null when there are none
 */
export function meanHundredths(figures: readonly Figure[]): number | null {
  if (figures.length === 0) return null;
  const [numerator, denominator] = exactSum(figures);
  return bigHundredths(numerator, denominator * BigInt(figures.length));
}

/**
 * The median of some indices: the middle one, or the exact mean of the two middle ones, rounded half up once.
 * @param figures the exact figures, in any order; their denominators may differ
 * @returns hundredths, or null when there are none
 */
export function median(figures: readonly Figure[]): number | null {
  const sorted = [...figures].sort((a, b) => {
    const left = BigInt(a.numerator) * BigInt(b.denominator);
    const right = BigInt(b.numerator) * BigInt(a.denominator);
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const half = sorted.length / 2;
  return meanHundredths(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}
