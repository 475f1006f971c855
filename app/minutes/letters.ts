/**
 * Letters for the standard fonts of a PDF, which know Windows-1252 only: all of Indonesian, and typographic quotes and
 * dashes. What they lack is put into a plain form, so that it never comes out as another letter.
 */
/** The letters from 0x80 to 0x9f, a blank where there is none. `TextDecoder` is no help: some Node versions take it for Latin-1. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The letter of a byte in Windows-1252. */
export function letterOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? (SPECIAL[byte - 0x80] ?? ' ') : String.fromCharCode(byte);
}

const KNOWN = new Set(
  Array.from({ length: 256 }, (_, byte) => letterOf(byte)).filter(
    (letter) => letter >= ' ' && letter !== '\u007f',
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
  '\t': ' ',
};

/** The longest run without a blank that the narrowest column of a table holds. */
const LONGEST_WORD = 18;

/** The text in letters that the standard fonts have; line breaks stay. */
export function paperText(text: string): string {
  let safe = '';
  for (const letter of text.normalize('NFC').replaceAll('\r\n', '\n')) {
    if (letter === '\n' || KNOWN.has(letter)) safe += letter;
    else {
      const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
      const isPlain = plain !== '' && Array.from(plain).every((one) => KNOWN.has(one));
      safe += PLAIN[letter] ?? (isPlain ? plain : '?');
    }
  }
  return safe;
}

/** {@link paperText} for a cell: an address or a slip of the keyboard that is wider than the column is broken. */
export function cellText(text: string): string {
  return paperText(text).replace(new RegExp(`\\S{${LONGEST_WORD}}(?=\\S{4})`, 'gu'), '$& ');
}
