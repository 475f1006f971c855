/** What each step of a vote leaves behind: in its rows and in the record, and nowhere else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '~/record/events';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { castVote } from './castVote.server';
import { agreeLevel, openVote, type Question, type Step, takeVoteStep } from './runVote.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const QUESTION: Question = {
  instrumentCode: DECIMAL.code,
  indicatorNo: 3,
  agencyCode: '63.01',
  ballot: 'person',
  includesSubject: false,
};

let house: House;
let facilitator: Actor;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.02');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({ id, year, memberIds: [facilitator.id], instruments: [WHOLE, DECIMAL] });
  }
  await house.answer(HERE, '63.01', [100, 200, 350, null], DECIMAL);
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = HERE) => house.meeting(actor, rakerdaId);
const openIn = async (question = QUESTION, rakerdaId = HERE) =>
  openVote(await meeting(facilitator, rakerdaId), question);
async function open(question = QUESTION, rakerdaId = HERE): Promise<string> {
  const result = await openIn(question, rakerdaId);
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.voteId;
}
const step = async (voteId: string, which: Step) => takeVoteStep(await meeting(), voteId, which);
const cast = async (voteId: string, level: number, actor = operator) =>
  castVote(await meeting(actor), voteId, level);
const row = (id: string) =>
  house.db.selectFrom('vote').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const tally = async (voteId: string) =>
  (
    await house.db
      .selectFrom('vote_tally')
      .selectAll()
      .where('vote_id', '=', voteId)
      .orderBy('level')
      .execute()
  ).map(({ level, votes }) => [level, votes]);
/** The newest event of a type, with its payload read. */
async function said(type: EventType) {
  const event = (await house.events(type)).at(-1);
  return { ...event, payload: JSON.parse(event?.payload ?? 'null') as unknown };
}
const SUBJECT = { rakerda_id: HERE, agency_code: '63.01', indicator_no: 3 };

