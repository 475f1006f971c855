/** Setting up and managing a Rakerda against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { findRakerdaPlace } from './scope.server';
import { addMember, changeAllTargets, changeStage, changeTargets, removeMember } from './manage.server';
import { readTargets } from './manageForm.server';
import { readMembers } from './overview.server';
import { type RakerdaFormValues } from './setUp/rakerdaForm';
import { setUpRakerda } from './setUp/setUp.server';
import { type House, openHouse } from '#tests/house/house';
import { rakerdaInput, SENT, setUpIn } from './testRakerda.server';

let house: House;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const setUp = (change: Partial<RakerdaFormValues> = {}, actor: Actor = facilitator) =>
  setUpIn(house, actor, change);

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
    const result = await setUpRakerda(
      house.services,
      facilitator,
      await rakerdaInput(house, { name: 'Ditolak', ...change }),
      SENT,
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
