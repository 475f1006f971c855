import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { markSeen, readNotice, readNoticeHere } from '~/hall/monitor/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { textIn } from '~/text';
import { localPath } from '~/ui/localPath';

const FRESH = { headers: { 'Cache-Control': 'private, no-store' } };

/** The unread messages of the reader's agency, for a page that has heard of one. */
export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await readNoticeHere(await openMeeting(args, null)), FRESH);
}

/** "Read": with scripts the page stays as it is, without them it comes again. */
export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const form = await args.request.formData();
  await markSeen(scope, textIn(form, 'id'));
  if (args.request.headers.get('Accept') === 'application/json') {
    return Response.json(await readNotice(scope, scope.place.row.id), FRESH);
  }
  return redirect(localPath(textIn(form, 'kembali')));
}
