/** Reads what a participant's phone shows. */
import { findIndicator, localize } from '~/instrument';
import { may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { hasVoted, latestVote } from '~/hall/votes/index.server';
import { assessmentPath } from '~/paths';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
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
    openVote: may(actor, 'vote.cast', place) ? await readOpenVote(scope) : null,
  };
}

async function readOpenVote(scope: MeetingScope): Promise<FollowView['openVote']> {
  const { db, instruments, actor, place, locale } = scope;
  const vote = await latestVote(db, place.row.id);
  if (vote?.state !== 'open') return null;
  const pinned = await listPinned(db, place.row.id);
  const version = pinned.find(({ code }) => code === vote.instrumentCode);
  const indicator = version
    ? findIndicator(instruments.get(version.code, version.version), vote.indicatorNo)
    : undefined;
  return {
    id: vote.id,
    indicatorNo: vote.indicatorNo,
    indicatorName: indicator ? localize(indicator.name, locale) : '',
    hasVoted: await hasVoted(db, vote.id, actor.id),
  };
}
