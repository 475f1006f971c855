/** Puts the attendance page together. */
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { partOf } from '~/ui/listPart';
import { newestSeq } from '~/record/read.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { ATTENDANCE_MESSAGES, type AttendanceProps, type Group } from './attendancePage';
import { type Attendee, joinedCounts, listAttendance } from './attendanceRows.server';
import { cardWords } from './cardWords';
import { listParticipants } from '~/rakerda/participants.server';

export interface AttendancePage extends AttendanceProps {
  readonly title: string;
  readonly asOf: number;
}

/** Each is a table of its own. */
const GROUPS_AT_ONCE = 30;

/**
 * @param params of the page's address: whose entry is being changed (`ubah`), what just happened (`pesan`), the pages of
 *   those who are here (`hal`) and of those who are not (`belum`)
 */
export async function readAttendancePage(
  { db, actor, place, locale }: MeetingScope,
  params: URLSearchParams,
): Promise<AttendancePage> {
  const asOf = await newestSeq(db);
  const [agencies, people, counts] = await Promise.all([
    listParticipants(db, place.row.id),
    listAttendance(db, place.row.id),
    joinedCounts(db, place.row.id),
  ]);
  const present = new Set(people.map((person) => person.agencyCode));
  const isOpen = allows(place.row.state, 'attendance');
  const pageOf = <One extends { readonly agencyName: string | null }>(
    all: readonly One[],
    name: string,
    perPage?: number,
  ) => partOf(all, new URLSearchParams({ hal: params.get(name) ?? '1' }), perPage);
  const mayChange = isOpen && may(actor, 'rakerda.manage', place);
  return {
    title: `${cardWords[locale].attendance.title} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    agencies,
    groups: pageOf(groupsOf(people), 'hal', GROUPS_AT_ONCE),
    absent: pageOf(
      agencies.filter(({ code }) => !present.has(code)).map(({ code, name }) => ({ code, agencyName: name })),
      'belum',
    ),
    people: counts.people,
    isOpen,
    mayChange,
    editing: mayChange ? (people.find(({ id }) => id === params.get('ubah')) ?? null) : null,
    message: ATTENDANCE_MESSAGES.find((known) => known === params.get('pesan')) ?? null,
    asOf,
  };
}

/** One group per agency, the guests last. */
function groupsOf(people: readonly Attendee[]): readonly Group[] {
  const groups = new Map<string, { agencyName: string | null; people: Attendee[] }>();
  for (const person of people) {
    const key = person.agencyCode ?? '';
    const group = groups.get(key) ?? { agencyName: person.agencyName, people: [] };
    group.people.push(person);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
