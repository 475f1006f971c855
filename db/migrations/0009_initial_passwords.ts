/** Until when an initial password opens its account. Those that wait to be used have two weeks from now on. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account add column initial_until text`.execute(db);
  // An administrator's is shown by the start, and nobody else could give a new one.
  await sql`update account set initial_until = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+14 days')
    where must_change_password = 1 and role <> 'administrator'`.execute(db);
}
