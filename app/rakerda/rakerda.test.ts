/** Setting up, managing and reading a Rakerda against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '~/accounts';
import { findAssessmentPlace, findRakerdaPlace } from '~/accounts/place.server';
import { saveAnswer } from '~/assessment/saveAnswer.server';
import { takeStep } from '~/assessment/workflow.server';
import { addMember, changeAllTargets, changeStage, changeTargets, removeMember } from './manage.server';
import { readTargets } from './manageForm.server';
import { summarize } from './overview';
import { readMembers, readOverview } from './overview.server';
import { listOwnAssessments, listProgress, listRakerdaPlaces } from './queries.server';
import { emptyRakerdaForm, type RakerdaFormValues, rakerdaSchema } from './rakerdaForm';
import { setUpRakerda } from './setUp.server';
import { type House, openHouse } from './testHouse.server';

let house: House;
let admin: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  admin = await house.person('administrator');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const instrumentOf = async () => {
  const row = await house.db.selectFrom('instrument').selectAll().executeTakeFirstOrThrow();
  return house.services.instruments.get(row.code, row.version);
};

async function input(change: Partial<RakerdaFormValues> = {}) {
  const { code, version } = await instrumentOf();
  return rakerdaSchema.parse({
    ...emptyRakerdaForm(new Date('2025-05-08T00:00:00Z'), `${code}@${version}`),
    name: 'Rakerda Kalsel',
    startsOn: '2025-05-08',
    endsOn: '2025-05-10',
    place: 'Banjarbaru',
    host: 'Diskominfo',
    provinceCode: '63',
    target: '3,20',
    ...change,
  });
}

/** A fresh Rakerda of the whole province; gives its id. */
async function setUp(change: Partial<RakerdaFormValues> = {}, actor: Actor = facilitator): Promise<string> {
  const result = await setUpRakerda(house.services, actor, await input(change), 'request');
  if (result.kind !== 'created') throw new Error(JSON.stringify(result));
  return result.id;
}

async function answer(actor: Actor, rakerda: string, indicatorNo: number, level: number, discuss = false) {
  const instrument = await instrumentOf();
  const place = await findAssessmentPlace(house.db, actor, {
    rakerda,
    instrumen: instrument.code,
    instansi: actor.agencyCode ?? '',
  });
  return saveAnswer(house.db, actor, {
    place,
    instrument,
    indicatorNo,
    input: { level, justification: 'rahasia', note: '', personInCharge: '', discuss, evidence: [] },
    baseVersion: 0,
    changeId: null,
    requestId: 'request',
  });
}

