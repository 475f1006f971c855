/** Finds agencies among all of the country by what people type: a name, a province, initials, a code. Pure. */
import type { AgencyKind } from '#db/schema';

/** An agency as it is looked for; `province` is the name of the province that a regency or city belongs to. */
export interface SearchableAgency {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly province: string | null;
}

/** So many are shown at once: enough for the largest province as a whole. */
export const MOST_FOUND = 50;

export interface FoundAgencies<T> {
  /** At most `MOST_FOUND`, the likeliest first. */
  readonly agencies: readonly T[];
  /** How many there are in all. */
  readonly count: number;
}

/** Abbreviations pass over them: BSSN is Badan Siber dan Sandi Negara. */
const SMALL: ReadonlySet<string> = new Set(['dan', 'bidang', 'di']);
/** `Kabupaten Banjar` is looked for as Banjar. */
const KINDS: ReadonlySet<string> = new Set(['kabupaten', 'kota', 'provinsi', 'kementerian']);

/** Those that fit every word typed, the likeliest first; none where nothing is typed. */
export function findAgencies<T extends SearchableAgency>(all: readonly T[], typed: string): FoundAgencies<T> {
  const words = wordsIn(typed);
  if (words.length === 0) return { agencies: [], count: 0 };
  const ranked = all
    .flatMap((agency) => {
      const rank = rankOf(agency, words);
      return rank === null ? [] : [{ agency, rank }];
    })
    // Sorting keeps the order of equals, which is that of `all`.
    .sort((a, b) => a.rank - b.rank);
  const likely = ranked.filter(({ rank }) => rank < FAR_FETCHED);
  const fitting = likely.length > 0 ? likely : ranked;
  return { agencies: fitting.slice(0, MOST_FOUND).map(({ agency }) => agency), count: fitting.length };
}

/** Words of which some are in the name and some in that of the province: only where nothing else fits. */
const FAR_FETCHED = 4;

/**
 * How likely the agency is meant, 0 the likeliest, null where it does not fit: its code or how its name begins; the words
 * in its name; its abbreviation; its province; name and province together.
 */
function rankOf(agency: SearchableAgency, words: readonly string[]): number | null {
  const asked = words.join(' ');
  const name = wordsIn(agency.name);
  const code = agency.code.toLowerCase();
  const plain = name.filter((word, place) => place > 0 || !KINDS.has(word)).join(' ');
  if (code === asked || name.join(' ').startsWith(asked) || plain.startsWith(asked)) return 0;
  const fits = (text: string) => words.every((word) => text.includes(word));
  if (fits(`${code} ${name.join(' ')}`)) return 1;
  // Of regencies and cities people use the name.
  if (agency.province === null) return abbreviates(asked, name) ? 2 : null;
  const province = wordsIn(agency.province);
  if (fits(province.join(' ')) || abbreviates(asked, province)) return 3;
  return fits(`${name.join(' ')} ${province.join(' ')}`) ? FAR_FETCHED : null;
}

const SHORTEST = 3;

/** Whether beginnings of words that follow one another make it: BPS, Kemenkes, PANRB, Kominfo, Kalsel. */
function abbreviates(asked: string, name: readonly string[]): boolean {
  if (asked.length < SHORTEST) return false;
  return name.some((_, place) => isStrung(asked, name.slice(place)));
}

function isStrung(rest: string, words: readonly string[]): boolean {
  if (rest === '') return true;
  const [word, ...further] = words;
  if (word === undefined) return false;
  if (SMALL.has(word) && isStrung(rest, further)) return true;
  for (let length = 1; length <= word.length && word.startsWith(rest.slice(0, length)); length += 1) {
    if (length > rest.length) break;
    if (isStrung(rest.slice(length), further)) return true;
  }
  return false;
}

/** In small letters, without accents; dots stay, they belong to codes. */
function wordsIn(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bkab\b\.?/g, 'kabupaten')
    .replace(/\bprov\b\.?/g, 'provinsi')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '' && word !== '.');
}
