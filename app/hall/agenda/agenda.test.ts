/** The agenda: what overlaps, and changes that must not overwrite each other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toUtc } from '~/i18n/zonedTime';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import { groupByDay, isRunning, overlapping } from './agendaDays';
import { addItem, changeItem, removeItem } from './agendaItems.server';
import { listAgenda } from './agenda.read.server';
import { readItem } from './readAgendaItem';
import { starterAgenda } from './starterAgenda';

const WITA = 'Asia/Makassar';

const item = (id: string, start: string, end: string) => ({
  id,
  startsAt: toUtc({ date: '2025-12-08', time: start }, WITA),
  endsAt: toUtc({ date: '2025-12-08', time: end }, WITA),
  topic: 'spbe' as const,
  title: id,
  speaker: '',
  version: 1,
});

describe('a day', () => {
  it('shows what runs at the same time; touching ends do not', () => {
    const items = [item('a', '09:00', '10:00'), item('b', '10:00', '11:00'), item('c', '10:30', '12:00')];
    expect(items.map((one) => overlapping(one, items).map(({ id }) => id))).toEqual([[], ['c'], ['b']]);
    const first = item('a', '09:00', '10:00');
    expect(isRunning(first, first.startsAt)).toBe(true);
    expect(isRunning(first, first.endsAt)).toBe(false);
  });

  it('is there though it is empty; what stands outside is there too', () => {
    const days = groupByDay([item('a', '09:00', '10:00')], {
      startsOn: '2025-12-09',
      endsOn: '2025-12-10',
      timeZone: WITA,
    });
    expect(days.map((day) => [day.date, day.number, day.items.length])).toEqual([
      ['2025-12-08', null, 1],
      ['2025-12-09', 1, 0],
      ['2025-12-10', 2, 0],
    ]);
  });
});

describe('what is typed for an item', () => {
  const rakerda = { startsOn: '2025-12-08', endsOn: '2025-12-10' };
  const good = {
    date: '2025-12-08',
    start: '09.00',
    end: '10:30',
    topic: 'spbe',
    title: ' Pleno ',
    speaker: '',
  };
  it('is understood, a dot in the time too', () => {
    expect(readItem(good, rakerda)).toMatchObject({
      ok: true,
      input: { start: '09:00', end: '10:30', title: 'Pleno' },
    });
  });
  it.each([
    [{ end: '09:00' }, { end: 'endBeforeStart' }],
    [{ date: '2025-12-11' }, { date: 'outside' }],
    [{ date: '' }, { date: 'date' }],
    [{ start: '25:00' }, { start: 'time' }],
    [{ title: ' ' }, { title: 'required' }],
    [{ topic: 'lain' }, { topic: 'choose' }],
  ])('is refused with %o', (change, errors) => {
    expect(readItem({ ...good, ...change }, rakerda)).toEqual({ ok: false, errors });
  });
});

describe('a first agenda', () => {
  it.each([
    ['2025-12-08', 8],
    ['2025-12-09', 8],
    ['2025-12-12', 9],
  ])('until %s stays within the days, overlaps nowhere and has every topic', (endsOn, count) => {
    const rakerda = { startsOn: '2025-12-08', endsOn, timeZone: WITA };
    const items = starterAgenda(rakerda, 'id').map((facts, place) => ({
      ...facts,
      id: String(place),
      version: 1,
    }));
    expect(items).toHaveLength(count);
    expect(items.flatMap((one) => overlapping(one, items))).toEqual([]);
    expect(groupByDay(items, rakerda).every((day) => day.number !== null)).toBe(true);
    expect(new Set(items.map((one) => one.topic)).size).toBe(6);
  });
});

describe('changes', () => {
  let house: House;
  let facilitator: Actor;
  const input = {
    date: '2025-12-08',
    start: '09:00',
    end: '10:00',
    topic: 'spbe' as const,
    title: 'Pleno',
    speaker: '',
  };

  beforeAll(async () => {
    house = await openHouse();
    facilitator = await house.person('facilitator');
    for (const id of ['r', 'other']) {
      await house.rakerda({
        id,
        startsOn: '2025-12-08',
        endsOn: '2025-12-10',
        timeZone: WITA,
        state: 'filling',
        agencyCodes: ['63'],
        memberIds: [facilitator.id],
        instruments: [],
      });
    }
  });
  afterAll(() => house.close());

  it('sent twice make one item; a stale version changes nothing; removed is gone from the list', async () => {
    const { db } = house;
    const meeting = await house.meeting(facilitator, 'r');
    const twice = await Promise.all([addItem(meeting, 'x', input), addItem(meeting, 'x', input)]);
    expect(twice).toEqual([
      { kind: 'done', id: 'x' },
      { kind: 'done', id: 'x' },
    ]);
    expect(await listAgenda(db, 'r')).toHaveLength(1);
    const seen = { id: 'x', version: 1 };
    const faster = await changeItem(meeting, seen, { ...input, title: 'Lebih cepat' });
    expect(faster.kind).toBe('done');
    const slower = await changeItem(meeting, seen, { ...input, title: 'Lambat' });
    expect(slower).toMatchObject({ kind: 'moved', now: { title: 'Lebih cepat', version: 2 } });
    // Another field is nobody's quarrel; together they must still be an item that ends after it begins.
    expect((await changeItem(meeting, seen, { ...input, speaker: 'Bappeda' })).kind).toBe('done');
    expect(await listAgenda(db, 'r')).toMatchObject([{ title: 'Lebih cepat', speaker: 'Bappeda' }]);
    const late = await changeItem(
      meeting,
      { id: 'x', version: 3 },
      { ...input, start: '09:50', title: 'Lebih cepat', speaker: 'Bappeda' },
    );
    expect(late.kind).toBe('done');
    const early = await changeItem(meeting, seen, { ...input, end: '09:30' });
    expect(early).toMatchObject({ kind: 'moved', now: { version: 4 } });
    expect(await removeItem(meeting, seen)).toMatchObject({ kind: 'moved' });
    expect(await removeItem(meeting, { id: 'x', version: 4 })).toEqual({ kind: 'done', id: 'x' });
    expect(await listAgenda(db, 'r')).toEqual([]);
    // The form that made it, sent once more by whomever, does not bring it back.
    const another = await house.meeting(await house.person('administrator'), 'r');
    for (const sender of [meeting, another])
      expect(await addItem(sender, 'x', input)).toEqual({ kind: 'done', id: 'x' });
    expect(await listAgenda(db, 'r')).toEqual([]);
    expect(await changeItem(meeting, { id: 'x', version: 3 }, input)).toEqual({ kind: 'gone' });
    expect(await house.eventTypes('r')).toEqual([
      'rakerda.created',
      'agenda.itemAdded',
      'agenda.itemChanged',
      'agenda.itemChanged',
      'agenda.itemChanged',
      'agenda.itemRemoved',
    ]);
  });

  it('touch no item of another Rakerda', async () => {
    const there = await house.meeting(facilitator, 'other');
    await addItem(there, 'z', input);
    const here = await house.meeting(facilitator, 'r');
    const seen = { id: 'z', version: 1 };
    expect(await changeItem(here, seen, { ...input, title: 'Lain' })).toEqual({ kind: 'gone' });
    expect(await removeItem(here, seen)).toEqual({ kind: 'done', id: 'z' });
    expect(await listAgenda(house.db, 'other')).toMatchObject([{ id: 'z', title: 'Pleno', version: 1 }]);
  });

  it('are not for others, and not after closing', async () => {
    const operator = await house.person('operator', '63');
    const theirs = await house.meeting(operator, 'r');
    await expect(addItem(theirs, 'y', input)).rejects.toMatchObject({ status: 403 });
    const meeting = await house.meeting(facilitator, 'r');
    await house.moveTo('r', 'closed');
    expect(await addItem(meeting, 'y', input)).toEqual({ kind: 'locked' });
    expect(await changeItem(meeting, { id: 'y', version: 1 }, input)).toEqual({ kind: 'locked' });
    expect(await removeItem(meeting, { id: 'y', version: 1 })).toEqual({ kind: 'locked' });
  });
});
