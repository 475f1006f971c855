/** Puts the attendance page together. */
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
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

/** @param params of the page's address: whose entry is being changed (`ubah`), what just happened (`pesan`) */
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
  const mayChange = isOpen && may(actor, 'rakerda.manage', place);
  return {
    title: `${cardWords[locale].attendance.title} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    agencies,
    groups: groupsOf(people),
    absent: agencies.filter(({ code }) => !present.has(code)).map(({ name }) => name),
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
