/** A target belongs to an agency and an instrument: what stood there for the agency now stands for each instrument. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rakerda_target')
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('target_hundredths', 'integer', (c) =>
      c.notNull().check(sql`target_hundredths between 100 and 500`),
    )
    .addPrimaryKeyConstraint('rakerda_target_pk', ['rakerda_id', 'instrument_code', 'agency_code'])
    .addForeignKeyConstraint(
      'rakerda_target_instrument',
      ['rakerda_id', 'instrument_code'],
      'rakerda_instrument',
      ['rakerda_id', 'instrument_code'],
    )
    .addForeignKeyConstraint('rakerda_target_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .execute();
  await sql`
    insert into rakerda_target (rakerda_id, instrument_code, agency_code, target_hundredths)
    select rakerda_id, instrument_code, agency_code, target_hundredths
    from rakerda_agency join rakerda_instrument using (rakerda_id)
    where target_hundredths is not null`.execute(db);
  await db.schema.alterTable('rakerda_agency').dropColumn('target_hundredths').execute();
}