describe('a new Rakerda', () => {
  it('has the province with its thirteen regencies and cities, each with an empty assessment', async () => {
    const id = await setUp({ name: 'Lengkap' });
    const agencies = await house.db
      .selectFrom('rakerda_agency')
      .selectAll()
      .where('rakerda_id', '=', id)
      .orderBy('agency_code')
      .execute();
    expect(agencies).toHaveLength(14);
    expect(agencies[0]?.agency_code).toBe('63');
    expect(agencies.every((row) => row.target_hundredths === 320)).toBe(true);
    const assessments = await house.db
      .selectFrom('assessment')
      .selectAll()
      .where('rakerda_id', '=', id)
      .execute();
    expect(assessments).toHaveLength(14);
    expect(assessments.every((row) => row.answered === 0 && row.state === 'draft')).toBe(true);
    expect(new Set(assessments.map((row) => row.levels))).toEqual(
      new Set([JSON.stringify(Array.from({ length: 47 }, () => null))]),
    );
    expect(await house.eventTypes(id)).toEqual(['rakerda.created']);
  });

  it('leaves the province out, and takes only those chosen', async () => {
    const id = await setUp({
      name: 'Sebagian',
      scope: 'chosen',
      agencyCodes: ['63.72', '63.01'],
      includeProvince: false,
      target: '',
      state: 'preparation',
    });
    const agencies = await house.db
      .selectFrom('rakerda_agency')
      .selectAll()
      .where('rakerda_id', '=', id)
      .orderBy('agency_code')
      .execute();
    expect(agencies.map((row) => row.agency_code)).toEqual(['63.01', '63.72']);
    expect(agencies.every((row) => row.target_hundredths === null)).toBe(true);
    const place = await findRakerdaPlace(house.db, facilitator, id);
    expect(place.row.state).toBe('preparation');
    expect(place.rakerda).toEqual({ isDemo: false, actorIsMember: true, actorParticipates: false });
  });

  it('gets an address of its own though the name is taken', async () => {
    expect(await setUp({ name: 'Kembar' })).toBe('kembar-2025');
    expect(await setUp({ name: 'Kembar' })).toBe('kembar-2025-2');
    expect(await setUp({ name: 'KEMBAR 2025' })).toBe('kembar-2025-3');
    const at = await Promise.all([setUp({ name: 'Serentak' }), setUp({ name: 'Serentak' })]);
    expect(new Set(at)).toEqual(new Set(['serentak-2025', 'serentak-2025-2']));
  });

  it.each<[string, Partial<RakerdaFormValues>, object]>([
    ['an instrument nobody added', { instrument: 'lain@1.0.0' }, { instrument: 'choose' }],
    ['a province that is none', { provinceCode: '63.01' }, { provinceCode: 'choose' }],
    [
      'agencies of another province',
      { scope: 'chosen', agencyCodes: ['63.01', '62.01'] },
      { agencyCodes: 'agencies' },
    ],
  ])('is refused with %s, leaving nothing behind', async (_words, change, errors) => {
    const result = await setUpRakerda(
      house.services,
      facilitator,
      await input({ name: 'Ditolak', ...change }),
      'request',
    );
    expect(result).toEqual({ kind: 'invalid', errors });
    const left = await house.db.selectFrom('rakerda').select('id').where('name', '=', 'Ditolak').execute();
    expect(left).toEqual([]);
  });

  it('is not for operators, reviewers or demo accounts to create', async () => {
    for (const actor of [
      await house.person('operator', '63.01'),
      await house.person('reviewer'),
      await house.person('facilitator', null, true),
    ]) {
      await expect(setUp({ name: 'Terlarang' }, actor)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('the stage', () => {
  it('goes one forward and one back, each on the record', async () => {
    const id = await setUp({ name: 'Tahap', state: 'preparation' });
    const place = await findRakerdaPlace(house.db, facilitator, id);
    const go = (from: 'preparation' | 'filling' | 'plenary', to: 'preparation' | 'filling' | 'plenary') =>
      changeStage(house.services, facilitator, place, { from, to }, 'request');
    expect(await go('preparation', 'filling')).toEqual({ kind: 'changed', state: 'filling' });
    expect(await go('filling', 'plenary')).toEqual({ kind: 'changed', state: 'plenary' });
    expect(await go('plenary', 'filling')).toEqual({ kind: 'changed', state: 'filling' });
    expect(await go('preparation', 'plenary')).toEqual({ kind: 'notAStep' });
    // Pressed on a page that is no longer true.
    expect(await go('plenary', 'filling')).toEqual({ kind: 'moved', state: 'filling' });
    expect(await house.eventTypes(id)).toEqual([
      'rakerda.created',
      'rakerda.stateChanged',
      'rakerda.stateChanged',
      'rakerda.stateChanged',
    ]);
  });

  it('is not for others to change', async () => {
    const id = await setUp({ name: 'Tahap orang lain' });
    for (const actor of [await house.person('facilitator'), await house.person('head', '63.01')]) {
      const place = await findRakerdaPlace(house.db, actor, id);
      await expect(
        changeStage(house.services, actor, place, { from: 'filling', to: 'plenary' }, 'request'),
      ).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('targets', () => {
  const targetOf = async (id: string, code: string) => {
    const row = await house.db
      .selectFrom('rakerda_agency')
      .select('target_hundredths')
      .where('rakerda_id', '=', id)
      .where('agency_code', '=', code)
      .executeTakeFirstOrThrow();
    return row.target_hundredths;
  };

  it('change where something else was typed, in one event', async () => {
    const id = await setUp({ name: 'Target' });
    const place = await findRakerdaPlace(house.db, facilitator, id);
    const form = new FormData();
    for (const [code, before, after] of [
      ['63.01', '3,20', '3,55'],
      ['63.02', '3.20', ''],
      ['63.03', '3,20', '3.2'],
      ['11.01', '', '4'],
    ] as const) {
      form.set(`before.${code}`, before);
      form.set(`target.${code}`, after);
    }
    const { changes, problems } = readTargets(form);
    expect(problems).toEqual({});
    expect(await changeTargets(house.services, facilitator, place, changes, 'request')).toEqual({
      kind: 'changed',
    });
    expect(await targetOf(id, '63.01')).toBe(355);
    expect(await targetOf(id, '63.02')).toBeNull();
    expect(await targetOf(id, '63.03')).toBe(320);
    const event = await house.db
      .selectFrom('event')
      .select('payload')
      .where('rakerda_id', '=', id)
      .where('type', '=', 'rakerda.targetsChanged')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.payload)).toEqual({ changes: { '63.01': [320, 355], '63.02': [320, null] } });
    // The same form once more changes nothing and writes nothing.
    expect(await changeTargets(house.services, facilitator, place, changes, 'request')).toEqual({
      kind: 'unchanged',
    });
  });

  it('typed wrong are kept as typed and named', () => {
    const form = new FormData();
    form.set('before.63.01', '3,20');
    form.set('target.63.01', '6');
    expect(readTargets(form)).toEqual({
      typed: { '63.01': '6' },
      changes: [],
      problems: { '63.01': { kind: 'invalid' } },
    });
  });

  it('of somebody faster are not overwritten unseen', async () => {
    const id = await setUp({ name: 'Target berdua' });
    const place = await findRakerdaPlace(house.db, facilitator, id);
    const change = (after: number) =>
      changeTargets(
        house.services,
        facilitator,
        place,
        [{ agencyCode: '63.01', before: 320, after }],
        'request',
      );
    expect(await change(350)).toEqual({ kind: 'changed' });
    expect(await change(400)).toEqual({ kind: 'moved', now: new Map([['63.01', 350]]) });
    expect(await targetOf(id, '63.01')).toBe(350);
  });

  it('can be given to all at once, and stand still after closing', async () => {
    const id = await setUp({ name: 'Target semua' });
    const place = await findRakerdaPlace(house.db, facilitator, id);
    expect(await changeAllTargets(house.services, facilitator, place, 410, 'request')).toEqual({
      kind: 'changed',
    });
    expect(await targetOf(id, '63')).toBe(410);
    expect(await targetOf(id, '63.72')).toBe(410);
    await changeStage(house.services, facilitator, place, { from: 'filling', to: 'plenary' }, 'request');
    await changeStage(house.services, facilitator, place, { from: 'plenary', to: 'closed' }, 'request');
    expect(await changeAllTargets(house.services, facilitator, place, 420, 'request')).toEqual({
      kind: 'locked',
    });
  });
});

describe('members', () => {
  it('come and go on the record; demo accounts and agency people never become one', async () => {
    const id = await setUp({ name: 'Anggota' });
    const place = await findRakerdaPlace(house.db, facilitator, id);
    const reviewer = await house.person('reviewer');
    const add = (accountId: string) => addMember(house.services, facilitator, place, accountId, 'request');
    expect(await add(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await add(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await add((await house.person('liaison', null, true)).id)).toEqual({ kind: 'refused' });
    expect(await add((await house.person('operator', '63.01')).id)).toEqual({ kind: 'refused' });
    const { members, candidates } = await readMembers(house.db, facilitator, place);
    expect(members.map((member) => member.id).sort()).toEqual([facilitator.id, reviewer.id].sort());
    expect(candidates.some((account) => account.id === reviewer.id)).toBe(false);
    const remove = (accountId: string) =>
      removeMember(house.services, facilitator, place, accountId, 'request');
    expect(await remove(facilitator.id)).toEqual({ kind: 'refused' });
    expect(await remove(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await house.eventTypes(id)).toEqual([
      'rakerda.created',
      'rakerda.membersChanged',
      'rakerda.membersChanged',
    ]);
  });
});

describe('who sees what', () => {
  it('an operator sees the own draft, of others only what is approved', async () => {
    const id = await setUp({ name: 'Terlihat' });
    const instrument = await instrumentOf();
    const own = await house.person('operator', '63.01');
    const other = await house.person('operator', '63.02');
    const otherHead = await house.person('head', '63.02');
    await answer(own, id, 1, 4, true);
    await answer(other, id, 1, 5, true);
    const read = async (actor: Actor) =>
      readOverview(house.db, actor, await findRakerdaPlace(house.db, actor, id), instrument, 'id');
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
      incomplete: 1,
    });

    const step = async (actor: Actor, one: Parameters<typeof takeStep>[4]) =>
      takeStep(
        house.db,
        actor,
        await findAssessmentPlace(house.db, actor, {
          rakerda: id,
          instrumen: instrument.code,
          instansi: '63.02',
        }),
        instrument,
        one,
        'request',
      );
    await step(other, { step: 'submit', unansweredConfirmed: true });
    expect(await rowOf(own, '63.02')).toMatchObject({ open: false });
    await step(otherHead, { step: 'approve' });
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
      (await listRakerdaPlaces(house.db, actor)).map((place) => place.row.id);
    expect(await ids(admin)).toContain(id);
    expect(await ids(facilitator)).not.toContain(id);
    expect(await ids(await house.person('operator', '63.01'))).toContain(id);
    expect(await ids(await house.person('operator', '62.01'))).toEqual([]);
    expect(await ids(await house.person('liaison'))).toEqual([]);
    expect(await ids(await house.person('operator', '63.01', true))).toEqual([]);
  });

  it('the start page names the next thing to do', async () => {
    const id = await setUp({ name: 'Beranda' });
    const { db, instruments } = house.services;
    const operator = await house.person('operator', '63.05');
    await answer(operator, id, 1, 3);
    await answer(operator, id, 3, 3);
    const mine = (await listOwnAssessments(db, instruments, operator, 'id')).find(
      (one) => one.rakerda.id === id,
    );
    expect(mine).toMatchObject({
      answered: 2,
      total: 47,
      next: { kind: 'fill', indicatorNo: 2, left: 45 },
      nextPath: `/rakerda/${id}/spbe-2020/63.05/isi/2`,
    });
    const progress = (await listProgress(db, instruments, facilitator, 'id')).find(
      (one) => one.rakerda.id === id,
    );
    expect(progress).toMatchObject({
      total: 14,
      counts: { draft: 14, submitted: 0, approved: 0 },
      provisional: true,
      mayDownload: true,
    });
  });
});
