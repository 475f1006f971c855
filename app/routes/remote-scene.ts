import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { listScreens, obeyRemote, readRemote } from '~/hall/projector/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

const headers = { 'Cache-Control': 'private, no-store' };

/** The remote as data; with `?hanya=layar` only which screens the hall has. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'projector.control');
  const onlyScreens = new URL(args.request.url).searchParams.get('hanya') === 'layar';
  return Response.json(onlyScreens ? listScreens(scope) : await readRemote(scope), { headers });
}

/** A button of the remote, pressed where scripts run: what came of it, and the remote as it stands then. */
export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'projector.control');
  const result = await obeyRemote(scope, await args.request.formData());
  return Response.json({ kind: result.kind, view: await readRemote(scope) }, { headers });
}
