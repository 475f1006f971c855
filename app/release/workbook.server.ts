/**
 * Writes the XLSX, row by row: types a spreadsheet understands, widths, frozen panes, filters, and in the summary a
 * formula that recomputes each index from the sheet of answers, so that nobody has to take our word for it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { guardFormula } from '~/files/formulaGuard';
import type { FileWords } from './fileWords';
import { wallClockOf } from '~/i18n/zonedTime';
import { indicatorsOf, localize } from '~/instrument';
import { plainText } from '~/text';
import {
  ANSWER_COLUMNS,
  ASPECT_COLUMNS,
  type Cell,
  type Column,
  dictionaryOf,
  letterOf,
  positionOf,
  SUMMARY_COLUMNS,
} from './columns';
import { type AgencyFigures, type Release, tidyRows } from './figures';
import { methodOf } from './method';

export interface WorkbookWords {
  readonly text: FileWords;
  readonly both: { readonly id: FileWords; readonly en: FileWords };
}

type Sheet = ExcelJS.Worksheet;
type Value = Cell | Date | { formula: string; result: number };

/** After so many agencies other requests get their turn. */
const TURN = 8;

const HEADER_FILL = 'FF0B5D5B';
const DEMO_TAB = 'FFB3440F';

/**
 * Writes the whole workbook into a stream and ends it.
 * @throws whatever the stream fails with, e.g. a full disk
 */
export async function writeWorkbook(target: Writable, release: Release, words: WorkbookWords): Promise<void> {
  // The library listens for errors of its target only at the very end; a disk that fills up earlier must not be lost.
  const failed = new Promise<never>((_resolve, reject) => target.once('error', reject));
  await Promise.race([failed, writeSheets(target, release, words)]);
}

async function writeSheets(target: Writable, release: Release, words: WorkbookWords): Promise<void> {
  const options = {
    stream: target,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 1 } },
    creator: plainText(release.exportedBy),
    created: new Date(release.takenAt),
  };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  const sheetWords = words.text.release.sheet;
  await writeSummary(
    addSheet(workbook, sheetWords.summary, SUMMARY_COLUMNS, release, words.text, 2),
    release,
    words.text,
  );
  await writeAspects(
    addSheet(workbook, sheetWords.aspects, ASPECT_COLUMNS, release, words.text, 2),
    release,
    words.text,
  );
  await writeAnswers(
    addSheet(workbook, sheetWords.answers, ANSWER_COLUMNS, release, words.text, 4),
    release,
    words.text,
  );
  writeDictionary(workbook, release, words);
  writeMethod(workbook, release, words.text);
  await workbook.commit();
}

function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly Column[],
  release: Release,
  text: FileWords,
  frozenColumns: number,
): Sheet {
  const sheet = workbook.addWorksheet(name, sheetOptions(release, text, frozenColumns));
  sheet.columns = columns.map((column) => ({
    header: text.release.column[column.key].header,
    key: column.key,
    width: column.width,
    style: styleOf(column),
  }));
  const last = letterOf(columns.length);
  sheet.autoFilter = `A1:${last}1`;
  writeHeader(sheet);
  return sheet;
}

