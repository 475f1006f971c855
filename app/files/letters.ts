/**
 * Letters of the paper: those of Windows-1252, which its typeface has whole – all of Indonesian, and typographic quotes
 * and dashes. Others are put into a plain form, so that none comes out as an empty box.
 */
import { plainText } from '~/text';

/** The letters from 0x80 to 0x9f, a blank where there is none. `TextDecoder` is no help: some Node versions take it for Latin-1. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The letter of a byte in Windows-1252. */
function letterOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? (SPECIAL[byte - 0x80] ?? ' ') : String.fromCharCode(byte);
}

const KNOWN = new Set(
  Array.from({ length: 256 }, (_, byte) => letterOf(byte)).filter(
    // A soft hyphen is no letter of the paper: the layout takes it out, or makes a hyphen of it.
    (letter) => letter >= ' ' && letter !== '\u007f' && letter !== '\u00ad',
  ),
);

const PLAIN: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '→': '>',
  '≥': '>=',
  '≤': '<=',
  '\u2009': ' ',
  '\u202f': ' ',
};

/** The longest run without a blank that the narrowest column of a table holds. */
const LONGEST_WORD = 18;

/** Joiners and selectors, which shape the letters beside them and are none themselves. */
const SHAPING = /\p{Default_Ignorable_Code_Point}/gu;

/** The text in letters that the typeface has, with single blanks; line breaks stay. */
export function paperText(text: string): string {
  let safe = '';
  for (const letter of plainText(text).replace(SHAPING, '')) {
    if (letter === '\n' || KNOWN.has(letter)) safe += letter;
    else {
      const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
      const isPlain = plain !== '' && Array.from(plain).every((one) => KNOWN.has(one));
      safe += PLAIN[letter] ?? (isPlain ? plain : '?');
    }
  }
  return safe.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n');
}

/** {@link paperText} for a cell: an address or a slip of the keyboard that is wider than the column is broken. */
export function cellText(text: string): string {
  return paperText(text).replace(new RegExp(`\\S{${LONGEST_WORD}}(?=\\S{4})`, 'gu'), '$& ');
}
