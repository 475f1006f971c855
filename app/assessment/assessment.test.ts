/** Filling in, submitting and approving, against a real database with two of everything. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOf, score } from '~/instrument';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import type { AnswerInput } from './answerForm';
import { readHistory } from './history.read.server';
import { parseLevels } from './levels';
import { readIndicator } from './assessment.read.server';
import { type AnswerChange, readAnswer, saveAnswer, type SaveResult } from './saveAnswer.server';
import { type Step, takeStep } from './takeStep.server';
import { readWorkflow } from './workflow.read.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const INPUT: AnswerInput = {
  level: 3,
  justification: 'SK Tim',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};

let house: House;
let operator: Actor;
let head: Actor;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    const memberIds = [facilitator.id];
    await house.rakerda({ id, year, memberIds, state: 'filling', instruments: [WHOLE, DECIMAL] });
  }
});
afterEach(() => house.close());

const scopeOf = (actor: Actor, rakerdaId = HERE, agencyCode = '63.01') =>
  house.assessment(actor, rakerdaId, agencyCode);
async function save(
  actor: Actor,
  change: Partial<AnswerChange> = {},
  changeId: string | null = null,
): Promise<SaveResult> {
  const scope = await scopeOf(actor);
  return saveAnswer(scope, { indicatorNo: 20, input: INPUT, baseVersion: 0, ...change }, changeId);
}
const step = async (actor: Actor, what: Step) => takeStep(await scopeOf(actor), what);
const stored = async (indicatorNo = 20, rakerdaId = HERE, agencyCode = '63.01') =>
  readAnswer(house.db, (await scopeOf(operator, rakerdaId, agencyCode)).place.assessment.id, indicatorNo);

async function eventCount(): Promise<number> {
  const row = await house.db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

describe('saving an answer', () => {
  it('keeps answer, level row, index and one event together', async () => {
    const before = await scopeOf(operator);
    const events = await eventCount();
    expect(await save(operator, { indicatorNo: 21 })).toMatchObject({ kind: 'saved', version: 1 });
    expect(await eventCount()).toBe(events + 1);
    const after = await scopeOf(operator);
    expect(parseLevels(after.place.assessment.levels)[20]).toBe(3);
    expect(after.place.assessment.answered).toBe(1);
    const gained =
      score(WHOLE, parseLevels(after.place.assessment.levels)).whole.index.numerator -
      score(WHOLE, parseLevels(before.place.assessment.levels)).whole.index.numerator;
    // Indicator 21 weighs 1.5 % and rose from the counted level 1 to 3.
    expect(gained).toBe(150 * 2);
    const { entries } = await readHistory(after, { indicatorNo: 21, before: null });
    expect(entries[0]).toMatchObject({ actor: operator.name, type: 'answer.saved' });
    expect(entries[0]?.changes).toContainEqual({ field: 'level', before: '', after: '3', isEarlier: false });
  });

  it('touches no other indicator, agency, instrument or Rakerda', async () => {
    const neighbour = await house.person('operator', '63.02');
    const evidence = [{ url: 'https://a.example/1', caption: 'satu' }];
    const first = { ...INPUT, evidence };
    for (const indicatorNo of [1, 2]) await save(operator, { indicatorNo, input: first });
    await saveAnswer(
      await scopeOf(neighbour, HERE, '63.02'),
      { indicatorNo: 1, input: first, baseVersion: 0 },
      null,
    );
    await saveAnswer(await scopeOf(operator, OTHER), { indicatorNo: 1, input: first, baseVersion: 0 }, null);
    const decimal = await house.assessment(operator, HERE, '63.01', DECIMAL);
    await saveAnswer(decimal, { indicatorNo: 1, input: { ...first, level: 250 }, baseVersion: 0 }, null);

    const changed = { ...INPUT, level: 5, note: 'lain', evidence: [] };
    expect(await save(operator, { indicatorNo: 1, input: changed, baseVersion: 1 })).toMatchObject({
      kind: 'saved',
      version: 2,
    });
    expect(await stored(1)).toMatchObject({ level: 5, note: 'lain', evidence: [], version: 2 });
    expect(await stored(2)).toMatchObject({ ...first, version: 1 });
    expect(await stored(1, OTHER)).toMatchObject({ ...first, version: 1 });
    const theirs = await house.assessment(neighbour, HERE, '63.02');
    expect(await readAnswer(house.db, theirs.place.assessment.id, 1)).toMatchObject({ ...first, version: 1 });
    expect(await readAnswer(house.db, decimal.place.assessment.id, 1)).toMatchObject({ level: 250 });
  });

  it('stores a change that arrives twice only once and answers it as the first time', async () => {
    const first = await save(operator, {}, 'change-0001');
    expect(first).toMatchObject({ kind: 'saved', version: 1 });
    const before = await eventCount();
    expect(await save(operator, {}, 'change-0001')).toEqual(first);
    expect(await eventCount()).toBe(before);
  });

  it('answers a repeated change with the version it made, not with what others made of it since', async () => {
    await save(operator, {}, 'change-0002');
    await save(head, { baseVersion: 1, input: { ...INPUT, level: 5 } });
    expect(await save(operator, {}, 'change-0002')).toMatchObject({ kind: 'saved', version: 1 });
    // What is typed on top of the own change goes beside the other's answer, and only the same field is asked about.
    const next = { baseVersion: 1, input: { ...INPUT, note: 'tambahan' } };
    expect(await save(operator, next, 'change-0003')).toMatchObject({ kind: 'saved', version: 3 });
    expect(await stored()).toMatchObject({ level: 5, note: 'tambahan' });
    expect(await save(operator, { baseVersion: 1, input: { level: 2 } }, 'change-0009')).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'level', theirName: head.name, own: false }],
    });
    expect(await stored()).toMatchObject({ level: 5 });
  });

  it('answers a repeated change as the first time when answers have been closed since', async () => {
    const first = await save(operator, {}, 'change-0004');
    await house.moveTo(HERE, 'closed');
    expect(await save(operator, {}, 'change-0004')).toEqual(first);
    const another = { baseVersion: 1, input: { ...INPUT, level: 4 } };
    expect(await save(operator, another, 'change-0005')).toEqual({ kind: 'locked' });
  });

  it('takes a change’s name with another content for another change', async () => {
    await save(operator, { indicatorNo: 27 }, 'change-0006');
    expect(await save(operator, { indicatorNo: 28 }, 'change-0006')).toMatchObject({
      kind: 'saved',
      version: 1,
    });
    const other = { indicatorNo: 27, baseVersion: 1, input: { ...INPUT, level: 4 } };
    expect(await save(operator, other, 'change-0006')).toMatchObject({ kind: 'saved', version: 2 });
    expect((await stored(27))?.level).toBe(4);
    expect((await stored(28))?.level).toBe(3);
  });

  it('lets two people use the same name for a change', async () => {
    await save(operator, { indicatorNo: 31 }, 'change-0007');
    expect(await save(head, { indicatorNo: 31 }, 'change-0007')).toMatchObject({
      kind: 'unchanged',
      version: 1,
    });
  });

  it('shows the second of two people the first one’s answer and overwrites nothing, at every version', async () => {
    await save(operator);
    const late = { input: { ...INPUT, level: 5 } };
    expect(await save(head, late)).toMatchObject({
      kind: 'conflict',
      version: 1,
      conflicts: [{ field: 'level', theirName: operator.name, own: false }],
    });
    await save(operator, { baseVersion: 1, input: { ...INPUT, level: 2 } });
    expect(await save(head, { ...late, baseVersion: 1 })).toMatchObject({ kind: 'conflict', version: 2 });
    expect(await stored()).toMatchObject({ level: 2, version: 2 });
  });

  it('knows one’s own answer from another tab for what it is, and overwrites nothing either', async () => {
    await save(operator);
    const second = await save(operator, { input: { ...INPUT, level: 5 } });
    expect(second).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'level', own: true }] });
    expect((await stored())?.level).toBe(3);
  });

  it('merges what two changed in different fields, and asks about the one that both changed', async () => {
    await save(operator, { input: { ...INPUT, level: 4, note: 'kepala tahu' } });
    const offline = {
      ...INPUT,
      level: null,
      justification: '',
      note: 'dari telepon',
      personInCharge: 'Organisasi',
      service: '',
    };
    expect(await save(head, { input: offline })).toMatchObject({
      kind: 'conflict',
      version: 2,
      conflicts: [{ field: 'note', theirName: operator.name }],
    });
    expect(await stored()).toMatchObject({ level: 4, note: 'kepala tahu', personInCharge: 'Organisasi' });
  });

  it('puts on the record what nobody chose, and shows it in the history', async () => {
    await save(operator, { input: { note: 'disimpan' } });
    const unused = { input: { note: 'tidak dipilih' }, setAside: ['note'] as const };
    const device = { id: 'telepon-1', seq: 1 };
    const first = await save(head, { ...unused, device }, 'change-0010');
    expect(first).toEqual({ kind: 'unchanged', version: 1 });
    const events = await eventCount();
    expect(await save(head, { ...unused, device }, 'change-0010')).toEqual(first);
    expect(await eventCount()).toBe(events);
    expect(await stored()).toMatchObject({ note: 'disimpan', version: 1 });
    const { entries } = await readHistory(await scopeOf(head), { indicatorNo: 20, before: null });
    expect(entries[0]).toMatchObject({
      type: 'answer.setAside',
      actor: head.name,
      changes: [{ field: 'note', before: '', after: 'tidak dipilih' }],
    });
  });

  it('lets a device go on with what it wrote, and a late copy of its request undo nothing', async () => {
    const from = (seq: number, note: string) => ({ input: { note }, device: { id: 'telepon-1', seq } });
    await save(operator, from(1, 'satu'), 'change-0011');
    expect(await save(operator, from(2, 'satu dua'), 'change-0012')).toMatchObject({ kind: 'saved' });
    expect(await save(operator, from(1, 'satu'), 'change-0013')).toMatchObject({ kind: 'unchanged' });
    expect(await stored()).toMatchObject({ note: 'satu dua', version: 2 });
  });

  it('replaces evidence as a whole and keeps its order', async () => {
    const evidence = [
      { url: 'https://a.example/1', caption: 'satu' },
      { url: 'https://a.example/2', caption: '' },
    ];
    await save(operator, { input: { ...INPUT, evidence } });
    expect((await stored())?.evidence).toEqual(evidence);
    const fewer = evidence.slice(1);
    await save(operator, { baseVersion: 1, input: { ...INPUT, evidence: fewer } });
    expect((await stored())?.evidence).toEqual(fewer);
  });

  it('stores nothing once answers are closed, although the save was under way before', async () => {
    const underWay = await scopeOf(operator);
    await house.moveTo(HERE, 'closed');
    const answer = { indicatorNo: 20, input: INPUT, baseVersion: 0 };
    expect(await saveAnswer(underWay, answer, null)).toEqual({ kind: 'locked' });
    expect(await stored()).toBeNull();
    await house.moveTo(HERE, 'preparation');
    expect(await save(operator)).toEqual({ kind: 'locked' });
  });

  it('refuses an operator of another agency and a reader, whatever ids they send', async () => {
    const liaison = await house.person('liaison');
    for (const actor of [await house.person('operator', '63.02'), liaison, facilitator]) {
      await expect(save(actor)).rejects.toMatchObject({ status: 403 });
    }
    expect(await stored()).toBeNull();
  });

  it('offers the levels of an instrument with decimals as it stores them, and tells them as people say them', async () => {
    const scope = await house.assessment(operator, HERE, '63.01', DECIMAL);
    const view = await readIndicator(scope, 1);
    expect(view?.choices.map(({ level, value }) => [level, value])).toEqual([
      [1, 100],
      [2, 200],
      [3, 300],
      [4, 400],
      [5, 500],
    ]);
    expect(new Set(view?.choices.map(({ name }) => name)).size).toBe(5);
    // 40 of all 100: weights are told as their share, whatever they add up to.
    expect(view?.weight).toBe(4000);
    const input = { ...INPUT, level: 400 };
    await saveAnswer(scope, { indicatorNo: 1, input, baseVersion: 0 }, null);
    const { entries } = await readHistory(scope, { indicatorNo: 1, before: null });
    expect(entries[0]?.changes).toContainEqual({ field: 'level', before: '', after: '4', isEarlier: false });
  });
});

describe('submit, approve, return, reopen', () => {
  const submit: Step = { step: 'submit', unansweredConfirmed: true };

  it('goes its way once, locks the answers and unlocks them only on the record', async () => {
    await expect(step(operator, { step: 'approve', gapsConfirmed: true })).rejects.toMatchObject({
      status: 403,
    });
    expect(await step(operator, submit)).toEqual({ kind: 'done', state: 'submitted' });
    expect(await step(operator, submit)).toEqual({ kind: 'wrongState', state: 'submitted' });
    expect(await save(operator)).toEqual({ kind: 'locked' });
    expect(await step(head, { step: 'approve', gapsConfirmed: true })).toEqual({
      kind: 'done',
      state: 'approved',
    });
    expect(await save(head)).toEqual({ kind: 'locked' });
    expect(await readWorkflow(await scopeOf(head))).toMatchObject({ approved: { name: head.name } });
    expect(await step(head, { step: 'return', note: 'terlambat' })).toMatchObject({ kind: 'wrongState' });
    expect(await step(facilitator, { step: 'reopen', note: 'data baru' })).toEqual({
      kind: 'done',
      state: 'draft',
    });
    const scope = await scopeOf(operator);
    expect(scope.place.assessment).toMatchObject({
      return_note: 'data baru',
      approved_at: null,
      approved_by: null,
    });
    expect(await readWorkflow(scope)).toMatchObject({ submitted: null, approved: null });
    const { entries } = await readHistory(scope, { indicatorNo: null, before: null });
    expect(entries.map(({ type, note }) => [type, note])).toEqual([
      ['assessment.reopened', 'data baru'],
      ['assessment.approved', null],
      ['assessment.submitted', null],
    ]);
    expect(await save(operator)).toMatchObject({ kind: 'saved' });
  });

  it('comes back from the head with a note, which the next submission takes away', async () => {
    await step(operator, submit);
    expect(await step(head, { step: 'return', note: 'bukti 11' })).toEqual({ kind: 'done', state: 'draft' });
    expect((await scopeOf(operator)).place.assessment).toMatchObject({
      state: 'draft',
      return_note: 'bukti 11',
    });
    await step(operator, submit);
    expect((await scopeOf(operator)).place.assessment).toMatchObject({
      state: 'submitted',
      return_note: null,
      submitted_by: operator.id,
    });
  });

  it('moves only the assessment that is meant', async () => {
    await step(operator, submit);
    const states = async (...where: Parameters<typeof scopeOf>) =>
      (await scopeOf(...where)).place.assessment.state;
    expect(await states(operator)).toBe('submitted');
    expect(await states(operator, OTHER)).toBe('draft');
    expect(await states(facilitator, HERE, '63.02')).toBe('draft');
    expect((await house.assessment(operator, HERE, '63.01', DECIMAL)).place.assessment.state).toBe('draft');
  });

  it('takes no step once the Rakerda is closed, although the page was opened before', async () => {
    const underWay = await scopeOf(operator);
    await house.moveTo(HERE, 'closed');
    expect(await takeStep(underWay, submit)).toEqual({ kind: 'locked' });
    expect(await step(facilitator, { step: 'reopen', note: 'x' })).toEqual({ kind: 'locked' });
    expect((await scopeOf(operator)).place.assessment.state).toBe('draft');
  });

  it('lists what is unanswered and asks before it submits', async () => {
    await save(operator, { indicatorNo: 2 });
    const result = await step(operator, { step: 'submit', unansweredConfirmed: false });
    expect(result).toEqual({
      kind: 'unconfirmed',
      unanswered: indicatorsOf(WHOLE)
        .map(({ no }) => no)
        .filter((no) => no !== 2),
    });
    expect((await scopeOf(operator)).place.assessment.state).toBe('draft');
  });
});

describe('the database itself', () => {
  it('refuses to change an approved answer or to rewrite the record', async () => {
    await save(operator);
    await step(operator, { step: 'submit', unansweredConfirmed: true });
    await step(head, { step: 'approve', gapsConfirmed: true });
    const { id } = (await scopeOf(head)).place.assessment;
    await expect(
      house.db.updateTable('answer').set({ level: 5 }).where('assessment_id', '=', id).execute(),
    ).rejects.toThrow('not a draft');
    await expect(
      house.db.updateTable('assessment').set({ levels: '[]' }).where('id', '=', id).execute(),
    ).rejects.toThrow('not a draft');
    await expect(house.db.deleteFrom('event').execute()).rejects.toThrow('append-only');
    await expect(house.db.updateTable('event').set({ type: 'x' }).execute()).rejects.toThrow('append-only');
  });
});
