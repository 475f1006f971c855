/** The forms of a register: what their fields are called, and what is said against its cells. For both sides. */
import * as z from 'zod/mini';
import { type Locale, localize } from '~/instrument';
import type { CellProblem, RegisterColumn, RowCells } from '~/instrument/metrics';
import { registerWords } from './registerWords';

/** A cell by its row and column; codes of columns hold no dot, those of villages do. */
export function cellName(key: string, column: string): string {
  return `${key}.${column}`;
}

export function cellOf(name: string): { readonly key: string; readonly column: string } {
  const at = name.lastIndexOf('.');
  return { key: name.slice(0, Math.max(at, 0)), column: name.slice(at + 1) };
}

const seenSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** What the cells held when the form was shown: row → column → as it is stored. Null where it is not ours. */
export function readSeen(text: string): Readonly<Record<string, RowCells>> | null {
  try {
    const parsed = z.safeParse(seenSchema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writeSeen(rows: readonly { readonly key: string; readonly cells: RowCells }[]): string {
  return JSON.stringify(Object.fromEntries(rows.map(({ key, cells }) => [key, cells])));
}

/** What became of saving single cells, as a page with scripts asks it. */
export const cellsAnswerSchema = z.object({
  kind: z.enum(['saved', 'refused']),
  /** Why, where it is not about single cells. */
  says: z.nullable(z.string()),
  /** Cell → what is said against it. */
  cells: z.record(z.string(), z.string()),
  /** Of these: cells that somebody else changed meanwhile. */
  moved: z.array(z.string()),
  /** Cell → what stands there now, as it is stored. */
  stored: z.record(z.string(), z.string()),
});
export type CellsAnswer = z.output<typeof cellsAnswerSchema>;

export function cellProblemText(column: RegisterColumn, problem: CellProblem, locale: Locale): string {
  return registerWords[locale].problem[problem]({ column: localize(column.name, locale) });
}
