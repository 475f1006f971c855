/** The responses behind the addresses that stream. */
import type { RakerdaRow } from '#db/schema';
import type { Args } from '~/accounts/requestScope.server';
import { findActor } from '~/accounts/signIn.server';
import { may } from '~/policy';
import { findRakerdaPlace, type MeetingScope } from '~/rakerda/meetingScope.server';
import { openLiveStream, readSince } from './liveStream.server';
import { readSinceThen } from './past.server';
import type { StreamOwner } from './streamPlaces.server';
import { presenceOf, type Viewer } from './visibleEvents.server';

const NO_PLACE =
  'Terlalu banyak sambungan langsung terbuka; halaman bertanya sendiri tiap beberapa detik. / Too many live connections are open; the page asks by itself every few seconds.';
const FRESH = { headers: { 'Cache-Control': 'private, no-store' } };

/**
 * Streams what happens in a Rakerda to an actor who may read it; the caller has asked the policy. With `?layar=1` the
 * page shows what the hall sees and is told of every change of an answer.
 */
export function liveResponse(args: Args, scope: Pick<MeetingScope, 'actor' | 'place'>): Response {
  const { request, context } = args;
  return streamTo(args, viewerOf(request, scope), async () => {
    // The request remembers who asked when it began; the stream outlives that.
    const actor = await findActor(context.db, request.headers.get('Cookie'), context.secure);
    if (!actor) return null;
    const place = await findRakerdaPlace(context.db, actor, scope.place.row.id);
    return may(actor, 'rakerda.read', place) ? viewerOf(request, { actor, place }) : null;
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
  const viewer = hallViewer(rakerda);
  return streamTo(args, viewer, async () => ((await isStillValid()) ? viewer : null));
}

/** The same as `liveResponse`, for a page that no stream reaches: what happened since it asked last. */
export async function answerSince(
  { request, context }: Args,
  scope: Pick<MeetingScope, 'actor' | 'place'>,
): Promise<Response> {
  const viewer = viewerOf(request, scope);
  const agencyCode = presenceOf(viewer);
  if (agencyCode !== null && viewer.actor) {
    context.presence.visit(viewer.rakerdaId, agencyCode, viewer.actor.id);
  }
  return Response.json(await readSinceThen(context.db, viewer, readSince(request)), FRESH);
}

/** The same as `hallResponse`, for a screen that no stream reaches. */
export async function answerHallSince(
  { request, context }: Args,
  rakerda: Pick<RakerdaRow, 'id' | 'is_demo'>,
): Promise<Response> {
  return Response.json(await readSinceThen(context.db, hallViewer(rakerda), readSince(request)), FRESH);
}

function viewerOf(request: Request, { actor, place }: Pick<MeetingScope, 'actor' | 'place'>): Viewer {
  return {
    actor,
    rakerdaId: place.row.id,
    rakerda: place.rakerda,
    followsScreen: new URL(request.url).searchParams.get('layar') === '1',
  };
}

function hallViewer({ id, is_demo }: Pick<RakerdaRow, 'id' | 'is_demo'>): Viewer {
  return {
    actor: null,
    rakerdaId: id,
    rakerda: { id, isDemo: is_demo === 1, actorIsMember: false, actorParticipates: false },
    followsScreen: true,
  };
}

function streamTo(
  { request, context }: Args,
  viewer: Viewer,
  recheck: () => Promise<Viewer | null>,
): Response {
  const place = context.streams.take(ownerOf(viewer, context.clientAddress));
  if (!place) return noPlace();
  const body = openLiveStream({
    place,
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

function ownerOf({ actor, rakerdaId }: Viewer, address: string): StreamOwner {
  if (!actor) return { name: `layar ${rakerdaId}`, isShared: false, address };
  // The account of an access card belongs to one agency, in the demo too.
  return { name: actor.id, isShared: actor.isDemo && actor.onlyRakerdaId === null, address };
}

/** The page asks every few seconds instead, and tries the stream again later; the words are for who opens the address. */
function noPlace(): Response {
  return new Response(NO_PLACE, {
    status: 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Retry-After': '30',
    },
  });
}
