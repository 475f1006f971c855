/** What the agencies of a Rakerda shall reach in a topic: one of its figures, and how much. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rakerda_topic').addColumn('target_measure', 'text').execute();
  await db.schema.alterTable('rakerda_topic').addColumn('target_units', 'integer').execute();
}
