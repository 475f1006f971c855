/**
 * An assessment as a spreadsheet: one row per indicator with its level and its justification. Each row carries the version
 * of its answer, because answers are saved one by one.
 */
import { fileImportWords } from '~/files/fileImportWords';
import type { FormWorkbook } from '~/files/formWorkbook.server';
import { guardFormula } from '~/files/formulaGuard';
import {
  cellName,
  type Heading,
  sheetWith,
  type TableCell,
  type TableRow,
  type TableSheet,
} from '~/files/table';
import {
  findIndicator,
  indicatorsOf,
  type Instrument,
  type Locale,
  LOCALES,
  localize,
  plainNumber,
  readNumber,
  shownLevel,
  wholeLevels,
} from '~/instrument';
import { cleanLine, cleanText } from '~/text';
import { LIMITS } from '../answerForm';
import type { AnswerCellProblemKind } from './answerCellProblem';
import { answerImportWords } from './answerImportWords';

/** What a template was made for. */
export interface AnswersStamp {
  readonly instrumentCode: string;
  readonly agencyCode: string;
  /** Levels that come back as text are read as this language writes them. */
  readonly language: Locale;
  readonly rakerdaId: string;
}

/** What stands instead of a number in the row that holds the stamp. */
const STAMP_KEY = '#template';

function writeStamp({ instrumentCode, agencyCode, language, rakerdaId }: AnswersStamp): string {
  return `${instrumentCode} ${agencyCode} ${language} ${rakerdaId}`;
}

function readStamp(text: string): AnswersStamp | null {
  const [, instrumentCode, agencyCode, sent, rakerdaId] =
    /^(\S{1,60}) (\S{1,20}) (\S\S) (\S{1,80})$/.exec(cleanLine(text)) ?? [];
  const language = LOCALES.find((locale) => locale === sent);
  if (instrumentCode === undefined || agencyCode === undefined || rakerdaId === undefined || !language)
    return null;
  return { instrumentCode, agencyCode, language, rakerdaId };
}

/** An answer as the template has it. */
export interface TemplateAnswer {
  readonly no: number;
  /** 0 where there is no answer yet. */
  readonly version: number;
  /** As it is stored. */
  readonly level: number | null;
  readonly justification: string;
}

const COLUMNS = ['no', 'version', 'level', 'justification'] as const;
type Column = (typeof COLUMNS)[number];

export function answersForm(
  instrument: Instrument,
  answers: readonly TemplateAnswer[],
  stamp: AnswersStamp,
  isDemo: boolean,
): FormWorkbook {
  const locale = stamp.language;
  const words = answerImportWords[locale].table;
  const column = (header: string, width: number, isOpen = false) => ({ header, width, isOpen });
  const choices =
    instrument.level.unit === 1
      ? wholeLevels(instrument.level).map((level) => String(shownLevel(instrument.level, level)))
      : [];
  const aspects = new Map(
    instrument.domains.flatMap(({ aspects }) => aspects.map(({ no, name }) => [no, localize(name, locale)])),
  );
  return {
    sheet: words.sheet,
    columns: [
      column(words.no, 10),
      column(words.version, 8),
      column(words.aspect, 28),
      column(words.indicator, 48),
      column(words.level, 10, true),
      column(words.justification, 80, true),
    ],
    rows: [
      {
        cells: [STAMP_KEY, null, null, fileImportWords[locale].stamp, null, writeStamp(stamp)],
        choices: [],
        isClosed: true,
      },
      ...answers.map(({ no, version, level, justification }) => {
        const indicator = findIndicator(instrument, no);
        return {
          cells: [
            no,
            version,
            aspects.get(indicator?.aspectNo ?? 0) ?? '',
            indicator ? localize(indicator.name, locale) : '',
            level === null ? null : shownLevel(instrument.level, level),
            justification,
          ],
          choices,
          isClosed: false,
        };
      }),
    ],
    isDemo,
  };
}

export interface AnswerCellProblem {
  readonly cell: string;
  readonly kind: AnswerCellProblemKind;
}

export interface ReadRow {
  readonly no: number;
  readonly version: number;
  /** As it is stored. */
  readonly level: number | null;
  readonly justification: string;
  readonly levelCell: string;
  readonly justificationCell: string;
}

export type AnswersReading =
  | {
      readonly kind: 'read';
      readonly stamp: AnswersStamp;
      readonly rows: readonly ReadRow[];
      /** Cells whose value comes from a formula. */
      readonly formulas: readonly string[];
      readonly problems: readonly AnswerCellProblem[];
    }
  | { readonly kind: 'noColumns'; readonly sheets: readonly string[] }
  | { readonly kind: 'noStamp' };

