import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOf } from '~/instrument';
import type { Actor } from '~/policy';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { castVote } from './castVote.server';
import { agreeLevel, openVote, type Question, takeVoteStep } from './runVote.server';
import { readVotePage, readVotesPage } from './votes.read.server';
import { agreedLevels, findVote, latestVote, listVotes, medianOf } from './voteRows.server';

const RAKERDA = 'uji-2026';
const OTHER = 'uji-2027';
const AGENCIES = ['63.01', '63.02', '63.03'];
const QUESTION: Question = {
  instrumentCode: 'spbe-2020',
  indicatorNo: 13,
  agencyCode: '63.01',
  ballot: 'person',
  includesSubject: true,
};

let house: House;
let facilitator: Actor;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.02');
  for (const [id, year] of [
    [RAKERDA, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({ id, year, agencyCodes: AGENCIES, memberIds: [facilitator.id] });
  }
  await claim(4);
});

afterEach(() => house.close());

/** Writes the claimed level of the question straight into the assessment. */
async function claim(level: number): Promise<void> {
  const levels = indicatorsOf(WHOLE).map(({ no }) => (no === QUESTION.indicatorNo ? level : null));
  await house.db
    .updateTable('assessment')
    .set({ levels: JSON.stringify(levels) })
    .where('agency_code', '=', QUESTION.agencyCode)
    .execute();
}

const meetingOf = (actor: Actor, rakerdaId = RAKERDA) => house.meeting(actor, rakerdaId);

async function open(question = QUESTION, rakerdaId = RAKERDA): Promise<string> {
  const result = await openVote(await meetingOf(facilitator, rakerdaId), question);
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.voteId;
}

async function cast(actor: Actor, voteId: string, level: number) {
  return castVote(await meetingOf(actor), voteId, level);
}

async function step(voteId: string, which: 'close' | 'reveal' | 'closeAndReveal') {
  return takeVoteStep(await meetingOf(facilitator), voteId, which);
}

async function agree(voteId: string, level: number, reason: string, seen: string) {
  return agreeLevel(await meetingOf(facilitator), voteId, { level, reason, seen });
}

async function signIn(actor: Actor): Promise<void> {
  const now = new Date();
  await house.db
    .insertInto('sign_in')
    .values({
      token_hash: `${actor.id} ${String(Math.random())}`,
      account_id: actor.id,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: new Date(now.getTime() + 3_600_000).toISOString(),
      user_agent: null,
    })
    .execute();
}

