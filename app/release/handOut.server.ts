/** The use case of a release: snapshot, file, proof, record – and only then the download. */
import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadName } from '~/files/downloadName';
import { fileStamp } from '~/i18n/zonedTime';
import { may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change } from '~/record/change.server';
import { asReleaseError } from './failure';
import { formatOf, stemOf } from './files';
import type { ReleaseRequest } from './prepareRelease.server';
import { writtenFile } from './releaseJobs.server';

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
  const path = join(tmpdir(), `rakerda-rilis-${randomUUID()}`);
  try {
    const written = await writtenFile(scope, request, path);
    if (!written) return null;
    await change(scope, { may: 'release.download' }, ({ tell }) =>
      tell('release.downloaded', {
        format: formatOf(request.file),
        instrument: written.instrument,
        scope: request.extent,
        sha256: written.sha256,
        fileSha256: written.fileSha256,
        asOf: written.asOf,
        agencies: written.agencies,
      }),
    );
    return await openAndForget(path, nameOf(scope.place.row, request, written.takenAt));
  } catch (error) {
    await rm(path, { force: true });
    throw asReleaseError(error);
  }
}

/** Opens the file and takes its name off the disk at once, so that nothing stays behind even if the process dies. */
async function openAndForget(path: string, name: string): Promise<Download> {
  const handle = await open(path);
  const { size } = await handle.stat();
  await rm(path);
  return { name, bytes: size, stream: handle.createReadStream() };
}

function nameOf(rakerda: MeetingScope['place']['row'], request: ReleaseRequest, takenAt: string): string {
  const words = [stemOf(request.file), request.instrumentCode, rakerda.id, request.extent];
  const moment = fileStamp(takenAt, rakerda.time_zone);
  return downloadName(rakerda.is_demo === 1, [...words, moment], formatOf(request.file));
}
