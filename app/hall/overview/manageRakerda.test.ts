/** What a facilitator changes while a Rakerda runs: what is written, what is said, and what is left alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RakerdaState } from '#db/schema';
import { STAGES, type Actor } from '~/policy';
import type { EventType } from '~/record/events';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import {
  addMember,
  changeAllTargets,
  changeStage,
  changeTargets,
  readTargets,
  removeMember,
} from './manageRakerda.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const W = WHOLE.code;
const D = DECIMAL.code;

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({
      id,
      year,
      state: 'filling',
      agencyCodes: ['63.01', '63.02'],
      memberIds: [facilitator.id],
      instruments: [WHOLE, DECIMAL],
      target: 320,
    });
  }
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = HERE) => house.meeting(actor, rakerdaId);
const stageOf = async (rakerdaId: string) => (await meeting(facilitator, rakerdaId)).place.row.state;
/** Every event of a type in this Rakerda, with its payload read. */
async function said(type: EventType) {
  return (await house.events(type)).map((event) => {
    expect(event).toMatchObject({ actor_id: facilitator.id, rakerda_id: HERE });
    return JSON.parse(event.payload) as unknown;
  });
}

describe('the stage', () => {
  it('goes to a neighbour and nowhere else, and the other Rakerda stays where it is', async () => {
    for (const from of STAGES) {
      for (const to of STAGES) {
        await house.moveTo(HERE, from);
        const isStep = Math.abs(STAGES.indexOf(from) - STAGES.indexOf(to)) === 1;
        expect(await changeStage(await meeting(), { from, to })).toEqual(
          isStep ? { kind: 'changed', state: to } : { kind: 'notAStep' },
        );
        expect(await stageOf(HERE)).toBe(isStep ? to : from);
      }
    }
    expect(await stageOf(OTHER)).toBe('filling');
    const steps: readonly (readonly [RakerdaState, RakerdaState])[] = [
      ['preparation', 'filling'],
      ['filling', 'preparation'],
      ['filling', 'plenary'],
      ['plenary', 'filling'],
      ['plenary', 'closed'],
      ['closed', 'plenary'],
      ['closed', 'archived'],
      ['archived', 'closed'],
    ];
    expect(await said('rakerda.stateChanged')).toEqual(steps.map(([from, to]) => ({ from, to })));
  });
});

describe('targets', () => {
  const one = { instrumentCode: D, agencyCode: '63.01' };

  it('are read for every agency and instrument that takes part, set or not', async () => {
    await changeTargets(await meeting(), [{ ...one, before: 320, after: null }]);
    expect(await readTargets(house.db, HERE)).toEqual([
      { instrumentCode: D, agencyCode: '63.01', target: null },
      { instrumentCode: W, agencyCode: '63.01', target: 320 },
      { instrumentCode: D, agencyCode: '63.02', target: 320 },
      { instrumentCode: W, agencyCode: '63.02', target: 320 },
    ]);
    expect(await said('rakerda.targetsChanged')).toEqual([
      { instrument: D, changes: { '63.01': [320, null] } },
    ]);
    expect(Object.keys(await house.targets(OTHER))).toHaveLength(4);
  });

  it('that are as wished already are no change, whatever was seen', async () => {
    const scope = await meeting();
    await changeTargets(scope, [{ ...one, before: 320, after: 350 }]);
    expect(await changeTargets(scope, [{ ...one, before: 320, after: 350 }])).toEqual({ kind: 'unchanged' });
    // Nothing was typed, so what somebody else set stands.
    expect(await changeTargets(scope, [{ ...one, before: 320, after: 320 }])).toEqual({ kind: 'unchanged' });
    expect(await changeTargets(scope, [])).toEqual({ kind: 'unchanged' });
    expect(await house.targets(HERE)).toMatchObject({ [`${D} 63.01`]: 350, [`${W} 63.01`]: 320 });
    expect(await said('rakerda.targetsChanged')).toHaveLength(1);
  });

  it('given to all say what each was before, and are taken from all', async () => {
    const scope = await meeting();
    await changeTargets(scope, [{ ...one, before: 320, after: 400 }]);
    expect(await changeAllTargets(scope, D, 400)).toEqual({ kind: 'changed' });
    expect(await changeAllTargets(scope, D, null)).toEqual({ kind: 'changed' });
    expect(await changeAllTargets(scope, D, null)).toEqual({ kind: 'unchanged' });
    expect(await changeAllTargets(scope, 'lain', 300)).toEqual({ kind: 'unchanged' });
    expect((await said('rakerda.targetsChanged')).slice(1)).toEqual([
      { instrument: D, changes: { '63.02': [320, 400] } },
      { instrument: D, changes: { '63.01': [400, null], '63.02': [400, null] } },
    ]);
    expect(await house.targets(HERE)).toEqual({ [`${W} 63.01`]: 320, [`${W} 63.02`]: 320 });
  });

  it('are for who manages the Rakerda', async () => {
    for (const actor of [await house.person('facilitator'), await house.person('head', '63.01')]) {
      const scope = await meeting(actor);
      await expect(changeTargets(scope, [{ ...one, before: 320, after: 1 }])).rejects.toMatchObject({
        status: 403,
      });
    }
  });
});

