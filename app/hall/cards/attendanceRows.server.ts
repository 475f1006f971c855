/** Who is in the hall, as other rooms read it too. */
import type { Db } from '#db/database';
import { whole } from '#db/portable';

export interface Attendee {
  readonly id: string;
  /** Null for guests of other institutions. */
  readonly agencyCode: string | null;
  readonly agencyName: string | null;
  /** Where a guest comes from; empty where the agency says it. */
  readonly institution: string;
  readonly name: string;
  readonly position: string;
  readonly joinedAt: string;
  /** Came in with a card; otherwise somebody wrote the person down. */
  readonly byCard: boolean;
}

/** Everybody on the list, agencies first in the order of their codes, guests after them by institution. */
export async function listAttendance(db: Db, rakerdaId: string): Promise<readonly Attendee[]> {
  const rows = await db
    .selectFrom('attendance')
    .leftJoin('agency', 'agency.code', 'attendance.agency_code')
    .select([
      'attendance.id',
      'attendance.agency_code',
      'agency.name as agency_name',
      'attendance.institution',
      'attendance.name',
      'attendance.position',
      'attendance.joined_at',
      'attendance.account_id',
    ])
    .where('attendance.rakerda_id', '=', rakerdaId)
    .where('attendance.removed_at', 'is', null)
    .orderBy((eb) => eb('attendance.agency_code', 'is', null))
    .orderBy('attendance.agency_code')
    .orderBy('attendance.institution')
    .orderBy('attendance.joined_at')
    .orderBy('attendance.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    institution: row.institution,
    name: row.name,
    position: row.position,
    joinedAt: row.joined_at,
    byCard: row.account_id !== null,
  }));
}

/** How many agencies have somebody in the hall, and how many people are there in all. */
export async function joinedCounts(
  db: Db,
  rakerdaId: string,
): Promise<{ readonly agencies: number; readonly people: number }> {
  return db
    .selectFrom('attendance')
    .select((eb) => [
      whole(eb.fn.count('agency_code').distinct()).as('agencies'),
      whole(eb.fn.countAll()).as('people'),
    ])
    .where('rakerda_id', '=', rakerdaId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
}
