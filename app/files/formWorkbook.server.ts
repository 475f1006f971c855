/** Writes a workbook that people fill in: some of its columns are open, the rest is theirs to read. Runs in a thread. */
import ExcelJS from 'exceljs';
import { Unproven } from '~/work';
import { guardFormula } from './formulaGuard';
import { readTable } from './readTable.server';

export interface FormColumn {
  readonly header: string;
  /** In letters, as spreadsheets measure it. */
  readonly width: number;
  readonly isOpen: boolean;
}

export interface FormRow {
  readonly cells: readonly (string | number | null)[];
  /** Words to choose from in the first open column; empty where anything may be typed. */
  readonly choices: readonly string[];
  /** Nothing of it is open: the row that says what the file was made for. */
  readonly isClosed: boolean;
}

export interface FormWorkbook {
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  readonly isDemo: boolean;
}

const HEADER_FILL = 'FF0B5D5B';
const OPEN_FILL = 'FFFFF7E0';
const DEMO_TAB = 'FFB3440F';
/** In points. */
const LINE = 15;
const MOST_HEIGHT = 400;
/** What a list of choices in a cell may hold. */
const MOST_LIST = 255;
/** A4, as wide as the table. */
const PAGE = {
  orientation: 'landscape' as const,
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};
const LIMITS = { rows: 10_000, columns: 20, unpacked: 64 * 1024 * 1024, letters: 10_000 };

/** @throws Unproven where the file does not hold what it was made of */
export async function writeForm({
  sheet: name,
  columns,
  rows,
  isDemo,
}: FormWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    properties: isDemo ? { tabColor: { argb: DEMO_TAB } } : {},
    pageSetup: PAGE,
  });
  sheet.columns = columns.map(({ header, width }) => ({ header, width }));
  sheet.getRow(1).eachCell((cell) => {
    cell.style = {
      font: { bold: true, color: { argb: 'FFFFFFFF' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
      alignment: { wrapText: true, vertical: 'middle' },
    };
  });
  for (const given of rows) {
    const row = sheet.addRow(given.cells.map(guarded));
    // As low as the others, however long it is.
    if (given.isClosed) continue;
    row.alignment = { wrapText: true, vertical: 'top' };
    // Not every program makes rows as high as what is wrapped in them.
    const lines = given.cells.map((cell, at) => linesOf(String(cell ?? ''), columns[at]?.width ?? 1));
    row.height = Math.min(MOST_HEIGHT, LINE * Math.max(1, ...lines));
    openCells(row, columns, given.choices);
  }
  // Without a password: it keeps from slips, not from people.
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  await prove(bytes, rows);
  return bytes;
}

function openCells(row: ExcelJS.Row, columns: readonly FormColumn[], choices: readonly string[]): void {
  const open = columns.flatMap(({ isOpen }, at) => (isOpen ? [row.getCell(at + 1)] : []));
  for (const cell of open) {
    cell.protection = { locked: false };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: OPEN_FILL } };
  }
  const list = choices.join(',');
  const [first] = open;
  if (first && choices.length > 0 && list.length <= MOST_LIST && choices.every((one) => !/[,"]/.test(one)))
    first.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] };
}

/** A little more than it needs, because some fonts are wider than others. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0);
}

function guarded(value: string | number | null): string | number | null {
  return typeof value === 'string' ? guardFormula(value) : value;
}

async function prove(bytes: Uint8Array, rows: readonly FormRow[]): Promise<void> {
  const read: string[] = [];
  await readTable(bytes, LIMITS, (_, { no, cells }) => {
    if (no === 1) return;
    const said = (column: number) => {
      const cell = cells.get(column);
      return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.number : null;
    };
    read.push(JSON.stringify((rows[no - 2]?.cells ?? []).map((_cell, column) => said(column))));
  });
  rows.forEach(({ cells }, at) => {
    const wanted = cells.map((cell) => (cell === '' ? null : guarded(cell)));
    if (read[at] !== JSON.stringify(wanted)) throw new Unproven(`row ${String(at + 2)} of the form differs`);
  });
}
