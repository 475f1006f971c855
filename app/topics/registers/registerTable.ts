/** A register as a table of a spreadsheet: written with tabs, and read back cell by cell. Pure. */
import { parse } from 'csv-parse/sync';
import { guardFormula } from '~/files/formulaGuard';
import { LOCALES, type Locale } from '~/instrument';
import {
  type CellProblem,
  type CellSurroundings,
  MOST_ROWS,
  placeName,
  readCell,
  type Register,
  type RegisterColumn,
  type RowCells,
} from '~/instrument/metrics';
import { cleanLine } from '~/text';
import { registerWords } from './registerWords';

/** Rows as text with tabs, as spreadsheets take them from the clipboard. */
export function writeTable(rows: Iterable<readonly string[]>): string {
  const cell = (text: string) => {
    const guarded = guardFormula(text);
    return /["\t\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  return [...rows].map((row) => `${row.map(cell).join('\t')}\r\n`).join('');
}

const OF_TABLE = ['unknownColumn', 'twiceColumn', 'noCodeColumn', 'noCode', 'otherArea', 'tooWide'] as const;

export type TableProblem =
  | CellProblem
  /** About the table and not what a cell may hold. */
  | (typeof OF_TABLE)[number]
  /** The code stands in that line already. */
  | { readonly twiceOf: number };

export function isOfTable(problem: string): problem is (typeof OF_TABLE)[number] {
  return OF_TABLE.some((one) => one === problem);
}

export interface TableCellProblem {
  /** From 1. */
  readonly line: number;
  /** Null where it is no column of the register. */
  readonly column: RegisterColumn | null;
  readonly value: string;
  readonly problem: TableProblem;
}

export interface PastedRow {
  /** The code of a village; null for a row that is added. */
  readonly key: string | null;
  readonly cells: RowCells;
}

export type PastedTable =
  | { readonly kind: 'rows'; readonly rows: readonly PastedRow[] }
  | { readonly kind: 'problems'; readonly problems: readonly TableCellProblem[] }
  | { readonly kind: 'empty' | 'tooMany' | 'unreadable' };

export interface TableSurroundings extends CellSurroundings {
  /** Codes that a row may have, where the rows are a list. */
  readonly keys: ReadonlySet<string> | null;
}

/** What a cell of the header says: a column of the register, the code, or a name that is only for reading. */
type Head = RegisterColumn | 'code' | 'name' | null;

/** Reads a pasted table; one problem makes nothing of it, and all of them are told. */
export function readTable(register: Register, text: string, around: TableSurroundings): PastedTable {
  // Counted first: taking a million lines apart would keep everybody else waiting.
  const lines = countLines(text, MOST_ROWS + 1);
  if (lines > MOST_ROWS + 1) return { kind: 'tooMany' };
  const table = takeApart(text);
  if (!table) return { kind: 'unreadable' };
  const [first, ...rest] = table;
  if (!first) return { kind: 'empty' };
  const isList = around.keys !== null;
  const headed = headsIn(register, first.cells, isList);
  const heads: readonly Head[] = headed ?? [
    ...(isList ? (['code', 'name', 'name'] as const) : []),
    ...register.columns,
  ];
  const problems: TableCellProblem[] = headed ? headProblems(heads, first, isList) : [];
  const rows: PastedRow[] = [];
  const linesOf = new Map<string, number>();
  for (const { line, cells } of headed ? rest : table) {
    const read: Record<string, string> = {};
    let key: string | null = null;
    cells.forEach((typed, at) => {
      const head = heads[at];
      if (head === undefined && typed !== '')
        problems.push({ line, column: null, value: typed, problem: 'tooWide' });
      if (head === 'code') key = villageCode(typed);
      if (!head || typeof head === 'string' || typed === '') return;
      const cell = readCell(head, typed, around);
      if (cell.ok) read[head.code] = cell.stored;
      else problems.push({ line, column: head, value: typed, problem: cell.problem });
    });
    if (isList && heads.includes('code')) {
      const value = cells[heads.indexOf('code')] ?? '';
      const found = keyProblem(key, line, around.keys, linesOf);
      if (found) problems.push({ line, column: null, value, problem: found });
    }
    rows.push({ key, cells: read });
  }
  if (problems.length > 0) return { kind: 'problems', problems };
  return rows.length === 0 ? { kind: 'empty' } : { kind: 'rows', rows };
}

function countLines(text: string, enough: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= enough; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that hold something, cleaned; null where quotes are not closed. */
function takeApart(text: string): readonly Line[] | null {
  let rows: string[][];
  try {
    rows = parse(text.replace(/\n+$/, ''), {
      delimiter: '\t',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch {
    return null;
  }
  return rows
    .map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => unguarded(cleanLine(cell))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Without the apostrophe that our own tables carry before what a spreadsheet would run. */
function unguarded(text: string): string {
  const bare = text.slice(1);
  return text.startsWith("'") && guardFormula(bare) === text ? bare : text;
}

/** `6301011001` and `63.01.01.1001` are one code; null where it is none. */
function villageCode(typed: string): string | null {
  const [, province, regency, district, village] =
    /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})$/.exec(typed.replace(/\s/g, '')) ?? [];
  return village === undefined ? null : `${province}.${regency}.${district}.${village}`;
}

function keyProblem(
  key: string | null,
  line: number,
  keys: ReadonlySet<string> | null,
  linesOf: Map<string, number>,
): TableProblem | null {
  if (key === null) return 'noCode';
  if (!keys?.has(key)) return 'otherArea';
  const before = linesOf.get(key);
  if (before !== undefined) return { twiceOf: before };
  linesOf.set(key, line);
  return null;
}

/** Null where the first line is no header: a single cell may say the same as a column by chance. */
function headsIn(register: Register, cells: readonly string[], isList: boolean): readonly Head[] | null {
  const heads = cells.map((cell) => headOf(register, cell, isList));
  const known = heads.filter((head) => head !== null).length;
  return known >= Math.min(2, cells.length) ? heads : null;
}

function headOf(register: Register, cell: string, isList: boolean): Head {
  const said = placeName(cell);
  const is = (name: string) => placeName(name) === said;
  const column = register.columns.find(
    ({ code, name }) => code === cell.toLowerCase() || LOCALES.some((locale) => is(name[locale])),
  );
  if (column) return column;
  if (!isList) return null;
  if (LOCALES.some((locale) => is(registerWords[locale].code))) return 'code';
  const names = LOCALES.flatMap((locale: Locale) => [
    registerWords[locale].place,
    registerWords[locale].district,
  ]);
  return names.some(is) ? 'name' : null;
}

function headProblems(heads: readonly Head[], { line, cells }: Line, isList: boolean): TableCellProblem[] {
  const problems = heads.flatMap((head, at): TableCellProblem[] => {
    const value = cells[at] ?? '';
    if (head === null) return value === '' ? [] : [{ line, column: null, value, problem: 'unknownColumn' }];
    const isTwice = head !== 'name' && heads.indexOf(head) < at;
    const column = typeof head === 'string' ? null : head;
    return isTwice ? [{ line, column, value, problem: 'twiceColumn' }] : [];
  });
  return isList && !heads.includes('code')
    ? [...problems, { line, column: null, value: '', problem: 'noCodeColumn' }]
    : problems;
}
