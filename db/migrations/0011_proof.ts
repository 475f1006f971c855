/** When a signed-in browser last proved by a password whose it is. Those of before have not, and are asked when it counts. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sign_in add column proven_at text`.execute(db);
}
