/** Changes that a client may send twice, with the answer of the first time. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('change')
    .addColumn('actor_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('change_pk', ['actor_id', 'id'])
    .execute();
  await db.schema.createIndex('change_by_time').on('change').column('at').execute();
}
