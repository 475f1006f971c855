/** Numbers as people type them, in the language of their page; what could mean two things is asked back, never guessed. */
import { SIGNS } from './number';
import type { Locale } from './text';

export const NUMBER_PROBLEMS = [
  'notNumber',
  /** `1,000` in Indonesian, `1.000` in English: a thousand to some, one to others. */
  'ambiguous',
  /** Written as the other language writes it: `95.7` in Indonesian. */
  'otherLanguage',
  'negative',
  'tooSmall',
  'tooLarge',
  /** More decimals than the field takes. */
  'tooFine',
] as const;
export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

export type ReadNumber =
  | { readonly ok: true; /** Null where nothing was typed. */ readonly stored: number | null }
  | { readonly ok: false; readonly problem: NumberProblem };

/** Both ends in whole units; in units of the last digit they are safe integers. */
interface Range {
  readonly decimals: number;
  readonly lowest: number;
  readonly highest: number;
}

const no = (problem: NumberProblem): ReadNumber => ({ ok: false, problem });

/** Reads what was typed into a field. Spaces between digits, as some people group them, do not matter. */
export function readNumber(typed: string, { decimals, lowest, highest }: Range, locale: Locale): ReadNumber {
  const text = typed.trim().replace(/(\d)\s(?=\d{3}(?!\d))/g, '$1');
  if (text === '') return { ok: true, stored: null };
  const [, sign, body = ''] = /^([-−+]?)([\d.,]+)$/.exec(text) ?? [];
  const parts = partsOf(body, locale);
  if (typeof parts === 'string') return no(parts);
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > decimals) return no('tooFine');
  const magnitude = Number(`${parts.whole}${fraction.padEnd(decimals, '0')}`);
  const stored = magnitude > 0 && (sign === '-' || sign === '−') ? -magnitude : magnitude;
  // The ends of some fields have decimals of their own: 1.1 × 100 is a little more than 110.
  const inLastDigits = (end: number) => Math.round(end * 10 ** decimals);
  if (stored < 0 && lowest >= 0) return no('negative');
  if (stored < inLastDigits(lowest)) return no('tooSmall');
  if (stored > inLastDigits(highest)) return no('tooLarge');
  return { ok: true, stored };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

const OTHER: Readonly<Record<Locale, Locale>> = { id: 'en', en: 'id' };

function partsOf(body: string, locale: Locale): Parts | NumberProblem {
  const here = splitBy(body, locale);
  const elsewhere = splitBy(body, OTHER[locale]);
  if (!here) return elsewhere ? 'otherLanguage' : 'notNumber';
  // Three digits behind the sign of the decimals: to readers of the other language that may be a thousand.
  return here.fraction.length === 3 && elsewhere ? 'ambiguous' : here;
}

/**
 * Null where a language does not write numbers so.
 * @param body digits and both signs, in any order
 */
function splitBy(body: string, locale: Locale): Parts | null {
  const { group, decimal } = SIGNS[locale];
  const [whole = '', fraction = '0', ...more] = body.split(decimal);
  const [first = '', ...thousands] = whole.split(group);
  if (more.length > 0 || first === '' || fraction === '' || fraction.includes(group)) return null;
  // Nobody groups what begins with a nought: `0.500` is a half, written as the other language writes it.
  if (thousands.length > 0 && !/^[1-9]\d{0,2}$/.test(first)) return null;
  if (thousands.some(({ length }) => length !== 3)) return null;
  return { whole: [first, ...thousands].join(''), fraction };
}
