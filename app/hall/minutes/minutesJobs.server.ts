/** The files of a Berita Acara, made outside of the thread that answers requests. */
import { z } from 'zod';
import { type Asker, bytesSchema, type Job, type Workers } from '~/work';
import type { Paper } from './minutesPaper';
import { MinutesError } from './minutesError';

const fileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proven'), bytes: bytesSchema }),
  z.object({ kind: z.literal('unproven'), why: z.string() }),
]);

type MinutesFile = z.output<typeof fileSchema>;
type Bytes = Uint8Array<ArrayBuffer>;

export const minutesPdfJob: Job<Paper, MinutesFile> = {
  name: 'minutes.pdf',
  output: fileSchema,
  async work(paper) {
    const { minutesPdf } = await import('./minutesPdf.server');
    return provenFile(() => minutesPdf(paper));
  },
};

export const minutesDocxJob: Job<Paper, MinutesFile> = {
  name: 'minutes.docx',
  output: fileSchema,
  async work(paper) {
    const { minutesDocx } = await import('./minutesDocx.server');
    return provenFile(() => minutesDocx(paper));
  },
};

/** An error loses its class on the way between threads: what is expected travels as a value. */
async function provenFile(make: () => Promise<Bytes>): Promise<MinutesFile> {
  try {
    return { kind: 'proven', bytes: await make() };
  } catch (error) {
    if (error instanceof MinutesError) return { kind: 'unproven', why: error.message };
    throw error;
  }
}

/**
 * The file of a paper.
 * @throws MinutesError where what came out does not hold what the paper says; WorkRefused
 */
export async function fileOf(
  scope: Asker & { readonly workers: Workers },
  job: Job<Paper, MinutesFile>,
  paper: Paper,
): Promise<Bytes> {
  const file = await scope.workers.run(job, paper, scope);
  if (file.kind === 'unproven') throw new MinutesError(file.why);
  return file.bytes;
}