describe('one vote each', () => {
  it('counts twenty accounts once, although everybody sends twice at the same time', async () => {
    const voteId = await open();
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, place) => house.person('operator', AGENCIES[place % 3] ?? null)),
    );
    const results = await Promise.all(
      [...people, ...people].map((actor, place) => cast(actor, voteId, (place % 5) + 1)),
    );
    expect(results.filter(({ kind }) => kind === 'cast')).toHaveLength(20);
    expect(results.filter(({ kind }) => kind === 'changed')).toHaveLength(20);
    await step(voteId, 'closeAndReveal');
    const vote = await findVote(house.db, RAKERDA, voteId);
    expect(vote?.voted).toBe(20);
    expect(vote?.revealed?.tally.map(({ votes }) => votes)).toEqual([4, 4, 4, 4, 4]);
  });

  it('is kept by the database itself', async () => {
    const voteId = await open();
    await cast(operator, voteId, 3);
    const voters = house.db.insertInto('vote_voter');
    await expect(voters.values({ vote_id: voteId, account_id: operator.id }).execute()).rejects.toThrow(
      /UNIQUE/,
    );
    const tally = house.db.updateTable('vote_tally').where('vote_id', '=', voteId);
    const ballots = house.db.insertInto('vote_ballot');
    await expect(ballots.values({ vote_id: voteId, voter: 'siapa', level: 9 }).execute()).rejects.toThrow(
      /FOREIGN KEY/,
    );
    await expect(house.db.deleteFrom('vote_ballot').execute()).rejects.toThrow('stays until');
    await tally.set({ votes: 1 }).where('level', '=', 2).execute();
    await expect(tally.set({ votes: 2 }).where('level', '=', 3).execute()).rejects.toThrow(
      'more votes than voters',
    );
    await expect(tally.set({ votes: 0 }).where('level', '=', 2).execute()).rejects.toThrow(
      'more votes than voters',
    );
    await expect(house.db.deleteFrom('vote_voter').where('vote_id', '=', voteId).execute()).rejects.toThrow(
      'a vote is cast once',
    );
    await step(voteId, 'close');
    await expect(voters.values({ vote_id: voteId, account_id: facilitator.id }).execute()).rejects.toThrow(
      'the vote is not open',
    );
    await expect(house.db.updateTable('vote_ballot').set({ level: 1 }).execute()).rejects.toThrow(
      'the vote is not open',
    );
    await expect(ballots.values({ vote_id: voteId, voter: 'siapa', level: 1 }).execute()).rejects.toThrow(
      'the vote is not open',
    );
    const vote = house.db.updateTable('vote').where('id', '=', voteId);
    await expect(vote.set({ ballot: 'agency' }).execute()).rejects.toThrow('stands fixed');
    await expect(vote.set({ agreed_level: 2, agreed_reason: 'x' }).execute()).rejects.toThrow(
      'vote_agreed_whole',
    );
    await expect(vote.set({ claimed_level: 1 }).execute()).rejects.toThrow('stands fixed');
  });

  it('takes none after the closing, none of an unknown level, and none from who may not', async () => {
    const voteId = await open();
    expect(await cast(operator, voteId, 6)).toEqual({ kind: 'level' });
    await expect(cast(facilitator, voteId, 3)).rejects.toMatchObject({ status: 403 });
    const stranger = await house.person('operator', '62.01');
    await expect(cast(stranger, voteId, 3)).rejects.toMatchObject({ status: 403 });
    await step(voteId, 'close');
    expect(await cast(operator, voteId, 3)).toEqual({ kind: 'notOpen' });
    await house.db.updateTable('rakerda').set({ state: 'closed' }).execute();
    expect((await step(voteId, 'reveal')).kind).toBe('locked');
  });
});

