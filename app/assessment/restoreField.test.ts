/** Putting an earlier version of a field back, on a real database. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import type { AnswerField } from './answerChanges';
import { readHistory } from './history.read.server';
import { readRestore, restoreValue, seenName } from './restoreForm';
import { restoreField } from './restoreField.server';
import { type AnswerChange, EMPTY, readAnswer, saveAnswer } from './saveAnswer.server';
import { takeStep } from './takeStep.server';

const HERE = 'uji-2026';
const NO = 20;

let house: House;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  await house.rakerda({ id: HERE, year: 2026, state: 'filling' });
});
afterEach(() => house.close());

const scopeOf = (actor = operator) => house.assessment(actor, HERE, '63.01');
const stored = async () => readAnswer(house.db, (await scopeOf()).place.assessment.id, NO);
const versionNow = async () => (await stored())?.version ?? 0;
async function save(input: AnswerChange['input'], more: Partial<AnswerChange> = {}) {
  const baseVersion = await versionNow();
  return saveAnswer(
    await scopeOf(),
    { indicatorNo: NO, input: { ...EMPTY, ...(await stored()), ...input }, baseVersion, ...more },
    null,
  );
}
const history = async () => (await readHistory(await scopeOf(), { indicatorNo: NO, before: null })).entries;
/** The newest event in which the field said this. */
async function eventWith(field: AnswerField, after: string): Promise<number> {
  const found = (await history()).find(({ changes }) =>
    changes.some((change) => change.field === field && change.after === after),
  );
  if (!found) throw new Error(`${field} never said ${after}`);
  return found.seq;
}
async function restore(field: AnswerField, from: number, seenVersion?: number, actor = operator) {
  const asked = { indicatorNo: NO, field, from, seenVersion: seenVersion ?? (await versionNow()) };
  return restoreField(await scopeOf(actor), asked);
}

it('puts back one field and leaves the others, on the record and undone the same way', async () => {
  await save({ level: 2, justification: 'Pertama' });
  await save({ level: 3, justification: 'Kedua' });
  expect(await restore('justification', await eventWith('justification', 'Pertama'))).toEqual({
    kind: 'restored',
  });
  expect(await stored()).toMatchObject({ level: 3, justification: 'Pertama', version: 3 });
  const [told, saved] = await history();
  expect(told).toMatchObject({ type: 'answer.restored', actor: operator.name });
  expect(saved).toMatchObject({
    type: 'answer.saved',
    changes: [{ field: 'justification', before: 'Kedua', after: 'Pertama', isEarlier: false }],
  });
  await restore('justification', await eventWith('justification', 'Kedua'));
  expect(await stored()).toMatchObject({ level: 3, justification: 'Kedua', version: 4 });
});

it('puts back a level with the levels of the assessment, and links as they were', async () => {
  const links = [{ url: 'https://a.example/1', caption: 'SK' }];
  await save({ level: 4, evidence: links });
  await save({ level: 1, evidence: [] });
  await restore('level', await eventWith('level', '4'));
  await restore('evidence', await eventWith('evidence', 'SK – https://a.example/1'));
  expect(await stored()).toMatchObject({ level: 4, evidence: links });
  const { place } = await scopeOf();
  expect(JSON.parse(place.assessment.levels)).toContain(4);
});

it('puts back what was set aside in a conflict', async () => {
  await save({ justification: 'Dari rekan' });
  await save({ justification: 'Yang tidak dipilih' }, { setAside: ['justification'] });
  expect(await stored()).toMatchObject({ justification: 'Dari rekan' });
  expect(await restore('justification', await eventWith('justification', 'Yang tidak dipilih'))).toEqual({
    kind: 'restored',
  });
  expect(await stored()).toMatchObject({ justification: 'Yang tidak dipilih' });
});

it('replaces nothing that came after the page was shown, and other fields may have gone on', async () => {
  await save({ justification: 'Pertama' });
  await save({ justification: 'Kedua' });
  const first = await eventWith('justification', 'Pertama');
  const shown = await versionNow();
  await save({ note: 'Lain' });
  expect(await restore('justification', first, shown)).toEqual({ kind: 'restored' });
  await save({ justification: 'Ketiga' });
  expect(await restore('justification', first, shown)).toEqual({ kind: 'changed' });
  expect(await stored()).toMatchObject({ justification: 'Ketiga', note: 'Lain' });
});

it('says that nothing changes where the field says so already, and writes nothing', async () => {
  await save({ justification: 'Pertama' });
  const before = (await history()).length;
  expect(await restore('justification', await eventWith('justification', 'Pertama'))).toEqual({
    kind: 'same',
  });
  expect(await history()).toHaveLength(before);
});

it('finds no version in another assessment, another indicator or another field', async () => {
  await save({ justification: 'Pertama' });
  const from = await eventWith('justification', 'Pertama');
  expect(await restore('note', from)).toEqual({ kind: 'gone' });
  expect(await restore('justification', from + 1000)).toEqual({ kind: 'gone' });
  const asked = { indicatorNo: NO + 1, field: 'justification', from, seenVersion: 0 } as const;
  expect(await restoreField(await scopeOf(), asked)).toEqual({ kind: 'gone' });
  const other = await house.person('operator', '63.02');
  const theirs = await house.assessment(other, HERE, '63.02');
  expect(await restoreField(theirs, { ...asked, indicatorNo: NO })).toEqual({ kind: 'gone' });
});

it('is refused once the assessment is submitted or the stage is over, and to who may not answer', async () => {
  await save({ justification: 'Pertama' });
  await save({ justification: 'Kedua' });
  const from = await eventWith('justification', 'Pertama');
  const facilitator = await house.person('facilitator');
  await expect(restore('justification', from, undefined, facilitator)).rejects.toMatchObject({ status: 403 });
  await takeStep(await scopeOf(), { step: 'submit', unansweredConfirmed: true });
  expect(await restore('justification', from)).toEqual({ kind: 'locked' });
  const { versions } = await readHistory(await scopeOf(), { indicatorNo: NO, before: null });
  expect(versions).toEqual({});
  expect(await stored()).toMatchObject({ justification: 'Kedua' });
});

it('reads its button, and nothing that is none', () => {
  const form = new FormData();
  form.set('restore', restoreValue({ indicatorNo: 3, field: 'note', from: 12 }));
  form.set(seenName(3), '7');
  expect(readRestore(form)).toEqual({ indicatorNo: 3, field: 'note', from: 12, seenVersion: 7 });
  for (const wrong of ['', '3.note', '3.apa.12', '-3.note.12', '3.note.x', '3.note.12.1']) {
    form.set('restore', wrong);
    expect(() => readRestore(form), wrong).toThrow(expect.objectContaining({ status: 400 }));
  }
});
