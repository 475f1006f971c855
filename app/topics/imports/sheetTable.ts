/**
 * A sheet of figures as a spreadsheet: how the template is laid out, and how a file that comes back is read. The same
 * layout for every kind of topic, by what the kind says of its codes.
 */
import { fileImportWords } from '~/files/fileImportWords';
import type { FormWorkbook } from '~/files/formWorkbook.server';
import {
  cellName,
  type Heading,
  sheetWith,
  type TableCell,
  type TableRow,
  type TableSheet,
} from '~/files/table';
import { type Locale, LOCALES, localize, plainNumber } from '~/instrument';
import { type Figures, kindOf, type Topic } from '~/instrument/topic';
import { cleanLine } from '~/text';
import type { CellProblemKind } from './cellProblem';
import { importWords } from './importWords';

/** What a template was made of and for. */
export interface Stamp {
  readonly topicCode: string;
  readonly agencyCode: string;
  readonly version: number;
  /** Numbers that come back as text are read as this language writes them. */
  readonly language: Locale;
  readonly rakerdaId: string;
}

/** What stands instead of a code in the row that holds the stamp. */
const STAMP_KEY = '#template';

export function writeStamp({ topicCode, agencyCode, version, language, rakerdaId }: Stamp): string {
  return `${topicCode} ${agencyCode} v${version} ${language} ${rakerdaId}`;
}

function readStamp(text: string): Stamp | null {
  const [, topicCode, agencyCode, version, sent, rakerdaId] =
    /^(\S{1,60}) (\S{1,20}) v(\d{1,9}) (\S\S) (\S{1,80})$/.exec(cleanLine(text)) ?? [];
  const language = LOCALES.find((locale) => locale === sent);
  if (topicCode === undefined || agencyCode === undefined || rakerdaId === undefined || !language)
    return null;
  return { topicCode, agencyCode, version: Number(version), language, rakerdaId };
}

export interface TemplateRow {
  readonly code: string;
  readonly section: string;
  readonly label: string;
  readonly unit: string;
  readonly value: string | number | null;
  /** Words to choose from; empty where a number is typed in. */
  readonly choices: readonly string[];
}

/** The rows of a template, the stamp first. */
export function templateRows(topic: Topic, figures: Figures, stamp: Stamp): readonly TemplateRow[] {
  const { codes, nameOf, asked, cell, say, sectionOf } = kindOf(topic);
  const locale = stamp.language;
  const first: TemplateRow = {
    code: STAMP_KEY,
    section: '',
    label: fileImportWords[locale].stamp,
    unit: '',
    value: writeStamp(stamp),
    choices: [],
  };
  return [
    first,
    ...codes.flatMap((code): TemplateRow[] => {
      const name = nameOf(code);
      const section = sectionOf(code);
      const answer = asked(code);
      if (answer === null) return [];
      const { unit, choices } = answer;
      const figure = figures[code] ?? null;
      const told = choices.map((choice) => say(code, choice, locale));
      return [
        {
          code,
          section: section ? localize(section, locale) : '',
          label: name ? localize(name, locale) : code,
          unit: told.length > 0 ? told.join(' / ') : unit ? localize(unit, locale) : '',
          value: figure === null ? null : cell(code, figure, locale),
          choices: told,
        },
      ];
    }),
  ];
}

/** The template as a workbook. */
export function formOf(rows: readonly TemplateRow[], locale: Locale, isDemo: boolean): FormWorkbook {
  const words = importWords[locale].table;
  const column = (header: string, width: number, isOpen = false) => ({ header, width, isOpen });
  return {
    sheet: words.sheet,
    columns: [
      column(words.code, 18),
      column(words.section, 34),
      column(words.label, 62),
      column(words.unit, 32),
      column(words.value, 24, true),
    ],
    rows: rows.map(({ code, section, label, unit, value, choices }) => ({
      cells: [code, section, label, unit, value],
      choices,
      isClosed: code === STAMP_KEY,
    })),
    isDemo,
  };
}

export interface CellProblem {
  /** `E14`. */
  readonly cell: string;
  /** The code of its row; what else was written there is not repeated. */
  readonly code: string | null;
  readonly kind: CellProblemKind;
}

