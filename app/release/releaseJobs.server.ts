/** The files of figures, made outside of the thread that answers requests. */
import { z } from 'zod';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type Job, provenFileJob } from '~/work';
import { asReleaseError, FAILURES, ReleaseError } from './failure';
import type { ResultWork } from './drawResult.server';
import { prepareFile, type ReleaseReader, type ReleaseRequest } from './prepareRelease.server';

/** Reading thirty thousand answers of the country holds a thread up too: the whole of it is done there. */
interface ReleaseWork {
  /** The database's own file. */
  readonly source: string;
  readonly reader: ReleaseReader;
  readonly request: ReleaseRequest;
  /** Must not exist yet. */
  readonly path: string;
}

const writtenSchema = z.object({
  kind: z.literal('written'),
  instrument: z.string(),
  /** Of the figures, and of the file. */
  sha256: z.string(),
  fileSha256: z.string(),
  asOf: z.number(),
  takenAt: z.string(),
  agencies: z.number(),
});
const releasedSchema = z.discriminatedUnion('kind', [
  writtenSchema,
  z.object({ kind: z.literal('notUsed') }),
  z.object({ kind: z.literal('failed'), failure: z.enum(FAILURES), why: z.string() }),
]);

type Released = z.output<typeof releasedSchema>;

export const releaseFileJob: Job<ReleaseWork, Released> = {
  name: 'release.file',
  output: releasedSchema,
  async work({ source, reader, request, path }) {
    const { openDatabase } = await import('#db/database');
    const opened = openDatabase(`file:${source}`);
    const { db } = opened;
    try {
      return await released({ ...reader, db, instruments: await openInstrumentLibrary(db) }, request, path);
    } finally {
      await opened.close();
    }
  },
};

async function released(
  scope: ReleaseReader & Pick<MeetingScope, 'db' | 'instruments'>,
  request: ReleaseRequest,
  path: string,
): Promise<Released> {
  const { writeProven } = await import('./writeRelease.server');
  try {
    const release = await prepareFile(scope, request);
    if (!release) return { kind: 'notUsed' };
    return {
      kind: 'written',
      instrument: `${release.instrument.code}@${release.instrument.version}`,
      sha256: release.sha256,
      fileSha256: await writeProven(request.file, path, release),
      asOf: release.asOf,
      takenAt: release.takenAt,
      agencies: release.figures.length,
    };
  } catch (error) {
    // An error loses its class on the way between threads: what is expected travels as a value.
    const known = asReleaseError(error);
    if (known instanceof ReleaseError) return { kind: 'failed', failure: known.failure, why: known.message };
    throw error;
  }
}

/**
 * Has a file of a release written and proven; null where the Rakerda does not use the instrument.
 * @throws ReleaseError where there is nothing to release, the file could not be written, or it does not hold what the
 *   database says; WorkRefused
 */
export async function writtenFile(
  scope: MeetingScope,
  request: ReleaseRequest,
  path: string,
): Promise<z.output<typeof writtenSchema> | null> {
  const { sqlite, workers, actor, place, locale } = scope;
  // A database that is nowhere but in this process can be read nowhere else.
  const done = sqlite.memory
    ? await released(scope, request, path)
    : await workers.run(
        releaseFileJob,
        { source: sqlite.name, reader: { actor, place, locale }, request, path },
        scope,
      );
  switch (done.kind) {
    case 'written':
      return done;
    case 'notUsed':
      return null;
    case 'failed':
      throw new ReleaseError(done.failure, done.why);
  }
}

export const resultPdfJob = provenFileJob<ResultWork>(
  'result.pdf',
  async () => (await import('./drawResult.server')).resultPdf,
);
