/** What registers count: from rows to figures of the sheet. */
import type { Figures } from '../topicKind';
import { fieldsOf } from './fields';
import type { Condition, Count, Countable, Register, RowCells } from '../registers';
import type { Metrics } from './schema';

/** The figures of the fields that one register counts. */
export function countsOf(metrics: Metrics, register: Register, given: Countable): Figures {
  const rows = rowsOf(register, given);
  const counts: Record<string, number> = {};
  for (const { code, counted } of fieldsOf(metrics))
    if (counted?.register === register.code) counts[code] = count(counted, register, rows, given);
  return counts;
}

const NOTHING: RowCells = {};

/** What stands in the register: where its rows are a list of the area, each of those and no other. */
export function rowsOf(register: Register, { rows, area }: Countable): readonly RowCells[] {
  const stored = rows[register.code] ?? new Map<string, RowCells>();
  if (register.rows === undefined) return [...stored.values()];
  return area[register.rows].map((key) => stored.get(key) ?? NOTHING);
}

/** Whether every required column of a row is filled in. */
export function isComplete({ columns }: Register, cells: RowCells): boolean {
  return columns.every(({ code, required }) => !required || (cells[code] ?? '') !== '');
}

function count(of: Count, register: Register, rows: readonly RowCells[], { area, year }: Countable): number {
  if (of.op === 'listed') return area[of.list].length;
  if (of.op === 'incomplete') return rows.filter((cells) => !isComplete(register, cells)).length;
  const fitting = rows.filter((cells) =>
    (of.where ?? []).every(({ any }) => any.some((condition) => holds(condition, cells, year))),
  );
  switch (of.op) {
    case 'rows':
      return fitting.length;
    case 'distinct':
      return new Set(fitting.map((cells) => alike(cells[of.column] ?? '')).filter((value) => value !== ''))
        .size;
    case 'sum':
      return fitting.reduce((sum, cells) => sum + Number(cells[of.column] ?? '0'), 0);
  }
}

function holds(condition: Condition, cells: RowCells, year: number): boolean {
  const value = cells[condition.column] ?? '';
  if ('is' in condition) return condition.is.includes(value);
  if ('inYear' in condition) return value.startsWith(`${year}-`);
  return value !== '';
}

/** Names that differ in capitals and blanks alone are one. */
function alike(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
