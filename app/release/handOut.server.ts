/** The use case of a release: snapshot, file, proof, record – and only then the download. */
import { createHash, randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStamp } from '~/i18n/zonedTime';
import { may, maySeeFigures } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change } from '~/record/change.server';
import { asReleaseError, ReleaseError } from './failure';
import { canonicalFigures, figuresOf, type Release } from './figures';
import { downloadName, type ReleaseFile, type Extent } from './files';
import { readSnapshot } from './releaseSnapshot.server';
import { writtenFile } from './releaseJobs.server';

export interface ReleaseRequest {
  readonly instrumentCode: string;
  readonly file: ReleaseFile;
  readonly extent: Extent;
}

export interface Download {
  readonly name: string;
  readonly bytes: number;
  /** The proven file. It is gone from the disk when this is read to its end or destroyed. */
  readonly stream: ReadStream;
}

/**
 * Makes one file, proves it, records the download and gives it as a stream.
 * @returns null where the actor may not, or the Rakerda does not use the instrument
 * @throws ReleaseError where there is nothing to release, the file could not be written, or it does not hold what
 *   the database says
 */
export async function handOut(scope: MeetingScope, request: ReleaseRequest): Promise<Download | null> {
  if (!may(scope.actor, 'release.download', scope.place)) return null;
  const release = await prepareRelease(scope, request);
  if (!release) return null;
  const path = join(tmpdir(), `rakerda-rilis-${randomUUID()}`);
  try {
    const fileSha256 = await writtenFile(scope, { file: request.file, path, release });
    await change(scope, { may: 'release.download' }, ({ tell }) =>
      tell('release.downloaded', {
        format: request.file.slice('skor.'.length),
        instrument: `${release.instrument.code}@${release.instrument.version}`,
        scope: request.extent,
        sha256: release.sha256,
        fileSha256,
        asOf: release.asOf,
        agencies: release.figures.length,
      }),
    );
    return await openAndForget(path, nameOf(release, request));
  } catch (error) {
    await rm(path, { force: true });
    throw asReleaseError(error);
  }
}

/** Reads and scores everything the files are made of; null where the Rakerda does not use the instrument. */
export async function prepareRelease(
  { db, instruments, actor, place, locale }: MeetingScope,
  request: Pick<ReleaseRequest, 'instrumentCode' | 'extent'>,
): Promise<Release | null> {
  const { extent } = request;
  const snapshot = await readSnapshot(db, place.row.id, request.instrumentCode);
  if (!snapshot) return null;
  const instrument = instruments.get(request.instrumentCode, snapshot.instrumentVersion);
  const figures = figuresOf(
    instrument,
    snapshot,
    (agency) =>
      // A file holds nothing that its reader could not see on the screen.
      maySeeFigures(actor, place, agency.code, agency.state) &&
      (extent === 'semua' || agency.state === 'approved'),
  );
  return {
    rakerda: {
      id: place.row.id,
      name: place.row.name,
      year: place.row.year,
      timeZone: place.row.time_zone,
      isDemo: place.row.is_demo === 1,
    },
    instrument,
    scope: extent,
    asOf: snapshot.asOf,
    takenAt: snapshot.takenAt,
    exportedBy: `${actor.name} (${actor.username})`,
    locale,
    figures,
    sha256: fingerprint(canonicalFigures(place.row.id, instrument, extent, figures)),
  };
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Opens the file and takes its name off the disk at once, so that nothing stays behind even if the process dies.
 * Where a system keeps the name of an open file, it goes when the stream closes.
 */
async function openAndForget(path: string, name: string): Promise<Download> {
  const handle = await open(path);
  const { size } = await handle.stat();
  if (size === 0) {
    await handle.close();
    throw new ReleaseError('mismatch', 'the finished file is empty');
  }
  await rm(path, { force: true });
  const stream = handle.createReadStream();
  stream.once('close', () => void rm(path, { force: true }).catch(() => undefined));
  return { name, bytes: size, stream };
}

function nameOf({ rakerda, instrument, scope, takenAt }: Release, { file }: ReleaseRequest): string {
  const [what = 'skor', ending = ''] = file.split('.');
  const moment = fileStamp(takenAt, rakerda.timeZone);
  return downloadName(rakerda.isDemo, [what, instrument.code, rakerda.id, scope, moment], ending);
}
