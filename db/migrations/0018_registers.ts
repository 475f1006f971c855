/** Rows of the registers that stand behind figures of a sheet. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('register_row')
    .addColumn('sheet_id', 'text', (c) => c.notNull().references('topic_sheet.id'))
    .addColumn('register', 'text', (c) => c.notNull())
    .addColumn('row_key', 'text', (c) => c.notNull())
    .addColumn('cells', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('register_row_pk', ['sheet_id', 'register', 'row_key'])
    .execute();
}
