/** What a change of the agenda leaves behind: in the item, in the record, and in no other item. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doingIn, type Doing } from '~/record/change.server';
import type { EventType } from '~/record/events';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import {
  addItem,
  addItemsIn,
  changeItem,
  copyAgendaIn,
  moveAgendaIn,
  removeItem,
} from './agendaItems.server';
import type { ItemInput } from './readAgendaItem';

const WITA = 'Asia/Makassar';
const HERE = { id: 'uji-2026', timeZone: WITA };
const NEXT = { id: 'uji-2027', timeZone: 'Asia/Jayapura' };
const AT = '2026-01-01T00:00:00.000Z';
const INPUT: ItemInput = {
  date: '2026-05-08',
  start: '09:00',
  end: '10:30',
  topic: 'spbe',
  title: 'Pleno',
  speaker: 'Kadis',
};
/** The same as it is stored: WITA is eight hours ahead. */
const FACTS = {
  startsAt: '2026-05-08T01:00:00.000Z',
  endsAt: '2026-05-08T02:30:00.000Z',
  topic: 'spbe',
  title: 'Pleno',
  speaker: 'Kadis',
} as const;

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  for (const [{ id, timeZone }, year] of [
    [HERE, 2026],
    [NEXT, 2027],
  ] as const) {
    await house.rakerda({ id, year, timeZone, state: 'filling', memberIds: [facilitator.id] });
  }
});
afterEach(() => house.close());

const meeting = (actor = facilitator) => house.meeting(actor, HERE.id);
const rows = (rakerdaId = HERE.id) =>
  house.db
    .selectFrom('agenda_item')
    .selectAll()
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
async function said(type: EventType) {
  return (await house.events(type)).map((event) => ({
    actor: event.actor_id,
    rakerda: event.rakerda_id,
    payload: JSON.parse(event.payload) as unknown,
  }));
}
const within = (work: (doing: Doing) => Promise<void>) =>
  house.db.transaction().execute((trx) => work(doingIn(trx, { actorId: facilitator.id }, AT)));
const columns = ({ startsAt, endsAt, ...facts }: { startsAt: string; endsAt: string }) => ({
  starts_at: startsAt,
  ends_at: endsAt,
  ...facts,
});

describe('an item', () => {
  it('is stored as it stands on the clock of the place', async () => {
    await addItem(await meeting(), 'x', INPUT);
    expect(await rows()).toEqual([
      { id: 'x', rakerda_id: HERE.id, ...columns(FACTS), version: 1, removed_at: null },
    ]);
    expect(await said('agenda.itemAdded')).toEqual([
      { actor: facilitator.id, rakerda: HERE.id, payload: { itemId: 'x', after: FACTS } },
    ]);
  });

  it.each<[Partial<ItemInput>, object]>([
    [{ start: '09:15' }, { startsAt: '2026-05-08T01:15:00.000Z' }],
    [{ end: '11:00' }, { endsAt: '2026-05-08T03:00:00.000Z' }],
    [{ date: '2026-05-09' }, { startsAt: '2026-05-09T01:00:00.000Z', endsAt: '2026-05-09T02:30:00.000Z' }],
    [{ topic: 'general' }, { topic: 'general' }],
    [{ title: 'Penutup' }, { title: 'Penutup' }],
    [{ speaker: '' }, { speaker: '' }],
  ])('changes in %j, with both sides in the record, and its neighbour does not', async (change, facts) => {
    const scope = await meeting();
    for (const id of ['x', 'y']) await addItem(scope, id, INPUT);
    const seen = { id: 'x', version: 1 };
    expect(await changeItem(scope, seen, INPUT)).toEqual({ kind: 'done', id: 'x' });
    expect(await said('agenda.itemChanged')).toEqual([]);
    expect(await changeItem(scope, seen, { ...INPUT, ...change })).toEqual({ kind: 'done', id: 'x' });
    const after = { ...FACTS, ...facts };
    expect(await said('agenda.itemChanged')).toEqual([
      { actor: facilitator.id, rakerda: HERE.id, payload: { itemId: 'x', before: FACTS, after } },
    ]);
    const stored = await rows();
    expect(stored.find(({ id }) => id === 'x')).toMatchObject({ ...columns(after), version: 2 });
    expect(stored.find(({ id }) => id === 'y')).toMatchObject({ ...columns(FACTS), version: 1 });
    // Sent once more from the older page: it is as wished.
    expect(await changeItem(scope, seen, { ...INPUT, ...change })).toEqual({ kind: 'done', id: 'x' });
    expect(await said('agenda.itemChanged')).toHaveLength(1);
  });

  it('that is removed stays, marked, once, with what it said in the record', async () => {
    const scope = await meeting();
    for (const id of ['x', 'y']) await addItem(scope, id, INPUT);
    expect(await removeItem(scope, { id: 'x', version: 2 })).toMatchObject({ kind: 'moved', now: FACTS });
    for (let time = 0; time < 2; time += 1) {
      expect(await removeItem(scope, { id: 'x', version: 1 })).toEqual({ kind: 'done', id: 'x' });
    }
    expect(await said('agenda.itemRemoved')).toEqual([
      { actor: facilitator.id, rakerda: HERE.id, payload: { itemId: 'x', before: FACTS } },
    ]);
    const [event] = await house.events('agenda.itemRemoved');
    expect(await rows()).toMatchObject([
      { id: 'x', removed_at: event?.at, version: 2 },
      { id: 'y', removed_at: null, version: 1 },
    ]);
  });

  it('is changed and removed by who manages the Rakerda', async () => {
    const scope = await meeting(await house.person('reviewer'));
    const seen = { id: 'x', version: 1 };
    await expect(changeItem(scope, seen, INPUT)).rejects.toMatchObject({ status: 403 });
    await expect(removeItem(scope, seen)).rejects.toMatchObject({ status: 403 });
  });
});

