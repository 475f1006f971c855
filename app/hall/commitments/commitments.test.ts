import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '~/i18n/zonedTime';
import { score } from '~/instrument';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { effectOf, isLate, standingOf } from './commitment';
import { checkCommitment, type CommitmentInput } from './commitmentForm';
import { readCommitmentPage } from './commitment.read.server';
import { addCommitment, changeCommitment, removeCommitment } from './changeCommitments.server';
import { readBoard } from './commitments.read.server';
import { postCommitment } from './commitments.post.server';
import { commitmentsFor, listCommitments } from './commitmentRows.server';
import { changeStatus } from './commitmentStatus.server';

const TODAY = '2026-06-01';
const input = (more: Partial<CommitmentInput> = {}): CommitmentInput => ({
  what: 'Menetapkan arsitektur',
  who: 'Kadis',
  dueOn: '2026-12-31',
  measure: 'Perbup',
  agendaItemId: null,
  instrumentCode: null,
  rises: [],
  ...more,
});
/** Of the second instrument, whose stored levels are real levels times hundred. */
const LINKED = { instrumentCode: DECIMAL.code, rises: [{ no: 2, toLevel: 300 }] };

let house: House;
let facilitator: Actor;
let operator: Actor;
let neighbour: Actor;
/** A Rakerda with two instruments, and another one with the same agencies. */
let id: string;
let other: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  neighbour = await house.person('operator', '63.02');
  const wish = { agencyCodes: ['63.01', '63.02'], memberIds: [facilitator.id], target: 260 };
  id = await house.rakerda({ ...wish, instruments: [DECIMAL, WHOLE] });
  other = await house.rakerda({ ...wish, year: 2027 });
});
afterEach(() => house.close());

const meeting = (actor: Actor, rakerdaId = id) => house.meeting(actor, rakerdaId);
const listed = (rakerdaId = id) => listCommitments(house.db, house.services.instruments, rakerdaId, TODAY);
const add = async (actor: Actor, code: string, one: CommitmentInput, key: string = randomUUID()) =>
  addCommitment(await meeting(actor), code, one, key);

/** Adds a promise of 63.01 and gives what its page shows of it. */
async function made(more: Partial<CommitmentInput> = {}) {
  const result = await add(operator, '63.01', input(more));
  if (result.kind !== 'added') throw new Error(result.kind);
  return { id: result.id, agencyCode: '63.01', version: 1 };
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a promise that the planner led to', () => {
  const proposed = async (actor: Actor, naik: string, more: Readonly<Record<string, string>> = {}) =>
    (
      await readBoard(
        await meeting(actor),
        new URLSearchParams({ buat: '63.01', instrumen: WHOLE.code, naik, ...more }),
      )
    ).proposed;

  it('begins with its steps filled in, and is written by nobody', async () => {
    const values = await proposed(operator, '3:4,5:2');
    expect(values).toMatchObject({
      instrumentCode: WHOLE.code,
      levels: { 3: '4', 5: '2' },
      who: '',
      dueOn: '',
    });
    expect(values?.what).toContain('4');
    expect(await listed()).toEqual([]);
  });

  it('leaves out what cannot be promised, and what is no step', async () => {
    expect((await proposed(operator, '3:4,99:2,4:9,5:0,x:1,:,6'))?.levels).toEqual({ 3: '4' });
    expect(await proposed(operator, '99:2')).toBeNull();
    expect(await proposed(operator, '')).toBeNull();
  });

  it('is for those alone who may write promises of the agency', async () => {
    expect(await proposed(neighbour, '3:4')).toBeNull();
    expect((await proposed(facilitator, '3:4'))?.levels).toEqual({ 3: '4' });
  });
});