describe('secrecy', () => {
  it('hands no tally, claim or median to anybody before the reveal, by no way there is', async () => {
    const reviewer = await house.person('reviewer');
    await house.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: RAKERDA, account_id: reviewer.id })
      .execute();
    const administrator = await house.person('administrator');
    const voteId = await open();
    await cast(operator, voteId, 2);
    await cast(reviewer, voteId, 2);
    for (const state of ['open', 'closed']) {
      if (state === 'closed') await step(voteId, 'close');
      for (const actor of [administrator, facilitator, reviewer, operator]) {
        const meeting = await meetingOf(actor);
        const seen = JSON.stringify([
          await readVotePage(meeting, voteId),
          await readVotesPage(meeting, new URLSearchParams()),
          await latestVote(house.db, RAKERDA),
          await listVotes(house.db, RAKERDA),
          await agreedLevels(house.db, RAKERDA, '63.01'),
          rakerdaPagesFor(actor, meeting.place),
        ]);
        expect(seen).toContain(voteId);
        expect(seen).toContain('"voted":2');
        expect(seen).not.toMatch(/tally|median|"votes":\s*\d|claimed/);
      }
    }
    await step(voteId, 'reveal');
    const vote = await findVote(house.db, RAKERDA, voteId);
    expect(vote?.revealed).toMatchObject({ median: 200, claimed: 4, agreed: null });
  });

  it('leaves neither a level nor a name beside a vote in the record, and no order in the tables', async () => {
    const voteId = await open();
    await cast(operator, voteId, 2);
    const event = await house.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'vote.cast')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ actor_id: null, request_id: null, payload: JSON.stringify({ voteId }) });
    const tally = await house.db.selectFrom('vote_tally').select('level').execute();
    expect(tally.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('running a vote', () => {
  it('holds one at a time, and opens the same question once however often it is sent', async () => {
    const voteId = await open();
    expect(await open()).toBe(voteId);
    const meeting = await meetingOf(facilitator);
    const other = { ...QUESTION, indicatorNo: 14 };
    expect(await openVote(meeting, other)).toEqual({
      kind: 'otherOpen',
      voteId,
    });
    expect((await step(voteId, 'reveal')).kind).toBe('stillOpen');
    expect((await step(voteId, 'closeAndReveal')).kind).toBe('done');
    expect((await step(voteId, 'closeAndReveal')).kind).toBe('done');
    expect((await house.eventTypes(RAKERDA)).filter((type) => type.startsWith('vote.'))).toEqual([
      'vote.opened',
      'vote.closed',
      'vote.revealed',
    ]);
    expect(await open(other)).not.toBe(voteId);
    const unknown = await openVote(meeting, { ...QUESTION, agencyCode: '63.09' });
    expect(unknown.kind).toBe('unknown');
  });

  it('counts who is signed in and may vote, and keeps that number at the closing', async () => {
    await signIn(operator);
    await signIn(operator);
    await signIn(facilitator);
    await signIn(await house.person('operator', '62.01'));
    const head = await house.person('head', '63.01');
    await signIn(head);
    const voteId = await open();
    expect((await latestVote(house.db, RAKERDA))?.eligible).toBe(2);
    await cast(head, voteId, 3);
    await step(voteId, 'close');
    await house.db.deleteFrom('sign_in').execute();
    expect(await latestVote(house.db, RAKERDA)).toMatchObject({ voted: 1, eligible: 2 });
  });

  it('records the agreed level beside the claim, with what stood there before', async () => {
    const voteId = await open();
    expect((await agree(voteId, 3, 'SOP belum ada', '')).kind).toBe('stillOpen');
    await step(voteId, 'closeAndReveal');
    expect((await agree(voteId, 9, 'x', '')).kind).toBe('level');
    expect((await agree(voteId, 3, 'SOP belum ada', '')).kind).toBe('done');
    expect((await agree(voteId, 3, 'SOP belum ada', '')).kind).toBe('done');
    expect((await agree(voteId, 2, 'Lain', '')).kind).toBe('moved');
    const [first] = await agreedLevels(house.db, RAKERDA, '63.01');
    expect(first).toMatchObject({ indicatorNo: 13, level: 3, reason: 'SOP belum ada', claimed: 4 });
    expect((await agree(voteId, 2, 'Lain', first?.agreedAt ?? '')).kind).toBe('done');
    const payloads = await house.db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'vote.agreed')
      .orderBy('seq')
      .execute();
    expect(payloads.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([
      { level: 3, before: null },
      { level: 2, claimed: 4, before: { level: 3, reason: 'SOP belum ada' } },
    ]);
    expect(await house.db.selectFrom('answer').selectAll().execute()).toEqual([]);
  });
});

describe('what belongs elsewhere', () => {
  it('acts on no vote of another Rakerda', async () => {
    const there = await open(QUESTION, OTHER);
    await expect(cast(operator, there, 3)).rejects.toMatchObject({ status: 404 });
    await expect(step(there, 'closeAndReveal')).rejects.toMatchObject({ status: 404 });
    await expect(agree(there, 3, 'x', '')).rejects.toMatchObject({ status: 404 });
    expect(await readVotePage(await meetingOf(facilitator), there)).toBeNull();
    expect(await findVote(house.db, OTHER, there)).toMatchObject({ state: 'open', voted: 0 });
  });

  it('takes no ballot once the stage is over, although the vote was left open', async () => {
    const voteId = await open();
    const before = await meetingOf(operator);
    await house.moveTo(RAKERDA, 'closed');
    expect(await castVote(before, voteId, 3)).toEqual({ kind: 'locked' });
    expect(await findVote(house.db, RAKERDA, voteId)).toMatchObject({ state: 'open', voted: 0 });
  });
});

describe('the median', () => {
  it('is the middle vote, or lies between the two middle ones', () => {
    expect(medianOf([], 1)).toBeNull();
    expect(medianOf([{ level: 3, votes: 0 }], 1)).toBeNull();
    const even = [
      { level: 3, votes: 2 },
      { level: 4, votes: 2 },
    ];
    expect(medianOf(even, 1)).toBe(350);
    expect(medianOf([...even, { level: 5, votes: 1 }], 1)).toBe(400);
    expect(medianOf([{ level: 350, votes: 1 }], 100)).toBe(350);
  });
});
