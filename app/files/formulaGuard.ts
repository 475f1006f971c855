import { plainText } from '~/text';

/**
 * How a text begins that a spreadsheet may run: with `=`, `+`, `-` or `@`, also in the wide form of East Asian keyboards,
 * and also after blanks and quotes, which some programs drop before they look. An apostrophe is no such quote: it is
 * what says that text follows.
 */
const FORMULA = /^[\s"“”]*[=+\-@＝＋－＠]/u;

/** Signs that make some programs begin a new cell and look at what follows. */
const BREAK = /^[\t\r\n]/;

/**
 * Text as a cell of a spreadsheet or CSV may hold it: without signs that would make the file unreadable, and with an
 * apostrophe in front where it would be run as a formula. Takes any text; guarded text passes unchanged. Only text goes
 * through here: numbers are written as numbers, so that a negative one stays one.
 */
export function guardFormula(text: string): string {
  const plain = plainText(text);
  return FORMULA.test(plain) || BREAK.test(plain) || BREAK.test(text) ? `'${plain}` : plain;
}
