/** Reads what a participant's phone shows. */
import { may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { readWaitingVote } from '~/hall/votes/index.server';
import { assessmentPath } from '~/paths';
import type { FollowView } from './follow';
import { readScreenFor } from './hallScreen.read.server';

/** The hall's screen with the viewer's own agency marked, the way to the own pages, and the vote that waits for them. */
export async function readFollow(scope: MeetingScope): Promise<FollowView> {
  const { actor, place } = scope;
  const ownCode = place.rakerda.actorParticipates ? actor.agencyCode : null;
  const { screen, instrument } = await readScreenFor(scope, ownCode);
  // Of several instruments the own pages are those of the one that the hall talks about.
  const own = (code: string) => ({
    questionnaire: assessmentPath(place.row.id, instrument.code, code, 'questionnaire'),
    result: assessmentPath(place.row.id, instrument.code, code),
  });
  return {
    screen,
    own: ownCode === null ? null : own(ownCode),
    openVote: may(actor, 'vote.cast', place) ? await readWaitingVote(scope, place.row.id) : null,
  };
}
