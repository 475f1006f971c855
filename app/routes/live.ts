import type { LoaderFunctionArgs } from '@remix-run/node';
import { liveResponse } from '~/live/liveResponse.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

/** The event stream of a Rakerda. */
export async function loader(args: LoaderFunctionArgs) {
  return liveResponse(args, await openMeeting(args, 'rakerda.read'));
}
