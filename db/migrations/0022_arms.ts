/** The arms or logo of a Rakerda, shown on the stage and at the head of its papers. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rakerda_arms')
    .addColumn('rakerda_id', 'text', (c) => c.primaryKey().references('rakerda.id'))
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('picture', 'blob', (c) => c.notNull())
    .addColumn('set_at', 'text', (c) => c.notNull())
    .execute();
}