describe('a whole agenda', () => {
  it('is added item by item, each on the record of its Rakerda', async () => {
    const second = { ...FACTS, title: 'Penutup' };
    await within((doing) => addItemsIn(doing, NEXT.id, [FACTS, second]));
    expect((await rows(NEXT.id)).map(({ title, version }) => [title, version]).sort()).toEqual([
      ['Penutup', 1],
      ['Pleno', 1],
    ]);
    expect((await said('agenda.itemAdded')).map(({ rakerda, payload }) => [rakerda, payload])).toMatchObject([
      [NEXT.id, { after: FACTS }],
      [NEXT.id, { after: second }],
    ]);
    expect(new Set((await rows(NEXT.id)).map(({ id }) => id)).size).toBe(2);
  });

  it('is copied to the same time on the clock of the new place, without what was removed', async () => {
    const scope = await meeting();
    for (const id of ['x', 'y']) await addItem(scope, id, INPUT);
    await removeItem(scope, { id: 'y', version: 1 });
    await changeItem(scope, { id: 'x', version: 1 }, { ...INPUT, title: 'Pleno II' });
    await within((doing) => copyAgendaIn(doing, HERE, NEXT, 365));
    const copied = await rows(NEXT.id);
    expect(copied).toMatchObject([
      {
        ...columns(FACTS),
        title: 'Pleno II',
        // Nine in the morning in Jayapura, an hour further east.
        starts_at: '2027-05-08T00:00:00.000Z',
        ends_at: '2027-05-08T01:30:00.000Z',
        version: 1,
        removed_at: null,
      },
    ]);
    expect(copied[0]?.id).not.toBe('x');
    expect(await said('agenda.copied')).toEqual([
      { actor: facilitator.id, rakerda: NEXT.id, payload: { from: HERE.id, items: 1 } },
    ]);
    expect(await rows()).toHaveLength(2);
  });

  it('that is empty is not copied', async () => {
    await within((doing) => copyAgendaIn(doing, HERE, NEXT, 1));
    expect(await said('agenda.copied')).toEqual([]);
  });

  it('moves along with its Rakerda, every item on the record, and no other Rakerda’s', async () => {
    const scope = await meeting();
    for (const id of ['x', 'y']) await addItem(scope, id, INPUT);
    await within((doing) => addItemsIn(doing, NEXT.id, [FACTS]));
    await within((doing) => moveAgendaIn(doing, HERE.id, 2, { from: WITA, to: 'Asia/Jakarta' }));
    const after = {
      ...FACTS,
      // Nine in the morning in Jakarta, an hour further west.
      startsAt: '2026-05-10T02:00:00.000Z',
      endsAt: '2026-05-10T03:30:00.000Z',
    };
    expect(await rows()).toMatchObject([
      { id: 'x', ...columns(after), version: 2 },
      { id: 'y', ...columns(after), version: 2 },
    ]);
    expect(await rows(NEXT.id)).toMatchObject([{ ...columns(FACTS), version: 1 }]);
    const moved = await said('agenda.itemChanged');
    expect(moved.map(({ rakerda }) => rakerda)).toEqual([HERE.id, HERE.id]);
    expect(moved[0]?.payload).toMatchObject({ before: FACTS, after });
  });
});
