/** The rows of registers as they are stored. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { RowCells } from '~/instrument/metrics';

const cellsSchema = z.record(z.string(), z.string());

/** In the order that they were added in. */
export async function listRows(
  db: Db,
  sheetId: string,
  register: string,
): Promise<ReadonlyMap<string, RowCells>> {
  const rows = await db
    .selectFrom('register_row')
    .select(['row_key', 'cells'])
    .where('sheet_id', '=', sheetId)
    .where('register', '=', register)
    .orderBy('place')
    .orderBy('row_key')
    .execute();
  return new Map(rows.map(({ row_key, cells }) => [row_key, cellsSchema.parse(JSON.parse(cells))]));
}

export interface RowWrite {
  readonly key: string;
  readonly cells: RowCells;
  readonly place: number;
}

/** Few enough for one statement. */
const AT_ONCE = 150;

export async function writeRows(
  db: Db,
  sheetId: string,
  register: string,
  { written, removed }: { readonly written: readonly RowWrite[]; readonly removed: readonly string[] },
): Promise<void> {
  for (let start = 0; start < written.length; start += AT_ONCE) {
    const values = written.slice(start, start + AT_ONCE).map(({ key, cells, place }) => ({
      sheet_id: sheetId,
      register,
      row_key: key,
      cells: JSON.stringify(Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))),
      place,
    }));
    await db
      .insertInto('register_row')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['sheet_id', 'register', 'row_key'])
          .doUpdateSet((eb) => ({ cells: eb.ref('excluded.cells') })),
      )
      .execute();
  }
  for (let start = 0; start < removed.length; start += AT_ONCE)
    await db
      .deleteFrom('register_row')
      .where('sheet_id', '=', sheetId)
      .where('register', '=', register)
      .where('row_key', 'in', removed.slice(start, start + AT_ONCE))
      .execute();
}
