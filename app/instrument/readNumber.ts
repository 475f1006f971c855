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

interface Range {
  readonly decimals: number;
  /** Both in whole units. */
  readonly lowest: number;
  readonly highest: number;
}

const no = (problem: NumberProblem): ReadNumber => ({ ok: false, problem });

/** Reads what was typed into a field. Spaces between digits, as some people group them, do not matter. */
export function readNumber(typed: string, { decimals, lowest, highest }: Range, locale: Locale): ReadNumber {
  const text = typed.trim().replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
  if (text === '') return { ok: true, stored: null };
  const [, sign = '', body = ''] = /^([-−+]?)([\d.,]+)$/.exec(text) ?? [];
  if (body === '') return no('notNumber');
  const parts = partsOf(body, locale);
  if (typeof parts === 'string') return no(parts);
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > decimals) return no('tooFine');
  const isNegative = sign === '-' || sign === '−';
  const digits = `${parts.whole}${fraction.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return no(isNegative ? 'tooSmall' : 'tooLarge');
  const magnitude = Number(digits);
  const stored = isNegative && magnitude > 0 ? -magnitude : magnitude;
  const unit = 10 ** decimals;
  if (stored < 0 && lowest >= 0) return no('negative');
  if (stored < lowest * unit) return no('tooSmall');
  if (stored > highest * unit) return no('tooLarge');
  return { ok: true, stored };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

const OTHER: Readonly<Record<Locale, Locale>> = { id: 'en', en: 'id' };

function partsOf(body: string, locale: Locale): Parts | NumberProblem {
  // One sign of the language's decimals and three digits: to readers of the other language that is a thousand.
  const { decimal } = SIGNS[locale];
  const [before = '', after] = body.split(decimal);
  if (after?.length === 3 && /^[1-9]\d{0,2}$/.test(before) && body.length === before.length + 4)
    return 'ambiguous';
  return splitBy(body, locale) ?? (splitBy(body, OTHER[locale]) ? 'otherLanguage' : 'notNumber');
}

/** Null where a language does not write numbers so. */
function splitBy(body: string, locale: Locale): Parts | null {
  const { group, decimal } = SIGNS[locale];
  const [whole = '', fraction = '', ...more] = body.split(decimal);
  if (more.length > 0 || (body.includes(decimal) && fraction === '')) return null;
  const groups = whole.split(group);
  const isGrouped = groups.every((digits, at) =>
    (groups.length === 1 ? /^\d+$/ : at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits),
  );
  return isGrouped && /^\d*$/.test(fraction) ? { whole: groups.join(''), fraction } : null;
}
