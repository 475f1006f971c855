/** Topics that are measured: which ones a Rakerda has, and one sheet of figures per agency and topic. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rakerda_topic')
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('instrument_version', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('rakerda_topic_pk', ['rakerda_id', 'instrument_code'])
    .addForeignKeyConstraint(
      'rakerda_topic_instrument',
      ['instrument_code', 'instrument_version'],
      'instrument',
      ['code', 'version'],
    )
    .execute();
  await db.schema
    .createTable('topic_sheet')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('draft','approved')`))
    .addColumn('figures', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.references('account.id'))
    .addUniqueConstraint('topic_sheet_one', ['rakerda_id', 'instrument_code', 'agency_code'])
    .addForeignKeyConstraint('topic_sheet_topic', ['rakerda_id', 'instrument_code'], 'rakerda_topic', [
      'rakerda_id',
      'instrument_code',
    ])
    .addForeignKeyConstraint('topic_sheet_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .execute();
}
