/** Takes the arms or logo: `/rakerda/:rakerda/ubah/lambang`. The answer stands on the edit page, with scripts and without. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { armsAnswerPath, postArms } from '~/hall/setUp/index.server';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await openMeeting(args, 'rakerda.manage');
  return redirect(rakerdaPath(place.row.id, 'edit'));
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  return redirect(armsAnswerPath(scope.place.row.id, await postArms(scope, args.request)));
}
