/**
 * Tables as CSV: UTF-8 with a byte order mark, quoted as RFC 4180 says.
 *
 * Excel splits a CSV at the list separator of its language and knows only that language's decimal mark; a `sep=` line
 * would help Excel and break every other reader. So the file follows the reader's language: Indonesian `;` with `2,85`,
 * English `,` with `2.85`.
 */
import { formatFigure } from '~/i18n';
import type { Locale } from '~/instrument';
import { plainText } from '~/text';

/** A text, an integer, a figure in hundredths, or nothing. */
export type Cell = string | number | { readonly hundredths: number } | null;

const BYTE_ORDER_MARK = '\uFEFF';

/** Writes rows, the first being the header. */
export function writeCsv(rows: readonly (readonly Cell[])[], locale: Locale): string {
  const separator = locale === 'id' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => writeCell(cell, separator, locale)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: Cell, separator: string, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return quote(neutralise(cell), separator);
  // A typographic minus is a text to a spreadsheet.
  return quote(formatFigure(cell.hundredths, locale).replace('−', '-'), separator);
}

/** Hidden signs are left out, and a text that a spreadsheet would take for a formula is made one that it shows. */
function neutralise(text: string): string {
  const plain = plainText(text);
  return /^[=+\-@\t\r\n]/.test(plain) ? `'${plain}` : plain;
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
