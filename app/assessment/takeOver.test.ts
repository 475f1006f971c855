/** Starting from the earlier year, on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLevels } from './levels';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import type { AnswerInput } from './answerForm';
import { readIndicator } from './assessment.read.server';
import { readHistory } from './history.read.server';
import { readAnswer, saveAnswer } from './saveAnswer.server';
import { readTakeOver } from './takeOver.read.server';
import { addition, confirmTakenOver, takeOver } from './takeOver.server';
import { takeStep } from './takeStep.server';

const THEN = 'uji-2025';
const HERE = 'uji-2026';
const EVIDENCE = [
  { url: 'https://a.example/1', caption: 'SK' },
  { url: 'https://a.example/2', caption: '' },
];
const FULL: AnswerInput = {
  level: 3,
  justification: 'SK tahun lalu',
  note: 'untuk kami sendiri',
  personInCharge: 'Bidang lama',
  service: '',
  discuss: true,
  evidence: EVIDENCE,
};
const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};

let house: House;
let operator: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  for (const [id, year] of [
    [THEN, 2025],
    [HERE, 2026],
  ] as const) {
    await house.rakerda({ id, year, state: 'filling' });
  }
  for (const no of [1, 2, 3]) await save(THEN, no, FULL);
});
afterEach(() => house.close());

const scopeOf = (rakerdaId = HERE, actor = operator) => house.assessment(actor, rakerdaId, '63.01');
async function save(rakerdaId: string, indicatorNo: number, input: AnswerInput, baseVersion = 0) {
  return saveAnswer(await scopeOf(rakerdaId), { indicatorNo, input, baseVersion }, null);
}
const stored = async (no: number, rakerdaId = HERE) =>
  readAnswer(house.db, (await scopeOf(rakerdaId)).place.assessment.id, no);
const view = async () => {
  const found = await readTakeOver(await scopeOf());
  if (!found) throw new Error('no earlier year');
  return found;
};
const isMarked = async (no: number) => (await readIndicator(await scopeOf(), no))?.isTakenOver;

describe('what the earlier year offers', () => {
  it('is what is still empty here, and proposed where the level is empty or the same', async () => {
    await save(HERE, 2, { ...EMPTY, level: 3 });
    await save(HERE, 3, { ...EMPTY, level: 5 });
    const { year, path, offered, unconfirmed } = await view();
    expect([year, path]).toEqual([2025, '/rakerda/uji-2025/spbe-2020/63.01/isi']);
    expect(offered.map(({ no, relation }) => [no, relation])).toEqual([
      [1, 'empty'],
      [2, 'same'],
      [3, 'changed'],
    ]);
    expect(offered[0]?.texts).toEqual({ justification: 'SK tahun lalu', evidence: EVIDENCE });
    expect(unconfirmed).toEqual([]);
  });

  it('adds to what is there and replaces nothing', () => {
    const earlier = { justification: 'lama', evidence: EVIDENCE };
    expect(addition({ justification: 'baru', evidence: [] }, earlier)).toEqual({
      justification: '',
      evidence: EVIDENCE,
    });
    expect(addition({ justification: '', evidence: EVIDENCE.slice(1) }, earlier)).toEqual({
      justification: 'lama',
      evidence: [],
    });
    expect(addition({ justification: 'baru', evidence: EVIDENCE.slice(1) }, earlier)).toBeNull();
    expect(addition(undefined, { justification: '', evidence: [] })).toBeNull();
    expect(addition()).toBeNull();
  });

  it('is nothing where there was no earlier year', async () => {
    expect(await readTakeOver(await scopeOf(THEN))).toBeNull();
    expect(await takeOver(await scopeOf(THEN), [1])).toEqual({ kind: 'done', count: 0 });
  });
});

describe('taking over', () => {
  it('brings texts and links, but no level, no inner note and no other indicator', async () => {
    await save(HERE, 2, { ...EMPTY, level: 4, justification: 'Tulisan baru', note: 'baru' });
    expect(await takeOver(await scopeOf(), [1, 2, 40])).toEqual({ kind: 'done', count: 2 });
    expect(await stored(1)).toMatchObject({ ...EMPTY, justification: 'SK tahun lalu', evidence: EVIDENCE });
    expect(await stored(2)).toMatchObject({
      ...EMPTY,
      level: 4,
      justification: 'Tulisan baru',
      note: 'baru',
      evidence: EVIDENCE,
      version: 2,
    });
    expect([await stored(3), await stored(40)]).toEqual([null, null]);
    expect(await stored(1, THEN)).toMatchObject({ ...FULL, version: 1 });
    const { assessment } = (await scopeOf()).place;
    expect(parseLevels(assessment.levels).slice(0, 3)).toEqual([null, 4, null]);
  });

  it('is marked until a person saves the indicator', async () => {
    await takeOver(await scopeOf(), [1, 2]);
    expect([await isMarked(1), await isMarked(2), await isMarked(3)]).toEqual([true, true, false]);
    await save(HERE, 1, { ...EMPTY, level: 3, justification: 'SK tahun ini' }, 1);
    expect([await isMarked(1), await isMarked(2)]).toEqual([false, true]);
    expect((await view()).unconfirmed.map(({ no, texts }) => [no, texts.justification])).toEqual([
      [2, 'SK tahun lalu'],
    ]);
  });

  it('is confirmed as it is, once, and only what was taken over', async () => {
    await takeOver(await scopeOf(), [1, 2]);
    expect(await confirmTakenOver(await scopeOf(), [1, 3])).toEqual({ kind: 'done', count: 1 });
    expect(await confirmTakenOver(await scopeOf(), [1])).toEqual({ kind: 'done', count: 0 });
    expect([await isMarked(1), await isMarked(2)]).toEqual([false, true]);
    const { entries } = await readHistory(await scopeOf(), { indicatorNo: 1, before: null });
    expect(entries.map(({ type }) => type)).toEqual(['answer.confirmed', 'answer.takenOver', 'answer.saved']);
  });

  it('says of which version, from which year and from where, and confirms that version', async () => {
    await save(HERE, 2, { ...EMPTY, level: 4 });
    await takeOver(await scopeOf(), [1, 2]);
    const { id } = (await scopeOf()).place.assessment;
    const about = { actor_id: operator.id, rakerda_id: HERE, agency_code: '63.01', assessment_id: id };
    const from = { year: 2025, fromRakerdaId: THEN };
    const said = (await house.events('answer.takenOver')).map((event) => ({
      ...event,
      payload: JSON.parse(event.payload) as unknown,
    }));
    expect(said).toMatchObject([
      { ...about, indicator_no: 1, payload: { version: 1, ...from } },
      { ...about, indicator_no: 2, payload: { version: 2, ...from } },
    ]);
    await confirmTakenOver(await scopeOf(), [2]);
    expect(await house.events('answer.confirmed')).toMatchObject([
      { ...about, indicator_no: 2, payload: '{"version":2}' },
    ]);
  });

  it('leaves everything that is there already as it is', async () => {
    const own = { note: 'baru', personInCharge: 'Bidang baru', service: '', discuss: true };
    const link = { url: 'https://b.example/9', caption: 'baru' };
    await save(HERE, 1, { ...EMPTY, ...own, evidence: [link] });
    await save(HERE, 2, { ...EMPTY, ...own, level: 2, justification: 'Tulisan baru' });
    expect(await takeOver(await scopeOf(), [1, 2])).toEqual({ kind: 'done', count: 2 });
    expect(await stored(1)).toMatchObject({
      ...own,
      level: null,
      justification: 'SK tahun lalu',
      evidence: [link],
    });
    expect(await stored(2)).toMatchObject({
      ...own,
      level: 2,
      justification: 'Tulisan baru',
      evidence: EVIDENCE,
    });
  });

  it('finds nothing to take a second time', async () => {
    await takeOver(await scopeOf(), [1, 2, 3]);
    expect(await takeOver(await scopeOf(), [1, 2, 3])).toEqual({ kind: 'done', count: 0 });
    expect(await house.events('answer.takenOver')).toHaveLength(3);
    expect((await view()).offered).toEqual([]);
  });

  it('changes nothing once submitted or closed, and is for those who answer', async () => {
    await takeOver(await scopeOf(), [1]);
    await takeStep(await scopeOf(), { step: 'submit', unansweredConfirmed: true });
    expect(await takeOver(await scopeOf(), [2])).toEqual({ kind: 'locked' });
    expect(await confirmTakenOver(await scopeOf(), [1])).toEqual({ kind: 'locked' });
    await house.moveTo(HERE, 'closed');
    expect(await takeOver(await scopeOf(), [2])).toEqual({ kind: 'locked' });
    expect(await stored(2)).toBeNull();
    const neighbour = await house.person('operator', '63.02');
    const scope = await scopeOf(HERE, neighbour);
    await expect(takeOver(scope, [2])).rejects.toMatchObject({ status: 403 });
  });
});
