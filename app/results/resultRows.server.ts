/** What the result and the planner read: this agency's levels, the peers the viewer may see, the year before. */
import type { Db } from '#db/database';
import {
  type Instrument,
  indicatorsOf,
  type Levels,
  type PeerSums,
  peerSums,
  wholeIndexHundredths,
} from '~/instrument';
import { parseLevels } from '~/assessment';
import type { Actor } from '~/policy';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { type AssessmentPlace, findRakerdaPlace } from '~/rakerda/meetingScope.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { maySeeFigures } from '~/policy';
import { counting, type NamedService, type Peers } from './resultReading';

/** The target index of the agency for this instrument, in hundredths; null where none is set. */
export async function targetOf(db: Db, place: AssessmentPlace): Promise<number | null> {
  const row = await db
    .selectFrom('assessment')
    .select(targetOfAssessment().as('target'))
    .where('id', '=', place.assessment.id)
    .executeTakeFirst();
  return row?.target ?? null;
}

/** Numbers of the indicators marked for discussion in the plenary. */
export async function flaggedOf(db: Db, assessmentId: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('answer')
    .select('indicator_no')
    .where('assessment_id', '=', assessmentId)
    .where('discuss', '=', 1)
    .orderBy('indicator_no')
    .execute();
  return rows.map((row) => row.indicator_no);
}

/** What the agency calls the services that it chose itself, by indicator. */
export async function servicesOf(db: Db, assessmentId: string): Promise<readonly NamedService[]> {
  const rows = await db
    .selectFrom('answer')
    .select(['indicator_no', 'service'])
    .where('assessment_id', '=', assessmentId)
    .where('service', '!=', '')
    .orderBy('indicator_no')
    .execute();
  return rows.map((row) => ({ no: row.indicator_no, name: row.service }));
}

export interface Measured {
  /** The levels of the complete ones that the viewer may see, added up per indicator as exact integers. */
  readonly peers: Peers;
  /** Where the others stand, aspect by aspect: of those that the viewer may see, and of nobody's draft. */
  readonly others: PeerSums;
}

/** What an agency is measured against: the others of the same Rakerda and instrument. */
export async function measuredBy(
  db: Db,
  actor: Actor,
  place: AssessmentPlace,
  instrument: Instrument,
): Promise<Measured> {
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'state', 'levels'])
    .where('rakerda_id', '=', place.row.id)
    .where('instrument_code', '=', place.assessment.instrument_code)
    .where('instrument_version', '=', place.assessment.instrument_version)
    .execute();
  const seen = rows.filter((row) => maySeeFigures(actor, place, row.agency_code, row.state));
  const none: Peers = { count: 0, agencies: seen.length, sums: indicatorsOf(instrument).map(() => 0) };
  return {
    peers: seen.reduce((peers, { levels }) => counting(peers, parseLevels(levels), 1), none),
    others: peerSums(
      instrument,
      seen
        .filter(({ agency_code, state }) => agency_code !== place.agencyCode && state !== 'draft')
        .map(({ levels }) => parseLevels(levels)),
    ),
  };
}

export interface Earlier {
  readonly rakerdaId: string;
  readonly rakerdaName: string;
  readonly year: number;
  /** Published index of that year, by the instrument version of that year. */
  readonly hundredths: number;
  readonly complete: boolean;
  /** Stored level per indicator; null where that year's version has other indicators. */
  readonly levels: Levels | null;
}

/** The latest earlier year of the same agency and instrument that the viewer may see. */
export async function earlierOf(
  db: Db,
  instruments: InstrumentLibrary,
  actor: Actor,
  place: AssessmentPlace,
): Promise<Earlier | null> {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('rakerda', 'rakerda.id', 'assessment.rakerda_id')
    .select([
      'rakerda.id',
      'rakerda.name',
      'rakerda.year',
      'assessment.state',
      'assessment.levels',
      'assessment.instrument_version',
    ])
    .where('assessment.agency_code', '=', place.agencyCode)
    .where('assessment.instrument_code', '=', place.assessment.instrument_code)
    .where('rakerda.year', '<', place.row.year)
    .where('rakerda.is_demo', '=', place.row.is_demo)
    .orderBy('rakerda.year', 'desc')
    .orderBy('rakerda.ends_on', 'desc')
    .limit(10)
    .execute();
  for (const row of rows) {
    const there = await findRakerdaPlace(db, actor, row.id);
    if (!maySeeFigures(actor, there, place.agencyCode, row.state)) continue;
    const levels = parseLevels(row.levels);
    const instrument = instruments.get(place.assessment.instrument_code, row.instrument_version);
    return {
      rakerdaId: row.id,
      rakerdaName: row.name,
      year: row.year,
      hundredths: wholeIndexHundredths(instrument, levels),
      complete: !levels.includes(null),
      levels: row.instrument_version === place.assessment.instrument_version ? levels : null,
    };
  }
  return null;
}
