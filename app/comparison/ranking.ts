/** Agencies in order, and what they look like together. Pure; every figure comes from the instrument room. */
import {
  type Figure,
  type LevelRange,
  type Scheme,
  type Score,
  figure,
  meanHundredths,
  median,
  predicateFor,
  score,
  wholeIndex,
} from '~/instrument';
import { type ComparedAgency, unpackLevels } from './comparedAgency';

export interface RankedAgency extends ComparedAgency {
  /** 1 for the highest published index; equal figures share a rank. */
  readonly rank: number;
  /** Published index in hundredths. */
  readonly index: number;
  readonly answered: number;
  readonly total: number;
  /** Code of the predicate that the published index earns. */
  readonly predicate: string;
}

export interface Summary {
  readonly agencies: number;
  readonly complete: number;
  readonly approved: number;
  readonly medianHundredths: number | null;
  readonly meanHundredths: number | null;
  /** One per predicate, highest first. */
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
  const figures: Figure[] = [];
  const scored = agencies.map((agency) => {
    const levels = unpackLevels(agency.levels);
    const whole = wholeIndex(scheme, levels);
    const answered = levels.reduce<number>((sum, level) => (level === null ? sum : sum + 1), 0);
    // An index of 1,00 made of no answer at all says nothing about the hall.
    if (answered > 0) figures.push(whole);
    return {
      ...agency,
      index: whole.hundredths,
      answered,
      total: levels.length,
      predicate: predicateFor(scheme, whole.hundredths).code,
    };
  });
  scored.sort((a, b) => b.index - a.index || byName(a, b));
  let rank = 0;
  let previous: number | null = null;
  const ranked = scored.map((agency, position) => {
    if (agency.index !== previous) rank = position + 1;
    previous = agency.index;
    return { ...agency, rank };
  });
  return {
    ranked,
    summary: {
      agencies: ranked.length,
      complete: ranked.filter((agency) => agency.answered === agency.total).length,
      approved: ranked.filter((agency) => agency.state === 'approved').length,
      medianHundredths: median(figures),
      meanHundredths: meanHundredths(figures),
      bands: scheme.predicates.map(({ code }) => ({
        predicate: code,
        agencies: ranked.filter((agency) => agency.predicate === code && agency.answered > 0).length,
      })),
    },
  };
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
  return keyed.map(({ agency }) => agency);
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
