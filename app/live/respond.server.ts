/** The response of `/rakerda/:rakerda/langsung`. */
import type { AppLoadContext } from '@remix-run/node';
import { currentActor } from '~/accounts/guard.server';
import type { RakerdaPlace } from '~/accounts/place.server';
import { findRakerdaPlace } from '~/accounts/place.server';
import { type Actor, may } from '~/accounts';
import { openLiveStream, readSince } from './stream.server';
import type { Viewer } from './visible.server';

/** Streams what happens in a Rakerda to an actor who may read it; the caller has asked the policy. */
export function liveResponse(
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  place: RakerdaPlace,
): Response {
  const body = openLiveStream({
    db: context.db,
    feed: context.feed,
    viewer: viewerOf(actor, place),
    since: readSince(request),
    signal: request.signal,
    recheck: async () => {
      const now = await currentActor({ request, context });
      if (!now) return null;
      const placeNow = await findRakerdaPlace(context.db, now, place.row.id);
      return may(now, 'rakerda.read', placeNow) ? viewerOf(now, placeNow) : null;
    },
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

function viewerOf(actor: Actor, place: RakerdaPlace): Viewer {
  return { actor, rakerdaId: place.row.id, rakerda: place.rakerda };
}
