/** The responses behind the addresses that stream. */
import type { RakerdaRow } from '#db/schema';
import type { Args } from '~/accounts/requestScope.server';
import { findActor } from '~/accounts/signIn.server';
import { may } from '~/policy';
import { findRakerdaPlace, type MeetingScope } from '~/rakerda/meetingScope.server';
import { openLiveStream, readSince } from './liveStream.server';
import type { Viewer } from './visibleEvents.server';

/**
 * Streams what happens in a Rakerda to an actor who may read it; the caller has asked the policy. With `?layar=1` the
 * page shows what the hall sees and is told of every change of an answer.
 */
export function liveResponse(args: Args, scope: Pick<MeetingScope, 'actor' | 'place'>): Response {
  const { request, context } = args;
  const followsScreen = new URL(request.url).searchParams.get('layar') === '1';
  const viewerOf = ({ actor, place }: typeof scope): Viewer => ({
    actor,
    rakerdaId: place.row.id,
    rakerda: place.rakerda,
    followsScreen,
  });
  return streamTo(args, viewerOf(scope), async () => {
    // The request remembers who asked when it began; the stream outlives that.
    const actor = await findActor(context.db, request.headers.get('Cookie'));
    if (!actor) return null;
    const place = await findRakerdaPlace(context.db, actor, scope.place.row.id);
    return may(actor, 'rakerda.read', place) ? viewerOf({ actor, place }) : null;
  });
}

/**
 * Streams to a screen of the hall that was opened by its link. It hears that something changed, not what.
 * @param isStillValid asked now and then: whether the link still opens the screen
 */
export function hallResponse(
  args: Args,
  rakerda: Pick<RakerdaRow, 'id' | 'is_demo'>,
  isStillValid: () => Promise<boolean>,
): Response {
  const { id } = rakerda;
  const viewer: Viewer = {
    actor: null,
    rakerdaId: id,
    rakerda: { id, isDemo: rakerda.is_demo === 1, actorIsMember: false, actorParticipates: false },
    followsScreen: true,
  };
  return streamTo(args, viewer, async () => ((await isStillValid()) ? viewer : null));
}

function streamTo(
  { request, context }: Args,
  viewer: Viewer,
  recheck: () => Promise<Viewer | null>,
): Response {
  const body = openLiveStream({
    db: context.db,
    feed: context.feed,
    presence: context.presence,
    viewer,
    since: readSince(request),
    signal: context.gone,
    recheck,
    outgoing: context.outgoing,
    onError: (error) => context.log.error({ err: error, requestId: context.requestId }, 'live stream failed'),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      // nginx would otherwise collect the stream before passing it on.
      'X-Accel-Buffering': 'no',
    },
  });
}