describe('members', () => {
  const membersOf = async (rakerdaId: string) =>
    (
      await house.db
        .selectFrom('rakerda_member')
        .select('account_id')
        .where('rakerda_id', '=', rakerdaId)
        .execute()
    )
      .map((row) => row.account_id)
      .filter((id) => id !== facilitator.id);

  it.each(['facilitator', 'reviewer', 'liaison'] as const)(
    'a %s comes and goes, once each, in one Rakerda',
    async (role) => {
      const { id } = await house.person(role);
      const scope = await meeting();
      for (let time = 0; time < 2; time += 1) expect(await addMember(scope, id)).toEqual({ kind: 'changed' });
      await house.db.insertInto('rakerda_member').values({ rakerda_id: OTHER, account_id: id }).execute();
      expect([await membersOf(HERE), await membersOf(OTHER)]).toEqual([[id], [id]]);
      const another = await house.person('reviewer');
      await addMember(scope, another.id);
      for (let time = 0; time < 2; time += 1)
        expect(await removeMember(scope, id)).toEqual({ kind: 'changed' });
      expect([await membersOf(HERE), await membersOf(OTHER)]).toEqual([[another.id], [id]]);
      expect(await said('rakerda.membersChanged')).toEqual([
        { added: [id], removed: [] },
        { added: [another.id], removed: [] },
        { added: [], removed: [id] },
      ]);
    },
  );

  it('are no administrators, agency people, demo accounts, closed accounts or strangers', async () => {
    const closed = await house.account('tutup', 'kucing hitam besar', {
      role: 'reviewer',
      disabled_at: '2026-01-01T00:00:00.000Z',
    });
    const refused = [
      (await house.person('administrator')).id,
      (await house.person('head', '63.01')).id,
      (await house.person('reviewer', null, true)).id,
      closed.id,
      'tidak-ada',
    ];
    for (const id of refused) expect(await addMember(await meeting(), id)).toEqual({ kind: 'refused' });
    expect(await membersOf(HERE)).toEqual([]);
  });

  it('are chosen by who manages the Rakerda', async () => {
    const stranger = await house.person('facilitator');
    const { id } = await house.person('reviewer');
    for (const attempt of [addMember, removeMember]) {
      await expect(attempt(await meeting(stranger), id)).rejects.toMatchObject({ status: 403 });
    }
    // An administrator is no member, and takes out whoever is.
    const admin = await house.person('administrator');
    expect(await removeMember(await meeting(admin), facilitator.id)).toEqual({ kind: 'changed' });
  });
});