export interface ReadSheet {
  readonly kind: 'read';
  readonly stamp: Stamp;
  /** What stands in the rows of the file, as it would be typed; rows that are not there are left out. */
  readonly typed: Readonly<Record<string, string>>;
  /** Where each of them stands. */
  readonly cells: Readonly<Record<string, string>>;
  /** Cells whose value comes from a formula. */
  readonly formulas: readonly string[];
  readonly problems: readonly CellProblem[];
}

export type SheetReading =
  | ReadSheet
  /** No sheet has the columns: what the sheets are called. */
  | { readonly kind: 'noColumns'; readonly sheets: readonly string[] }
  | { readonly kind: 'noStamp' };

export function readSheetTable(topic: Topic, sheets: readonly TableSheet[]): SheetReading {
  const found = sheetWith(sheets, ['code', 'value'], isNamed);
  return found.kind === 'found' ? readRows(topic, found.rows, found.heading) : found;
}

const isNamed = (column: 'code' | 'value', text: string) =>
  LOCALES.some((locale) => bare(text) === bare(importWords[locale].table[column]));

const bare = (text: string) => cleanLine(text).toLowerCase();

function readRows(topic: Topic, rows: readonly TableRow[], heading: Heading<'code' | 'value'>): SheetReading {
  const below = rows.filter(({ no }) => no > heading.no);
  const codeIn = ({ cells }: TableRow) => {
    const cell = cells.get(heading.at.code);
    return cell?.kind === 'text' ? cleanLine(cell.text) : cell ? null : '';
  };
  const stampRow = below.find((row) => codeIn(row) === STAMP_KEY);
  const stampCell = stampRow?.cells.get(heading.at.value);
  const stamp = stampCell?.kind === 'text' ? readStamp(stampCell.text) : null;
  if (!stamp) return { kind: 'noStamp' };
  const { codes, asked: ask } = kindOf(topic);
  const known = new Set(codes.filter((code) => ask(code) !== null));
  const typed: Record<string, string> = {};
  const cells: Record<string, string> = {};
  const formulas: string[] = [];
  const problems: CellProblem[] = [];
  for (const row of below) {
    const code = codeIn(row);
    const value = row.cells.get(heading.at.value);
    if (row === stampRow || (code === '' && value === undefined)) continue;
    if (code === null || !known.has(code)) {
      problems.push({ cell: cellName(heading.at.code, row.no), code: null, kind: 'unknownCode' });
      continue;
    }
    if (code in cells) {
      problems.push({ cell: cellName(heading.at.code, row.no), code, kind: 'twice' });
      continue;
    }
    const cell = cellName(heading.at.value, row.no);
    cells[code] = cell;
    if (value?.isFormula) formulas.push(cell);
    const read = typedOf(topic, code, value, stamp.language);
    if (read.ok) typed[code] = read.text;
    else problems.push({ cell, code, kind: read.problem });
  }
  return { kind: 'read', stamp, typed, cells, formulas, problems };
}

type TypedCell =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: CellProblemKind };

/** A cell as it would be typed into the field of the page. */
export function typedOf(
  topic: Topic,
  code: string,
  cell: TableCell | undefined,
  language: Locale,
): TypedCell {
  if (!cell) return { ok: true, text: '' };
  const { asked, say } = kindOf(topic);
  const choices = asked(code)?.choices ?? [];
  if (choices.length > 0) {
    const text = cell.kind === 'text' ? bare(cell.text) : cell.kind === 'number' ? String(cell.number) : null;
    if (text === '') return { ok: true, text };
    const chosen = choices.find(
      (choice) =>
        text === String(choice) || LOCALES.some((locale) => text === bare(say(code, choice, locale))),
    );
    return chosen === undefined ? { ok: false, problem: 'notChoice' } : { ok: true, text: String(chosen) };
  }
  switch (cell.kind) {
    case 'text':
      return { ok: true, text: cleanLine(cell.text) };
    case 'number':
      return { ok: true, text: plainNumber(cell.number, language) };
    case 'date':
      return { ok: false, problem: 'isDate' };
    case 'percent':
      return { ok: false, problem: 'isPercent' };
    case 'other':
      return { ok: false, problem: 'isOther' };
    case 'noValue':
      return { ok: false, problem: 'noValue' };
  }
}
