import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from '#db/database';
import { seed } from '#seeds/index';
import { DEMO_RAKERDA } from '#seeds/demo';
import { type Instrument, score } from '~/instrument';
import type { Actor } from '~/policy';
import { type AssessmentPlace, findAssessmentPlace } from '~/rakerda/scope.server';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { parseLevels } from './levels';
import { readAnswer, saveAnswer, type SaveRequest } from './saveAnswer.server';
import { takeStep } from './workflow.server';
import { readHistory } from './history.server';

let folder: string;
let house: OpenDatabase;
let instrument: Instrument;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-'));
  house = openDatabase(`file:${join(folder, 'test.sqlite')}`);
  await migrate(house.db);
  await seed(house.db, {
    demo: true,
    demoPassword: 'for-this-test-only',
    adminPassword: 'for-this-test-only',
  });
  instrument = (await openInstrumentLibrary(house.db)).get('spbe-2020', '1.0.0');
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function actorNamed(username: string): Promise<Actor> {
  const row = await house.db
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    username,
    name: row.name,
    role: row.role,
    agencyCode: row.agency_code,
    isDemo: true,
    mustChangePassword: false,
    onlyRakerdaId: null,
  };
}

async function placeFor(actor: Actor, agency: string): Promise<AssessmentPlace> {
  return findAssessmentPlace(house.db, actor, {
    rakerda: DEMO_RAKERDA,
    instrumen: 'spbe-2020',
    instansi: agency,
  });
}

function request(place: AssessmentPlace, changes: Partial<SaveRequest> = {}): SaveRequest {
  return {
    place,
    instrument,
    indicatorNo: 20,
    input: { level: 3, justification: 'SK Tim', note: '', personInCharge: '', discuss: false, evidence: [] },
    baseVersion: 0,
    changeId: null,
    requestId: 'test',
    ...changes,
  };
}

