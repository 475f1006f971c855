/** The files of a Berita Acara, made outside of the thread that answers requests. */
import { type Asker, type Job, type ProvenFile, provenFileJob, type Workers } from '~/work';
import type { Picture } from '~/files/picture.server';
import type { Paper } from './minutesPaper';
import { MinutesError } from './minutesError';

export interface MinutesWork {
  readonly paper: Paper;
  /** What stands at its head; null for nothing. */
  readonly arms: Picture | null;
}

export const minutesPdfJob = provenFileJob<MinutesWork>('minutes.pdf', async () => {
  const { minutesPdf } = await import('./minutesPdf.server');
  return ({ paper, arms }) => minutesPdf(paper, arms);
});

export const minutesDocxJob = provenFileJob<MinutesWork>('minutes.docx', async () => {
  const { minutesDocx } = await import('./minutesDocx.server');
  return ({ paper, arms }) => minutesDocx(paper, arms);
});

/**
 * The file of a paper.
 * @throws MinutesError where what came out does not hold what the paper says; WorkRefused
 */
export async function fileOf(
  scope: Asker & { readonly workers: Workers },
  job: Job<MinutesWork, ProvenFile>,
  work: MinutesWork,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await scope.workers.run(job, work, scope);
  if (file.kind === 'unproven') throw new MinutesError(file.why);
  return file.bytes;
}
