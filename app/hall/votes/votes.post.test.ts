/** The forms of votes, as a browser posts them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { openVote } from './runVote.server';
import { postToVote, postToVotes } from './votes.post.server';
import { findVote, listVotes } from './voteRows.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';

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
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = HERE) => house.meeting(actor, rakerdaId);

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const OPEN = { intent: 'open', indicator: `${WHOLE.code}:13`, agency: '63.01' };
const postOpen = async (fields: Readonly<Record<string, string>>, actor = facilitator) =>
  postToVotes(await meeting(actor), formOf(fields));
const post = async (voteId: string, fields: Readonly<Record<string, string>>, actor = facilitator) =>
  postToVote(await meeting(actor), voteId, formOf(fields));

async function opened(fields: Readonly<Record<string, string>> = OPEN): Promise<string> {
  const result = await postOpen(fields);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result.voteId;
}

describe('the form that opens a vote', () => {
  it('opens what was chosen, and turns the screen to it where that was ticked', async () => {
    const result = await postOpen(OPEN);
    const [vote, ...more] = await listVotes(house.db, HERE);
    expect(more).toEqual([]);
    expect(vote).toMatchObject({ instrumentCode: WHOLE.code, indicatorNo: 13, agencyCode: '63.01' });
    expect(result).toEqual({ kind: 'opened', voteId: vote?.id, show: false });
    expect(await postOpen({ ...OPEN, show: 'on' })).toEqual({ kind: 'opened', voteId: vote?.id, show: true });
  });

  it('says what is missing, and keeps what was chosen', async () => {
    const errors = { indicator: 'chooseIndicator', agency: 'chooseAgency' };
    const refusal = (typed: object, wrong: object) => ({
      kind: 'refused',
      refusal: { kind: 'invalid', typed, errors: wrong },
    });
    const rest = { ballot: '', includesSubject: false };
    expect(await postOpen({ intent: 'open' })).toEqual(
      refusal({ indicator: '', agency: '', ...rest }, errors),
    );
    const chosen = { ballot: 'agency', includesSubject: true };
    expect(await postOpen({ ...OPEN, agency: '', ballot: 'agency', includesSubject: 'on' })).toEqual(
      refusal({ indicator: OPEN.indicator, agency: '', ...chosen }, { agency: 'chooseAgency' }),
    );
    expect(await postOpen({ ...OPEN, indicator: 'apa saja' })).toEqual(
      refusal({ indicator: 'apa saja', agency: '63.01', ...rest }, { indicator: 'chooseIndicator' }),
    );
    // Well-formed, but not of this Rakerda.
    for (const strange of [
      { ...OPEN, agency: '63.11' },
      { ...OPEN, indicator: `${WHOLE.code}:48` },
      { ...OPEN, indicator: 'lain:1' },
    ]) {
      const { indicator, agency } = strange;
      expect(await postOpen(strange)).toEqual(refusal({ indicator, agency, ...rest }, errors));
    }
    expect(await listVotes(house.db, HERE)).toEqual([]);
  });

  it('names the vote that is open already, and says when the stage is over', async () => {
    const voteId = await opened();
    const other = { ...OPEN, indicator: `${DECIMAL.code}:1` };
    const typed = { indicator: other.indicator, agency: '63.01', ballot: '', includesSubject: false };
    expect(await postOpen(other)).toEqual({ kind: 'refused', refusal: { kind: 'otherOpen', typed, voteId } });
    await house.moveTo(HERE, 'closed');
    expect(await postOpen(other)).toEqual({ kind: 'refused', refusal: { kind: 'locked', typed } });
  });

  it('is for who runs the Rakerda, and takes no other form', async () => {
    for (const fields of [OPEN, { intent: 'tari' }]) {
      await expect(postOpen(fields, operator)).rejects.toMatchObject({ status: 403 });
    }
    await expect(postOpen({ ...OPEN, intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    expect(await listVotes(house.db, HERE)).toEqual([]);
  });
});

describe('the forms of one vote', () => {
  it('cast, and say so when the ballot was changed', async () => {
    const voteId = await opened();
    const cast = (level: string, actor = operator) => post(voteId, { intent: 'cast', level }, actor);
    const invalid = { kind: 'refused', refusal: { kind: 'castInvalid' } };
    for (const level of ['', 'x', '6', '0', '2.5']) expect(await cast(level)).toEqual(invalid);
    expect(await cast('4')).toEqual({ kind: 'done', message: 'masuk' });
    expect(await cast('5')).toEqual({ kind: 'done', message: 'diubah' });
    expect(await cast('4', await house.person('operator', '63.01'))).toEqual({
      kind: 'refused',
      refusal: { kind: 'sitsOut' },
    });
    await expect(cast('4', facilitator)).rejects.toMatchObject({ status: 403 });
    await post(voteId, { intent: 'closeAndReveal' });
    const vote = await findVote(house.db, HERE, voteId);
    expect(vote?.revealed?.tally.map(({ votes }) => votes)).toEqual([0, 0, 0, 0, 1]);
    const head = await house.person('head', '63.03');
    expect(await cast('4', head)).toEqual({ kind: 'refused', refusal: { kind: 'notOpen' } });
  });

  it('lead through the steps, each with its own word', async () => {
    const first = await opened();
    expect(await post(first, { intent: 'reveal' })).toEqual({
      kind: 'refused',
      refusal: { kind: 'stillOpen' },
    });
    expect(await post(first, { intent: 'close' })).toEqual({ kind: 'done', message: 'ditutup' });
    expect(await post(first, { intent: 'reopen' })).toEqual({ kind: 'done', message: 'dibuka-lagi' });
    expect((await findVote(house.db, HERE, first))?.state).toBe('open');
    await post(first, { intent: 'close' });
    expect((await findVote(house.db, HERE, first))?.state).toBe('closed');
    expect(await post(first, { intent: 'reveal' })).toEqual({ kind: 'done', message: 'hasil' });
    expect((await findVote(house.db, HERE, first))?.state).toBe('revealed');
    const second = await opened();
    expect(await post(second, { intent: 'closeAndReveal' })).toEqual({ kind: 'done', message: 'hasil' });
    expect((await findVote(house.db, HERE, second))?.state).toBe('revealed');
    expect(await post(second, { intent: 'withdraw' })).toEqual({
      kind: 'refused',
      refusal: { kind: 'over' },
    });
    await expect(post(second, { intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    const third = await opened();
    expect(await post(third, { intent: 'withdraw' })).toEqual({ kind: 'done', message: 'batal' });
    expect(await findVote(house.db, HERE, third)).toMatchObject({ state: 'closed', isWithdrawn: true });
  });

  it('write the agreement down, and keep what was typed where it is refused', async () => {
    const voteId = await opened();
    const agree = (level: string, reason: string, seen = '') =>
      post(voteId, { intent: 'agree', level, reason, seen });
    expect(await agree('3', 'SOP')).toEqual({ kind: 'refused', refusal: { kind: 'stillOpen' } });
    await post(voteId, { intent: 'closeAndReveal' });
    const refusal = (typed: object, errors: object, isStale = false) => ({
      kind: 'refused',
      refusal: { kind: 'agree', typed, errors, isStale },
    });
    expect(await agree('', '')).toEqual(
      refusal({ level: '', reason: '' }, { level: 'chooseLevel', reason: 'reasonMissing' }),
    );
    expect(await agree('3', ' ')).toEqual(refusal({ level: '3', reason: ' ' }, { reason: 'reasonMissing' }));
    expect(await agree('9', 'SOP')).toEqual(refusal({ level: '9', reason: 'SOP' }, { level: 'chooseLevel' }));
    expect(await agree('3', 'SOP')).toEqual({ kind: 'done', message: 'sepakat' });
    expect((await findVote(house.db, HERE, voteId))?.revealed?.agreed).toMatchObject({
      level: 3,
      reason: 'SOP',
    });
    expect(await agree('2', 'Lain')).toEqual(refusal({ level: '2', reason: 'Lain' }, {}, true));
    await house.moveTo(HERE, 'closed');
    expect(await agree('2', 'Lain')).toEqual({ kind: 'refused', refusal: { kind: 'locked' } });
  });

  it('turn the screen to a vote of this Rakerda only', async () => {
    const voteId = await opened();
    const there = await openVote(await meeting(facilitator, OTHER), {
      instrumentCode: WHOLE.code,
      indicatorNo: 1,
      agencyCode: '63.01',
      ballot: 'person',
      includesSubject: false,
    });
    if (there.kind !== 'opened') throw new Error(there.kind);
    expect(await post(voteId, { intent: 'show' })).toEqual({ kind: 'show' });
    for (const intent of ['show', 'close', 'agree']) {
      await expect(post(there.voteId, { intent, level: '3', reason: 'x', seen: '' })).rejects.toMatchObject({
        status: 404,
      });
    }
  });

  it('but casting are for who runs the Rakerda', async () => {
    const voteId = await opened();
    for (const intent of [
      'close',
      'reveal',
      'closeAndReveal',
      'reopen',
      'withdraw',
      'agree',
      'show',
      'tari',
    ]) {
      await expect(post(voteId, { intent }, operator)).rejects.toMatchObject({ status: 403 });
    }
    expect((await findVote(house.db, HERE, voteId))?.state).toBe('open');
  });
});