describe('what a commitment would bring', () => {
  it('is the score of the raised levels', () => {
    const levels = Array.from({ length: 47 }, (_, i) => (i % 4 === 3 ? null : (i % 5) + 1));
    const effect = effectOf(standingOf(WHOLE, levels), [
      { no: 1, toLevel: 4 },
      { no: 4, toLevel: 3 },
      { no: 5, toLevel: 2 },
    ]);
    const raised = levels.map((level, i) => (i === 0 ? 4 : i === 3 ? 3 : level));
    expect(effect.index).toBe(score(WHOLE, levels).whole.index.hundredths);
    expect(effect.reaches).toBe(score(WHOLE, raised).whole.index.hundredths);
    expect(effect.gain).toBe(effect.reaches - effect.index);
  });

  it('is hidden where the draft behind it is', async () => {
    await made(LINKED);
    const seenBy = async (actor: Actor) => (await commitmentsFor(await meeting(actor), TODAY))[0];
    expect((await seenBy(operator))?.gain).toBe(40);
    expect((await seenBy(facilitator))?.gain).toBe(40);
    expect(await seenBy(neighbour)).toMatchObject({ gain: null, reaches: null });
    const board = await readBoard(await meeting(neighbour), new URLSearchParams());
    expect(board.together).toEqual([]);
    await house.db.updateTable('assessment').set({ state: 'approved' }).execute();
    expect(await seenBy(neighbour)).toMatchObject({ gain: 40, reaches: 140 });
  });

  it('is reckoned by each instrument for itself', async () => {
    await made({ instrumentCode: WHOLE.code, rises: [{ no: 1, toLevel: 5 }] });
    await made({ instrumentCode: DECIMAL.code, rises: [{ no: 1, toLevel: 300 }] });
    await made(LINKED);
    const { together } = await readBoard(await meeting(operator), new URLSearchParams());
    const whole = WHOLE.domains[0]?.aspects[0]?.indicators[0]?.weight ?? 0;
    expect(together).toEqual([
      { agencyCode: '63.01', instrumentName: 'Test (id)', index: 100, reaches: 220 },
      {
        agencyCode: '63.01',
        instrumentName: WHOLE.shortName.id,
        index: 100,
        reaches: 100 + Math.round((400 * whole) / WHOLE.weightTotal),
      },
    ]);
  });
});

describe('late', () => {
  it('begins the day after, as the day is in the zone of the Rakerda', () => {
    const before = '2026-06-30T15:59:59Z';
    const after = '2026-06-30T16:00:00Z';
    const one = { status: 'planned', dueOn: '2026-06-30' } as const;
    expect(isLate(one, dayOf(before, 'Asia/Makassar'))).toBe(false);
    expect(isLate(one, dayOf(after, 'Asia/Makassar'))).toBe(true);
    expect(isLate(one, dayOf(after, 'Asia/Jakarta'))).toBe(false);
    expect(isLate({ ...one, status: 'done' }, '2027-01-01')).toBe(false);
  });
});

describe('forms', () => {
  it('refuse days that are in no calendar or over', () => {
    const values = { ...input(), agendaItemId: '', instrumentCode: '', levels: {} };
    expect(checkCommitment({ ...values, dueOn: '2026-02-30' }, null)).toMatchObject({
      problems: { dueOn: 'noDay' },
    });
    expect(checkCommitment({ ...values, dueOn: '2026-05-31' }, TODAY)).toMatchObject({
      problems: { dueOn: 'dayPast' },
    });
    expect(checkCommitment({ ...values, what: ' ' }, null)).toMatchObject({ problems: { what: 'missing' } });
    expect(checkCommitment({ ...values, dueOn: TODAY }, TODAY).ok).toBe(true);
  });

  it('sent twice make one commitment, also when the stage was over in between', async () => {
    const key = randomUUID();
    const first = await add(operator, '63.01', input({ what: 'Sekali' }), key);
    expect(first.kind).toBe('added');
    await house.moveTo(id, 'closed');
    expect(await add(operator, '63.01', input({ what: 'Sekali' }), key)).toEqual(first);
    expect(await listed()).toHaveLength(1);
    expect(await house.eventTypes(id)).toEqual(['rakerda.created', 'commitment.added']);
  });

  it('that were refused may be sent again', async () => {
    const key = randomUUID();
    expect(await add(operator, '63.01', input({ agendaItemId: 'lain' }), key)).toEqual({ kind: 'strange' });
    expect((await add(operator, '63.01', input(), key)).kind).toBe('added');
  });

  it('take nothing from outside the Rakerda, and no level between two', async () => {
    const rises = (no: number, toLevel: number, instrumentCode = WHOLE.code) =>
      input({ instrumentCode, rises: [{ no, toLevel }] });
    const strange = [
      input({ agendaItemId: 'lain' }),
      rises(48, 3),
      rises(1, 6),
      rises(1, 0),
      rises(1, 300),
      rises(1, 3, DECIMAL.code),
      rises(1, 350, DECIMAL.code),
      rises(1, 600, DECIMAL.code),
      rises(1, 3, 'tak-ada'),
    ];
    for (const one of strange) expect(await add(operator, '63.01', one)).toEqual({ kind: 'strange' });
    expect(await add(facilitator, '63.03', input())).toEqual({ kind: 'strange' });
    const there = await addCommitment(await meeting(operator, other), '63.01', input(LINKED), randomUUID());
    expect(there).toEqual({ kind: 'strange' });
    expect(await listed()).toEqual([]);
  });

  it('are for who may write commitments of the agency', async () => {
    await expect(add(operator, '63.02', input())).rejects.toMatchObject({ status: 403 });
    const reviewer = await house.person('reviewer');
    await expect(add(reviewer, '63.01', input())).rejects.toMatchObject({ status: 403 });
    const seen = await made();
    await expect(changeCommitment(await meeting(neighbour), seen, input())).rejects.toMatchObject({
      status: 403,
    });
    await expect(removeCommitment(await meeting(neighbour), seen)).rejects.toMatchObject({ status: 403 });
    const disguised = { ...seen, agencyCode: '63.02' };
    expect(await changeCommitment(await meeting(neighbour), disguised, input({ what: 'x' }))).toEqual({
      kind: 'gone',
    });
    await removeCommitment(await meeting(neighbour), disguised);
    expect(await listed()).toMatchObject([{ id: seen.id, version: 1, what: 'Menetapkan arsitektur' }]);
  });
});

