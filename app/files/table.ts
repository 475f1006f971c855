/** A table that somebody hands in, as it stands in its file: what its cells say before anybody gives them a meaning. */

export type TableCell =
  | { readonly kind: 'text'; readonly text: string; readonly isFormula?: true }
  | { readonly kind: 'number' | 'percent'; readonly number: number; readonly isFormula?: true }
  /** A number that is shown as a day; as spreadsheets count them, brought to the count that begins in 1900. */
  | { readonly kind: 'date'; readonly number: number; readonly isFormula?: true }
  /** Yes or no, or an error such as `#DIV/0!`. */
  | { readonly kind: 'other'; readonly isFormula?: true }
  /** A formula whose program left no value beside it. */
  | { readonly kind: 'noValue'; readonly isFormula: true };

/** Cells by their column, from 0; empty ones are missing. */
export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly no: number;
  readonly cells: ReadonlyMap<number, TableCell>;
}

/** Why a file is not read. */
export const TABLE_REFUSALS = [
  /** Nothing in it. */
  'empty',
  /** An `.xls` of old, or one that asks for a password. */
  'locked',
  'openDocument',
  /** No table of any kind that is read here. */
  'notTable',
  'macros',
  /** More than may be unpacked. */
  'tooLarge',
  'tooManyRows',
  /** Cut short, or not what it says it is. */
  'broken',
] as const;
export type TableRefusal = (typeof TABLE_REFUSALS)[number];

/** `E14` of column 4 and row 14. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** The column of `E14`, from 0; null where it is none. */
export function columnOf(name: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d*$/.exec(name) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export interface TableSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** So far down the row of headings is looked for; titles often stand above it. */
const HEADING_ROWS = 20;

export interface Heading<Column extends string> {
  readonly no: number;
  readonly at: Readonly<Record<Column, number>>;
}

/**
 * The row that names all of some columns, in whatever order; null where there is none.
 * @param named whether a text is what a column is called
 */
export function findHeading<Column extends string>(
  rows: readonly TableRow[],
  columns: readonly Column[],
  named: (column: Column, text: string) => boolean,
): Heading<Column> | null {
  for (const { no, cells } of rows.slice(0, HEADING_ROWS)) {
    const at: Partial<Record<Column, number>> = {};
    for (const column of columns) {
      const found = [...cells].find(([, cell]) => cell.kind === 'text' && named(column, cell.text));
      if (found) at[column] = found[0];
    }
    if (hasAll(at, columns)) return { no, at };
  }
  return null;
}

export type FoundHeading<Column extends string> =
  | { readonly kind: 'found'; readonly rows: readonly TableRow[]; readonly heading: Heading<Column> }
  /** No sheet has the columns: what the sheets are called. */
  | { readonly kind: 'noColumns'; readonly sheets: readonly string[] };

/** The first sheet with a row that names all of some columns. */
export function sheetWith<Column extends string>(
  sheets: readonly TableSheet[],
  columns: readonly Column[],
  named: (column: Column, text: string) => boolean,
): FoundHeading<Column> {
  for (const { rows } of sheets) {
    const heading = findHeading(rows, columns, named);
    if (heading) return { kind: 'found', rows, heading };
  }
  return { kind: 'noColumns', sheets: sheets.map(({ name }) => name).filter((name) => name !== '') };
}

function hasAll<Column extends string>(
  at: Partial<Record<Column, number>>,
  columns: readonly Column[],
): at is Record<Column, number> {
  return columns.every((column) => at[column] !== undefined);
}
