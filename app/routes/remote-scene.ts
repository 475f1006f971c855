import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { obeyRemote, readRemote } from '~/projector/index.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

const headers = { 'Cache-Control': 'private, no-store' };

async function enter({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'projector.control', place);
  return { actor, place, asked: { rakerda: place.row, locale: await readLocale(request), request } };
}

/** The remote as data. */
export async function loader(args: LoaderFunctionArgs) {
  const { asked } = await enter(args);
  return Response.json(await readRemote(args.context, asked), { headers });
}

/** A button of the remote, pressed where scripts run: what came of it, and the remote as it stands then. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { actor, place, asked } = await enter(args);
  const form = await request.formData();
  const result = await obeyRemote(context, actor, place, form, { request, requestId: context.requestId });
  if (result.kind === 'unreadable') throw Response.json({ reason: 'unreadable' }, { status: 400 });
  return Response.json({ kind: result.kind, view: await readRemote(context, asked) }, { headers });
}
