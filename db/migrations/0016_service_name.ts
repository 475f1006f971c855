/** What the agency calls the service that an indicator is about. Answers of before have not named any. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table answer add column service text not null default ''`.execute(db);
}
