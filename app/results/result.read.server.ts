/** Puts together what the result screen shows of one agency. */
import type { AssessmentState } from '#db/schema';
import { parseLevels } from '~/assessment';
import { type InstrumentOutline, type Levels, outlineOf, type PeerSums } from '~/instrument';
import { may } from '~/policy';
import type { AssessmentScope, LiveAssessmentScope } from '~/rakerda/meetingScope.server';
import { type AgreedLevel, agreedLevels } from '~/hall/votes/index.server';
import { type PublishedResult, publishedResults } from '~/published/index.server';
import { type Earlier, earlierOf, flaggedOf, measuredBy, servicesOf, targetOf } from './resultRows.server';
import type { NamedService, Peers } from './resultReading';
import { resultWords } from './resultWords';

/** What both screens of this room know about where they are. */
export interface ResultPlace {
  readonly rakerda: {
    readonly id: string;
    readonly name: string;
    readonly year: number;
    readonly isDemo: boolean;
  };
  readonly agency: { readonly code: string; readonly name: string };
  readonly instrument: InstrumentOutline;
  readonly levels: Levels;
  readonly targetHundredths: number | null;
  readonly mayFill: boolean;
  /** May read the assessment itself (status, history), not only its approved levels. */
  readonly mayReadAssessment: boolean;
}

export interface ResultData extends ResultPlace {
  readonly state: AssessmentState;
  /** Indicators marked for the plenary. */
  readonly flagged: readonly number[];
  readonly services: readonly NamedService[];
  /** What the hall agreed on after a calibration vote: it stands beside the claim and never counts. */
  readonly agreed: readonly AgreedLevel[];
  readonly peers: Peers;
  /** The grey marks of the strip: sums without names, see `peerSums`. */
  readonly others: PeerSums;
  readonly earlier: Earlier | null;
  /** What Kemenpan-RB published of this agency, the latest first. */
  readonly published: readonly PublishedResult[];
  /** Newest event the figures include: where a live stream starts. */
  readonly since: number;
}

/** The part of the data that result and planner share. */
export async function readPlace(scope: AssessmentScope): Promise<ResultPlace> {
  const { db, actor, place, instrument, locale } = scope;
  return {
    rakerda: {
      id: place.row.id,
      name: place.row.name,
      year: place.row.year,
      isDemo: place.row.is_demo === 1,
    },
    agency: { code: place.agencyCode, name: place.agency.name },
    instrument: outlineOf(instrument, locale),
    levels: parseLevels(place.assessment.levels),
    targetHundredths: await targetOf(db, place),
    mayFill: may(actor, 'answer.write', place),
    mayReadAssessment: may(actor, 'assessment.read', place),
  };
}

/** The page of one agency's result. */
export async function readResultPage(scope: LiveAssessmentScope) {
  const result = await readResult(scope);
  return { result, title: resultWords[scope.locale].pageTitle({ agency: result.agency.name }) };
}

/** Everything the result screen shows of the assessment. */
export async function readResult(scope: LiveAssessmentScope): Promise<ResultData> {
  const { db, instruments, actor, place, instrument, asOf } = scope;
  const { assessment } = place;
  return {
    ...(await readPlace(scope)),
    state: assessment.state,
    flagged: await flaggedOf(db, assessment.id),
    services: await servicesOf(db, assessment.id),
    agreed: await agreedLevels(db, place.row.id, place.agencyCode, assessment.instrument_code),
    ...(await measuredBy(db, actor, place, instrument)),
    earlier: await earlierOf(db, instruments, actor, place),
    published: await publishedResults(db, assessment.instrument_code, place.agencyCode),
    since: asOf,
  };
}
