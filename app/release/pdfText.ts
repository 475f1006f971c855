/**
 * The standard PDF fonts know the Windows-1252 letters: all of Indonesian and English, and typographic quotes and dashes.
 * Anything else would come out as a wrong letter, so it is put into letters the font has.
 */
import { plainText } from '~/text';

const REPLACED: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '→': '>',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '✓': 'v',
  '⚠': '!',
  '\u202F': ' ',
  '\u2009': ' ',
};

const SPECIAL = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

function isKnown(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || SPECIAL.includes(letter);
}

/** The text with every letter that the standard fonts lack replaced: by its plain form, or else by `?`. */
export function pdfText(text: string): string {
  let safe = '';
  for (const letter of plainText(text).replace(/\p{Default_Ignorable_Code_Point}/gu, '')) {
    if (letter === '\n' || isKnown(letter)) {
      safe += letter;
      continue;
    }
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
    safe += REPLACED[letter] ?? (plain !== '' && Array.from(plain).every(isKnown) ? plain : '?');
  }
  // Where a line breaks between two blanks, the layout prints a hyphen that nobody wrote.
  return safe.replace(/[^\S\n]+/g, ' ');
}