describe('a second writer', () => {
  it('of another field keeps what the first one wrote, and the first keeps theirs', async () => {
    const seen = await made({ what: 'Awal', who: 'Kadis' });
    const [first, second] = [await meeting(facilitator), await meeting(operator)];
    const linked = input({ what: 'Awal', who: 'Sekretaris', ...LINKED });
    expect(await changeCommitment(first, seen, linked)).toEqual({ kind: 'changed' });
    const later = input({ what: 'Kedua', who: 'Kadis' });
    expect(await changeCommitment(second, seen, later)).toEqual({ kind: 'changed' });
    expect(await changeStatus(first, seen, { status: 'underway', note: 'mulai' })).toEqual({
      kind: 'changed',
    });
    expect(await listed()).toMatchObject([
      { what: 'Kedua', who: 'Sekretaris', indicators: LINKED.rises, status: 'underway', version: 4 },
    ]);
    const [, , change] = await house.events('commitment.changed');
    expect(change).toBeUndefined();
    // A status and its reason are of one hand, and a version that nobody can know decides nothing.
    const reason = { status: 'planned', note: 'ditunda' } as const;
    expect(await changeStatus(second, seen, reason)).toMatchObject({ kind: 'moved' });
    for (const version of [0, 9]) {
      expect(await changeCommitment(second, { ...seen, version }, later)).toMatchObject({ kind: 'moved' });
    }
  });

  it('is told what stands there now, and what is there already is no change', async () => {
    const seen = await made({ what: 'Awal' });
    const pertama = input({ what: 'Pertama', ...LINKED });
    expect(await changeCommitment(await meeting(facilitator), seen, pertama)).toEqual({ kind: 'changed' });
    const mine = await meeting(operator);
    expect(await changeCommitment(mine, seen, input({ what: 'Kedua' }))).toMatchObject({
      kind: 'moved',
      now: { what: 'Pertama', version: 2, indicators: LINKED.rises },
    });
    expect(await changeCommitment(mine, seen, pertama)).toEqual({ kind: 'unchanged' });
    expect(await removeCommitment(mine, seen)).toMatchObject({ kind: 'moved', now: { version: 2 } });
    const status = { status: 'underway', note: '' } as const;
    expect(await changeStatus(mine, seen, status)).toEqual({ kind: 'changed' });
    const other = { status: 'done', note: '' } as const;
    expect(await changeStatus(mine, seen, other)).toMatchObject({ kind: 'moved', now: { version: 3 } });
    expect(await changeCommitment(mine, { ...seen, version: 3 }, input({ what: 'Kedua' }))).toEqual({
      kind: 'changed',
    });
    expect(await listed()).toMatchObject([{ what: 'Kedua', version: 4, indicators: [], status: 'underway' }]);
  });

  it('removes once, and finds nothing of another Rakerda', async () => {
    const seen = await made();
    const there = await meeting(operator, other);
    expect(await changeCommitment(there, seen, input({ what: 'x' }))).toEqual({ kind: 'gone' });
    expect(await changeStatus(there, seen, { status: 'done', note: '' })).toEqual({ kind: 'gone' });
    await removeCommitment(there, seen);
    expect(await listed()).toHaveLength(1);
    const form = formOf({ intent: 'remove', version: '1' });
    for (let time = 0; time < 2; time += 1) {
      expect(await postCommitment(await meeting(operator), seen.id, form)).toEqual({
        kind: 'done',
        message: 'dihapus',
      });
    }
    expect(await listed()).toEqual([]);
    expect((await house.eventTypes(id)).filter((type) => type === 'commitment.removed')).toHaveLength(1);
    await expect(postCommitment(there, seen.id, form)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a closed Rakerda', () => {
  it('keeps what was promised, by the use case and by the database; only the status goes on', async () => {
    const seen = await made();
    // The page was opened before the stage went on.
    const mine = await meeting(operator);
    await house.moveTo(id, 'closed');
    expect(await addCommitment(mine, '63.01', input(), randomUUID())).toEqual({ kind: 'locked' });
    expect(await changeCommitment(mine, seen, input({ what: 'Lain' }))).toEqual({ kind: 'locked' });
    expect(await removeCommitment(mine, seen)).toEqual({ kind: 'locked' });
    await expect(
      house.db.updateTable('commitment').set({ what: 'Lain' }).where('id', '=', seen.id).execute(),
    ).rejects.toThrow('closed');
    const done = { status: 'done', note: '' } as const;
    expect(await changeStatus(mine, seen, done)).toEqual({ kind: 'changed' });
    expect(await changeStatus(mine, seen, done)).toEqual({ kind: 'unchanged' });
    expect(await house.eventTypes(id)).toEqual([
      'rakerda.created',
      'commitment.added',
      'commitment.statusChanged',
    ]);
  });

  it('is followed up from the next one, by the agency itself, where it takes part again', async () => {
    const seen = await made();
    const gone = await add(neighbour, '63.02', input());
    if (gone.kind !== 'added') throw new Error(gone.kind);
    await house.moveTo(id, 'archived');
    const next = await house.rakerda({
      year: 2027,
      agencyCodes: ['63.01'],
      memberIds: [facilitator.id],
      previousId: id,
    });
    const dropped = { status: 'dropped', note: 'Anggaran dialihkan' } as const;
    await expect(changeStatus(await meeting(neighbour, next), seen, dropped)).rejects.toMatchObject({
      status: 403,
    });
    const mine = await meeting(operator, next);
    expect(await changeStatus(mine, seen, dropped)).toEqual({ kind: 'changed' });
    const page = await readCommitmentPage(mine, seen.id, new URLSearchParams());
    expect(page).toMatchObject({
      promisedIn: 'Rakerda Uji 2026',
      mayWrite: true,
      mayEdit: false,
      form: null,
    });
    expect(page.history.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['commitment.statusChanged', operator.name],
      ['commitment.added', operator.name],
    ]);
    const theirs = { id: gone.id, agencyCode: '63.02', version: 1 };
    expect(await changeStatus(await meeting(facilitator, next), theirs, dropped)).toEqual({ kind: 'gone' });
    const board = await readBoard(mine, new URLSearchParams());
    expect(board.previous?.commitments.map((one) => one.id)).toEqual([seen.id]);
  });
});

describe('a board of many agencies', () => {
  it('stands on pages, each agency once and the own one first', async () => {
    const codes = (
      await house.db.selectFrom('agency').select('code').where('province_code', '=', '63').execute()
    )
      .map(({ code }) => code)
      .sort();
    const many = await house.rakerda({ agencyCodes: codes, memberIds: [facilitator.id] });
    for (const code of codes) {
      expect(
        await addCommitment(await meeting(facilitator, many), code, input(), randomUUID()),
      ).toMatchObject({
        kind: 'added',
      });
    }
    const pageOf = async (actor: Actor, papan: string) =>
      (await readBoard(await meeting(actor, many), new URLSearchParams({ papan }))).board.items.map(
        ({ code }) => code,
      );
    const [first, second] = [await pageOf(facilitator, '1'), await pageOf(facilitator, '2')];
    expect([first.length, second.length]).toEqual([12, codes.length - 12]);
    expect([...first, ...second]).toEqual(codes);
    expect((await pageOf(neighbour, '1'))[0]).toBe('63.02');
    expect(
      (await readBoard(await meeting(facilitator, many), new URLSearchParams())).commitments,
    ).toHaveLength(codes.length);
  });
});
