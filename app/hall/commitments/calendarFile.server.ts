/** Hands out the calendar file: whose promises go into it, and what it is called. */
import { dayOf } from '~/i18n/zonedTime';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { commitmentsCalendar } from './calendar.server';
import { listCommitments } from './commitmentRows.server';

/**
 * @param url of the file. `instansi` chooses an agency, `semua` every one; heads and operators get their own agency's
 *   where nothing is asked for
 */
export async function readCalendarFile(
  { db, instruments, config, actor, place, locale }: MeetingScope,
  url: URL,
): Promise<{ readonly name: string; readonly body: string }> {
  const wished =
    url.searchParams.get('instansi') ?? (place.rakerda.actorParticipates ? actor.agencyCode : null);
  const all = await listCommitments(db, instruments, place.row.id, dayOf(Date.now(), place.row.time_zone));
  const isOneAgency = wished !== null && /^[\d.]{2,8}$/.test(wished);
  return {
    name: `komitmen-${place.row.id}${isOneAgency ? `-${wished}` : ''}.ics`,
    body: commitmentsCalendar(
      rakerdaFacts(place.row),
      all.filter((one) => wished === null || wished === 'semua' || one.agencyCode === wished),
      locale,
      config.publicOrigin ?? url.origin,
      new Date(),
    ),
  };
}
