/** The code of an access card as people read and type it. */
import { bareCode } from '~/text';

/** Digits and capitals without those that are misread on paper: 0 and O, 1 and I and L, U and V. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

const CODE = new RegExp(`^[${ALPHABET}]{${String(CODE_LENGTH)}}$`);
/** Longest text that is looked at: a link to the page with a code, and a few words around it. */
export const LONGEST_TYPED = 300;

/** The code in what somebody typed, pasted or scanned (lower case, spaces and dashes are fine); null where it is none. */
export function readCode(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const code = bareCode(typed);
  return CODE.test(code) ? code : null;
}

/** In two groups, as it is printed: `K7MR-24XP`. */
export function showCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** What a card's QR code holds. */
export function joinLink(origin: string, code: string): string {
  return `${origin}/gabung?kode=${code}`;
}
