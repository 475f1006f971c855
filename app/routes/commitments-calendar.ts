/** The open commitments as a calendar file: `/rakerda/:rakerda/komitmen.ics`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCalendarFile } from '~/hall/commitments/calendarFile.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const { name, text } = await readCalendarFile(scope, new URL(args.request.url));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
