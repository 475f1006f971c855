/** Reads what a participant's phone shows. */
import type { Db } from '#db/database';
import { findIndicator, localize } from '~/instrument';
import { hasVoted, latestVote } from '~/votes/index.server';
import { type Actor, may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import type { FollowView } from './follow';
import type { PictureServices } from './picture.server';
import { listInstrumentsOf } from './queries.server';
import { readHallScreen, type ScreenRequest } from './screen.server';

/** The hall's screen with the viewer's own agency marked, and the vote that waits for them. */
export async function readFollow(
  services: PictureServices,
  actor: Actor,
  place: RakerdaPlace,
  asked: ScreenRequest,
): Promise<FollowView> {
  const ownCode = place.rakerda.actorParticipates ? actor.agencyCode : null;
  return {
    screen: await readHallScreen(services, { ...asked, ownCode }),
    openVote: may(actor, 'vote.cast', place) ? await readOpenVote(services, actor, asked) : null,
  };
}

async function readOpenVote(
  { db, instruments }: PictureServices,
  actor: Actor,
  { rakerda, locale }: ScreenRequest,
): Promise<FollowView['openVote']> {
  const vote = await latestVote(db, rakerda.id);
  if (vote?.state !== 'open') return null;
  const pinned = await listInstrumentsOf(db, rakerda.id);
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

/** Where the viewer's own questionnaire and result are; null for those who belong to no agency of this Rakerda. */
export async function findOwnPaths(
  db: Db,
  actor: Actor,
  place: RakerdaPlace,
): Promise<{ readonly questionnaire: string; readonly result: string } | null> {
  if (!place.rakerda.actorParticipates || actor.agencyCode === null) return null;
  const [pinned] = await listInstrumentsOf(db, place.row.id);
  if (!pinned) return null;
  const base = `/rakerda/${place.row.id}/${pinned.code}/${actor.agencyCode}`;
  return { questionnaire: `${base}/isi`, result: base };
}
