/** Who sees what of a Rakerda, against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from '~/assessment/saveAnswer.server';
import { type Step, takeStep } from '~/assessment/takeStep.server';
import type { Actor } from '~/policy';
import { summarize } from './overviewRows';
import { readOverview } from './overviewRows.server';
import { readOverviewPage } from './overview.read.server';
import { listOwnAssessments, listProgress } from './rakerdaProgress.server';
import { type RakerdaFormValues } from '~/hall/setUp/rakerdaForm';
import { choiceOf, DECIMAL, type House, LAPOR, openHouse, WHOLE } from '#tests/house/house';
import { listRakerdaPlaces } from '~/rakerda/rakerdaFacts.server';
import { emptyFigures } from '~/instrument/topic';
import { doingIn } from '~/record/change.server';
import { addSheetIn, submitSheetIn } from '~/topics/index.server';

let house: House;
let admin: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  admin = await house.person('administrator');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const setUp = (change: Partial<RakerdaFormValues> = {}, actor: Actor = facilitator) =>
  house.setUp(actor, change);

async function answer(actor: Actor, rakerda: string, indicatorNo: number, level: number, discuss = false) {
  const input = {
    level,
    justification: 'rahasia',
    note: '',
    personInCharge: '',
    service: '',
    discuss,
    evidence: [],
  };
  const scope = await house.assessment(actor, rakerda, actor.agencyCode ?? '');
  return saveAnswer(scope, { indicatorNo, input, baseVersion: 0 }, null);
}

describe('who sees what', () => {
  it('an operator sees the own draft, of others only what is approved', async () => {
    const id = await setUp({ name: 'Terlihat' });
    const instrument = WHOLE;
    const own = await house.person('operator', '63.01');
    const other = await house.person('operator', '63.02');
    const otherHead = await house.person('head', '63.02');
    await answer(own, id, 1, 4, true);
    await answer(other, id, 1, 5, true);
    const read = async (actor: Actor) => readOverview(await house.meeting(actor, id), instrument);
    const rowOf = async (actor: Actor, code: string) =>
      (await read(actor)).rows.find((row) => row.agencyCode === code);

    expect(await rowOf(own, '63.01')).toMatchObject({ open: true, own: true, answered: 1, flags: 1 });
    expect(await rowOf(own, '63.02')).toEqual({
      agencyCode: '63.02',
      agencyName: 'Daerah 63.02',
      target: 320,
      own: false,
      open: false,
    });
    expect((await read(own)).flagged.flatMap((flag) => flag.agencies.map((agency) => agency.code))).toEqual([
      '63.01',
    ]);
    expect(summarize((await read(own)).rows, 47)).toMatchObject({
      agencies: 14,
      approved: 0,
      visible: 1,
      hidden: 13,
      answered: 1,
      answerable: 47,
      complete: 0,
      mean: null,
    });

    const step = async (actor: Actor, one: Step) => takeStep(await house.assessment(actor, id, '63.02'), one);
    await step(other, { step: 'submit', unansweredConfirmed: true });
    expect(await rowOf(own, '63.02')).toMatchObject({ open: false });
    await step(otherHead, { step: 'approve', gapsConfirmed: true });
    expect(await rowOf(own, '63.02')).toMatchObject({ open: true, state: 'approved', answered: 1 });
    expect(summarize((await read(own)).rows, 47).approved).toBe(1);

    const all = await read(facilitator);
    expect(all.rows.every((row) => row.open)).toBe(true);
    expect(all.flagged).toMatchObject([
      {
        no: 1,
        agencies: [
          { code: '63.01', level: 4 },
          { code: '63.02', level: 5 },
        ],
      },
    ]);
  });

  it('each reads only the Rakerda they belong to', async () => {
    const id = await setUp({ name: 'Tertutup' }, admin);
    const ids = async (actor: Actor) =>
      (await listRakerdaPlaces(house.scope(actor))).map((place) => place.row.id);
    expect(await ids(admin)).toContain(id);
    expect(await ids(facilitator)).not.toContain(id);
    expect(await ids(await house.person('operator', '63.01'))).toContain(id);
    expect(await ids(await house.person('operator', '62.01'))).toEqual([]);
    expect(await ids(await house.person('liaison'))).toEqual([]);
    expect(await ids(await house.person('operator', '63.01', true))).toEqual([]);
  });

  it('the start page names the next thing to do', async () => {
    const id = await setUp({ name: 'Beranda' });
    const operator = await house.person('operator', '63.05');
    await answer(operator, id, 1, 3);
    await answer(operator, id, 3, 3);
    const mine = (await listOwnAssessments(house.scope(operator))).find((one) => one.rakerda.id === id);
    expect(mine).toMatchObject({
      answered: 2,
      total: 47,
      next: { kind: 'fill', indicatorNo: 2, left: 45 },
      nextPath: `/rakerda/${id}/spbe-2020/63.05/isi/2`,
    });
    const progress = (await listProgress(house.scope(facilitator))).find((one) => one.rakerda.id === id);
    expect(progress).toMatchObject({
      instruments: [
        {
          code: WHOLE.code,
          total: 14,
          counts: { draft: 14, submitted: 0, approved: 0 },
          average: { complete: 0, agencies: 14, mean: null },
        },
      ],
      mayDownload: true,
    });
  });

  it('the start page of a head counts the sheets of topics that wait for a decision', async () => {
    const id = await house.rakerda({ topics: [LAPOR] });
    const of = { topic: LAPOR, rakerdaId: id, agencyCode: '63.01' };
    await house.db.transaction().execute(async (trx) => {
      const doing = doingIn(
        trx,
        { actorId: null, rakerdaId: id, agencyCode: '63.01' },
        '2026-01-01T00:00:00.000Z',
      );
      await addSheetIn(doing, of, emptyFigures(LAPOR));
      await submitSheetIn(doing, of);
    });
    const waiting = async (actor: Actor) =>
      (await listOwnAssessments(house.scope(actor))).find((one) => one.rakerda.id === id)?.topicsWaiting;
    expect(await waiting(await house.person('head', '63.01'))).toBe(1);
    expect(await waiting(await house.person('operator', '63.01'))).toBe(0);
    expect(await waiting(await house.person('head', '63.02'))).toBe(0);
  });

  it('of two instruments, each has its own progress, target and table', async () => {
    const instruments = [choiceOf(WHOLE), choiceOf(DECIMAL)];
    const targets = { [WHOLE.code]: '3,20', [DECIMAL.code]: '4,00' };
    const id = await setUp({ name: 'Berdua', instruments, targets });
    const set = (agencyCode: string, levels: readonly number[]) =>
      house.db
        .updateTable('assessment')
        .set({ state: 'approved', levels: JSON.stringify(levels), answered: levels.length })
        .where('rakerda_id', '=', id)
        .where('agency_code', '=', agencyCode)
        .where('instrument_code', '=', DECIMAL.code)
        .execute();
    await set('63.01', [500, 500, 500, 500]);
    const operator = await house.person('operator', '63.01');
    const own = (await listOwnAssessments(house.scope(operator))).filter((one) => one.rakerda.id === id);
    expect(own.map(({ path, target, index }) => [path, target, index])).toEqual([
      [`/rakerda/${id}/${DECIMAL.code}/63.01`, 400, 500],
      [`/rakerda/${id}/${WHOLE.code}/63.01`, 320, 100],
    ]);
    const progress = (await listProgress(house.scope(operator))).find((one) => one.rakerda.id === id);
    expect(progress?.instruments).toMatchObject([
      {
        code: DECIMAL.code,
        total: 14,
        counts: { draft: 13, approved: 1 },
        average: { complete: 1, agencies: 1, mean: 500 },
      },
      {
        code: WHOLE.code,
        total: 14,
        counts: { draft: 14, approved: 0 },
        average: { complete: 0, agencies: 1, mean: null },
      },
    ]);
    const meeting = await house.meeting(facilitator, id);
    for (const [instrument, target] of [
      [WHOLE, 320],
      [DECIMAL, 400],
    ] as const) {
      const params = new URLSearchParams({ instrumen: instrument.code });
      const page = await readOverviewPage(meeting, params);
      expect(page?.instrument.code).toBe(instrument.code);
      expect(new Set(page?.part.items.map((row) => row.target))).toEqual(new Set([target]));
      expect(page?.manage?.targets).toMatchObject({
        instruments: [{ code: DECIMAL.code }, { code: WHOLE.code }],
        targets: { [`${DECIMAL.code}.63.72`]: 400, [`${WHOLE.code}.63.72`]: 320 },
      });
    }
    expect(await readOverviewPage(meeting, new URLSearchParams({ instrumen: 'lain' }))).toBeNull();
    expect((await readOverviewPage(await house.meeting(operator, id), new URLSearchParams()))?.manage).toBe(
      null,
    );
  });
});
