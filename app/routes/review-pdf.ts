import { makeReviewPdf } from '~/assessment/reviewPdf.server';
import { readReviewFilter } from '~/assessment/screens';
import { paperLoader } from '~/files/fileResponse.server';
import { openAssessment } from '~/rakerda/meetingScope.server';

export const loader = paperLoader(
  (args) => openAssessment(args, 'assessment.read'),
  (scope, { url }) => makeReviewPdf(scope, readReviewFilter(url.searchParams)),
);
