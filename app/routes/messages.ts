import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { markSeen, readNotice } from '~/monitor/index.server';
import { localPath } from '~/ui/localPath';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

const FRESH = { headers: { 'Cache-Control': 'private, no-store' } };

/** The unread messages of the reader's agency, for a page that has heard of one. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  const { agencyCode } = actor;
  authorize(actor, 'message.read', { ...place, ...(agencyCode !== null && { agencyCode }) });
  return Response.json(await readNotice(context.db, actor, place.row.id), FRESH);
}

/** "Read": with scripts the page stays as it is, without them it comes again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const form = await request.formData();
  const [id, back] = [form.get('id'), form.get('kembali')];
  await markSeen(context, actor, place, typeof id === 'string' ? id : '', context.requestId);
  if (request.headers.get('Accept') === 'application/json') {
    return Response.json(await readNotice(context.db, actor, place.row.id), FRESH);
  }
  return redirect(localPath(typeof back === 'string' ? back : null));
}
