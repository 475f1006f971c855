/** What Kemenpan-RB published: apart from what agencies say of themselves in a Rakerda, and never mixed with it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('published_result')
    // `2023/63.01`; `2023/nasional` for the country as a whole.
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.references('agency.code'))
    .addColumn('index_hundredths', 'integer', (c) =>
      c.notNull().check(sql`index_hundredths between 0 and 10000`),
    )
    .addColumn('domain_hundredths', 'text', (c) => c.notNull())
    .addColumn('predicate', 'text')
    .addColumn('regulation', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .execute();
  await db.schema
    .createIndex('published_result_agency')
    .on('published_result')
    .columns(['agency_code', 'instrument_code', 'year'])
    .execute();
}