function sheetOptions(release: Release, text: FileWords, frozenColumns: number) {
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

function addRow(sheet: Sheet, values: readonly Value[]): void {
  sheet.addRow(values.map((value) => (typeof value === 'string' ? guardFormula(value) : value))).commit();
}

const kindOf = (release: Release, text: FileWords) =>
  text.release.dataKind[release.rakerda.isDemo ? 'demo' : 'session'];

/** Recomputes one index from the answers: their sum is an integer, so halves stay exact and round half up. */
function controlFormula(release: Release, text: FileWords, row: number): string {
  const { instrument, figures } = release;
  const last = figures.length * indicatorsOf(instrument).length + 1;
  const range = (key: 'points' | 'agency_code') => {
    const letter = letterOf(positionOf(ANSWER_COLUMNS, key));
    return `'${text.release.sheet.answers}'!$${letter}$2:$${letter}$${String(last)}`;
  };
  const code = `$${letterOf(positionOf(SUMMARY_COLUMNS, 'agency_code'))}${String(row)}`;
  const denominator = instrument.weightTotal * instrument.level.unit;
  return `ROUND(SUMIFS(${range('points')},${range('agency_code')},${code})*100/${String(denominator)},0)/100`;
}

async function writeSummary(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  const { rakerda, locale } = release;
  let row = 1;
  for (const { agency, score } of release.figures) {
    row += 1;
    const index = score.whole.index.hundredths / 100;
    addRow(sheet, [
      agency.code,
      agency.name,
      text.ui.state[agency.state],
      score.whole.answered,
      score.whole.total,
      index,
      { formula: controlFormula(release, text, row), result: index },
      localize(score.predicate.name, locale),
      score.whole.ceiling.hundredths / 100,
      agency.targetHundredths === null ? null : agency.targetHundredths / 100,
      rakerda.year,
      rakerda.id,
      kindOf(release, text),
    ]);
  }
  sheet.commit();
  await nextTurn();
}

async function writeAspects(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  let agencies = 0;
  for (const one of release.figures) {
    for (const values of partRows(release, one, text)) addRow(sheet, values);
    agencies += 1;
    if (agencies % (TURN * 4) === 0) await nextTurn();
  }
  sheet.commit();
  await nextTurn();
}

/** One row per domain, each followed by its aspects. */
function* partRows(
  { instrument, locale, rakerda, ...release }: Release,
  { agency, score }: AgencyFigures,
  text: FileWords,
): Generator<Value[]> {
  const kind = kindOf({ instrument, locale, rakerda, ...release }, text);
  const end = [rakerda.year, rakerda.id, kind];
  for (const domain of instrument.domains) {
    for (const part of [domain, ...domain.aspects]) {
      const node = part === domain ? score.domains[domain.no - 1] : score.aspects[part.no - 1];
      if (!node) throw new RangeError(`no score for part ${String(part.no)}`);
      yield [
        agency.code,
        agency.name,
        part === domain ? text.release.node.domain : text.release.node.aspect,
        part.no,
        domain.no,
        localize(part.name, locale),
        (part.weight * 100) / instrument.weightTotal,
        node.index.hundredths / 100,
        node.ceiling.hundredths / 100,
        node.answered,
        node.total,
        ...end,
      ];
    }
  }
}

async function writeAnswers(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  const wallClock = wallClockOf(release.rakerda.timeZone);
  const kind = kindOf(release, text);
  let agencies = 0;
  for (const one of release.figures) {
    const state = text.ui.state[one.agency.state];
    for (const row of tidyRows(release, one)) {
      addRow(
        sheet,
        ANSWER_COLUMNS.map(({ key }): Value => {
          if (key === 'state') return state;
          if (key === 'data_kind') return kind;
          if (key === 'discuss') return row.discuss === true ? text.ui.yes : text.ui.no;
          if (key === 'updated_at')
            return typeof row.updated_at === 'string' ? wallClock(row.updated_at) : null;
          return row[key];
        }),
      );
    }
    agencies += 1;
    if (agencies % TURN === 0) await nextTurn();
  }
  sheet.commit();
  await nextTurn();
}

const WRAPPED: Partial<ExcelJS.Style> = { alignment: { wrapText: true, vertical: 'top' } };

function writeDictionary(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  release: Release,
  { text, both }: WorkbookWords,
): void {
  const words = text.release.dictionary;
  const sheet = workbook.addWorksheet(text.release.sheet.dictionary, sheetOptions(release, text, 1));
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
  if (release.rakerda.isDemo) addRow(sheet, [`${kindOf(release, text)}: ${text.ui.demoNotice}`]);
  for (const entry of dictionaryOf(release.instrument, text, both)) {
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

function writeMethod(workbook: ExcelJS.stream.xlsx.WorkbookWriter, release: Release, text: FileWords): void {
  const words = text.release.method;
  const sheet = workbook.addWorksheet(text.release.sheet.method, sheetOptions(release, text, 1));
  sheet.columns = [
    { header: words.item, width: 28, style: WRAPPED },
    { header: words.content, width: 110, style: WRAPPED },
  ];
  writeHeader(sheet);
  for (const { item, content } of methodOf(release, text)) addRow(sheet, [item, content]);
  sheet.commit();
}
