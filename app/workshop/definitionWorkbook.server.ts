/** Writes the sheets of a definition as a workbook, and reads it back before anybody gets it. Runs in a thread. */
import ExcelJS from 'exceljs';
import { guardFormula } from '~/files/formulaGuard';
import { readTable } from '~/files/readTable.server';
import { Unproven } from '~/work';
import type { WrittenSheet } from './definitionTable';
import { TABLE_LIMITS } from './limits.server';

const HEADER_FILL = 'FF0B5D5B';

const guarded = (value: string | number | null) => (typeof value === 'string' ? guardFormula(value) : value);

/** @throws Unproven where the file does not hold what it was made of */
export async function writeDefinition(sheets: readonly WrittenSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ head, width }) => ({ header: head, width }));
    sheet.getRow(1).eachCell((cell) => {
      cell.style = {
        font: { bold: true, color: { argb: 'FFFFFFFF' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
        alignment: { wrapText: true, vertical: 'middle' },
      };
    });
    for (const cells of rows)
      sheet.addRow(cells.map(guarded)).alignment = { wrapText: true, vertical: 'top' };
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  await prove(bytes, sheets);
  return bytes;
}

async function prove(bytes: Uint8Array, sheets: readonly WrittenSheet[]): Promise<void> {
  const read = new Map<string, string>();
  await readTable(bytes, TABLE_LIMITS, (sheet, { no, cells }) => {
    const said = [...cells].map(([column, cell]) => [
      column,
      cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.number : null,
    ]);
    read.set(`${sheet} ${no}`, JSON.stringify(said));
  });
  for (const { name, rows } of sheets)
    rows.forEach((cells, at) => {
      const wanted = cells.flatMap((cell, column) => (cell === null ? [] : [[column, guarded(cell)]]));
      if ((read.get(`${name} ${at + 2}`) ?? '[]') !== JSON.stringify(wanted))
        throw new Unproven(`row ${at + 2} of ${name} differs`);
    });
}
