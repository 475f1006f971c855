/** The table of the Rakerda as a file: `/rakerda/:rakerda/meja.csv`. */
import { downloadLoader } from '~/files/fileResponse.server';
import { readTableCsv } from '~/hall/table/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const loader = downloadLoader(
  (args) => openMeeting(args, 'comparison.read'),
  (scope, { url }) => readTableCsv(scope, url.searchParams),
);
