/** The list of who is in the hall: written by joining, and by the facilitator's hand. */
import { randomUUID } from 'node:crypto';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Trx } from '~/record/change.server';
import { type AttendeeInput, isSameName, type Person } from './person';
import type { CardHolder } from './cardRows.server';

/**
 * Writes down that a person joined with a card. Who joins again (another phone, a form sent twice) is there already.
 * @returns whether the person is new on the list
 */
export async function joinAttendance(
  { trx, at, tell }: Doing,
  holder: CardHolder,
  person: Person,
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
      await tell('attendance.changed', { name: known.name, attendanceId: known.id });
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
      joined_at: at,
      removed_at: null,
    })
    .execute();
  // Beside the event of the card, which only those hear of who manage the Rakerda: the screens of the hall count heads.
  await tell('attendance.added', { name: person.name });
  return true;
}

export type AttendanceResult =
  | { readonly kind: 'done' }
  | Locked
  | { readonly kind: 'agencyUnknown' }
  /** Somebody else changed the entry in between; this is how it stands. */
  | { readonly kind: 'moved'; readonly now: { readonly name: string; readonly position: string } }
  /** Removed in between, or never there. */
  | { readonly kind: 'gone' };

const TERMS = { may: 'rakerda.manage', part: 'attendance' } as const;

/** Writes down a person by hand. The same person of the same place twice is one entry. */
export async function addAttendee(scope: MeetingScope, input: AttendeeInput): Promise<AttendanceResult> {
  return change(scope, TERMS, async ({ trx, at, tell }): Promise<AttendanceResult> => {
    const where = await whereFrom(trx, scope, input);
    if (!where) return { kind: 'agencyUnknown' };
    const present = await trx
      .selectFrom('attendance')
      .select(['name', 'institution'])
      .where('rakerda_id', '=', scope.place.row.id)
      .where('agency_code', 'is not distinct from', where.agency_code)
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
        rakerda_id: scope.place.row.id,
        ...where,
        name: input.name,
        position: input.position,
        account_id: null,
        joined_at: at,
        removed_at: null,
      })
      .execute();
    await tell('attendance.added', { name: input.name }, { agencyCode: where.agency_code });
    return { kind: 'done' };
  });
}

/** What a form showed of an entry, and what it asks for. */
export interface Correction {
  readonly id: string;
  readonly before: { readonly name: string; readonly position: string };
  readonly after: AttendeeInput;
}

/** Corrects an entry. */
export async function changeAttendee(
  scope: MeetingScope,
  { id, before, after: wished }: Correction,
): Promise<AttendanceResult> {
  return change(scope, TERMS, async ({ trx, tell }): Promise<AttendanceResult> => {
    const entry = await findEntry(trx, scope, id);
    if (!entry) return { kind: 'gone' };
    const where = await whereFrom(trx, scope, wished);
    if (!where) return { kind: 'agencyUnknown' };
    const after = { name: wished.name, position: wished.position, ...where };
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
    const { name, position, agency_code: agencyCode, institution } = entry;
    await tell(
      'attendance.changed',
      { name: after.name, attendanceId: entry.id, before: { name, position, agencyCode, institution } },
      { agencyCode: where.agency_code },
    );
    return { kind: 'done' };
  });
}

/** Takes a person off the list; the row stays, marked. */
export async function removeAttendee(scope: MeetingScope, id: string): Promise<AttendanceResult> {
  return change(scope, TERMS, async ({ trx, at, tell }): Promise<AttendanceResult> => {
    const entry = await findEntry(trx, scope, id);
    if (!entry) return { kind: 'done' };
    await trx.updateTable('attendance').set({ removed_at: at }).where('id', '=', entry.id).execute();
    await tell(
      'attendance.removed',
      { name: entry.name, attendanceId: entry.id },
      { agencyCode: entry.agency_code },
    );
    return { kind: 'done' };
  });
}

/** Where the person comes from, as it is stored; null where no such agency takes part. */
async function whereFrom(
  trx: Trx,
  { place }: MeetingScope,
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

function findEntry(trx: Trx, { place }: MeetingScope, id: string) {
  return trx
    .selectFrom('attendance')
    .selectAll()
    .where('id', '=', id)
    .where('rakerda_id', '=', place.row.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}
