import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { readFollow } from '~/projector/index.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

/** The participant's view as data. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const asked = { rakerda: place.row, locale: await readLocale(request), request };
  return Response.json(await readFollow(context, actor, place, asked), {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
