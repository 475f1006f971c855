/** Reads and scores what the files of a release are made of. */
import { createHash } from 'node:crypto';
import { goalOf } from '~/instrument/topic';
import { maySeeFigures } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { canonicalFigures, figuresOf, type Release, type ReleaseHead } from './figures';
import { type AnyFile, type Extent, TOPIC_FILES } from './files';
import { readSnapshot } from './releaseSnapshot.server';
import { canonicalTopic, topicFiguresOf, type TopicRelease } from './topicFigures';
import { readTopicSnapshot } from './topicSnapshot.server';

export interface ReleaseRequest {
  readonly instrumentCode: string;
  readonly file: AnyFile;
  readonly extent: Extent;
}

/** For whom and where, as plain data: all that a release needs of its scope but the services. */
export type ReleaseReader = Pick<MeetingScope, 'actor' | 'place' | 'locale'>;
type ReleaseScope = ReleaseReader & Pick<MeetingScope, 'db' | 'instruments'>;
type Wanted = Pick<ReleaseRequest, 'instrumentCode' | 'extent'>;

/** Everything that a file is made of; null where the Rakerda does not use the instrument, or has no such file of it. */
export function prepareFile(
  scope: ReleaseScope,
  { file, ...wanted }: ReleaseRequest,
): Promise<Release | TopicRelease | null> {
  const isTopic = TOPIC_FILES.some((one) => one === file);
  return isTopic ? prepareTopicRelease(scope, wanted) : prepareRelease(scope, wanted);
}

/** Reads and scores an instrument with levels; null where the Rakerda does not use it. */
export async function prepareRelease(scope: ReleaseScope, request: Wanted): Promise<Release | null> {
  const { db, instruments, place } = scope;
  const snapshot = await readSnapshot(db, place.row.id, request.instrumentCode);
  if (!snapshot) return null;
  const instrument = instruments.get(request.instrumentCode, snapshot.instrumentVersion);
  const figures = figuresOf(instrument, snapshot, isIncluded(scope, request));
  return {
    kind: 'scores',
    ...headOf(scope, request, snapshot),
    instrument,
    figures,
    sha256: fingerprint(canonicalFigures(place.row.id, instrument, request.extent, figures)),
  };
}

/** Reads and reckons a topic; null where the Rakerda does not measure it. */
export async function prepareTopicRelease(
  scope: ReleaseScope,
  request: Wanted,
): Promise<TopicRelease | null> {
  const { place } = scope;
  const snapshot = await readTopicSnapshot(scope, place.row.id, request.instrumentCode);
  if (!snapshot) return null;
  const { topic: instrument } = snapshot;
  const figures = topicFiguresOf(instrument, snapshot.agencies.filter(isIncluded(scope, request)));
  return {
    kind: 'topic',
    ...headOf(scope, request, snapshot),
    instrument,
    goal: goalOf(instrument, snapshot.target),
    figures,
    sha256: fingerprint(canonicalTopic(place.row.id, instrument, request.extent, figures)),
  };
}

/** A file holds nothing that its reader could not see on the screen. */
function isIncluded({ actor, place }: ReleaseReader, { extent }: Wanted) {
  return ({ code, state }: { readonly code: string; readonly state: 'draft' | 'submitted' | 'approved' }) =>
    maySeeFigures(actor, place, code, state) && (extent === 'semua' || state === 'approved');
}

function headOf(
  { actor, place, locale }: ReleaseReader,
  { extent }: Wanted,
  { asOf, takenAt }: { readonly asOf: number; readonly takenAt: string },
): Omit<ReleaseHead, 'instrument' | 'figures' | 'sha256'> {
  return {
    rakerda: {
      id: place.row.id,
      name: place.row.name,
      year: place.row.year,
      timeZone: place.row.time_zone,
      isDemo: place.row.is_demo === 1,
    },
    scope: extent,
    asOf,
    takenAt,
    exportedBy: `${actor.name} (${actor.username})`,
    locale,
  };
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
