import { type Kysely, sql } from 'kysely';

/** The meeting itself: agenda, access cards, attendance, messages, projector, votes, notes, commitments, minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('rakerda')
    .addColumn('previous_id', 'text', (c) => c.references('rakerda.id'))
    .execute();

  await schema
    .createTable('agenda_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) =>
      c
        .notNull()
        .check(sql`topic in ('general','spbe','complaints','communication','statistics','cryptography')`),
    )
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('speaker', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .addCheckConstraint('agenda_item_order', sql`ends_at > starts_at`)
    .execute();
  await schema.createIndex('agenda_item_of').on('agenda_item').columns(['rakerda_id', 'starts_at']).execute();

  await schema
    .createTable('access_card')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('head','operator')`))
    .addColumn('account_id', 'text', (c) => c.notNull().unique().references('account.id'))
    .addColumn('issue', 'integer', (c) => c.notNull())
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .addUniqueConstraint('access_card_place', ['rakerda_id', 'agency_code', 'role'])
    .addForeignKeyConstraint('access_card_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .execute();

  await schema
    .createTable('attendance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('agency_code', 'text', (c) => c.references('agency.code'))
    .addColumn('institution', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('position', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.references('account.id'))
    .addColumn('joined_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute();
  await schema.createIndex('attendance_of').on('attendance').column('rakerda_id').execute();

  await schema
    .createTable('agency_message')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('sent_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('seen_at', 'text')
    .addColumn('seen_by', 'text', (c) => c.references('account.id'))
    .addForeignKeyConstraint('agency_message_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .execute();
  await schema
    .createIndex('agency_message_of')
    .on('agency_message')
    .columns(['rakerda_id', 'agency_code'])
    .execute();

  await schema
    .createTable('projector')
    .addColumn('rakerda_id', 'text', (c) => c.primaryKey().references('rakerda.id'))
    .addColumn('scene', 'text', (c) => c.notNull())
    .addColumn('options', 'text', (c) => c.notNull().check(sql`json_valid(options)`))
    .addColumn('names_hidden', 'integer', (c) => c.notNull())
    .addColumn('revealed', 'text', (c) => c.notNull().check(sql`json_valid(revealed)`))
    .addColumn('is_blank', 'integer', (c) => c.notNull())
    .addColumn('frozen', 'text', (c) => c.check(sql`frozen is null or json_valid(frozen)`))
    .addColumn('link_issue', 'integer', (c) => c.notNull())
    .addColumn('link_hash', 'text', (c) => c.notNull().unique())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute();

  await schema
    .createTable('vote')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('instrument_code', 'text', (c) => c.notNull())
    .addColumn('indicator_no', 'integer', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('claimed_level', 'integer')
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('open','closed','revealed')`))
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .addColumn('opened_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('closed_at', 'text')
    .addColumn('revealed_at', 'text')
    .addColumn('agreed_level', 'integer')
    .addColumn('agreed_reason', 'text')
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', (c) => c.references('account.id'))
    .addForeignKeyConstraint('vote_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .addForeignKeyConstraint('vote_instrument', ['rakerda_id', 'instrument_code'], 'rakerda_instrument', [
      'rakerda_id',
      'instrument_code',
    ])
    .addCheckConstraint(
      'vote_agreed_whole',
      sql`(agreed_level is null) = (agreed_reason is null) and (agreed_level is null or state = 'revealed')`,
    )
    .execute();
  await sql`create unique index vote_one_open on vote (rakerda_id) where state = 'open'`.execute(db);

  // Who voted and what was voted stand in two tables that nothing joins: the hall's anonymity does not hang on the screens.
  await schema
    .createTable('vote_voter')
    .addColumn('vote_id', 'text', (c) => c.notNull().references('vote.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addPrimaryKeyConstraint('vote_voter_pk', ['vote_id', 'account_id'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await schema
    .createTable('vote_tally')
    .addColumn('vote_id', 'text', (c) => c.notNull().references('vote.id'))
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('votes', 'integer', (c) => c.notNull().check(sql`votes >= 0`))
    .addPrimaryKeyConstraint('vote_tally_pk', ['vote_id', 'level'])
    .execute();

  await schema
    .createTable('note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('note','recommendation')`))
    .addColumn('agenda_item_id', 'text', (c) => c.references('agenda_item.id'))
    .addColumn('agency_code', 'text', (c) => c.references('agency.code'))
    .addColumn('instrument_code', 'text')
    .addColumn('indicator_no', 'integer')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .addCheckConstraint('note_indicator_whole', sql`(instrument_code is null) = (indicator_no is null)`)
    .execute();
  await schema.createIndex('note_of').on('note').column('rakerda_id').execute();

  await schema
    .createTable('commitment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull())
    .addColumn('agency_code', 'text', (c) => c.notNull())
    .addColumn('agenda_item_id', 'text', (c) => c.references('agenda_item.id'))
    .addColumn('instrument_code', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('planned','underway','done','dropped')`),
    )
    .addColumn('status_note', 'text', (c) => c.notNull())
    .addColumn('status_at', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.references('account.id'))
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .addForeignKeyConstraint('commitment_agency', ['rakerda_id', 'agency_code'], 'rakerda_agency', [
      'rakerda_id',
      'agency_code',
    ])
    .addCheckConstraint('commitment_dropped_reason', sql`status <> 'dropped' or status_note <> ''`)
    .execute();
  await schema.createIndex('commitment_of').on('commitment').columns(['rakerda_id', 'agency_code']).execute();
  await schema
    .createTable('commitment_indicator')
    .addColumn('commitment_id', 'text', (c) => c.notNull().references('commitment.id'))
    .addColumn('indicator_no', 'integer', (c) => c.notNull())
    .addColumn('to_level', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('commitment_indicator_pk', ['commitment_id', 'indicator_no'])
    .execute();

  await schema
    .createTable('minutes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rakerda_id', 'text', (c) => c.notNull().references('rakerda.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('number_text', 'text', (c) => c.notNull().unique())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('as_of', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull().check(sql`json_valid(body)`))
    .addColumn('body_sha256', 'text', (c) => c.notNull())
    .addColumn('pdf', 'blob', (c) => c.notNull())
    .addColumn('pdf_sha256', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('account.id'))
    .addUniqueConstraint('minutes_number', ['rakerda_id', 'number'])
    .execute();

  await triggers(db);
}

/** The rules that must hold even if a use case has a bug. */
async function triggers(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger vote_voter_open before insert on vote_voter
    when (select state from vote where id = new.vote_id) <> 'open'
    begin select raise(abort, 'the vote is not open'); end`.execute(db);
  await sql`create trigger vote_voter_no_update before update on vote_voter
    begin select raise(abort, 'a vote is cast once'); end`.execute(db);
  await sql`create trigger vote_voter_no_delete before delete on vote_voter
    begin select raise(abort, 'a vote is cast once'); end`.execute(db);
  await sql`create trigger vote_tally_one_each_insert after insert on vote_tally
    when (select sum(votes) from vote_tally where vote_id = new.vote_id)
      > (select count(*) from vote_voter where vote_id = new.vote_id)
    begin select raise(abort, 'more votes than voters'); end`.execute(db);
  await sql`create trigger vote_tally_one_each_update after update on vote_tally
    when (select sum(votes) from vote_tally where vote_id = new.vote_id)
      > (select count(*) from vote_voter where vote_id = new.vote_id) or new.votes < old.votes
    begin select raise(abort, 'more votes than voters'); end`.execute(db);
  await sql`create trigger vote_tally_no_delete before delete on vote_tally
    begin select raise(abort, 'votes are never taken back'); end`.execute(db);
  await sql`create trigger vote_forward before update of state on vote
    when not (old.state = new.state or (old.state = 'open' and new.state = 'closed')
      or (old.state = 'closed' and new.state = 'revealed'))
    begin select raise(abort, 'a vote goes forward only'); end`.execute(db);
  await sql`create trigger vote_question_fixed before update of rakerda_id, instrument_code, indicator_no, agency_code, claimed_level on vote
    begin select raise(abort, 'what is voted on stands fixed'); end`.execute(db);

  // What the hall wrote down stands still once the Rakerda is closed; only the follow-up of commitments goes on.
  for (const table of ['note', 'commitment'] as const) {
    await sql`create trigger ${sql.ref(`${table}_closed_insert`)} before insert on ${sql.ref(table)}
      when (select state from rakerda where id = new.rakerda_id) in ('closed','archived')
      begin select raise(abort, 'the Rakerda is closed'); end`.execute(db);
    await sql`create trigger ${sql.ref(`${table}_no_delete`)} before delete on ${sql.ref(table)}
      begin select raise(abort, 'never deleted, only marked removed'); end`.execute(db);
  }
  await sql`create trigger note_closed_update before update on note
    when (select state from rakerda where id = old.rakerda_id) in ('closed','archived')
    begin select raise(abort, 'the Rakerda is closed'); end`.execute(db);
  await sql`create trigger commitment_closed_update
    before update of rakerda_id, agency_code, agenda_item_id, instrument_code, what, who, due_on, measure, removed_at on commitment
    when (select state from rakerda where id = old.rakerda_id) in ('closed','archived')
    begin select raise(abort, 'the Rakerda is closed'); end`.execute(db);

  await sql`create trigger minutes_no_update before update on minutes
    begin select raise(abort, 'minutes are never rewritten'); end`.execute(db);
  await sql`create trigger minutes_no_delete before delete on minutes
    begin select raise(abort, 'minutes are never rewritten'); end`.execute(db);
}
