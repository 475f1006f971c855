/** The use case of the review sheet as a file: what it holds, drawn, checked, recorded. */
import { localize } from '~/instrument';
import { handOutPaper } from '~/rakerda/handOutPaper.server';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { readReview } from './review.read.server';
import type { ReviewFilter } from './reviewForm';
import { reviewPdfJob } from './reviewJobs.server';

/**
 * Makes the sheet as the page shows it with this filter, and records that it left the house.
 * @throws 403 where the reader may not read the assessment; Unproven where the document did not come out whole; WorkRefused
 */
export async function makeReviewPdf(scope: AssessmentScope, filter: ReviewFilter) {
  const { place, instrument, locale, actor } = scope;
  const { row: rakerda, agency, assessment } = place;
  authorize(actor, 'assessment.read', place);
  const { standing, lowest, counts, aspects, earlier } = await readReview(scope);
  const work = {
    sheet: { standing, lowest, counts, aspects, earlier: earlier && { year: earlier.year } },
    filter,
    locale,
    agency: `${agency.name} (${agency.code})`,
    rakerda: rakerda.name,
    instrument: localize(instrument.name, locale),
    year: rakerda.year,
    timeZone: rakerda.time_zone,
    isDemo: rakerda.is_demo === 1,
    state: assessment.state,
    madeAt: new Date().toISOString(),
  };
  return handOutPaper(scope, reviewPdfJob, work, {
    may: 'assessment.read',
    agencyCode: agency.code,
    what: 'telaah.pdf',
    instrument: `${instrument.code}@${instrument.version}`,
    words: ['telaah', instrument.code, rakerda.id, agency.code, ...(filter === 'semua' ? [] : [filter])],
  });
}
