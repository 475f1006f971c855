/**
 * The tidy CSV: RFC 4180, comma, decimal point, CRLF, UTF-8 with a byte order mark so that Excel reads the letters
 * right. Column names are fixed keys in every language; the workbook is the file for people with decimal commas.
 */
import { ANSWER_COLUMNS, type Cell } from './columns';
import { type Release, tidyRows } from './figures';
import { neutralise } from './neutralise';

export const BYTE_ORDER_MARK = '\uFEFF';

/** One cell: text neutralised and quoted where needed, numbers with a point, empty for null. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = neutralise(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The file in pieces, one per agency. */
export function* csvOf(release: Release): Generator<string> {
  yield `${BYTE_ORDER_MARK}${ANSWER_COLUMNS.map(({ key }) => key).join(',')}\r\n`;
  for (const one of release.figures) {
    let lines = '';
    for (const row of tidyRows(release, one)) {
      lines += `${ANSWER_COLUMNS.map(({ key }) => csvCell(row[key])).join(',')}\r\n`;
    }
    yield lines;
  }
}

/** Reads RFC 4180 records out of text that arrives in pieces. Throws where a quote is left open. */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  let quoteSeen = false;
  for await (const piece of pieces) {
    for (const letter of piece) {
      if (quoted && !quoteSeen) {
        if (letter === '"') quoteSeen = true;
        else cell += letter;
        continue;
      }
      if (quoted && letter === '"') {
        cell += '"';
        quoteSeen = false;
        continue;
      }
      quoted = false;
      quoteSeen = false;
      if (letter === '"') {
        quoted = true;
      } else if (letter === ',') {
        record.push(cell);
        cell = '';
      } else if (letter === '\n') {
        record.push(cell);
        yield record;
        record = [];
        cell = '';
      } else if (letter !== '\r') {
        cell += letter;
      }
    }
  }
  if (quoted && !quoteSeen) throw new Error('CSV ends inside a quoted cell');
  if (cell !== '' || record.length > 0) yield [...record, cell];
}
