/** The open commitments as a calendar file: `/rakerda/:rakerda/komitmen.ics`. */
import { downloadLoader } from '~/files/fileResponse.server';
import { readCalendarFile } from '~/hall/commitments/calendarFile.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const loader = downloadLoader(
  (args) => openMeeting(args, 'rakerda.read'),
  (scope, { url }) => readCalendarFile(scope, url),
);
