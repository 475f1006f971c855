import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerSince } from '~/live/liveResponse.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

/** What happened in a Rakerda since a page asked last, where no stream reaches it. */
export async function loader(args: LoaderFunctionArgs) {
  return answerSince(args, await openMeeting(args, 'rakerda.read'));
}
