/** One table of the comparison as a file. */
import { comparisonFile } from '~/comparison/index.server';
import { downloadLoader } from '~/files/fileResponse.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const loader = downloadLoader(
  (args) => openMeeting(args, 'comparison.read'),
  (scope, { params, url }) => comparisonFile(scope, params.instrumen, url.searchParams),
);
