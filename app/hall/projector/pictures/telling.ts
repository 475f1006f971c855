/** Which agencies have a row where rows say what each of them has: pages on which nobody has anything say nothing. Pure. */
import type { ShownCell } from '~/hall/table';
import { HALL_ROWS } from '../scenes/scenePaging';

/**
 * One page shows everybody, as long as somebody has something; of more pages, and where nobody has, only those who do.
 * `without` is how many are left out, and `left` who: the scene says how many, and to each of them that it is one.
 */
export function tellingRows<Row>(
  rows: readonly Row[],
  says: (row: Row) => boolean,
): { readonly shown: readonly Row[]; readonly without: number; readonly left: readonly Row[] } {
  const telling = rows.filter(says);
  const shown = telling.length === 0 || rows.length > HALL_ROWS ? telling : rows;
  const left = shown === rows ? [] : rows.filter((row) => !says(row));
  return { shown, without: left.length, left };
}

/** A figure, how far it is, or a remark. */
export function saysSomething(cell: ShownCell | null): boolean {
  return cell?.figure !== undefined || cell?.remarks !== undefined;
}
