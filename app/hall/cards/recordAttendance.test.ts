/** What writing the list of attendance leaves behind, entry by entry. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doingIn } from '~/record/change.server';
import type { EventType } from '~/record/events';
import type { Actor } from '~/policy';
import { type House, openHouse, visit } from '#tests/house/house';
import { type CardHolder, listPrintable } from './cardRows.server';
import { issueMissing } from './issueCards.server';
import { lookUpCode } from './joinWithCard.server';
import type { AttendeeInput, Person } from './person';
import { addAttendee, changeAttendee, joinAttendance, removeAttendee } from './recordAttendance.server';

const HERE = 'uji-2026';
const AT = '2026-05-08T01:00:00.000Z';
const SITI: AttendeeInput = { name: 'Siti', position: 'Kabid', agency: '63.01', institution: '' };
const GUEST: AttendeeInput = { name: 'Budi', position: '', agency: '', institution: 'BSSN' };

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  await house.rakerda({ id: HERE, agencyCodes: ['63.01', '63.02'], memberIds: [facilitator.id] });
});
afterEach(() => house.close());

const meeting = () => house.meeting(facilitator, HERE);
const rows = () => house.db.selectFrom('attendance').selectAll().orderBy('name').execute();
async function said(type: EventType) {
  return (await house.events(type)).map((event) => ({
    actor: event.actor_id,
    agency: event.agency_code,
    at: event.at,
    payload: JSON.parse(event.payload) as unknown,
  }));
}
async function entry(input = SITI) {
  await addAttendee(await meeting(), input);
  const found = (await rows()).find(({ name }) => name === input.name);
  if (!found) throw new Error('not on the list');
  return found;
}

describe('by hand', () => {
  it('an entry is of an agency or of an institution, never of both', async () => {
    await entry({ ...SITI, institution: 'BSSN' });
    await entry(GUEST);
    const [first, second] = await said('attendance.added');
    expect(await rows()).toMatchObject([
      {
        rakerda_id: HERE,
        agency_code: null,
        institution: 'BSSN',
        name: 'Budi',
        position: '',
        account_id: null,
        joined_at: second?.at,
        removed_at: null,
      },
      { agency_code: '63.01', institution: '', name: 'Siti', position: 'Kabid', joined_at: first?.at },
    ]);
    expect(first).toMatchObject({ actor: facilitator.id, agency: '63.01', payload: { name: 'Siti' } });
    expect(second).toMatchObject({ agency: null, payload: { name: 'Budi' } });
  });

  it.each<[AttendeeInput, Partial<AttendeeInput>, object]>([
    [SITI, { name: 'Sitti' }, { name: 'Sitti' }],
    [SITI, { position: 'Sekda' }, { position: 'Sekda' }],
    [SITI, { agency: '63.02' }, { agency_code: '63.02' }],
    [SITI, { agency: '', institution: 'BSSN' }, { agency_code: null, institution: 'BSSN' }],
    [GUEST, { institution: 'Kemendagri' }, { institution: 'Kemendagri' }],
  ])('%j is corrected in %j, and its neighbour is not', async (input, change, columns) => {
    const other = await entry({ ...SITI, name: 'Ahmad' });
    const before = await entry(input);
    const correction = { id: before.id, before: { name: input.name, position: input.position } };
    const scope = await meeting();
    expect(await changeAttendee(scope, { ...correction, after: input })).toEqual({ kind: 'done' });
    expect(await said('attendance.changed')).toEqual([]);
    const after = { ...input, ...change };
    expect(await changeAttendee(scope, { ...correction, after })).toEqual({ kind: 'done' });
    const stored = await rows();
    const now = stored.find(({ id }) => id === before.id);
    expect(now).toEqual({ ...before, ...columns });
    expect(stored).toContainEqual(other);
    expect(await said('attendance.changed')).toMatchObject([
      {
        actor: facilitator.id,
        agency: now?.agency_code,
        payload: {
          name: after.name,
          attendanceId: before.id,
          before: {
            name: before.name,
            position: before.position,
            agencyCode: before.agency_code,
            institution: before.institution,
          },
        },
      },
    ]);
  });

  it('who saw another name or another position is told how it stands', async () => {
    const { id } = await entry();
    const scope = await meeting();
    for (const before of [
      { name: 'Sity', position: 'Kabid' },
      { name: 'Siti', position: 'Kasi' },
    ]) {
      const correction = { id, before, after: { ...SITI, name: 'Lain' } };
      expect(await changeAttendee(scope, correction)).toEqual({
        kind: 'moved',
        now: { name: 'Siti', position: 'Kabid' },
      });
    }
    expect(await rows()).toMatchObject([{ name: 'Siti', position: 'Kabid' }]);
  });

  it('who is removed is marked, and may be written down anew', async () => {
    const other = await entry({ ...SITI, name: 'Ahmad' });
    const { id } = await entry();
    await removeAttendee(await meeting(), id);
    const [event] = await said('attendance.removed');
    expect(event).toMatchObject({
      actor: facilitator.id,
      agency: '63.01',
      payload: { name: 'Siti', attendanceId: id },
    });
    expect((await rows()).find((row) => row.id === id)?.removed_at).toBe(event?.at);
    expect(await rows()).toContainEqual(other);
    await addAttendee(await meeting(), SITI);
    expect((await rows()).filter(({ name }) => name === 'Siti')).toHaveLength(2);
  });
});

describe('by a card', () => {
  let holder: CardHolder;
  beforeEach(async () => {
    await issueMissing(await meeting());
    const [card] = await listPrintable(house.services, HERE, {
      agencyCode: '63.02',
      role: 'operator',
      onlyUnused: false,
    });
    const found = await lookUpCode(house.services, card?.code ?? '', visit());
    if (found.kind !== 'found') throw new Error(found.kind);
    ({ holder } = found);
  });

  const join = (person: Person) =>
    house.db.transaction().execute((trx) => {
      const by = { actorId: holder.accountId, rakerdaId: HERE, agencyCode: holder.agencyCode };
      return joinAttendance(doingIn(trx, by, AT), holder, person);
    });

  it('a person is new once, and comes back under the name however it is written', async () => {
    expect(await join({ name: 'Rina', position: '' })).toBe(true);
    expect(await rows()).toMatchObject([
      {
        rakerda_id: HERE,
        agency_code: '63.02',
        institution: '',
        name: 'Rina',
        position: '',
        account_id: holder.accountId,
        joined_at: AT,
        removed_at: null,
      },
    ]);
    expect(await join({ name: ' rina ', position: '' })).toBe(false);
    expect(await join({ name: 'Ani', position: '' })).toBe(true);
    expect((await said('attendance.added')).map(({ payload }) => payload)).toEqual([
      { name: 'Rina' },
      { name: 'Ani' },
    ]);
    expect(await said('attendance.changed')).toEqual([]);
  });

  it('adds a position to the entry it is of, and takes none away', async () => {
    await join({ name: 'Ani', position: '' });
    await join({ name: 'Rina', position: '' });
    await join({ name: 'Rina', position: 'Kasi' });
    await join({ name: 'Rina', position: '' });
    await join({ name: 'Rina', position: 'Kasi' });
    expect((await rows()).map(({ name, position }) => [name, position])).toEqual([
      ['Ani', ''],
      ['Rina', 'Kasi'],
    ]);
    const { id } = (await rows())[1] ?? { id: '' };
    expect((await said('attendance.changed')).map(({ payload }) => payload)).toEqual([
      { name: 'Rina', attendanceId: id },
    ]);
  });

  it('who was taken off the list is new again', async () => {
    await join({ name: 'Rina', position: '' });
    await removeAttendee(await meeting(), (await rows())[0]?.id ?? '');
    expect(await join({ name: 'Rina', position: '' })).toBe(true);
    expect(await rows()).toHaveLength(2);
  });
});
