/** The review of a sheet on paper: `/rakerda/:rakerda/topik/:topik/:instansi/telaah.pdf`. */
import { paperLoader } from '~/files/fileResponse.server';
import { makeSheetReviewPdf } from '~/topics/papers/sheetPapers.server';
import { readSheetFilter } from '~/topics/screens';
import { openSheet } from '~/topics/topicScope.server';

export const loader = paperLoader(openSheet, (scope, { url }) =>
  makeSheetReviewPdf(scope, readSheetFilter(url.searchParams)),
);
