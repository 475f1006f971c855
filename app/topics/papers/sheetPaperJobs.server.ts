/** The papers of a sheet, made outside of the thread that answers requests. */
import { provenFileJob } from '~/work';
import type { BlankSheetWork } from './blankSheetPaper.server';
import type { SheetReviewWork } from './sheetReviewPaper.server';

export const sheetReviewPdfJob = provenFileJob<SheetReviewWork>(
  'topicReview.pdf',
  async () => (await import('./drawSheetPapers.server')).sheetReviewPdf,
);

export const blankSheetPdfJob = provenFileJob<BlankSheetWork>(
  'topicBlank.pdf',
  async () => (await import('./drawSheetPapers.server')).blankSheetPdf,
);
