/** The list of who is in the hall: written by joining, and by the facilitator's hand. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database } from '#db/schema';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { type AttendeeInput, isSameName, type Person } from './person';
import type { CardHolder } from './queries.server';

type AttendanceServices = Pick<Services, 'db' | 'feed'>;

/**
 * Writes down that a person joined with a card. Who joins again (another phone, a form sent twice) is there already.
 * @returns whether the person is new on the list
 */
export async function joinAttendance(
  trx: Transaction<Database>,
  holder: CardHolder,
  person: Person,
  requestId: string,
): Promise<boolean> {
  const present = await trx
    .selectFrom('attendance')
    .select(['id', 'name', 'position'])
    .where('account_id', '=', holder.accountId)
    .where('removed_at', 'is', null)
    .execute();
  const known = present.find((one) => isSameName(one.name, person.name));
  if (known) {
    if (person.position !== '' && person.position !== known.position) {
      await trx
        .updateTable('attendance')
        .set({ position: person.position })
        .where('id', '=', known.id)
        .execute();
      await record(trx, {
        type: 'attendance.changed',
        actorId: holder.accountId,
        rakerdaId: holder.rakerda.id,
        agencyCode: holder.agencyCode,
        requestId,
        payload: { name: known.name, attendanceId: known.id },
      });
    }
    return false;
  }
  await trx
    .insertInto('attendance')
    .values({
      id: randomUUID(),
      rakerda_id: holder.rakerda.id,
      agency_code: holder.agencyCode,
      institution: '',
      ...person,
      account_id: holder.accountId,
      joined_at: new Date().toISOString(),
      removed_at: null,
    })
    .execute();
  // Beside the event of the card, which only those hear of who manage the Rakerda: the screens of the hall count heads.
  await record(trx, {
    type: 'attendance.added',
    actorId: holder.accountId,
    rakerdaId: holder.rakerda.id,
    agencyCode: holder.agencyCode,
    requestId,
    payload: { name: person.name },
  });
  return true;
}

export type AttendanceResult =
  | { readonly kind: 'done' }
  /** The stage does not allow it (any more). */
  | { readonly kind: 'closed' }
  | { readonly kind: 'agencyUnknown' }
  /** Somebody else changed the entry in between; this is how it stands. */
  | { readonly kind: 'moved'; readonly now: { readonly name: string; readonly position: string } }
  /** Removed in between, or never there. */
  | { readonly kind: 'gone' };

/** Writes down a person by hand. The same person of the same place twice is one entry. */
export async function addAttendee(
  services: AttendanceServices,
  actor: Actor,
  place: RakerdaPlace,
  input: AttendeeInput,
  requestId: string,
): Promise<AttendanceResult> {
  return write(services, actor, place, async (trx) => {
    const where = await whereFrom(trx, place, input);
    if (!where) return { kind: 'agencyUnknown' };
    const present = await trx
      .selectFrom('attendance')
      .select(['name', 'institution'])
      .where('rakerda_id', '=', place.row.id)
      .where('agency_code', 'is', where.agency_code)
      .where('removed_at', 'is', null)
      .execute();
    const isThere = present.some(
      (one) => isSameName(one.name, input.name) && isSameName(one.institution, where.institution),
    );
    if (isThere) return { kind: 'done' };
    await trx
      .insertInto('attendance')
      .values({
        id: randomUUID(),
        rakerda_id: place.row.id,
        ...where,
        name: input.name,
        position: input.position,
        account_id: null,
        joined_at: new Date().toISOString(),
        removed_at: null,
      })
      .execute();
    await record(trx, {
      type: 'attendance.added',
      actorId: actor.id,
      rakerdaId: place.row.id,
      agencyCode: where.agency_code,
      requestId,
      payload: { name: input.name },
    });
    return { kind: 'done' };
  });
}

/** Corrects an entry. `before` is what the form showed. */
export async function changeAttendee(
  services: AttendanceServices,
  actor: Actor,
  place: RakerdaPlace,
  change: {
    readonly id: string;
    readonly before: { readonly name: string; readonly position: string };
    readonly after: AttendeeInput;
  },
  requestId: string,
): Promise<AttendanceResult> {
  return write(services, actor, place, async (trx) => {
    const entry = await findEntry(trx, place, change.id);
    if (!entry) return { kind: 'gone' };
    const where = await whereFrom(trx, place, change.after);
    if (!where) return { kind: 'agencyUnknown' };
    const { before } = change;
    const after = { name: change.after.name, position: change.after.position, ...where };
    const isAsWished =
      entry.name === after.name &&
      entry.position === after.position &&
      entry.agency_code === after.agency_code &&
      entry.institution === after.institution;
    if (isAsWished) return { kind: 'done' };
    if (entry.name !== before.name || entry.position !== before.position) {
      return { kind: 'moved', now: { name: entry.name, position: entry.position } };
    }
    await trx.updateTable('attendance').set(after).where('id', '=', entry.id).execute();
    await record(trx, {
      type: 'attendance.changed',
      actorId: actor.id,
      rakerdaId: place.row.id,
      agencyCode: where.agency_code,
      requestId,
      payload: {
        name: after.name,
        attendanceId: entry.id,
        before: {
          name: entry.name,
          position: entry.position,
          agencyCode: entry.agency_code,
          institution: entry.institution,
        },
      },
    });
    return { kind: 'done' };
  });
}

/** Takes a person off the list; the row stays, marked. */
export async function removeAttendee(
  services: AttendanceServices,
  actor: Actor,
  place: RakerdaPlace,
  id: string,
  requestId: string,
): Promise<AttendanceResult> {
  return write(services, actor, place, async (trx) => {
    const entry = await findEntry(trx, place, id);
    if (!entry) return { kind: 'done' };
    await trx
      .updateTable('attendance')
      .set({ removed_at: new Date().toISOString() })
      .where('id', '=', entry.id)
      .execute();
    await record(trx, {
      type: 'attendance.removed',
      actorId: actor.id,
      rakerdaId: place.row.id,
      agencyCode: entry.agency_code,
      requestId,
      payload: { name: entry.name, attendanceId: entry.id },
    });
    return { kind: 'done' };
  });
}

async function write(
  { db, feed }: AttendanceServices,
  actor: Actor,
  place: RakerdaPlace,
  change: (trx: Transaction<Database>) => Promise<AttendanceResult>,
): Promise<AttendanceResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<AttendanceResult> => {
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    return allows(state, 'attendance') ? change(trx) : { kind: 'closed' };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

/** Where the person comes from, as it is stored; null where no such agency takes part. */
async function whereFrom(
  trx: Transaction<Database>,
  place: RakerdaPlace,
  input: AttendeeInput,
): Promise<{ readonly agency_code: string | null; readonly institution: string } | null> {
  if (input.agency === '') return { agency_code: null, institution: input.institution };
  const agency = await trx
    .selectFrom('rakerda_agency')
    .select('agency_code')
    .where('rakerda_id', '=', place.row.id)
    .where('agency_code', '=', input.agency)
    .executeTakeFirst();
  return agency ? { agency_code: agency.agency_code, institution: '' } : null;
}

function findEntry(trx: Transaction<Database>, place: RakerdaPlace, id: string) {
  return trx
    .selectFrom('attendance')
    .selectAll()
    .where('id', '=', id)
    .where('rakerda_id', '=', place.row.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}
