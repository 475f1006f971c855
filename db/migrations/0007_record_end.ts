/**
 * The number of the newest event, in a row of its own. Whoever takes the next number changes the row, and every engine
 * keeps a changed row from others until the commit: so numbers are given in the order of the commits.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record_end')
    .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute();
  await sql`insert into record_end (id, seq) select 1, coalesce(max(seq), 0) from event`.execute(db);
  await sql`create trigger event_in_turn after insert on event
    when new.seq <> (select seq from record_end)
    begin select raise(abort, 'the number of an event comes from record_end'); end`.execute(db);
}
