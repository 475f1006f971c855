/**
 * The verification code of a Berita Acara: what somebody reads from paper and types on a phone. Twelve letters and
 * digits without the pairs that look alike (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V), in three groups.
 */
import { bareCode } from '~/text';

export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
export const CODE_LENGTH = 12;

/** A code out of random bytes, of which those are passed over that would make some letters more likely than others. */
export function codeFrom(nextByte: () => number): string {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  while (code.length < CODE_LENGTH) {
    const byte = nextByte();
    if (byte < fair) code += CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '';
  }
  return code;
}

/** The code somebody typed, however they spaced it; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = bareCode(typed);
  return code.length === CODE_LENGTH && Array.from(code).every((letter) => CODE_ALPHABET.includes(letter))
    ? code
    : null;
}

/** `ABCD-EFGH-JKMN` */
export function showCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** The number of a Berita Acara as it is cited: `001/BA/RAKERDA-SPBE/KALSEL-2025/2025`. */
export function numberText(number: number, rakerdaId: string, year: number): string {
  return `${String(number).padStart(3, '0')}/BA/RAKERDA-SPBE/${rakerdaId.toUpperCase()}/${year}`;
}

/** A checksum short enough to compare by eye: `3f2a 91c4 07de b865`. */
export function shortChecksum(checksum: string): string {
  return grouped(checksum.slice(0, 16));
}

/** A whole checksum in groups of four, so that it breaks across lines and can be read aloud. */
export function grouped(checksum: string): string {
  return checksum.match(/.{1,4}/g)?.join(' ') ?? checksum;
}
