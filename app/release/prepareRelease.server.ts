/** Reads and scores what the files of a release are made of. */
import { createHash } from 'node:crypto';
import { maySeeFigures } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { canonicalFigures, figuresOf, type Release } from './figures';
import type { Extent, ReleaseFile } from './files';
import { readSnapshot } from './releaseSnapshot.server';

export interface ReleaseRequest {
  readonly instrumentCode: string;
  readonly file: ReleaseFile;
  readonly extent: Extent;
}

/** For whom and where, as plain data: all that a release needs of its scope but the services. */
export type ReleaseReader = Pick<MeetingScope, 'actor' | 'place' | 'locale'>;

/** Reads and scores everything the files are made of; null where the Rakerda does not use the instrument. */
export async function prepareRelease(
  { db, instruments, actor, place, locale }: ReleaseReader & Pick<MeetingScope, 'db' | 'instruments'>,
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
