/** Puts the attendance page together. */
import { rakerdaFacts, rakerdaPagesFor } from '~/rakerda/index.server';
import type { Services } from '~/server/context';
import { type Actor, allows, may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { ATTENDANCE_MESSAGES } from './attendanceForm.server';
import { type Attendee, joinedCounts, listAttendance } from './attendanceQueries.server';
import type { AttendanceProps, Group } from './attendanceScreen';
import { listAgencies } from './queries.server';

/** @param params of the page's address: whose entry is being changed (`ubah`), what just happened (`pesan`) */
export async function readAttendancePage(
  { db, feed }: Pick<Services, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  params: URLSearchParams,
): Promise<AttendanceProps & { readonly asOf: number }> {
  const asOf = feed.lastSeq();
  const [agencies, people, counts] = await Promise.all([
    listAgencies(db, place.row.id),
    listAttendance(db, place.row.id),
    joinedCounts(db, place.row.id),
  ]);
  const present = new Set(people.map((person) => person.agencyCode));
  const isOpen = allows(place.row.state, 'attendance');
  const mayChange = isOpen && may(actor, 'rakerda.manage', place);
  return {
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
