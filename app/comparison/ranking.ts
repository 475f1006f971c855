/** Agencies in order, and what they look like together. Pure; every figure comes from the instrument room. */
import {
  averageOf,
  figure,
  isComplete,
  type LevelRange,
  meanHundredths,
  predicateFor,
  rankComplete,
  type Ranked,
  type Scheme,
  score,
  type Score,
  wholeRange,
} from '~/instrument';
import { type ComparedAgency, unpackLevels } from './comparedAgency';

/** Rank and predicate are those of complete agencies alone: null where answers are missing. */
export type RankedAgency = Ranked<
  ComparedAgency & {
    /** Published index in hundredths. */
    readonly index: number;
    /** The highest index still open to it, in hundredths. */
    readonly ceiling: number;
    readonly answered: number;
    readonly total: number;
    /** Code of the predicate that the published index earns. */
    readonly predicate: string | null;
  }
>;

export interface Summary {
  readonly agencies: number;
  readonly complete: number;
  readonly approved: number;
  /** Median and mean of those that are complete. */
  readonly medianHundredths: number | null;
  readonly meanHundredths: number | null;
  /** Complete agencies, one entry per predicate, highest first. */
  readonly bands: readonly { readonly predicate: string; readonly agencies: number }[];
}

/** What agencies are ordered by: `indeks`, `nama`, `isian`, `target`, a domain `d2`, an aspect `a5`. */
export interface Sort {
  readonly key: string;
  readonly isAscending: boolean;
}

export const DEFAULT_SORT: Sort = { key: 'indeks', isAscending: false };

/** Reads `?urut=`: a key, with `.naik` or `.turun` for the direction; the default where it is none of ours. */
export function parseSort(value: string | null, scheme: Scheme): Sort {
  const [key = '', direction] = (value ?? '').split('.');
  if (!sortKeys(scheme).has(key)) return DEFAULT_SORT;
  const isAscending = direction === undefined ? key === 'nama' : direction === 'naik';
  return { key, isAscending };
}

export function formatSort({ key, isAscending }: Sort): string {
  return `${key}.${isAscending ? 'naik' : 'turun'}`;
}

function sortKeys(scheme: Scheme): ReadonlySet<string> {
  return new Set([
    'indeks',
    'nama',
    'isian',
    'target',
    ...scheme.domains.map((domain) => `d${String(domain.no)}`),
    ...scheme.domains.flatMap((domain) => domain.aspects.map((aspect) => `a${String(aspect.no)}`)),
  ]);
}

/** Ranks agencies by published index and summarises them. A few milliseconds for hundreds. */
export function rankAgencies(
  scheme: Scheme,
  agencies: readonly ComparedAgency[],
): { readonly ranked: readonly RankedAgency[]; readonly summary: Summary } {
  const standing = agencies.map((agency) => ({
    agency,
    standing: wholeRange(scheme, unpackLevels(agency.levels)),
  }));
  const ranked = rankComplete(
    standing,
    (one) => one.standing,
    (a, b) => byName(a.agency, b.agency),
  ).map(({ agency, standing: { index, ceiling, answered, total }, rank }): RankedAgency => ({
    ...agency,
    index: index.hundredths,
    ceiling: ceiling.hundredths,
    answered,
    total,
    predicate: rank === null ? null : predicateFor(scheme, index).code,
    rank,
  }));
  const average = averageOf(standing.map((one) => one.standing));
  return {
    ranked,
    summary: {
      agencies: ranked.length,
      complete: average.complete,
      approved: ranked.filter((agency) => agency.state === 'approved').length,
      medianHundredths: average.median,
      meanHundredths: average.mean,
      bands: scheme.predicates.map(({ code }) => ({
        predicate: code,
        agencies: ranked.filter((agency) => agency.predicate === code).length,
      })),
    },
  };
}

/** Orders that set figures against one another: who is not complete stands behind, whatever the direction. */
export function setsApart(sort: Sort): boolean {
  return sort.key !== 'nama' && sort.key !== 'isian';
}

/** Orders ranked agencies; ties keep the order of the ranking. */
export function sortAgencies(
  scheme: Scheme,
  ranked: readonly RankedAgency[],
  sort: Sort,
): readonly RankedAgency[] {
  if (sort.key === 'nama') {
    const byNames = [...ranked].sort(byName);
    return sort.isAscending ? byNames : byNames.reverse();
  }
  const value = valueOf(scheme, sort.key);
  const keyed = ranked.map((agency) => ({ agency, value: value(agency) }));
  keyed.sort((a, b) => (sort.isAscending ? a.value - b.value : b.value - a.value));
  const sorted = keyed.map(({ agency }) => agency);
  if (!setsApart(sort)) return sorted;
  // Those that are not complete keep the order of the ranking: the most answered first.
  return [...sorted.filter(isComplete), ...ranked.filter((agency) => !isComplete(agency))];
}

function valueOf(scheme: Scheme, key: string): (agency: RankedAgency) => number {
  switch (key) {
    case 'isian':
      return (agency) => agency.answered / agency.total;
    case 'target':
      // Without a target there is no distance: such agencies stand at the end of "above the target first".
      return (agency) => (agency.target === null ? -1000 : agency.index - agency.target);
    case 'indeks':
      return (agency) => agency.index;
    default: {
      const position = Number(key.slice(1)) - 1;
      const nodes = (whole: Score) => (key.startsWith('d') ? whole.domains : whole.aspects);
      return (agency) => nodes(score(scheme, unpackLevels(agency.levels)))[position]?.index.hundredths ?? 0;
    }
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * The mean level of one indicator over the agencies that answered it, in hundredths; null where none did.
 * @param levels stored levels
 */
export function meanLevel({ unit }: LevelRange, levels: readonly (number | null)[]): number | null {
  return meanHundredths(levels.filter((level) => level !== null).map((level) => figure(level, unit)));
}
