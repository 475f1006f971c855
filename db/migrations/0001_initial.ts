import { type Kysely, sql } from 'kysely';

/** Agencies, accounts, instruments, Rakerda, assessments with their answers, and the append-only record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('agency')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('province','regency','city','central')`))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('province_code', 'text', (c) => c.references('agency.code'))
    .execute();

  await schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('username', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) =>
      c.notNull().check(sql`role in ('administrator','facilitator','head','operator','reviewer','liaison')`),
    )
    .addColumn('agency_code', 'text', (c) => c.references('agency.code'))
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('must_change_password', 'integer', (c) => c.notNull())
    .addColumn('is_demo', 'integer', (c) => c.notNull())
    .addColumn('disabled_at', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addCheckConstraint(
      'account_agency_by_role',
      sql`(role in ('head','operator')) = (agency_code is not null)`,
    )
    .execute();

  await schema
    .createTable('sign_in')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('last_seen_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('user_agent', 'text')
    .execute();
  await schema.createIndex('sign_in_account').on('sign_in').column('account_id').execute();

  await schema
    .createTable('instrument')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('instrument_pk', ['code', 'version'])
    .execute();

  await schema
    .createTable('rakerda')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull().defaultTo('Asia/Makassar'))
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('preparation','filling','plenary','closed','archived')`),
    )
    .addColumn('is_demo', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();

  await schema
    .createTable('rakerda_instrument')
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('instrument_version', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('rakerda_instrument_pk', ['rakerda_id', 'instrument_code'])
    .addForeignKeyConstraint(
      'rakerda_instrument_version',
      ['instrument_code', 'instrument_version'],
      'instrument',
      ['code', 'version'],
    )
    .execute();

  await schema
    .createTable('rakerda_agency')
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('agency_code', 'text', (c) => c.notNull().references('agency.code'))
    .addColumn('target_hundredths', 'integer', (c) => c.check(sql`target_hundredths between 100 and 500`))
    .addPrimaryKeyConstraint('rakerda_agency_pk', ['rakerda_id', 'agency_code'])
    .execute();

  await schema
    .createTable('rakerda_member')
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('rakerda_member_pk', ['rakerda_id', 'account_id'])
    .execute();

  await schema
    .createTable('assessment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('instrument_version', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('draft','submitted','approved')`))
    .addColumn('levels', 'text', (c) => c.notNull().check(sql`json_valid(levels)`))
    .addColumn('answered', 'integer', (c) => c.notNull())
    .addColumn('return_note', 'text')
    .addColumn('submitted_at', 'text')
    .addColumn('submitted_by', 'text', (c) => c.references('account.id'))
    .addColumn('approved_at', 'text')
    .addColumn('approved_by', 'text', (c) => c.references('account.id'))
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('assessment_place', ['rakerda_id', 'instrument_code', 'agency_code'])
    .addForeignKeyConstraint('assessment_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .addForeignKeyConstraint(
      'assessment_instrument',
      ['rakerda_id', 'instrument_code'],
      'rakerda_instrument',
      ['rakerda_id', 'instrument_code'],
    )
    .execute();
  await schema
    .createIndex('assessment_by_agency')
    .on('assessment')
    .columns(['agency_code', 'instrument_code'])
    .execute();

  await schema
    .createTable('answer')
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('indicator_no', 'integer', (c) => c.notNull())
    .addColumn('level', 'integer')
    .addColumn('justification', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('person_in_charge', 'text', (c) => c.notNull())
    .addColumn('discuss', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.notNull().references('account.id'))
    .addPrimaryKeyConstraint('answer_pk', ['assessment_id', 'indicator_no'])
    .execute();

  await schema
    .createTable('evidence')
    .addColumn('assessment_id', 'text', (c) => c.notNull())
    .addColumn('indicator_no', 'integer', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('link')`))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('caption', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('evidence_pk', ['assessment_id', 'indicator_no', 'position'])
    .addForeignKeyConstraint('evidence_answer', ['assessment_id', 'indicator_no'], 'answer', [
      'assessment_id',
      'indicator_no',
    ])
    .execute();

  await schema
    .createTable('event')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.references('account.id'))
    .addColumn('rakerda_id', 'text', (c) => c.references('rakerda.id'))
    .addColumn('agency_code', 'text', (c) => c.references('agency.code'))
    .addColumn('assessment_id', 'text', (c) => c.references('assessment.id'))
    .addColumn('indicator_no', 'integer')
    .addColumn('change_id', 'text', (c) => c.unique())
    .addColumn('request_id', 'text')
    .addColumn('payload', 'text', (c) => c.notNull().check(sql`json_valid(payload)`))
    .execute();
  await schema
    .createIndex('event_by_assessment')
    .on('event')
    .columns(['assessment_id', 'indicator_no', 'seq'])
    .execute();

  // The rules that must hold even if a use case has a bug: the record is never rewritten,
  // and answers move only while their assessment is a draft.
  await sql`create trigger event_no_update before update on event
    begin select raise(abort, 'event is append-only'); end`.execute(db);
  await sql`create trigger event_no_delete before delete on event
    begin select raise(abort, 'event is append-only'); end`.execute(db);
  await sql`create trigger answer_frozen_update before update on answer
    when (select state from assessment where id = old.assessment_id) <> 'draft'
    begin select raise(abort, 'assessment is not a draft'); end`.execute(db);
  await sql`create trigger answer_frozen_insert before insert on answer
    when (select state from assessment where id = new.assessment_id) <> 'draft'
    begin select raise(abort, 'assessment is not a draft'); end`.execute(db);
  await sql`create trigger answer_frozen_delete before delete on answer
    begin select raise(abort, 'answers are never deleted'); end`.execute(db);
  await sql`create trigger levels_frozen before update of levels on assessment
    when old.state <> 'draft' and old.levels <> new.levels
    begin select raise(abort, 'assessment is not a draft'); end`.execute(db);
}
