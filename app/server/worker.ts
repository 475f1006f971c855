/** What a thread of `workers.ts` does: finds the job by its name and does it. */
import { passwordStrengthJob } from '~/accounts/passwordStrength.server';
import { reviewPdfJob } from '~/assessment/reviewJobs.server';
import { comparisonCsvJob } from '~/comparison/csvJob.server';
import { qrPathsJob } from '~/hall/cards/qrJob.server';
import { minutesDocxJob, minutesPdfJob } from '~/hall/minutes/minutesJobs.server';
import { sheetPdfJob } from '~/hall/table/sheetJobs.server';
import { releaseFileJob, resultPdfJob } from '~/release/releaseJobs.server';
import { formJob, tableJob } from '~/files/formJobs.server';
import { pictureJob } from '~/files/pictureJobs.server';
import { listJob } from '~/topics/imports/importJobs.server';
import { blankSheetPdfJob, sheetReviewPdfJob } from '~/topics/papers/sheetPaperJobs.server';
import { checkJob, definitionJob } from '~/workshop/definitionJobs.server';
import type { Job } from '~/work';

const JOBS: readonly Pick<Job<never, unknown>, 'name' | 'work'>[] = [
  comparisonCsvJob,
  minutesDocxJob,
  minutesPdfJob,
  passwordStrengthJob,
  qrPathsJob,
  releaseFileJob,
  resultPdfJob,
  reviewPdfJob,
  sheetPdfJob,
  sheetReviewPdfJob,
  blankSheetPdfJob,
  formJob,
  listJob,
  pictureJob,
  tableJob,
  checkJob,
  definitionJob,
];

export default function (asked: { readonly name: string; readonly input: never }): Promise<unknown> {
  const job = JOBS.find(({ name }) => name === asked.name);
  if (!job) throw new Error(`There is no work called ${asked.name}`);
  return job.work(asked.input);
}
