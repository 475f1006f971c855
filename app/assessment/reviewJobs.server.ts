/** The review sheet as a file, made outside of the thread that answers requests. */
import { provenFileJob } from '~/work';
import type { ReviewWork } from './reviewPaper.server';

export const reviewPdfJob = provenFileJob<ReviewWork>(
  'review.pdf',
  async () => (await import('./drawReview.server')).reviewPdf,
);
