/** The use case of the review sheet as a file: what it holds, drawn, checked, recorded. */
import { createHash } from 'node:crypto';
import { downloadName } from '~/files/downloadName';
import { localize } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { authorize, change } from '~/record/change.server';
import { Unproven } from '~/work';
import { readReview } from './review.read.server';
import type { ReviewFilter } from './reviewForm';
import { reviewPdfJob } from './reviewJobs.server';

/**
 * Makes the sheet as the page shows it with this filter, and records that it left the house.
 * @throws 403 where the reader may not read the assessment; Unproven where the document did not come out whole; WorkRefused
 */
export async function makeReviewPdf(scope: AssessmentScope, filter: ReviewFilter) {
  const { place, instrument, locale, workers, actor } = scope;
  const { row: rakerda, agency, assessment } = place;
  authorize(actor, 'assessment.read', place);
  const { standing, lowest, counts, aspects, earlier } = await readReview(scope);
  const file = await workers.run(
    reviewPdfJob,
    {
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
    },
    scope,
  );
  if (file.kind === 'unproven') throw new Unproven(file.why);
  await change(scope, { may: 'assessment.read' }, ({ tell }) =>
    tell('release.downloaded', {
      format: 'telaah.pdf',
      instrument: `${instrument.code}@${instrument.version}`,
      scope: agency.code,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }),
  );
  const words = ['telaah', instrument.code, rakerda.id, agency.code, ...(filter === 'semua' ? [] : [filter])];
  return { name: downloadName(rakerda.is_demo === 1, words, 'pdf'), body: file.bytes };
}
