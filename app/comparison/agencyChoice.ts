/** Which agencies are laid over one another, out of `?instansi=`. */
import { shortAgencyName } from '~/i18n';
import type { RankedAgency } from './ranking';

/** Fewer is no comparison; more cannot be told apart in a chart. */
export const CHOICE = { min: 2, max: 8 };
/** How many stand side by side before anybody has chosen. */
const DEFAULT_COUNT = 5;

export type ChoiceProblem = 'tooFew' | 'tooMany';

export interface Choice {
  /** What the charts draw, in the order that gives each agency its colour. */
  readonly drawn: readonly string[];
  /** What the form shows as chosen: all of it, also where it is too much. */
  readonly selected: readonly string[];
  readonly problem: ChoiceProblem | null;
  /** How many of the codes asked for cannot be shown to this reader. */
  readonly unknown: number;
  readonly isDefault: boolean;
}

/** The codes of `?instansi=63.01,63.02` and of `?instansi=63.01&instansi=63.02`; null where nothing was asked. */
export function readCodes(search: URLSearchParams): readonly string[] | null {
  const values = search.getAll('instansi');
  if (values.length === 0 && !search.has('pilih')) return null;
  const codes = values.flatMap((value) => value.split(',')).map((code) => code.trim());
  return [...new Set(codes)].filter((code) => code !== '' && code.length <= 20).slice(0, 1000);
}

/**
 * Decides what is drawn.
 * @param asked see {@link readCodes}
 * @param ranked the agencies this reader may see, best first
 * @param ownCode the reader's own agency
 */
export function chooseAgencies(
  asked: readonly string[] | null,
  ranked: readonly RankedAgency[],
  ownCode: string | null,
): Choice {
  const fallback = defaultChoice(ranked, ownCode);
  if (asked === null) {
    return { drawn: fallback, selected: fallback, problem: null, unknown: 0, isDefault: true };
  }
  const visible = new Set(ranked.map((agency) => agency.code));
  const selected = asked.filter((code) => visible.has(code));
  return {
    drawn: selected.length === 0 ? fallback : selected.slice(0, CHOICE.max),
    selected,
    problem: selected.length < CHOICE.min ? 'tooFew' : selected.length > CHOICE.max ? 'tooMany' : null,
    unknown: asked.length - selected.length,
    isDefault: false,
  };
}

/** The reader's own agency first, then the best. */
function defaultChoice(ranked: readonly RankedAgency[], ownCode: string | null): readonly string[] {
  const codes = ranked.map((agency) => agency.code);
  const own = codes.filter((code) => code === ownCode);
  return [...own, ...codes.filter((code) => code !== ownCode)].slice(0, DEFAULT_COUNT);
}

export type QuickChoiceKey = 'best' | 'cities' | 'nearest';

export interface QuickChoice {
  readonly key: QuickChoiceKey;
  readonly codes: readonly string[];
}

/** Ready-made choices; only those that make a comparison of two to eight. */
export function quickChoices(
  ranked: readonly RankedAgency[],
  ownCode: string | null,
): readonly QuickChoice[] {
  // The best and the neighbours are questions of rank: who is not complete has none.
  const placed = ranked.filter(({ rank }) => rank !== null);
  const own = placed.findIndex((agency) => agency.code === ownCode);
  const codes = (list: readonly RankedAgency[]) => list.map((agency) => agency.code);
  const all = [
    { key: 'best' as const, codes: codes(placed.slice(0, DEFAULT_COUNT)) },
    { key: 'cities' as const, codes: codes(ranked.filter((agency) => agency.kind === 'city')) },
    // Two above and two below in the ranking: the neighbours that one can learn from at once.
    { key: 'nearest' as const, codes: own < 0 ? [] : codes(nearest(placed, own)) },
  ];
  return all.filter((choice) => choice.codes.length >= CHOICE.min && choice.codes.length <= CHOICE.max);
}

function nearest(ranked: readonly RankedAgency[], own: number): readonly RankedAgency[] {
  const start = Math.max(0, Math.min(own - 2, ranked.length - DEFAULT_COUNT));
  return ranked.slice(start, start + DEFAULT_COUNT);
}

/** Whether an agency answers a search of the reader: by name or by code. */
export function matches(agency: { readonly name: string; readonly code: string }, wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  return (
    words === '' ||
    agency.name.toLowerCase().includes(words) ||
    shortAgencyName(agency.name).toLowerCase().includes(words) ||
    agency.code.startsWith(words)
  );
}
