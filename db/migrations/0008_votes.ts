/**
 * Votes that can be withdrawn, opened again and changed: whom a ballot belongs to, and where it lies until the reveal.
 * Of votes that stood before, everybody could take part and nobody can change a ballot.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vote add column ballot text not null default 'person' check (ballot in ('person','agency'))`.execute(
    db,
  );
  await sql`alter table vote add column includes_subject integer not null default 1 check (includes_subject in (0,1))`.execute(
    db,
  );
  await sql`alter table vote add column withdrawn_at text check (withdrawn_at is null or state = 'closed')`.execute(
    db,
  );
  // Until now read from the record; several closings of one vote have no one line there.
  await sql`alter table vote add column eligible integer`.execute(db);
  await sql`update vote set eligible = (select json_extract(event.payload, '$.eligible') from event
    where event.change_id = 'vote.closed:' || vote.id)`.execute(db);

  await db.schema
    .createTable('vote_ballot')
    .addColumn('vote_id', 'text', (c) => c.notNull().references('vote.id'))
    .addColumn('voter', 'text', (c) => c.notNull())
    .addColumn('level', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('vote_ballot_pk', ['vote_id', 'voter'])
    .addForeignKeyConstraint('vote_ballot_level', ['vote_id', 'level'], 'vote_tally', ['vote_id', 'level'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await triggers(db);
}

async function triggers(db: Kysely<unknown>): Promise<void> {
  for (const what of ['insert', 'update'] as const) {
    await sql`create trigger ${sql.ref(`vote_ballot_open_${what}`)} before ${sql.raw(what)} on vote_ballot
      when (select state from vote where id = new.vote_id) <> 'open'
      begin select raise(abort, 'the vote is not open'); end`.execute(db);
  }
  await sql`create trigger vote_ballot_kept before delete on vote_ballot
    when (select state <> 'revealed' and withdrawn_at is null from vote where id = old.vote_id)
    begin select raise(abort, 'a ballot stays until the result is shown'); end`.execute(db);
  await sql`create trigger vote_voter_may before insert on vote_voter
    when exists (select 1 from vote join account on account.id = new.account_id
      where vote.id = new.vote_id and vote.includes_subject = 0 and account.agency_code = vote.agency_code)
    begin select raise(abort, 'the agency under discussion does not vote'); end`.execute(db);
  await sql`create trigger vote_voter_one_agency before insert on vote_voter
    when (select ballot from vote where id = new.vote_id) = 'agency'
      and not exists (select 1 from account where id = new.account_id and agency_code is not null
        and agency_code not in (select other.agency_code from vote_voter
          join account as other on other.id = vote_voter.account_id
          where vote_voter.vote_id = new.vote_id and other.agency_code is not null))
    begin select raise(abort, 'one ballot per agency'); end`.execute(db);

  await sql`drop trigger vote_forward`.execute(db);
  await sql`create trigger vote_forward before update of state on vote
    when not (old.state = new.state or (old.state = 'open' and new.state = 'closed')
      or (old.withdrawn_at is null and old.state = 'closed' and new.state in ('open','revealed')))
    begin select raise(abort, 'a vote that was shown or withdrawn stays'); end`.execute(db);
  await sql`create trigger vote_withdrawn_stays before update of withdrawn_at on vote
    when old.withdrawn_at is not null or old.state = 'revealed'
    begin select raise(abort, 'a vote that was shown or withdrawn stays'); end`.execute(db);
  await sql`create trigger vote_ballot_fixed before update of ballot, includes_subject on vote
    begin select raise(abort, 'what is voted on stands fixed'); end`.execute(db);
}
