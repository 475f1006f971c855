/** Whose ballots count, how they are changed, and what becomes of them when a vote is opened again or withdrawn. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { readNotice } from '~/hall/monitor/index.server';
import { castVote } from './castVote.server';
import { openVote, type Question, type Step, takeVoteStep } from './runVote.server';
import { findVote, hasVoted, latestVote, listVotes } from './voteRows.server';
import { readVotePage, readVotesPage } from './votes.read.server';

const HERE = 'uji-2026';
const QUESTION: Question = {
  instrumentCode: DECIMAL.code,
  indicatorNo: 3,
  agencyCode: '63.01',
  ballot: 'person',
  includesSubject: false,
};
const BY_AGENCY: Question = { ...QUESTION, ballot: 'agency' };

let house: House;
let facilitator: Actor;
let subject: Actor;
let operator: Actor;
let head: Actor;
let other: Actor;
let reviewer: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  reviewer = await house.person('reviewer');
  subject = await house.person('operator', '63.01');
  operator = await house.person('operator', '63.02');
  head = await house.person('head', '63.02');
  other = await house.person('operator', '63.03');
  await house.rakerda({
    id: HERE,
    year: 2026,
    memberIds: [facilitator.id, reviewer.id],
    instruments: [WHOLE, DECIMAL],
  });
});
afterEach(() => house.close());

const meeting = (actor = facilitator) => house.meeting(actor, HERE);
async function open(question = QUESTION): Promise<string> {
  const result = await openVote(await meeting(), question);
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.voteId;
}
const step = async (voteId: string, which: Step) => (await takeVoteStep(await meeting(), voteId, which)).kind;
const cast = async (voteId: string, level: number, actor = operator) =>
  castVote(await meeting(actor), voteId, level);
const ballots = () => house.db.selectFrom('vote_ballot').selectAll().execute();
async function counted(voteId: string) {
  const vote = await findVote(house.db, HERE, voteId);
  return vote?.revealed?.tally.flatMap(({ level, votes }) => new Array<number>(votes).fill(level));
}
const stepsOnRecord = async () =>
  (await house.eventTypes(HERE)).filter((type) => type.startsWith('vote.') && type !== 'vote.cast');

describe('a ballot', () => {
  it('says what was chosen last, counts once, and leaves no trace of a change', async () => {
    const voteId = await open();
    expect(await cast(voteId, 200)).toEqual({ kind: 'cast' });
    expect(await cast(voteId, 500)).toEqual({ kind: 'changed' });
    expect(await cast(voteId, 300)).toEqual({ kind: 'changed' });
    expect(await cast(voteId, 350)).toEqual({ kind: 'level' });
    expect(await house.events('vote.cast')).toHaveLength(1);
    await step(voteId, 'closeAndReveal');
    expect(await counted(voteId)).toEqual([300]);
    expect(await cast(voteId, 500)).toEqual({ kind: 'notOpen' });
  });

  it('lies under no name that the database knows, and is thrown away at the reveal', async () => {
    const voteId = await open();
    await cast(voteId, 200);
    await cast(voteId, 400, other);
    const kept = await ballots();
    expect(kept.map(({ level }) => level).sort()).toEqual([200, 400]);
    const known = JSON.stringify(
      await house.db.selectFrom('account').select(['id', 'agency_code']).execute(),
    );
    for (const { voter } of kept) expect(known).not.toContain(voter);
    expect(new Set(kept.map(({ voter }) => voter)).size).toBe(2);
    await step(voteId, 'closeAndReveal');
    expect(await ballots()).toEqual([]);
    expect(await counted(voteId)).toEqual([200, 400]);
  });

  it('of a time before ballots could be changed stands: who voted then is refused a second one', async () => {
    const voteId = await open();
    await house.db.insertInto('vote_voter').values({ vote_id: voteId, account_id: operator.id }).execute();
    expect(await cast(voteId, 200)).toEqual({ kind: 'already' });
    expect(await ballots()).toEqual([]);
    expect(await house.events('vote.cast')).toEqual([]);
    expect(await cast(voteId, 200, other)).toEqual({ kind: 'cast' });
  });

  it('of a person is one of several in an agency; of an agency whoever of it votes has the one', async () => {
    const first = await open();
    for (const actor of [operator, head, other, reviewer]) {
      expect(await cast(first, 300, actor)).toEqual({ kind: 'cast' });
    }
    await step(first, 'closeAndReveal');
    expect(await counted(first)).toEqual([300, 300, 300, 300]);
    const second = await open(BY_AGENCY);
    expect(await cast(second, 200)).toEqual({ kind: 'cast' });
    expect(await cast(second, 400, head)).toEqual({ kind: 'changed' });
    expect(await cast(second, 100, other)).toEqual({ kind: 'cast' });
    expect(await cast(second, 100, reviewer)).toEqual({ kind: 'sitsOut', why: 'noAgency' });
    expect(await findVote(house.db, HERE, second)).toMatchObject({ ballot: 'agency', voted: 2 });
    for (const [actor, is] of [
      [operator, true],
      [head, true],
      [subject, false],
      [reviewer, false],
    ] as const) {
      expect(await hasVoted(house.db, { id: second, ballot: 'agency' }, actor)).toBe(is);
    }
    const twice = house.db.insertInto('vote_voter').values({ vote_id: second, account_id: head.id });
    await expect(twice.execute()).rejects.toThrow('one ballot per agency');
    await step(second, 'closeAndReveal');
    expect(await counted(second)).toEqual([100, 400]);
  });

  it('is not the own agency’s to cast, unless that was allowed at the opening', async () => {
    const voteId = await open();
    expect(await cast(voteId, 500, subject)).toEqual({ kind: 'sitsOut', why: 'subject' });
    const past = house.db.insertInto('vote_voter').values({ vote_id: voteId, account_id: subject.id });
    await expect(past.execute()).rejects.toThrow('under discussion');
    expect((await readVotePage(await meeting(subject), voteId))?.sitsOut).toBe('subject');
    expect((await readVotesPage(await meeting(subject), new URLSearchParams())).votesNow).toBe(false);
    await step(voteId, 'withdraw');
    const allowed = await open({ ...QUESTION, includesSubject: true });
    expect(await cast(allowed, 500, subject)).toEqual({ kind: 'cast' });
    expect((await readVotePage(await meeting(subject), allowed))?.sitsOut).toBeNull();
    // The next one is asked without the agency again.
    const { manage } = await readVotesPage(await meeting(), new URLSearchParams());
    expect(manage?.preset.includesSubject).toBe(false);
  });
});

describe('how many could vote', () => {
  it('counts people or agencies, without the agency under discussion', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const now = new Date().toISOString();
    for (const actor of [subject, operator, head, other, reviewer]) {
      await house.db
        .insertInto('sign_in')
        .values({
          token_hash: actor.id,
          account_id: actor.id,
          created_at: now,
          last_seen_at: now,
          expires_at: soon,
          user_agent: null,
        })
        .execute();
    }
    for (const [question, eligible] of [
      [QUESTION, 4],
      [{ ...QUESTION, includesSubject: true }, 5],
      [BY_AGENCY, 2],
      [{ ...BY_AGENCY, includesSubject: true }, 3],
    ] as const) {
      const voteId = await open(question);
      expect(await findVote(house.db, HERE, voteId)).toMatchObject({ eligible });
      await step(voteId, 'close');
      expect(await findVote(house.db, HERE, voteId)).toMatchObject({ eligible });
    }
  });
});

describe('a vote that was closed', () => {
  it('goes on from where it stood when it is opened again, until its result is shown', async () => {
    const voteId = await open();
    await cast(voteId, 200);
    await step(voteId, 'close');
    expect(await cast(voteId, 300)).toEqual({ kind: 'notOpen' });
    expect(await step(voteId, 'reopen')).toBe('done');
    expect(await step(voteId, 'reopen')).toBe('done');
    expect(await findVote(house.db, HERE, voteId)).toMatchObject({ state: 'open', voted: 1, closedAt: null });
    expect(await cast(voteId, 300)).toEqual({ kind: 'changed' });
    expect(await cast(voteId, 500, other)).toEqual({ kind: 'cast' });
    await step(voteId, 'closeAndReveal');
    expect(await step(voteId, 'reopen')).toBe('over');
    expect(await counted(voteId)).toEqual([300, 500]);
    expect(await stepsOnRecord()).toEqual([
      'vote.opened',
      'vote.closed',
      'vote.reopened',
      'vote.closed',
      'vote.revealed',
    ]);
  });

  it('waits for the one that is open, and is then the one that the hall is shown', async () => {
    const first = await open();
    await step(first, 'close');
    const second = await open();
    expect(await step(first, 'reopen')).toBe('otherOpen');
    await step(second, 'close');
    expect((await latestVote(house.db, HERE))?.id).toBe(second);
    expect(await step(first, 'reopen')).toBe('done');
    expect((await latestVote(house.db, HERE))?.id).toBe(first);
  });
});

describe('a vote that was opened by mistake', () => {
  it.each(['open', 'closed'])('is withdrawn while %s: uncounted, on record, and for good', async (state) => {
    const voteId = await open();
    await cast(voteId, 200);
    if (state === 'closed') await step(voteId, 'close');
    expect(await step(voteId, 'withdraw')).toBe('done');
    expect(await step(voteId, 'withdraw')).toBe('done');
    expect(await ballots()).toEqual([]);
    expect(await findVote(house.db, HERE, voteId)).toMatchObject({ isWithdrawn: true, revealed: null });
    expect(await stepsOnRecord()).toEqual(['vote.opened', 'vote.closed', 'vote.withdrawn']);
    expect((await house.events('vote.withdrawn')).at(-1)).toMatchObject({
      actor_id: facilitator.id,
      agency_code: '63.01',
      indicator_no: 3,
    });
    for (const which of ['reopen', 'reveal', 'closeAndReveal', 'close'] as const) {
      expect(await step(voteId, which)).toBe('over');
    }
    for (const set of [{ state: 'open' }, { state: 'revealed' }, { withdrawn_at: null }] as const) {
      const past = house.db.updateTable('vote').set(set).where('id', '=', voteId);
      await expect(past.execute()).rejects.toThrow();
    }
    expect(await cast(voteId, 300, other)).toEqual({ kind: 'notOpen' });
  });

  it('stands in the list for those who look, and in no count, scene or way of the next one', async () => {
    const voteId = await open();
    await step(voteId, 'withdraw');
    expect(await listVotes(house.db, HERE)).toEqual([]);
    expect(await latestVote(house.db, HERE)).toBeNull();
    const page = await readVotesPage(await meeting(), new URLSearchParams());
    expect(page.votes.map(({ id, isWithdrawn }) => [id, isWithdrawn])).toEqual([[voteId, true]]);
    expect(await open()).not.toBe(voteId);
  });
});

describe('the notice on every page', () => {
  it('tells of the open vote who has a ballot and has not cast it', async () => {
    const told = async (actor: Actor) => (await readNotice(house.scope(actor), HERE))?.vote ?? null;
    expect(await told(operator)).toBeNull();
    const voteId = await open(BY_AGENCY);
    expect(await told(operator)).toMatchObject({ id: voteId, indicatorNo: 3 });
    expect(await told(subject)).toBeNull();
    await cast(voteId, 300, head);
    expect(await told(operator)).toBeNull();
    expect(await told(other)).toMatchObject({ id: voteId });
    await step(voteId, 'close');
    expect(await told(other)).toBeNull();
  });
});