describe('an opened vote', () => {
  it('holds the claim of the moment and a tally of every whole level', async () => {
    const voteId = await open();
    const event = await said('vote.opened');
    expect(event).toMatchObject({
      ...SUBJECT,
      actor_id: facilitator.id,
      payload: { voteId, instrument: DECIMAL.code, ballot: 'person', includesSubject: false },
    });
    expect(await row(voteId)).toMatchObject({
      rakerda_id: HERE,
      instrument_code: DECIMAL.code,
      indicator_no: 3,
      agency_code: '63.01',
      claimed_level: 350,
      ballot: 'person',
      includes_subject: 0,
      state: 'open',
      opened_at: event.at,
      opened_by: facilitator.id,
      closed_at: null,
    });
    expect(await tally(voteId)).toEqual([100, 200, 300, 400, 500].map((level) => [level, 0]));
  });

  it('claims nothing where nothing is answered, also in the other instrument', async () => {
    const first = await open({ ...QUESTION, indicatorNo: 4 });
    expect((await row(first)).claimed_level).toBeNull();
    await step(first, 'close');
    const second = await open({ ...QUESTION, instrumentCode: WHOLE.code });
    expect((await row(second)).claimed_level).toBeNull();
    expect((await tally(second)).map(([level]) => level)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stands in the way of every other question, and of none in another Rakerda', async () => {
    const there = await open(QUESTION, OTHER);
    const here = await open();
    expect(here).not.toBe(there);
    for (const other of [
      { ...QUESTION, agencyCode: '63.02' },
      { ...QUESTION, indicatorNo: 4 },
      { ...QUESTION, instrumentCode: WHOLE.code },
    ]) {
      expect(await openIn(other)).toEqual({ kind: 'otherOpen', voteId: here });
    }
    expect(await openIn(QUESTION, OTHER)).toEqual({ kind: 'opened', voteId: there });
  });

  it('is of an agency, an instrument and an indicator that there are here', async () => {
    await house.rakerda({
      id: 'sempit',
      year: 2028,
      agencyCodes: ['63.01'],
      memberIds: [facilitator.id],
      instruments: [DECIMAL],
    });
    for (const strange of [
      { ...QUESTION, agencyCode: '63.02' },
      { ...QUESTION, indicatorNo: 5 },
      { ...QUESTION, indicatorNo: 0 },
      { ...QUESTION, instrumentCode: WHOLE.code },
    ]) {
      expect(await openIn(strange, 'sempit')).toEqual({ kind: 'unknown' });
    }
    expect(await house.events('vote.opened')).toEqual([]);
  });

  it('is run by who may', async () => {
    const voteId = await open();
    const scope = await meeting(operator);
    const agreement = { level: 300, reason: 'x', seen: '' };
    await expect(openVote(scope, QUESTION)).rejects.toMatchObject({ status: 403 });
    await expect(takeVoteStep(scope, voteId, 'close')).rejects.toMatchObject({ status: 403 });
    await expect(agreeLevel(scope, voteId, agreement)).rejects.toMatchObject({ status: 403 });
    await house.moveTo(HERE, 'closed');
    expect(await openIn()).toEqual({ kind: 'locked' });
    expect(await agreeLevel(await meeting(), voteId, agreement)).toEqual({ kind: 'locked' });
  });
});

describe('a ballot', () => {
  it('counts for its vote and its level alone; who voted once votes in the next one too', async () => {
    const first = await open();
    expect(await cast(first, 300)).toEqual({ kind: 'cast' });
    await step(first, 'close');
    expect(await cast(first, 300)).toEqual({ kind: 'notOpen' });
    const second = await open();
    expect(await cast(second, 300)).toEqual({ kind: 'cast' });
    await step(second, 'closeAndReveal');
    await step(first, 'reveal');
    expect(await tally(first)).toEqual(await tally(second));
    expect(await tally(second)).toEqual([
      [100, 0],
      [200, 0],
      [300, 1],
      [400, 0],
      [500, 0],
    ]);
    expect(await said('vote.cast')).toMatchObject({
      ...SUBJECT,
      actor_id: null,
      payload: { voteId: second },
    });
  });

  it('is of a level that can be chosen', async () => {
    const voteId = await open();
    for (const level of [3, 350, 600, 0]) expect(await cast(voteId, level)).toEqual({ kind: 'level' });
    expect(await house.events('vote.cast')).toEqual([]);
  });
});

describe('the steps', () => {
  it('close, then reveal, each at its moment and once', async () => {
    const voteId = await open();
    expect(await step(voteId, 'close')).toEqual({ kind: 'done' });
    const closed = await said('vote.closed');
    expect(closed).toMatchObject({
      ...SUBJECT,
      actor_id: facilitator.id,
      payload: { voteId, eligible: 0 },
    });
    expect(await row(voteId)).toMatchObject({ state: 'closed', closed_at: closed.at, revealed_at: null });
    expect(await step(voteId, 'close')).toEqual({ kind: 'done' });
    expect(await step(voteId, 'reveal')).toEqual({ kind: 'done' });
    const revealed = await said('vote.revealed');
    expect(revealed).toMatchObject({ ...SUBJECT, actor_id: facilitator.id, payload: { voteId } });
    expect(await row(voteId)).toMatchObject({
      state: 'revealed',
      closed_at: closed.at,
      revealed_at: revealed.at,
    });
    for (const which of ['close', 'reveal', 'closeAndReveal'] as const) {
      expect(await step(voteId, which)).toEqual({ kind: 'done' });
    }
    expect(await house.events('vote.closed')).toHaveLength(1);
    expect(await house.events('vote.revealed')).toHaveLength(1);
  });

  it('move the vote that is meant', async () => {
    const first = await open();
    await step(first, 'close');
    const second = await open();
    await step(second, 'closeAndReveal');
    expect((await row(first)).state).toBe('closed');
    expect((await row(second)).state).toBe('revealed');
  });
});

describe('an agreement', () => {
  const agree = async (voteId: string, level: number, reason: string, seen = '') =>
    agreeLevel(await meeting(), voteId, { level, reason, seen });

  it('is written beside the claim of its own vote, with who and when', async () => {
    const first = await open();
    await step(first, 'closeAndReveal');
    const second = await open();
    await step(second, 'closeAndReveal');
    expect(await agree(second, 300, 'SOP belum ada')).toEqual({ kind: 'done' });
    const event = await said('vote.agreed');
    expect(event).toMatchObject({
      ...SUBJECT,
      actor_id: facilitator.id,
      payload: { voteId: second, level: 300, reason: 'SOP belum ada', claimed: 350, before: null },
    });
    expect(await row(second)).toMatchObject({
      claimed_level: 350,
      agreed_level: 300,
      agreed_reason: 'SOP belum ada',
      agreed_at: event.at,
      agreed_by: facilitator.id,
    });
    expect(await row(first)).toMatchObject({ agreed_level: null, agreed_by: null });
  });

  it('is corrected in its level or in its reason alone, by who saw the last one', async () => {
    const voteId = await open();
    for (const which of ['close', 'reveal'] as const) {
      expect(await agree(voteId, 300, 'satu')).toEqual({ kind: 'stillOpen' });
      await step(voteId, which);
    }
    await agree(voteId, 300, 'satu');
    const seen = async () => (await row(voteId)).agreed_at ?? '';
    expect(await agree(voteId, 300, 'dua', await seen())).toEqual({ kind: 'done' });
    expect((await said('vote.agreed')).payload).toMatchObject({
      level: 300,
      reason: 'dua',
      before: { level: 300, reason: 'satu' },
    });
    expect(await agree(voteId, 400, 'dua', await seen())).toEqual({ kind: 'done' });
    expect((await said('vote.agreed')).payload).toMatchObject({
      level: 400,
      before: { level: 300, reason: 'dua' },
    });
    expect(await agree(voteId, 350, 'dua', await seen())).toEqual({ kind: 'level' });
    expect(await agree(voteId, 500, 'dua', '')).toEqual({ kind: 'moved' });
    expect(await row(voteId)).toMatchObject({ agreed_level: 400, agreed_reason: 'dua' });
  });
});