export function readAnswersTable(instrument: Instrument, sheets: readonly TableSheet[]): AnswersReading {
  const found = sheetWith(sheets, COLUMNS, isNamed);
  return found.kind === 'found' ? readRows(instrument, found.rows, found.heading) : found;
}

const bare = (text: string) => cleanLine(text).toLowerCase();
const isNamed = (column: Column, text: string) =>
  LOCALES.some((locale) => bare(text) === bare(answerImportWords[locale].table[column]));

function readRows(
  instrument: Instrument,
  rows: readonly TableRow[],
  { no: headingNo, at }: Heading<Column>,
): AnswersReading {
  const below = rows.filter(({ no }) => no > headingNo);
  const stampRow = below.find(({ cells }) => {
    const cell = cells.get(at.no);
    return cell?.kind === 'text' && cleanLine(cell.text) === STAMP_KEY;
  });
  const stampCell = stampRow?.cells.get(at.justification);
  const stamp = stampCell?.kind === 'text' ? readStamp(stampCell.text) : null;
  if (!stamp) return { kind: 'noStamp' };
  const known = new Set(indicatorsOf(instrument).map(({ no }) => no));
  const seen = new Set<number>();
  const read: ReadRow[] = [];
  const formulas: string[] = [];
  const problems: AnswerCellProblem[] = [];
  for (const row of below) {
    const [noCell, levelValue, textValue] = [at.no, at.level, at.justification].map((one) =>
      row.cells.get(one),
    );
    if (row === stampRow || (!noCell && !levelValue && !textValue)) continue;
    const name = (column: Column) => cellName(at[column], row.no);
    const no = wholeIn(noCell);
    if (no === null || !known.has(no)) {
      problems.push({ cell: name('no'), kind: 'unknownNo' });
      continue;
    }
    if (seen.has(no)) {
      problems.push({ cell: name('no'), kind: 'twice' });
      continue;
    }
    seen.add(no);
    const version = wholeIn(row.cells.get(at.version));
    const level = levelIn(instrument, levelValue, stamp.language);
    const justification = textIn(textValue);
    if (version === null) problems.push({ cell: name('version'), kind: 'badVersion' });
    if (typeof level === 'string') problems.push({ cell: name('level'), kind: level });
    if (!justification.ok) problems.push({ cell: name('justification'), kind: justification.problem });
    for (const column of ['level', 'justification'] as const)
      if (row.cells.get(at[column])?.isFormula) formulas.push(name(column));
    if (version === null || typeof level === 'string' || !justification.ok) continue;
    read.push({
      no,
      version,
      level,
      justification: justification.text,
      levelCell: name('level'),
      justificationCell: name('justification'),
    });
  }
  return { kind: 'read', stamp, rows: read, formulas, problems };
}

function wholeIn(cell: TableCell | undefined): number | null {
  const text =
    cell?.kind === 'text' ? cleanLine(cell.text) : cell?.kind === 'number' ? String(cell.number) : '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A stored level, null where the cell is empty, or what is wrong with it. */
function levelIn(
  { level }: Instrument,
  cell: TableCell | undefined,
  language: Locale,
): number | null | AnswerCellProblemKind {
  if (!cell) return null;
  if (cell.kind === 'date') return 'isDate';
  if (cell.kind === 'noValue') return 'noValue';
  if (cell.kind !== 'text' && cell.kind !== 'number') return 'badLevel';
  const typed = cell.kind === 'text' ? cell.text : plainNumber(cell.number, language);
  const decimals = String(level.unit).length - 1;
  const read = readNumber(typed, { decimals, lowest: level.min, highest: level.max }, language);
  return read.ok ? read.stored : 'badLevel';
}

type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: AnswerCellProblemKind };

function textIn(cell: TableCell | undefined): ReadText {
  if (!cell) return { ok: true, text: '' };
  switch (cell.kind) {
    case 'text': {
      const text = cleanText(unguarded(cell.text));
      return text.length > LIMITS.justification ? { ok: false, problem: 'tooLong' } : { ok: true, text };
    }
    case 'number':
      return { ok: true, text: String(cell.number) };
    case 'date':
      return { ok: false, problem: 'isDate' };
    case 'percent':
    case 'other':
      return { ok: false, problem: 'notText' };
    case 'noValue':
      return { ok: false, problem: 'noValue' };
  }
}

/** Without the apostrophe that the template put before what a spreadsheet would run. */
function unguarded(text: string): string {
  const bareText = text.slice(1);
  return text.startsWith("'") && guardFormula(bareText) === text ? bareText : text;
}
