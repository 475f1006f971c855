/** What one save leaves behind, field by field: in the answer, in the assessment and in the record. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse } from '#tests/house/house';
import type { AnswerInput } from './answerForm';
import { readAnswer, saveAnswer } from './saveAnswer.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const EVIDENCE = [
  { url: 'https://a.example/1', caption: 'satu' },
  { url: 'https://a.example/2', caption: '' },
];
const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};
const FULL: AnswerInput = {
  level: 200,
  justification: 'SK Tim',
  note: 'catatan',
  personInCharge: 'Kadis',
  service: '',
  discuss: true,
  evidence: EVIDENCE,
};

let house: House;
let operator: Actor;
let head: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({ id, year, state: 'filling', instruments: [DECIMAL] });
  }
});
afterEach(() => house.close());

const scopeOf = (actor: Actor, rakerdaId = HERE) => house.assessment(actor, rakerdaId, '63.01', DECIMAL);
const assessmentOf = async (rakerdaId = HERE) => (await scopeOf(operator, rakerdaId)).place.assessment;
const stored = async (indicatorNo: number, rakerdaId = HERE) =>
  readAnswer(house.db, (await assessmentOf(rakerdaId)).id, indicatorNo);

async function save(
  actor: Actor,
  input: AnswerInput,
  {
    indicatorNo = 2,
    baseVersion = 0,
    changeId = null,
    rakerdaId = HERE,
  }: Partial<{
    indicatorNo: number;
    baseVersion: number;
    changeId: string | null;
    rakerdaId: string;
  }> = {},
) {
  return saveAnswer(await scopeOf(actor, rakerdaId), { indicatorNo, input, baseVersion }, changeId);
}

/** What the record says of the newest save. */
async function newest() {
  const event = (await house.events('answer.saved')).at(-1);
  return { ...event, payload: JSON.parse(event?.payload ?? 'null') as unknown };
}

describe('one save', () => {
  it('stores every field, of the hand and the moment that the record names', async () => {
    const result = await save(operator, FULL);
    const { id, levels, answered, updated_at: updatedAt } = await assessmentOf();
    const event = await newest();
    expect(result).toEqual({ kind: 'saved', version: 1, savedAt: event.at, levels });
    expect(await stored(2)).toEqual({ ...FULL, version: 1, updatedAt: event.at, updatedBy: operator.id });
    expect({ levels, answered, updatedAt }).toEqual({
      levels: '[null,200,null,null]',
      answered: 1,
      updatedAt: event.at,
    });
    expect(event).toMatchObject({
      actor_id: operator.id,
      rakerda_id: HERE,
      agency_code: '63.01',
      assessment_id: id,
      indicator_no: 2,
      payload: {
        version: 1,
        level: 200,
        discuss: true,
        changes: {
          level: [null, 200],
          justification: ['', 'SK Tim'],
          note: ['', 'catatan'],
          personInCharge: ['', 'Kadis'],
          discuss: [false, true],
          evidence: [[], EVIDENCE],
        },
      },
    });
  });

  it.each<[Partial<AnswerInput>, object]>([
    [{ level: 300 }, { level: [200, 300] }],
    [{ level: null }, { level: [200, null] }],
    [{ justification: '' }, { justification: ['SK Tim', ''] }],
    [{ note: 'lain' }, { note: ['catatan', 'lain'] }],
    [{ personInCharge: 'Sekda' }, { personInCharge: ['Kadis', 'Sekda'] }],
    [{ service: 'SIMPUS' }, { service: ['', 'SIMPUS'] }],
    [{ discuss: false }, { discuss: [true, false] }],
    [{ evidence: [...EVIDENCE].reverse() }, { evidence: [EVIDENCE, [...EVIDENCE].reverse()] }],
  ])('of %j alone records that alone, by whoever saved it', async (change, changes) => {
    await save(operator, FULL);
    const input = { ...FULL, ...change };
    expect(await save(head, input, { baseVersion: 1 })).toMatchObject({ kind: 'saved', version: 2 });
    expect(await newest()).toMatchObject({ actor_id: head.id, payload: { version: 2, changes } });
    expect(await newest()).toHaveProperty('payload.changes', changes);
    expect(await stored(2)).toMatchObject({ ...input, version: 2, updatedBy: head.id });
  });

  it('that differs in nothing is none, whatever version was seen and whether there was an answer', async () => {
    expect(await save(operator, EMPTY)).toEqual({ kind: 'unchanged', version: 0 });
    expect(await stored(2)).toBeNull();
    await save(operator, FULL);
    await save(operator, { ...FULL, level: 500 }, { baseVersion: 1 });
    expect(await save(operator, { ...FULL, level: 500 })).toEqual({ kind: 'unchanged', version: 2 });
    expect(await house.events('answer.saved')).toHaveLength(2);
  });

  it('of several counts the answered ones, and no longer one whose level was taken back', async () => {
    await save(operator, FULL, { indicatorNo: 1 });
    await save(operator, FULL, { indicatorNo: 4 });
    expect(await assessmentOf()).toMatchObject({ levels: '[200,null,null,200]', answered: 2 });
    await save(operator, { ...FULL, level: null }, { indicatorNo: 1, baseVersion: 1 });
    expect(await assessmentOf()).toMatchObject({ levels: '[null,null,null,200]', answered: 1 });
    expect(await stored(1)).toMatchObject({ level: null, note: 'catatan' });
  });

  it('on an indicator that the instrument does not have leaves nothing behind', async () => {
    await expect(save(operator, FULL, { indicatorNo: 5 })).rejects.toThrow(
      new RangeError('Indicator 5 is not part of the instrument'),
    );
    expect(await stored(5)).toBeNull();
    expect(await house.events('answer.saved')).toEqual([]);
  });
});

describe('a conflict', () => {
  it('is none where each changed another field: both stand', async () => {
    await save(head, FULL);
    await save(head, { ...FULL, note: 'dua' }, { baseVersion: 1 });
    expect(await save(operator, { ...FULL, level: 400 }, { baseVersion: 1 })).toMatchObject({
      kind: 'saved',
      version: 3,
    });
    expect(await stored(2)).toMatchObject({ ...FULL, note: 'dua', level: 400, version: 3 });
    expect((await newest()).payload).toMatchObject({ changes: { level: [200, 400] } });
  });

  it('asks for the field that both changed, names its author, and holds back nothing else', async () => {
    await save(head, FULL);
    await save(head, { ...FULL, note: 'dua' }, { baseVersion: 1 });
    const { at } = await newest();
    expect(await save(operator, { ...FULL, level: 400, note: 'tiga' }, { baseVersion: 1 })).toEqual({
      kind: 'conflict',
      version: 3,
      conflicts: [{ field: 'note', theirName: head.name, own: false, at }],
    });
    expect(await stored(2)).toMatchObject({ ...FULL, note: 'dua', level: 400, version: 3 });
  });
});

describe('the name of a change', () => {
  it('counts for the assessment it was sent to', async () => {
    await save(operator, FULL, { changeId: 'change-1' });
    expect(await save(operator, FULL, { changeId: 'change-1', rakerdaId: OTHER })).toMatchObject({
      kind: 'saved',
      version: 1,
    });
    expect(await stored(2, OTHER)).toMatchObject(FULL);
  });

  it('may be missing: the same content is then there already', async () => {
    await save(operator, FULL);
    expect(await save(operator, FULL, { baseVersion: 1 })).toEqual({ kind: 'unchanged', version: 1 });
  });
});
