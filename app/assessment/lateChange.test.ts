/** What arrives after answers were closed, and what is decided about it, on a real database. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RakerdaState } from '#db/schema';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import { rawEvent } from '#tests/house/rawEvent';
import { newestSeq } from '~/record/read.server';
import { postAnswer } from './answer.post.server';
import { decideLate, readLate } from './decideLate.server';
import { readHistory } from './history.read.server';
import { countLate } from './lateCounts.server';
import { readDecision } from './lateForm';
import { readAnswer } from './saveAnswer.server';
import { takeStep } from './takeStep.server';

const HERE = 'uji-2026';
const NO = 20;
const HOUR = 3_600_000;

let house: House;
let operator: Actor;
let facilitator: Actor;
let sent = 0;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  facilitator = await house.person('facilitator');
  await house.rakerda({ id: HERE, year: 2026, state: 'filling', memberIds: [facilitator.id] });
});
afterEach(() => house.close());

const scopeOf = (actor = operator) => house.assessment(actor, HERE, '63.01');
const stored = async () => readAnswer(house.db, (await scopeOf()).place.assessment.id, NO);
const submit = async () => takeStep(await scopeOf(), { step: 'submit', unansweredConfirmed: true });
const reopen = async () => takeStep(await scopeOf(facilitator), { step: 'reopen', note: 'Terlambat.' });

/** What the page's own code sends. */
async function post(fields: Readonly<Record<string, string>>) {
  sent += 1;
  const form = new FormData();
  const device = { device: 'perangkat-satu', seq: String(sent), changeId: `perubahan-${String(sent)}` };
  const all = { ...device, account: operator.id, version: '0', field: 'justification', ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return (await postAnswer(await scopeOf(), NO, form)).result;
}
async function types(): Promise<readonly string[]> {
  const { entries } = await readHistory(await scopeOf(), { indicatorNo: NO, before: null });
  return entries.map(({ type }) => type);
}
async function decide(decision: 'accept' | 'leave', actor = facilitator) {
  const [first] = (await readLate(await scopeOf(facilitator))).list;
  if (!first) throw new Error('nothing is late');
  return decideLate(await scopeOf(actor), { decision, late: first.seq, seenVersion: first.version });
}

it('keeps what was typed before and arrives after, without touching the answer', async () => {
  await post({ justification: 'Tersimpan' });
  await submit();
  expect(await post({ justification: 'Diketik tanpa jaringan', version: '1', age: String(HOUR) })).toEqual({
    kind: 'late',
    version: 1,
  });
  expect(await stored()).toMatchObject({ justification: 'Tersimpan', version: 1 });
  const { list, mayDecide, isOpen } = await readLate(await scopeOf(facilitator));
  expect({ mayDecide, isOpen }).toEqual({ mayDecide: true, isOpen: false });
  expect(list).toMatchObject([
    {
      name: operator.name,
      indicator: { no: NO },
      lines: [{ field: 'justification', before: 'Tersimpan', after: 'Diketik tanpa jaringan' }],
    },
  ]);
  expect((await readLate(await scopeOf())).mayDecide).toBe(false);
});

it('keeps it once, however often it is sent, and answers the same', async () => {
  await submit();
  const again = { justification: 'Sekali saja', age: String(HOUR), changeId: 'perubahan-ganda', seq: '7' };
  const first = await post(again);
  expect(await post(again)).toEqual(first);
  expect(await types()).toEqual(['answer.late']);
});

it('refuses what the device itself says was typed after, and what no device sent', async () => {
  await submit();
  expect(await post({ justification: 'Sesudah', age: '0' })).toEqual({ kind: 'locked' });
  expect(await post({ justification: 'Formulir', device: '', seq: '' })).toEqual({ kind: 'locked' });
  expect(await types()).toEqual([]);
});

it('keeps what has no usable age: no clock decides that words are lost', async () => {
  await submit();
  for (const [index, age] of ['', '-5', 'kemarin', '1e99'].entries()) {
    expect(await post({ justification: `Tanpa waktu ${String(index)}`, age })).toMatchObject({
      kind: 'late',
    });
  }
  const { list } = await readLate(await scopeOf());
  expect(list.map(({ typedAt }) => typedAt)).toEqual([null, null, null, null]);
});

it('keeps nothing where the answer says that already, and only notes what was set aside', async () => {
  await post({ justification: 'Sama' });
  await submit();
  const late = { version: '1', age: String(HOUR) };
  expect(await post({ justification: 'Sama', ...late })).toMatchObject({ kind: 'unchanged' });
  expect(await post({ justification: 'Lain', aside: 'justification', ...late })).toMatchObject({
    kind: 'unchanged',
  });
  expect(await types()).toEqual(['answer.setAside', 'answer.saved']);
  expect((await readLate(await scopeOf())).list).toEqual([]);
});

it('counts from the closing of the stage where that came first', async () => {
  const move = async (from: RakerdaState, to: RakerdaState) => {
    await house.db.updateTable('rakerda').set({ state: to }).where('id', '=', HERE).execute();
    const about = { rakerda_id: HERE, at: new Date().toISOString(), payload: JSON.stringify({ from, to }) };
    await rawEvent(house.db, 'rakerda.stateChanged', about);
  };
  await move('plenary', 'closed');
  expect(await post({ justification: 'Sebelum ditutup', age: String(HOUR) })).toMatchObject({ kind: 'late' });
  expect(await post({ justification: 'Sesudah ditutup', age: '0' })).toEqual({ kind: 'locked' });
});

it('is accepted through the merge once the assessment is open, by the facilitator alone', async () => {
  await post({ justification: 'Tersimpan', level: '2' });
  await submit();
  await post({ justification: 'Terlambat', version: '1', age: String(HOUR) });
  await expect(decide('accept', operator)).rejects.toMatchObject({ status: 403 });
  expect(await decide('accept')).toEqual({ kind: 'locked' });
  await reopen();
  expect(await decide('accept')).toEqual({ kind: 'accepted' });
  expect(await stored()).toMatchObject({ justification: 'Terlambat', version: 2 });
  expect(await types()).toEqual(['answer.lateAccepted', 'answer.saved', 'answer.late', 'answer.saved']);
  expect((await readLate(await scopeOf())).list).toEqual([]);
});

it('is not laid over what came after the page was shown, and is decided once', async () => {
  await submit();
  await post({ justification: 'Terlambat', age: String(HOUR) });
  await reopen();
  const [shown] = (await readLate(await scopeOf(facilitator))).list;
  if (!shown) throw new Error('nothing is late');
  const decided = { decision: 'accept', late: shown.seq, seenVersion: shown.version } as const;
  await post({ justification: 'Ditulis sesudah dibuka' });
  expect(await decideLate(await scopeOf(facilitator), decided)).toEqual({ kind: 'changed' });
  expect(await stored()).toMatchObject({ justification: 'Ditulis sesudah dibuka' });
  expect(await decide('leave')).toEqual({ kind: 'left' });
  expect(await decideLate(await scopeOf(facilitator), { ...decided, decision: 'leave' })).toEqual({
    kind: 'gone',
  });
  expect(await stored()).toMatchObject({ justification: 'Ditulis sesudah dibuka' });
});

it('reads its buttons, and nothing that is none', () => {
  const form = new FormData();
  expect(readDecision(form)).toBeNull();
  form.set('decision', 'accept');
  form.set('late', '3');
  form.set('seenVersion', '0');
  expect(readDecision(form)).toEqual({ decision: 'accept', late: 3, seenVersion: 0 });
  form.set('decision', 'hapus');
  expect(readDecision(form)).toBeNull();
});

it('is counted over the whole Rakerda until somebody has decided', async () => {
  const counts = async (rakerda: string) =>
    (await countLate(house.db, rakerda, await newestSeq(house.db))).map(({ agencyCode, count }) => [
      agencyCode,
      count,
    ]);
  const waiting = () => counts(HERE);
  await post({ justification: 'Tersimpan' });
  await submit();
  expect(await waiting()).toEqual([]);
  await post({ justification: 'Terlambat', version: '1', age: String(HOUR) });
  await post({ field: 'note', note: 'Juga terlambat', version: '1', age: String(HOUR) });
  expect(await waiting()).toEqual([['63.01', 2]]);
  expect(await counts('rakerda-lain')).toEqual([]);
  await decide('leave');
  expect(await waiting()).toEqual([['63.01', 1]]);
  await decide('leave');
  expect(await waiting()).toEqual([]);
});
