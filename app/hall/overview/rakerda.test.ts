/** Setting up and managing a Rakerda against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { choiceOf, DECIMAL, type House, openHouse, setUpInput, WHOLE } from '#tests/house/house';
import {
  addMember,
  changeAllTargets,
  changeStage,
  changeTargets,
  removeMember,
} from './manageRakerda.server';
import { manageRakerda, targetsIn } from './overview.post.server';
import { readMembers } from './overviewRows.server';
import { findRakerdaPlace } from '~/rakerda/meetingScope.server';
import type { RakerdaFormValues } from '~/hall/setUp/rakerdaForm';
import { setUpRakerda } from '~/hall/setUp/setUpRakerda.server';

let house: House;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const setUp = (change: Partial<RakerdaFormValues> = {}, actor: Actor = facilitator) =>
  house.setUp(actor, change);

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
    const targets = await house.targets(id);
    expect(Object.keys(targets)).toHaveLength(14);
    expect(new Set(Object.values(targets))).toEqual(new Set([320]));
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
      targets: {},
      state: 'preparation',
    });
    const agencies = await house.db
      .selectFrom('rakerda_agency')
      .selectAll()
      .where('rakerda_id', '=', id)
      .orderBy('agency_code')
      .execute();
    expect(agencies.map((row) => row.agency_code)).toEqual(['63.01', '63.72']);
    expect(await house.targets(id)).toEqual({});
    const place = await findRakerdaPlace(house.db, facilitator, id);
    expect(place.row.state).toBe('preparation');
    expect(place.rakerda).toMatchObject({ isDemo: false, actorIsMember: true, actorParticipates: false });
  });

  it('gets an address of its own though the name is taken', async () => {
    expect(await setUp({ name: 'Kembar' })).toBe('kembar-2025');
    expect(await setUp({ name: 'Kembar' })).toBe('kembar-2025-2');
    expect(await setUp({ name: 'KEMBAR 2025' })).toBe('kembar-2025-3');
    const at = await Promise.all([setUp({ name: 'Serentak' }), setUp({ name: 'Serentak' })]);
    expect(new Set(at)).toEqual(new Set(['serentak-2025', 'serentak-2025-2']));
  });

  it.each<[string, Partial<RakerdaFormValues>, object]>([
    ['an instrument nobody added', { instruments: ['lain@1.0.0'] }, { instruments: 'agencies' }],
    ['a province that is none', { provinceCode: '63.01' }, { provinceCode: 'choose' }],
    [
      'agencies of another province',
      { scope: 'chosen', agencyCodes: ['63.01', '62.01'] },
      { agencyCodes: 'agencies' },
    ],
  ])('is refused with %s, leaving nothing behind', async (_words, change, errors) => {
    const input = setUpInput({ name: 'Ditolak', ...change });
    const result = await setUpRakerda(house.scope(facilitator), input, null);
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
    const meeting = await house.meeting(facilitator, id);
    const go = (from: 'preparation' | 'filling' | 'plenary', to: 'preparation' | 'filling' | 'plenary') =>
      changeStage(meeting, { from, to });
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
      const meeting = await house.meeting(actor, id);
      await expect(changeStage(meeting, { from: 'filling', to: 'plenary' })).rejects.toMatchObject({
        status: 403,
      });
    }
  });
});

describe('targets', () => {
  const W = WHOLE.code;
  const D = DECIMAL.code;
  const both = { instruments: [choiceOf(WHOLE), choiceOf(DECIMAL)], targets: { [W]: '3,20', [D]: '4' } };

  function formOf(rows: readonly (readonly [key: string, before: string, after: string])[]): FormData {
    const form = new FormData();
    form.set('intent', 'targets');
    for (const [key, before, after] of rows) {
      form.set(`before.${key}`, before);
      form.set(`target.${key}`, after);
    }
    return form;
  }

  it('change where something else was typed, each instrument for itself, on the record', async () => {
    const id = await setUp({ name: 'Target', ...both });
    const other = await setUp({ name: 'Target lain', ...both });
    const before = await house.targets(other);
    const meeting = await house.meeting(facilitator, id);
    const form = formOf([
      [`${W}.63.01`, '3,20', '3,55'],
      [`${W}.63.02`, '3.20', ''],
      [`${W}.63.03`, '3,20', '3.2'],
      [`${D}.63.01`, '4,00', '4,5'],
      // Neither takes part.
      [`${W}.11.01`, '', '4'],
      ['lain.63.01', '', '4'],
    ]);
    expect(targetsIn(form).problems).toEqual({});
    expect(await manageRakerda(meeting, form)).toEqual({ kind: 'done', message: 'target' });
    const targets = await house.targets(id);
    expect(Object.keys(targets)).toHaveLength(27);
    expect(targets).toMatchObject({
      [`${W} 63.01`]: 355,
      [`${W} 63.03`]: 320,
      [`${D} 63.01`]: 450,
      [`${D} 63.02`]: 400,
    });
    expect(targets).not.toHaveProperty([`${W} 63.02`]);
    expect(await house.targets(other)).toEqual(before);
    const events = await house.db
      .selectFrom('event')
      .select('payload')
      .where('rakerda_id', '=', id)
      .where('type', '=', 'rakerda.targetsChanged')
      .orderBy('payload')
      .execute();
    expect(events.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
      { instrument: D, changes: { '63.01': [400, 450] } },
      { instrument: W, changes: { '63.01': [320, 355], '63.02': [320, null] } },
    ]);
    // The same form once more changes nothing and writes nothing.
    expect(await changeTargets(meeting, targetsIn(form).changes)).toEqual({ kind: 'unchanged' });
  });

  it('typed wrong are kept as typed and named', () => {
    expect(targetsIn(formOf([[`${W}.63.01`, '3,20', '6']]))).toEqual({
      typed: { [`${W}.63.01`]: '6' },
      changes: [],
      problems: { [`${W}.63.01`]: { kind: 'invalid' } },
    });
  });

  it('of somebody faster are not overwritten unseen, and nothing else of that form is written', async () => {
    const id = await setUp({ name: 'Target berdua', ...both });
    const meeting = await house.meeting(facilitator, id);
    const change = (after: number) =>
      changeTargets(meeting, [
        { instrumentCode: W, agencyCode: '63.01', before: 320, after },
        { instrumentCode: D, agencyCode: '63.01', before: 400, after: 400 + (after % 100) },
      ]);
    expect(await change(350)).toEqual({ kind: 'changed' });
    expect(await change(410)).toEqual({
      kind: 'moved',
      now: new Map([
        [`${W}.63.01`, 350],
        [`${D}.63.01`, 450],
      ]),
    });
    expect(await house.targets(id)).toMatchObject({ [`${W} 63.01`]: 350, [`${D} 63.01`]: 450 });
  });

  it('can be given to all at once for one instrument, and stand still after closing', async () => {
    const id = await setUp({ name: 'Target semua', ...both });
    const meeting = await house.meeting(facilitator, id);
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'targetAll', instrument: D, all: '4,10' }))
      form.set(name, value);
    expect(await manageRakerda(meeting, form)).toEqual({ kind: 'done', message: 'target' });
    expect(await house.targets(id)).toMatchObject({
      [`${D} 63`]: 410,
      [`${D} 63.72`]: 410,
      [`${W} 63`]: 320,
      [`${W} 63.72`]: 320,
    });
    form.set('all', 'banyak');
    expect(await manageRakerda(meeting, form)).toEqual({
      kind: 'refused',
      refusal: { kind: 'targetAll', instrument: D, typed: 'banyak' },
    });
    // The request came in before the closing.
    await house.moveTo(id, 'closed');
    expect(await changeAllTargets(meeting, D, 420)).toEqual({ kind: 'locked' });
    const one = { instrumentCode: W, agencyCode: '63', before: 320, after: 400 };
    expect(await changeTargets(meeting, [one])).toEqual({ kind: 'locked' });
  });

  it('are not for others to change', async () => {
    const id = await setUp({ name: 'Target orang lain' });
    for (const actor of [await house.person('facilitator'), await house.person('head', '63.01')]) {
      const meeting = await house.meeting(actor, id);
      await expect(changeAllTargets(meeting, W, 400)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('members', () => {
  it('come and go on the record; demo accounts and agency people never become one', async () => {
    const id = await setUp({ name: 'Anggota' });
    const meeting = await house.meeting(facilitator, id);
    const reviewer = await house.person('reviewer');
    const add = (accountId: string) => addMember(meeting, accountId);
    expect(await add(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await add(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await add((await house.person('liaison', null, true)).id)).toEqual({ kind: 'refused' });
    expect(await add((await house.person('operator', '63.01')).id)).toEqual({ kind: 'refused' });
    const { members, candidates } = await readMembers(meeting);
    expect(members.map((member) => member.id).sort()).toEqual([facilitator.id, reviewer.id].sort());
    expect(candidates.some((account) => account.id === reviewer.id)).toBe(false);
    const remove = (accountId: string) => removeMember(meeting, accountId);
    expect(await remove(facilitator.id)).toEqual({ kind: 'refused' });
    expect(await remove(reviewer.id)).toEqual({ kind: 'changed' });
    expect(await house.eventTypes(id)).toEqual([
      'rakerda.created',
      'rakerda.membersChanged',
      'rakerda.membersChanged',
    ]);
  });
});
