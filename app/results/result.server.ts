/** Puts together what the result screen shows of one agency. */
import type { Db } from '#db/database';
import type { AssessmentState } from '#db/schema';
import { parseLevels } from '~/assessment';
import type { Instrument, Levels, Locale } from '~/instrument';
import { type AgreedLevel, agreedLevels } from '~/votes/index.server';
import { type Actor, may, maySeeFigures } from '~/policy';
import { authorize } from '~/record/change.server';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { type AssessmentPlace, findAssessmentPlace } from '~/rakerda/scope.server';
import { newestSeq } from '~/record/read.server';
import { type Earlier, earlierOf, flaggedOf, peersOf, targetOf } from './queries.server';
import type { Peers } from './reading';
import { type Skeleton, skeletonOf } from './skeleton';

interface Sources {
  readonly db: Db;
  readonly instruments: InstrumentLibrary;
}

/** What both screens of this room know about where they are. */
export interface ResultPlace {
  readonly rakerda: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  readonly agency: { readonly code: string; readonly name: string };
  readonly instrument: Skeleton;
  readonly levels: Levels;
  readonly targetHundredths: number | null;
  readonly mayFill: boolean;
}

export interface ResultData extends ResultPlace {
  readonly state: AssessmentState;
  /** Indicators marked for the plenary. */
  readonly flagged: readonly number[];
  /** What the hall agreed on after a calibration vote: it stands beside the claim and never counts. */
  readonly agreed: readonly AgreedLevel[];
  readonly peers: Peers;
  readonly earlier: Earlier | null;
  /** Newest event the figures include: where a live stream starts. */
  readonly since: number;
  /** May read the assessment itself (status, history), not only its approved levels. */
  readonly mayReadAssessment: boolean;
}

/** Finds the assessment of a URL for somebody who may see its figures. Throws 404 or 403. */
export async function findResultPlace(
  db: Db,
  actor: Actor,
  params: Parameters<typeof findAssessmentPlace>[2],
): Promise<AssessmentPlace> {
  const place = await findAssessmentPlace(db, actor, params);
  if (!maySeeFigures(actor, place, place.agencyCode, place.assessment.state))
    authorize(actor, 'assessment.read', place);
  return place;
}

/** The part of the data that result and planner share. */
export async function readPlace(
  db: Db,
  actor: Actor,
  place: AssessmentPlace,
  instrument: Instrument,
  locale: Locale,
): Promise<ResultPlace> {
  return {
    rakerda: { id: place.row.id, name: place.row.name, isDemo: place.row.is_demo === 1 },
    agency: { code: place.agencyCode, name: place.agency.name },
    instrument: skeletonOf(instrument, locale),
    levels: parseLevels(place.assessment.levels),
    targetHundredths: await targetOf(db, place),
    mayFill: may(actor, 'answer.write', place),
  };
}

/**
 * Finds the assessment of a URL and reads everything the result screen shows of it. Throws 404 or 403.
 */
export async function readResult(
  { db, instruments }: Sources,
  actor: Actor,
  params: Parameters<typeof findAssessmentPlace>[2],
  locale: Locale,
): Promise<ResultData> {
  // Before the levels: an event in between is then shown twice, which changes nothing, and never missed.
  const since = await newestSeq(db);
  const place = await findResultPlace(db, actor, params);
  const { assessment } = place;
  const instrument = instruments.get(assessment.instrument_code, assessment.instrument_version);
  return {
    ...(await readPlace(db, actor, place, instrument, locale)),
    state: assessment.state,
    flagged: await flaggedOf(db, assessment.id),
    agreed: await agreedLevels(db, place.row.id, place.agencyCode, assessment.instrument_code),
    peers: await peersOf(db, actor, place, instrument),
    earlier: await earlierOf(db, instruments, actor, place),
    since,
    mayReadAssessment: may(actor, 'assessment.read', place),
  };
}
