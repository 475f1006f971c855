/**
 * The frame of every workbook of a release: types a spreadsheet understands, widths, frozen panes, filters, the sheet
 * that explains the columns and the one of the method.
 */
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { guardFormula } from '~/files/formulaGuard';
import { plainText } from '~/text';
import { type Cell, type Column, type ColumnWords, type DictionaryEntry, letterOf } from './columns';
import type { ReleaseHead } from './figures';
import type { FileWords } from './fileWords';
import type { MethodLine } from './method';

export type Sheet = ExcelJS.Worksheet;
export type Workbook = ExcelJS.stream.xlsx.WorkbookWriter;
type Value = Cell | Date | { formula: string; result: number };

/** Whose workbook it is, and in which words. */
export interface Bound {
  readonly release: ReleaseHead;
  readonly text: FileWords;
}

const HEADER_FILL = 'FF0B5D5B';
const DEMO_TAB = 'FFB3440F';

/**
 * Writes a workbook into a stream and ends it.
 * @throws whatever the stream fails with, e.g. a full disk
 */
export async function bindWorkbook(
  target: Writable,
  release: ReleaseHead,
  write: (workbook: Workbook) => Promise<void>,
): Promise<void> {
  // The library listens for errors of its target only at the very end; a disk that fills up earlier must not be lost.
  const failed = new Promise<never>((_resolve, reject) => target.once('error', reject));
  const options = {
    stream: target,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 1 } },
    creator: plainText(release.exportedBy),
    created: new Date(release.takenAt),
  };
  const writeAll = async () => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
    await write(workbook);
    await workbook.commit();
  };
  await Promise.race([failed, writeAll()]);
}

/** @param frozen columns that stay in sight */
export function addSheet<Key extends string>(
  workbook: Workbook,
  bound: Bound,
  {
    name,
    columns,
    words,
    frozen,
  }: {
    readonly name: string;
    readonly columns: readonly Column<Key>[];
    readonly words: ColumnWords<Key>;
    readonly frozen: number;
  },
): Sheet {
  const sheet = workbook.addWorksheet(name, sheetOptions(bound, frozen));
  sheet.columns = columns.map((column) => ({
    header: words[column.key].header,
    key: column.key,
    width: column.width,
    style: styleOf(column),
  }));
  const last = letterOf(columns.length);
  sheet.autoFilter = `A1:${last}1`;
  writeHeader(sheet);
  return sheet;
}

function sheetOptions({ release, text }: Bound, frozenColumns: number) {
  const mark = release.rakerda.isDemo ? `&B${text.release.dataKind.demo}&B` : '';
  return {
    views: [{ state: 'frozen' as const, xSplit: frozenColumns, ySplit: 1 }],
    properties: release.rakerda.isDemo ? { tabColor: { argb: DEMO_TAB } } : {},
    pageSetup: {
      orientation: 'landscape' as const,
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddHeader: `&L&A&R${mark}`, oddFooter: '&R&P / &N' },
  };
}

function styleOf({ key, type, unit }: Column): Partial<ExcelJS.Style> {
  if (type === 'datetime') return { numFmt: 'yyyy-mm-dd hh:mm' };
  if (type === 'decimal' || type === 'formula') return { numFmt: unit === 'percent' ? '0.00##' : '0.00' };
  // Codes such as 63.10 stay text even where somebody edits the cell. Styling only what needs it keeps files fast.
  return key === 'agency_code' ? { numFmt: '@' } : {};
}

function writeHeader(sheet: Sheet): void {
  const header = sheet.getRow(1);
  header.height = 32;
  header.eachCell((cell) => {
    cell.style = {
      font: { bold: true, color: { argb: 'FFFFFFFF' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
      alignment: { wrapText: true, vertical: 'middle' },
    };
  });
  header.commit();
}

export function addRow(sheet: Sheet, values: readonly Value[]): void {
  const row = sheet.addRow(values.map((value) => (typeof value === 'string' ? guardFormula(value) : value)));
  // The library gives each cell a copy of its column's style and writes each copy out to find that it knows it.
  row.eachCell((cell, column) => {
    cell.style = sheet.getColumn(column).style;
  });
  row.commit();
}

/** Whether the data are an example's. */
export const dataKindOf = ({ release, text }: Bound) =>
  text.release.dataKind[release.rakerda.isDemo ? 'demo' : 'session'];

const WRAPPED: Partial<ExcelJS.Style> = { alignment: { wrapText: true, vertical: 'top' } };

export function writeDictionary(workbook: Workbook, bound: Bound, entries: readonly DictionaryEntry[]): void {
  const { release, text } = bound;
  const words = text.release.dictionary;
  const sheet = workbook.addWorksheet(text.release.sheet.dictionary, sheetOptions(bound, 1));
  sheet.columns = [
    { header: words.column, width: 26, style: WRAPPED },
    { header: words.key, width: 22, style: WRAPPED },
    { header: words.sheet, width: 26, style: WRAPPED },
    { header: words.type, width: 16, style: WRAPPED },
    { header: words.unit, width: 18, style: WRAPPED },
    { header: words.allowed, width: 32, style: WRAPPED },
    { header: words.meaningId, width: 60, style: WRAPPED },
    { header: words.meaningEn, width: 60, style: WRAPPED },
  ];
  sheet.autoFilter = 'A1:H1';
  writeHeader(sheet);
  if (release.rakerda.isDemo) addRow(sheet, [`${dataKindOf(bound)}: ${text.ui.demoNotice}`]);
  for (const entry of entries) {
    addRow(sheet, [
      entry.header,
      entry.key,
      entry.sheets,
      entry.type,
      entry.unit,
      entry.allowed,
      entry.meaning.id,
      entry.meaning.en,
    ]);
  }
  sheet.commit();
}

export function writeMethod(workbook: Workbook, bound: Bound, lines: readonly MethodLine[]): void {
  const words = bound.text.release.method;
  const sheet = workbook.addWorksheet(bound.text.release.sheet.method, sheetOptions(bound, 1));
  sheet.columns = [
    { header: words.item, width: 28, style: WRAPPED },
    { header: words.content, width: 110, style: WRAPPED },
  ];
  writeHeader(sheet);
  for (const { item, content } of lines) addRow(sheet, [item, content]);
  sheet.commit();
}
