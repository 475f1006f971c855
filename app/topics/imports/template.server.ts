/** Writes the template of a sheet as a workbook; runs in a thread. */
import ExcelJS from 'exceljs';
import { guardFormula } from '~/files/formulaGuard';
import { readTable } from '~/files/readTable.server';
import type { Locale } from '~/instrument';
import { Unproven } from '~/work';
import { importWords } from './importWords';
import type { TemplateRow } from './sheetTable';

export interface TemplateWork {
  readonly rows: readonly TemplateRow[];
  readonly locale: Locale;
  readonly isDemo: boolean;
}

const HEADER_FILL = 'FF0B5D5B';
const OPEN_FILL = 'FFFFF7E0';
const DEMO_TAB = 'FFB3440F';
const VALUE = 5;
/** In letters, as spreadsheets measure it. */
const WIDTHS = [18, 34, 62, 32, 24];
/** In points. */
const LINE = 15;
/** A4, as wide as the table. */
const PAGE = {
  orientation: 'landscape' as const,
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};
/** What a list of choices in a cell may hold. */
const MOST_LIST = 255;
const LIMITS = { rows: 10_000, columns: 10, unpacked: 32 * 1024 * 1024 };

/** @throws Unproven where the file does not hold the values it was made of */
export async function writeTemplate({
  rows,
  locale,
  isDemo,
}: TemplateWork): Promise<Uint8Array<ArrayBuffer>> {
  const words = importWords[locale].table;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(words.sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    properties: isDemo ? { tabColor: { argb: DEMO_TAB } } : {},
    pageSetup: PAGE,
  });
  const headers = [words.code, words.section, words.label, words.unit, words.value];
  sheet.columns = headers.map((header, at) => ({ header, width: WIDTHS[at] ?? 0 }));
  sheet.getRow(1).eachCell((cell) => {
    cell.style = {
      font: { bold: true, color: { argb: 'FFFFFFFF' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
      alignment: { wrapText: true, vertical: 'middle' },
    };
  });
  rows.forEach(({ code, section, label, unit, value, choices }, at) => {
    const row = sheet.addRow([code, section, label, unit, value].map(guarded));
    // The row of the stamp stays closed, and as low as the others.
    if (at === 0) return;
    row.alignment = { wrapText: true, vertical: 'top' };
    // Not every program makes rows as high as what is wrapped in them.
    row.height = LINE * Math.max(...[section, label, unit].map((text, place) => linesOf(text, place)));
    const cell = row.getCell(VALUE);
    cell.protection = { locked: false };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: OPEN_FILL } };
    const list = choices.join(',');
    if (choices.length > 0 && list.length <= MOST_LIST && choices.every((choice) => !/[,"]/.test(choice)))
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] };
  });
  // Without a password: it keeps from slips, not from people.
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  await prove(bytes, rows);
  return bytes;
}

/** How many lines a text takes; a little more than it needs, because some fonts are wider than others. */
function linesOf(text: string, place: number): number {
  return Math.max(1, Math.ceil(text.length / ((WIDTHS[place + 1] ?? 1) * 0.9)));
}

function guarded(value: string | number | null): string | number | null {
  return typeof value === 'string' ? guardFormula(value) : value;
}

async function prove(bytes: Uint8Array, rows: readonly TemplateRow[]): Promise<void> {
  const codes: unknown[] = [];
  const values: unknown[] = [];
  await readTable(bytes, LIMITS, (_, { no, cells }) => {
    const said = (column: number) => {
      const cell = cells.get(column);
      return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.number : null;
    };
    if (no === 1) return;
    codes.push(said(0));
    values.push(said(VALUE - 1));
  });
  rows.forEach(({ code, value }, at) => {
    if (codes[at] !== code || values[at] !== guarded(value))
      throw new Unproven(`row ${String(at + 2)} of the template does not hold ${code}`);
  });
}
