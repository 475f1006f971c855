/** The responses behind the addresses that stream. */
import type { AppLoadContext } from '@remix-run/node';
import { currentActor } from '~/accounts/scope.server';
import { findRakerdaPlace, type RakerdaPlace } from '~/rakerda/scope.server';
import { type Actor, may } from '~/policy';
import { openLiveStream, readSince } from './stream.server';
import type { Viewer } from './visible.server';

/**
 * Streams what happens in a Rakerda to an actor who may read it; the caller has asked the policy. With `?layar=1` the
 * page shows what the hall sees and is told of every change of an answer.
 */
export function liveResponse(
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  place: RakerdaPlace,
): Response {
  const followsScreen = new URL(request.url).searchParams.get('layar') === '1';
  const viewerOf = (who: Actor, there: RakerdaPlace): Viewer => ({
    actor: who,
    rakerdaId: there.row.id,
    rakerda: there.rakerda,
    followsScreen,
  });
  return streamTo(request, context, viewerOf(actor, place), async () => {
    const now = await currentActor({ request, context });
    if (!now) return null;
    const placeNow = await findRakerdaPlace(context.db, now, place.row.id);
    return may(now, 'rakerda.read', placeNow) ? viewerOf(now, placeNow) : null;
  });
}

/**
 * Streams to a screen of the hall that was opened by its link. It hears that something changed, not what.
 * @param isStillValid asked now and then: whether the link still opens the screen
 */
export function hallResponse(
  request: Request,
  context: AppLoadContext,
  rakerda: { readonly id: string; readonly isDemo: boolean },
  isStillValid: () => Promise<boolean>,
): Response {
  const viewer: Viewer = {
    actor: null,
    rakerdaId: rakerda.id,
    rakerda: { ...rakerda, actorIsMember: false, actorParticipates: false },
    followsScreen: true,
  };
  return streamTo(request, context, viewer, async () => ((await isStillValid()) ? viewer : null));
}

function streamTo(
  request: Request,
  context: AppLoadContext,
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
