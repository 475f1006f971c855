import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorize, requireActor } from '~/accounts/guard.server';
import { findRakerdaPlace } from '~/accounts/place.server';
import { liveResponse } from '~/live/respond.server';

/** The event stream of a Rakerda. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  return liveResponse(request, context, actor, place);
}
