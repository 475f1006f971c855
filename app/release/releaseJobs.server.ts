/** The files of figures, made outside of the thread that answers requests. */
import { z } from 'zod';
import type { Locale } from '~/instrument';
import { type Asker, bytesSchema, type Job, type Workers } from '~/work';
import { asReleaseError, FAILURES, ReleaseError } from './failure';
import type { Release } from './figures';
import type { ReleaseFile } from './files';
import type { ResultSheet } from './resultSheet';

export interface ReleaseWork {
  readonly file: ReleaseFile;
  /** Must not exist yet. */
  readonly path: string;
  readonly release: Release;
}

const failed = z.object({ kind: z.literal('failed'), failure: z.enum(FAILURES), why: z.string() });
const writtenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), sha256: z.string() }),
  failed,
]);

export const releaseFileJob: Job<ReleaseWork, z.output<typeof writtenSchema>> = {
  name: 'release.file',
  output: writtenSchema,
  async work({ file, path, release }) {
    const { writeProven } = await import('./writeRelease.server');
    try {
      return { kind: 'written', sha256: await writeProven(file, path, release) };
    } catch (error) {
      // An error loses its class on the way between threads: what is expected travels as a value.
      const known = asReleaseError(error);
      if (known instanceof ReleaseError)
        return { kind: 'failed', failure: known.failure, why: known.message };
      throw error;
    }
  },
};

export interface ResultWork {
  readonly sheet: ResultSheet;
  readonly locale: Locale;
}

export const resultPdfJob: Job<ResultWork, Uint8Array<ArrayBuffer>> = {
  name: 'result.pdf',
  output: bytesSchema,
  async work(asked) {
    const { resultPdf } = await import('./drawResult.server');
    return resultPdf(asked);
  },
};

/**
 * Has a file of a release written and proven.
 * @returns its SHA-256
 * @throws ReleaseError where it could not be written or does not hold what the release says; WorkRefused
 */
export async function writtenFile(
  scope: Asker & { readonly workers: Workers },
  work: ReleaseWork,
): Promise<string> {
  const done = await scope.workers.run(releaseFileJob, work, scope);
  if (done.kind === 'failed') throw new ReleaseError(done.failure, done.why);
  return done.sha256;
}
