import type { LoaderFunctionArgs } from '@remix-run/node';
import { liveResponse } from '~/live/respond.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

/** The event stream of a Rakerda. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  return liveResponse(request, context, actor, place);
}
