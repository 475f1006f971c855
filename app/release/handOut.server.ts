/** The use case of a release: snapshot, file, proof, record – and only then the download. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { record } from '#db/record';
import { catalogueOf } from '~/i18n/locale.server';
import type { Locale } from '~/instrument';
import type { Services } from '~/server/context';
import { type Actor, may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { maySeeFigures } from '~/policy';
import { csvOf } from './csv';
import { asReleaseError, ReleaseError } from './failure';
import { canonicalFigures, figuresOf, type Release } from './figures';
import { downloadName, type ReleaseFile, type Scope, stamp } from './files';
import { jsonOf } from './json';
import { readSnapshot, type SnapshotAgency } from './queries.server';
import { proveFile } from './readBack.server';
import { writeWorkbook } from './workbook.server';

export type ReleaseServices = Pick<Services, 'db' | 'feed' | 'instruments'>;

export interface ReleaseRequest {
  readonly place: RakerdaPlace;
  readonly instrumentCode: string;
  readonly file: ReleaseFile;
  readonly scope: Scope;
  readonly locale: Locale;
  readonly requestId: string;
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
export async function handOut(
  services: ReleaseServices,
  actor: Actor,
  request: ReleaseRequest,
): Promise<Download | null> {
  if (!may(actor, 'release.download', request.place)) return null;
  const release = await prepareRelease(services, actor, request);
  if (!release) return null;
  const path = join(tmpdir(), `rakerda-rilis-${randomUUID()}`);
  try {
    await writeFile(request.file, path, release);
    const text = catalogueOf(request.locale);
    await proveFile(request.file, path, release, text);
    const fileSha256 = await sha256Of(path);
    await services.db.transaction().execute((trx) =>
      record(trx, {
        type: 'release.downloaded',
        actorId: actor.id,
        rakerdaId: request.place.row.id,
        requestId: request.requestId,
        payload: {
          format: request.file.slice('skor.'.length),
          instrument: `${release.instrument.code}@${release.instrument.version}`,
          scope: request.scope,
          sha256: release.sha256,
          fileSha256,
          asOf: release.asOf,
          agencies: release.figures.length,
        },
      }),
    );
    services.feed.wake();
    return await openAndForget(path, nameOf(release, request));
  } catch (error) {
    await rm(path, { force: true });
    throw asReleaseError(error);
  }
}

/** Reads and scores everything the files are made of; null where the Rakerda does not use the instrument. */
export async function prepareRelease(
  services: Pick<Services, 'db' | 'instruments'>,
  actor: Actor,
  request: Pick<ReleaseRequest, 'place' | 'instrumentCode' | 'scope' | 'locale'>,
): Promise<Release | null> {
  const { place, scope } = request;
  const snapshot = await readSnapshot(services.db, place.row.id, request.instrumentCode);
  if (!snapshot) return null;
  const instrument = services.instruments.get(request.instrumentCode, snapshot.instrumentVersion);
  const figures = figuresOf(
    instrument,
    snapshot,
    (agency) => mayHold(actor, place, agency) && (scope === 'semua' || agency.state === 'approved'),
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
    scope,
    asOf: snapshot.asOf,
    takenAt: snapshot.takenAt,
    exportedBy: `${actor.name} (${actor.username})`,
    locale: request.locale,
    figures,
    sha256: fingerprint(canonicalFigures(place.row.id, instrument, scope, figures)),
  };
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A file holds nothing that its reader could not see on the screen. */
function mayHold(actor: Actor, place: RakerdaPlace, agency: SnapshotAgency): boolean {
  return maySeeFigures(actor, place, agency.code, agency.state);
}

/** Writes the file to a path that must not exist yet, readable by this process's user alone. */
export async function writeFile(file: ReleaseFile, path: string, release: Release): Promise<void> {
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const words = {
    text: catalogueOf(release.locale),
    both: { id: catalogueOf('id'), en: catalogueOf('en') },
  };
  switch (file) {
    case 'skor.xlsx':
      try {
        await writeWorkbook(target, release, words);
        await finished(target);
      } finally {
        target.destroy();
      }
      return;
    case 'skor.csv':
      return pipeline(Readable.from(csvOf(release)), target);
    case 'skor.json':
      return pipeline(Readable.from(jsonOf(release, words.text, words.both)), target);
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
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
  const moment = stamp(takenAt, rakerda.timeZone);
  return downloadName(rakerda.isDemo, [what, instrument.code, rakerda.id, scope, moment], ending);
}
