/** The same on paper: `/rakerda/:rakerda/instansi/:instansi/lembar.pdf`. */
import { paperLoader } from '~/files/fileResponse.server';
import { makeSheetPdf } from '~/hall/table/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const loader = paperLoader(
  (args) => openMeeting(args, 'comparison.read'),
  (scope, { params }) => makeSheetPdf(scope, params.instansi),
);
