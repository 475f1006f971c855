import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFollow } from '~/hall/projector/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

/** The participant's view as data. */
export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await readFollow(await openMeeting(args, 'rakerda.read')), {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
