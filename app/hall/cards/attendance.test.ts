import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import { addAttendee, changeAttendee, removeAttendee } from './recordAttendance.server';
import { manageAttendance } from './attendance.post.server';
import { listAttendance } from './attendanceRows.server';
import type { AttendeeInput } from './person';

let house: House;
let facilitator: Actor;
/** Two Rakerda with the same agencies. */
let id: string;
let other: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  id = await house.rakerda({ memberIds: [facilitator.id] });
  other = await house.rakerda({ memberIds: [facilitator.id], year: 2027 });
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = id) => house.meeting(actor, rakerdaId);
const list = (rakerdaId = id) => listAttendance(house.db, rakerdaId);
const person = (more: Partial<AttendeeInput> = {}): AttendeeInput => ({
  name: 'Siti Rahmah',
  position: 'Kabid',
  agency: '63.01',
  institution: '',
  ...more,
});

async function added(input = person()) {
  await addAttendee(await meeting(), input);
  const found = (await list()).find(({ name }) => name === input.name);
  if (!found) throw new Error('not on the list');
  return found;
}

async function eventsOf(type: string) {
  return house.db
    .selectFrom('event')
    .select(['agency_code', 'actor_id', 'payload'])
    .where('rakerda_id', '=', id)
    .where('type', '=', type)
    .execute();
}

describe('the list of who is there', () => {
  it('holds a person of a place once, in each Rakerda for itself', async () => {
    const scope = await meeting();
    for (const name of ['Siti Rahmah', ' siti  rahmah ', 'Siti Rahmah']) {
      expect(await addAttendee(scope, person({ name }))).toEqual({ kind: 'done' });
    }
    await addAttendee(scope, person({ agency: '63.02' }));
    await addAttendee(scope, person({ agency: '', institution: 'BSSN' }));
    await addAttendee(scope, person({ agency: '', institution: 'Kemendagri' }));
    await addAttendee(await meeting(facilitator, other), person());
    expect((await list()).map((one) => [one.agencyCode, one.institution])).toEqual([
      ['63.01', ''],
      ['63.02', ''],
      [null, 'BSSN'],
      [null, 'Kemendagri'],
    ]);
    expect(await list(other)).toHaveLength(1);
    expect((await eventsOf('attendance.added')).map((event) => event.agency_code)).toEqual([
      '63.01',
      '63.02',
      null,
      null,
    ]);
  });

  it('takes nobody of an agency that is not here', async () => {
    const { id: entry, name, position } = await added();
    const strange = person({ agency: '63.11' });
    expect(await addAttendee(await meeting(), strange)).toEqual({ kind: 'agencyUnknown' });
    const correction = { id: entry, before: { name, position }, after: strange };
    expect(await changeAttendee(await meeting(), correction)).toEqual({ kind: 'agencyUnknown' });
    expect(await list()).toMatchObject([{ agencyCode: '63.01' }]);
  });

  it('is corrected by who saw how it stands, and the record keeps what stood there', async () => {
    const { id: entry, name, position } = await added();
    const scope = await meeting();
    const before = { name, position };
    const after = person({ name: 'Siti Rahmawati', agency: '63.02' });
    expect(await changeAttendee(scope, { id: entry, before, after })).toEqual({ kind: 'done' });
    expect(await changeAttendee(scope, { id: entry, before, after })).toEqual({ kind: 'done' });
    const late = { id: entry, before, after: person({ name: 'Sitti' }) };
    expect(await changeAttendee(scope, late)).toEqual({
      kind: 'moved',
      now: { name: 'Siti Rahmawati', position: 'Kabid' },
    });
    const events = await eventsOf('attendance.changed');
    expect(events).toMatchObject([{ agency_code: '63.02', actor_id: facilitator.id }]);
    expect(JSON.parse(events[0]?.payload ?? '')).toEqual({
      name: 'Siti Rahmawati',
      attendanceId: entry,
      before: { name: 'Siti Rahmah', position: 'Kabid', agencyCode: '63.01', institution: '' },
    });
  });

  it('loses an entry once, and no entry of another Rakerda', async () => {
    const { id: entry, name, position } = await added();
    const there = await meeting(facilitator, other);
    const correction = { id: entry, before: { name, position }, after: person({ name: 'Lain' }) };
    expect(await changeAttendee(there, correction)).toEqual({ kind: 'gone' });
    await removeAttendee(there, entry);
    expect(await list()).toHaveLength(1);
    for (let time = 0; time < 2; time += 1) {
      expect(await removeAttendee(await meeting(), entry)).toEqual({ kind: 'done' });
    }
    expect(await list()).toEqual([]);
    expect(await eventsOf('attendance.removed')).toHaveLength(1);
    expect(await changeAttendee(await meeting(), correction)).toEqual({ kind: 'gone' });
  });

  it('stays as it was once the stage is over, and says so with what was typed', async () => {
    const { id: entry, name, position } = await added();
    const scope = await meeting();
    await house.moveTo(id, 'closed');
    const correction = { id: entry, before: { name, position }, after: person({ name: 'Lain' }) };
    expect(await changeAttendee(scope, correction)).toEqual({ kind: 'locked' });
    expect(await removeAttendee(scope, entry)).toEqual({ kind: 'locked' });
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...person({ name: 'Ahmad' }), intent: 'add' }))
      form.set(field, value);
    expect(await manageAttendance(scope, form)).toMatchObject({
      kind: 'refused',
      refusal: { id: null, typed: { name: 'Ahmad', agency: '63.01' }, problem: { kind: 'locked' } },
    });
    expect(await list()).toMatchObject([{ name: 'Siti Rahmah' }]);
  });

  it('is written by who manages the Rakerda', async () => {
    const operator = await house.person('operator', '63.01');
    await expect(addAttendee(await meeting(operator), person())).rejects.toMatchObject({ status: 403 });
    const stranger = await house.person('facilitator');
    await expect(addAttendee(await meeting(stranger), person())).rejects.toMatchObject({ status: 403 });
  });
});
