/**
 * Reads a finished workbook: its sheets in order, each row by row. ExcelJS's own reader of streams may end before the last
 * part of the file has reached it; on a busy machine it then no longer knew the sheets' names.
 */
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { mismatch } from './proof';

export interface Cell {
  /** As it is stored: a number where the file says number, else its text; null where the cell is empty. */
  readonly value: string | number | null;
  readonly hasFormula: boolean;
}
/** Cells by the letter of their column; a cell that the file leaves out is missing. */
export type SheetRow = ReadonlyMap<string, Cell>;

/**
 * @param onRow is given every row with the name of its sheet and its number, from 1
 * @returns the names of the sheets in their order
 * @throws ReleaseError `mismatch` where the file is not whole or no workbook
 */
export async function readWorkbook(
  path: string,
  onRow: (sheet: string, no: number, row: SheetRow) => void,
): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(await readFile(path), { checkCRC32: true }).catch((error: unknown) =>
    mismatch(`XLSX is cut short or broken: ${String(error)}`),
  );
  const part = (name: string) => zip.file(name) ?? mismatch(`XLSX lacks ${name}`);
  const targets = new Map<string, string>();
  await parse(part('xl/_rels/workbook.xml.rels'), (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    });
  });
  const sheets: { readonly name: string; readonly file: string }[] = [];
  await parse(part('xl/workbook.xml'), (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      const file = targets.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && file !== undefined)
        sheets.push({ name: attributes.name ?? '', file: `xl/${file}` });
    });
  });
  const shared: string[] = [];
  if (zip.file('xl/sharedStrings.xml')) {
    let text = '';
    let isText = false;
    await parse(part('xl/sharedStrings.xml'), (parser) => {
      parser.on('opentag', ({ name }) => {
        if (name === 'si') text = '';
        isText = name === 't';
      });
      parser.on('text', (piece) => (text += isText ? piece : ''));
      parser.on('closetag', ({ name }) => {
        isText = false;
        if (name === 'si') shared.push(text);
      });
    });
  }
  for (const { name, file } of sheets) {
    await parse(part(file), (parser) => hearRows(parser, shared, (no, row) => onRow(name, no, row)));
  }
  return sheets.map(({ name }) => name);
}

function hearRows(
  parser: SaxesParser,
  shared: readonly string[],
  onRow: (no: number, row: SheetRow) => void,
): void {
  let no = 0;
  let row = new Map<string, Cell>();
  let cell = { column: '', type: '', text: '', hasFormula: false };
  let isValue = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') {
      no = Number(attributes.r);
      row = new Map();
    }
    if (name === 'c') {
      const column = (attributes.r ?? '').replace(/\d+$/, '');
      cell = { column, type: attributes.t ?? 'n', text: '', hasFormula: false };
    }
    if (name === 'f') cell.hasFormula = true;
    isValue = name === 'v' || name === 't';
  });
  parser.on('text', (piece) => {
    if (isValue) cell.text += piece;
  });
  parser.on('closetag', ({ name }) => {
    isValue = false;
    if (name === 'c') row.set(cell.column, { value: valueOf(cell, shared), hasFormula: cell.hasFormula });
    if (name === 'row') onRow(no, row);
  });
}

function valueOf(cell: { readonly type: string; readonly text: string }, shared: readonly string[]) {
  if (cell.text === '') return null;
  if (cell.type === 's') return shared[Number(cell.text)] ?? mismatch(`no shared text ${cell.text}`);
  return cell.type === 'n' ? Number(cell.text) : cell.text;
}

/** Takes a part in pieces, so that a large sheet is never one string. Throws where it is no XML. */
async function parse(file: JSZip.JSZipObject, listen: (parser: SaxesParser) => void): Promise<void> {
  const parser = new SaxesParser();
  listen(parser);
  const decoder = new TextDecoder();
  try {
    // JSZip's streams are older than iteration.
    for await (const piece of new Readable().wrap(file.nodeStream())) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('no bytes');
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    mismatch(`${file.name} of the XLSX cannot be read: ${String(error)}`);
  }
}