async function eventCount(): Promise<number> {
  const row = await house.db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

describe('saving an answer', () => {
  let operator: Actor;
  let place: AssessmentPlace;
  beforeEach(async () => {
    operator = await actorNamed('operator.6301');
    place = await placeFor(operator, '63.01');
  });

  it('keeps answer, level row, index and one event together', async () => {
    const before = await eventCount();
    const result = await saveAnswer(house.db, operator, request(place, { indicatorNo: 21 }));
    expect(result).toMatchObject({ kind: 'saved', version: 1 });
    expect(await eventCount()).toBe(before + 1);
    const after = await placeFor(operator, '63.01');
    expect(parseLevels(after.assessment.levels)[20]).toBe(3);
    expect(after.assessment.answered).toBe(place.assessment.answered + 1);
    const gained =
      score(instrument, parseLevels(after.assessment.levels)).whole.index.numerator -
      score(instrument, parseLevels(place.assessment.levels)).whole.index.numerator;
    // Indicator 21 weighs 1.5 % and rose from the counted level 1 to 3.
    expect(gained).toBe(150 * 2);
    const { entries } = await readHistory(house.db, after, instrument, 'id', {
      indicatorNo: 21,
      before: null,
    });
    expect(entries[0]).toMatchObject({ actor: operator.name, type: 'answer.saved' });
    expect(entries[0]?.changes).toContainEqual({ field: 'level', before: '', after: '3' });
  });

  it('stores a change that arrives twice only once and answers it as the first time', async () => {
    const twice = request(place, { indicatorNo: 22, changeId: 'change-0001' });
    const first = await saveAnswer(house.db, operator, twice);
    expect(first).toMatchObject({ kind: 'saved', version: 1 });
    const before = await eventCount();
    expect(await saveAnswer(house.db, operator, twice)).toEqual(first);
    expect(await eventCount()).toBe(before);
  });

  it('answers a repeated change with the version it made, not with what others made of it since', async () => {
    const head = await actorNamed('kepala.6301');
    const mine = request(place, { indicatorNo: 25, changeId: 'change-0002' });
    await saveAnswer(house.db, operator, mine);
    const theirs = { ...mine.input, level: 5 };
    await saveAnswer(house.db, head, request(place, { indicatorNo: 25, baseVersion: 1, input: theirs }));
    expect(await saveAnswer(house.db, operator, mine)).toMatchObject({ kind: 'saved', version: 1 });
    // What is typed on top of the own change meets the other's answer as a conflict.
    const next = request(place, {
      indicatorNo: 25,
      baseVersion: 1,
      changeId: 'change-0003',
      input: { ...mine.input, note: 'tambahan' },
    });
    expect(await saveAnswer(house.db, operator, next)).toMatchObject({ kind: 'conflict', own: false });
    expect(await readAnswer(house.db, place.assessment.id, 25)).toMatchObject({ level: 5, note: '' });
  });

  it('answers a repeated change as the first time when answers have been closed since', async () => {
    const mine = request(place, { indicatorNo: 26, changeId: 'change-0004' });
    const first = await saveAnswer(house.db, operator, mine);
    const closed = { ...place, row: { ...place.row, state: 'closed' as const } };
    expect(await saveAnswer(house.db, operator, { ...mine, place: closed })).toEqual(first);
    const another = { ...mine, place: closed, changeId: 'change-0005', baseVersion: 1 };
    expect(await saveAnswer(house.db, operator, another)).toEqual({ kind: 'locked' });
  });

  it('takes the name of another answer’s change for no reason to drop this one', async () => {
    await saveAnswer(house.db, operator, request(place, { indicatorNo: 27, changeId: 'change-0006' }));
    const other = request(place, { indicatorNo: 28, changeId: 'change-0006' });
    expect(await saveAnswer(house.db, operator, other)).toMatchObject({ kind: 'saved', version: 1 });
    expect((await readAnswer(house.db, place.assessment.id, 28))?.level).toBe(3);
  });

  it('takes a change’s name with other content for another change', async () => {
    const mine = request(place, { indicatorNo: 30, changeId: 'change-0007' });
    await saveAnswer(house.db, operator, mine);
    const other = { ...mine, baseVersion: 1, input: { ...mine.input, level: 4 } };
    expect(await saveAnswer(house.db, operator, other)).toMatchObject({ kind: 'saved', version: 2 });
    expect((await readAnswer(house.db, place.assessment.id, 30))?.level).toBe(4);
  });

  it('shows the second of two people the first one’s answer and overwrites nothing', async () => {
    const head = await actorNamed('kepala.6301');
    await saveAnswer(house.db, operator, request(place, { indicatorNo: 23 }));
    const second = await saveAnswer(
      house.db,
      head,
      request(place, { indicatorNo: 23, input: { ...request(place).input, level: 5 } }),
    );
    expect(second).toMatchObject({
      kind: 'conflict',
      theirs: { level: 3 },
      theirName: operator.name,
      own: false,
    });
    expect((await readAnswer(house.db, place.assessment.id, 23))?.level).toBe(3);
  });

  it('knows one’s own answer from another tab for what it is, and overwrites nothing either', async () => {
    await saveAnswer(house.db, operator, request(place, { indicatorNo: 29 }));
    const second = await saveAnswer(
      house.db,
      operator,
      request(place, { indicatorNo: 29, input: { ...request(place).input, level: 5 } }),
    );
    expect(second).toMatchObject({ kind: 'conflict', theirs: { level: 3 }, own: true });
    expect((await readAnswer(house.db, place.assessment.id, 29))?.level).toBe(3);
  });

  it('replaces evidence as a whole and keeps its order', async () => {
    const evidence = [
      { url: 'https://a.example/1', caption: 'satu' },
      { url: 'https://a.example/2', caption: '' },
    ];
    await saveAnswer(
      house.db,
      operator,
      request(place, { indicatorNo: 24, input: { ...request(place).input, evidence } }),
    );
    const fewer = evidence.slice(1);
    await saveAnswer(
      house.db,
      operator,
      request(place, {
        indicatorNo: 24,
        baseVersion: 1,
        input: { ...request(place).input, evidence: fewer },
      }),
    );
    expect((await readAnswer(house.db, place.assessment.id, 24))?.evidence).toEqual(fewer);
  });

  it('refuses an operator of another agency and a reader, whatever ids they send', async () => {
    const foreign = await actorNamed('operator.6302');
    const liaison = await actorNamed('penghubung');
    for (const actor of [foreign, liaison]) {
      const at = await placeFor(actor, '63.01');
      expect(await saveAnswer(house.db, actor, request(at))).toEqual({ kind: 'forbidden' });
    }
  });
});

describe('submit, approve, reopen', () => {
  it('goes its way once, locks the answers and unlocks them only on the record', async () => {
    const operator = await actorNamed('operator.6302');
    const head = await actorNamed('kepala.6302');
    const facilitator = await actorNamed('fasilitator');
    const at = (actor: Actor) => placeFor(actor, '63.02');
    const step = async (actor: Actor, what: Parameters<typeof takeStep>[4]) =>
      takeStep(house.db, actor, await at(actor), instrument, what, 'test');

    expect(await step(operator, { step: 'approve' })).toEqual({ kind: 'forbidden' });
    expect(await step(operator, { step: 'submit', unansweredConfirmed: false })).toMatchObject({
      kind: 'done',
    });
    expect(await step(operator, { step: 'submit', unansweredConfirmed: false })).toMatchObject({
      kind: 'wrongState',
    });
    expect(await saveAnswer(house.db, operator, request(await at(operator)))).toEqual({ kind: 'locked' });
    expect(await step(head, { step: 'approve' })).toMatchObject({ kind: 'done', state: 'approved' });
    expect(await saveAnswer(house.db, head, request(await at(head)))).toEqual({ kind: 'locked' });
    expect(await step(head, { step: 'return', note: 'terlambat' })).toMatchObject({ kind: 'wrongState' });
    expect(await step(facilitator, { step: 'reopen', note: 'data baru' })).toMatchObject({
      kind: 'done',
      state: 'draft',
    });
    const place = await at(operator);
    expect(place.assessment.return_note).toBe('data baru');
    const { entries } = await readHistory(house.db, place, instrument, 'id', {
      indicatorNo: null,
      before: null,
    });
    expect(entries.slice(0, 3).map((entry) => entry.type)).toEqual([
      'assessment.reopened',
      'assessment.approved',
      'assessment.submitted',
    ]);
  });

  it('lists what is unanswered and asks before it submits', async () => {
    const operator = await actorNamed('operator.6305');
    const result = await takeStep(
      house.db,
      operator,
      await placeFor(operator, '63.05'),
      instrument,
      { step: 'submit', unansweredConfirmed: false },
      'test',
    );
    expect(result).toMatchObject({ kind: 'unconfirmed' });
    expect(result.kind === 'unconfirmed' ? result.unanswered : []).toEqual(
      Array.from({ length: 16 }, (_, index) => 32 + index),
    );
  });
});

describe('the database itself', () => {
  it('refuses to change an approved answer or to rewrite the record', async () => {
    const head = await actorNamed('kepala.6304');
    const { assessment } = await placeFor(head, '63.04');
    await expect(
      house.db.updateTable('answer').set({ level: 5 }).where('assessment_id', '=', assessment.id).execute(),
    ).rejects.toThrow('not a draft');
    await expect(
      house.db.updateTable('assessment').set({ levels: '[]' }).where('id', '=', assessment.id).execute(),
    ).rejects.toThrow('not a draft');
    await expect(house.db.deleteFrom('event').execute()).rejects.toThrow('append-only');
    await expect(house.db.updateTable('event').set({ type: 'x' }).execute()).rejects.toThrow('append-only');
  });
});
