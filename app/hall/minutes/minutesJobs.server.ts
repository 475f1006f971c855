/** The files of a Berita Acara, made outside of the thread that answers requests. */
import { type Asker, type Job, type ProvenFile, provenFileJob, type Workers } from '~/work';
import type { Paper } from './minutesPaper';
import { MinutesError } from './minutesError';

export const minutesPdfJob = provenFileJob<Paper>(
  'minutes.pdf',
  async () => (await import('./minutesPdf.server')).minutesPdf,
);

export const minutesDocxJob = provenFileJob<Paper>(
  'minutes.docx',
  async () => (await import('./minutesDocx.server')).minutesDocx,
);

/**
 * The file of a paper.
 * @throws MinutesError where what came out does not hold what the paper says; WorkRefused
 */
export async function fileOf(
  scope: Asker & { readonly workers: Workers },
  job: Job<Paper, ProvenFile>,
  paper: Paper,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await scope.workers.run(job, paper, scope);
  if (file.kind === 'unproven') throw new MinutesError(file.why);
  return file.bytes;
}
