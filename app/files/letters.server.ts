/**
 * Letters of the paper: those that one of its fonts draws. Others are put into a plain form where there is one, and are
 * else written as their number, `[U+5B57]`: nothing comes out as an empty box or a question mark.
 */
import { plainText } from '~/text';
import { paperFonts } from './fonts.server';

/** The letters from 0x80 to 0x9f. `TextDecoder` is no help: some Node versions take it for Latin-1. */
const SPECIAL = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Of Windows-1252, whose signs stay as they are: a raised two is no two. A soft hyphen is no letter. */
function isWestern(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff && code !== 0xad) ||
    SPECIAL.includes(letter)
  );
}

/** The hyphen that never ends a line; fonts draw it as a hyphen. */
const PLAIN: Readonly<Record<string, string>> = { '‐': '-', '‑': '-' };

/** Scripts whose letters change with their neighbours, and are not drawn in the order they are written in. */
export const SHAPED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Buginese}\p{M}]/u;

/** Joiners and selectors: they shape the letters beside them, and are none themselves. */
const SHAPING = /\p{Default_Ignorable_Code_Point}/gu;
/** Where a script is spelled with joiners, they stay behind its letters. */
const LOOSE_SHAPING =
  /(?<![\p{Script=Arabic}\p{Script=Javanese}\p{Script=Balinese}\p{M}])[\u200c\u200d]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** How a letter is written that no font has. */
const NUMBERED = /\[U\+[0-9A-F]{4,6}\]/g;

/** The longest run without a blank that the narrowest column of a table holds. */
const LONGEST_WORD = 18;

/** The text in letters that the paper can draw, with single blanks; line breaks stay. */
export function paperText(text: string): string {
  let safe = '';
  const plain = plainText(text);
  for (const letter of plain.replace(SHAPED.test(plain) ? LOOSE_SHAPING : SHAPING, ''))
    safe += drawable(letter);
  return safe.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n');
}

function drawable(letter: string): string {
  if (/\s/.test(letter) || isWestern(letter)) return letter;
  const { drawn } = paperFonts();
  const isDrawn = (text: string) =>
    text !== '' && Array.from(text).every((one) => isWestern(one) || drawn.has(one.codePointAt(0) ?? 0));
  const forms = [
    PLAIN[letter] ?? '',
    // What looks like several letters is those letters: joined ones, wide ones.
    letter.normalize('NFKC').replace(/.*[\p{M}\s].*/u, ''),
    letter,
    letter.normalize('NFKD').replace(/\p{M}/gu, ''),
  ];
  return (
    forms.find(isDrawn) ?? `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
  );
}

/** The same of a text that runs over the width of the paper. */
const LONGEST_OF_LINE = 48;

/** {@link paperText} for what people write over the whole width, where a word without end would leave the paper. */
export function lineText(text: string): string {
  return broken(paperText(text), LONGEST_OF_LINE);
}

/** {@link paperText} for a cell: an address or a slip of the keyboard that is wider than the column is broken. */
export function cellText(text: string): string {
  return broken(paperText(text), LONGEST_WORD);
}

const broken = (text: string, longest: number) =>
  text.replaceAll('][U+', '] [U+').replace(new RegExp(`\\S{${longest}}(?=\\S{4})`, 'gu'), '$& ');

/** The letters in texts of a paper that are written as their number, each once. */
export function numberedLetters(texts: string): readonly string[] {
  return [...new Set(texts.match(NUMBERED))];
}
