/**
 * What only complete agencies have: a rank, a part of a mean, a movement. An index with answers missing counts them as
 * the lowest level: it can only rise, and neither where it stands nor what it fell by says anything yet. Every reader
 * asks here, so that no page and no scene has a mean of its own.
 */
import { type Figure } from './figure';
import { meanHundredths, median } from './score';

/** How far an assessment is filled in. */
export interface Filled {
  readonly answered: number;
  readonly total: number;
}

/** An exact index and what it is made of. */
export interface Standing extends Filled {
  readonly index: Figure;
}

export function isComplete({ answered, total }: Filled): boolean {
  return total > 0 && answered >= total;
}

/** The mean of those that are complete, with the population that it is of. */
export interface Average {
  readonly complete: number;
  /** All that were looked at, complete or not. */
  readonly agencies: number;
  /** Hundredths; null where nobody is complete. */
  readonly mean: number | null;
  readonly median: number | null;
}

export function averageOf(standings: readonly Standing[]): Average {
  const figures = standings.filter(isComplete).map(({ index }) => index);
  return {
    complete: figures.length,
    agencies: standings.length,
    mean: meanHundredths(figures),
    median: median(figures),
  };
}

/** The agency with its rank: 1 for the highest published index, equal figures share it; null where it is not complete. */
export type Ranked<Agency> = Agency & { readonly rank: number | null };

/**
 * Agencies in their order: the complete ones by published index, then the others, the most answered first.
 * @param tie decides between agencies that show the same
 */
export function rankComplete<Agency>(
  agencies: readonly Agency[],
  standingOf: (agency: Agency) => Standing,
  tie: (a: Agency, b: Agency) => number,
): readonly Ranked<Agency>[] {
  const all = agencies.map((agency) => ({ agency, standing: standingOf(agency) }));
  const complete = all
    .filter(({ standing }) => isComplete(standing))
    .sort((a, b) => b.standing.index.hundredths - a.standing.index.hundredths || tie(a.agency, b.agency));
  const others = all
    .filter(({ standing }) => !isComplete(standing))
    .sort((a, b) => b.standing.answered - a.standing.answered || tie(a.agency, b.agency));
  let rank = 0;
  let previous: number | null = null;
  const ranked = complete.map(({ agency, standing }, place) => {
    if (standing.index.hundredths !== previous) rank = place + 1;
    previous = standing.index.hundredths;
    return { ...agency, rank };
  });
  return [...ranked, ...others.map(({ agency }) => ({ ...agency, rank: null }))];
}

/** A complete agency with what it had in the earlier year; null where it was not there, or not complete, then. */
export interface Move<Agency> {
  readonly agency: Agency;
  readonly now: Figure;
  readonly before: Figure | null;
}

export interface Movements<Agency> {
  /** Complete agencies, the greatest rise first; those without an earlier figure last. */
  readonly moves: readonly Move<Agency>[];
  /** How many are complete in both years: both means are of these, or the mean would move because others joined. */
  readonly compared: number;
  readonly meanBefore: number | null;
  readonly meanNow: number | null;
}

export function movementsOf<Agency>(
  agencies: readonly Agency[],
  standingOf: (agency: Agency) => Standing,
  beforeOf: (agency: Agency) => Standing | null,
  tie: (a: Agency, b: Agency) => number,
): Movements<Agency> {
  const moves = agencies.flatMap((agency): Move<Agency>[] => {
    const standing = standingOf(agency);
    if (!isComplete(standing)) return [];
    const before = beforeOf(agency);
    return [{ agency, now: standing.index, before: before && isComplete(before) ? before.index : null }];
  });
  const pairs = moves.flatMap(({ now, before }) => (before ? [{ now, before }] : []));
  const rise = ({ now, before }: Move<Agency>) => (before ? now.hundredths - before.hundredths : -Infinity);
  return {
    // Two without an earlier figure differ by NaN: the tie decides.
    moves: moves.sort((a, b) => rise(b) - rise(a) || tie(a.agency, b.agency)),
    compared: pairs.length,
    meanBefore: meanHundredths(pairs.map(({ before }) => before)),
    meanNow: meanHundredths(pairs.map(({ now }) => now)),
  };
}
