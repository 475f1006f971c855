/** How a finished file of any release is read back: line by line, whole as JSON, or sheet by sheet. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { BYTE_ORDER_MARK } from '~/files/csv';
import { readCsvFile } from '~/files/csv.server';
import { type Column, letterOf, positionOf } from './columns';
import { mismatch } from './proof';
import { type Cell, readWorkbook, type SheetRow } from './workbookRows.server';

/**
 * The lines of a CSV after its header, each as what stands in its columns.
 * @throws ReleaseError `mismatch` where a line has another length, or the byte order mark is missing
 */
export async function* csvLines<Key extends string>(
  path: string,
  columns: readonly Column<Key>[],
): AsyncGenerator<(key: Key) => string> {
  const places = new Map(columns.map(({ key }, at) => [key, at]));
  let line = 0;
  for await (const record of readCsvFile(path)) {
    line += 1;
    if (record.length !== columns.length)
      mismatch(`CSV line ${String(line)} has ${String(record.length)} cells`);
    if (line === 1) {
      if (!record[0]?.startsWith(BYTE_ORDER_MARK)) mismatch('CSV lacks its byte order mark');
      continue;
    }
    yield (key) => record[places.get(key) ?? -1] ?? '';
  }
}

/** @throws ReleaseError `mismatch` where it is broken or has another structure */
export async function jsonAt<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : mismatch(`JSON does not have its structure: ${parsed.error.message}`);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    return mismatch(`JSON is broken: ${String(error)}`);
  }
}

/**
 * Reads a workbook that must hold these sheets and no others, none of them empty.
 * @param onRow is given every row but the headers
 * @throws ReleaseError `mismatch`
 */
export async function proveSheets(
  path: string,
  sheets: readonly string[],
  onRow: (sheet: string, row: SheetRow) => void,
): Promise<void> {
  const expected = new Set(sheets);
  const rows = new Map<string, number>();
  const names = await readWorkbook(path, (name, no, row) => {
    rows.set(name, (rows.get(name) ?? 0) + 1);
    if (no > 1) onRow(name, row);
  });
  for (const name of names) {
    if (!expected.delete(name)) mismatch(`sheet "${name}" is unknown or there twice`);
    if ((rows.get(name) ?? 0) < 2) mismatch(`sheet "${name}" is empty`);
  }
  if (expected.size > 0) mismatch(`sheets are missing: ${[...expected].join(', ')}`);
}

export function cellOf<Key extends string>(
  row: SheetRow,
  columns: readonly Column<Key>[],
  key: Key,
): Cell['value'] {
  return row.get(letterOf(positionOf(columns, key)))?.value ?? null;
}

/** The code of the agency a row is about; a code that became anything but text is a mismatch. */
export function codeOf(row: SheetRow, columns: readonly Column[]): string {
  const code = cellOf(row, columns, 'agency_code');
  return typeof code === 'string' ? code : mismatch('the code of an agency is no text');
}
