/** Everything a release is made of, read in one transaction: every figure of a file is from the same moment. */
import type { Db } from '#db/database';
import type { AssessmentState } from '#db/schema';
import { readTogether } from '#db/together';
import { parseLevels } from '~/assessment';
import type { Levels } from '~/instrument';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { newestSeq } from '~/record/read.server';

export interface SnapshotAnswer {
  readonly level: number | null;
  readonly discuss: boolean;
  /** Which service is meant; null where it was not named. */
  readonly service: string | null;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
}

export interface SnapshotAgency {
  readonly code: string;
  readonly name: string;
  readonly state: AssessmentState;
  readonly levels: Levels;
  readonly targetHundredths: number | null;
  /** By indicator number; indicators nobody has touched are missing. */
  readonly answers: ReadonlyMap<number, SnapshotAnswer>;
}

export interface Snapshot {
  /** Sequence number of the last event that the figures include. */
  readonly asOf: number;
  readonly takenAt: string;
  readonly instrumentVersion: string;
  /** In order of their codes. */
  readonly agencies: readonly SnapshotAgency[];
}

/**
 * Reads the assessments of a Rakerda with one instrument.
 * @returns null where the Rakerda does not use the instrument
 */
export async function readSnapshot(
  db: Db,
  rakerdaId: string,
  instrumentCode: string,
): Promise<Snapshot | null> {
  return readTogether(db, async (trx) => {
    const pinned = await trx
      .selectFrom('rakerda_instrument')
      .select('instrument_version')
      .where('rakerda_id', '=', rakerdaId)
      .where('instrument_code', '=', instrumentCode)
      .executeTakeFirst();
    if (!pinned) return null;
    const assessments = await trx
      .selectFrom('assessment')
      .innerJoin('agency', 'agency.code', 'assessment.agency_code')
      .select([
        'assessment.id',
        'assessment.state',
        'assessment.levels',
        'agency.code',
        'agency.name',
        targetOfAssessment().as('target_hundredths'),
      ])
      .where('assessment.rakerda_id', '=', rakerdaId)
      .where('assessment.instrument_code', '=', instrumentCode)
      .orderBy('agency.code')
      .execute();
    const rows = await trx
      .selectFrom('answer')
      .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
      .select([
        'answer.assessment_id',
        'answer.indicator_no',
        'answer.level',
        'answer.discuss',
        'answer.service',
        'answer.updated_at',
      ])
      .where('assessment.rakerda_id', '=', rakerdaId)
      .where('assessment.instrument_code', '=', instrumentCode)
      .execute();
    const newest = await newestSeq(trx);

    const answers = new Map<string, Map<number, SnapshotAnswer>>();
    for (const assessment of assessments) answers.set(assessment.id, new Map());
    for (const row of rows) {
      answers.get(row.assessment_id)?.set(row.indicator_no, {
        level: row.level,
        discuss: row.discuss === 1,
        service: row.service === '' ? null : row.service,
        updatedAt: row.updated_at,
      });
    }
    return {
      asOf: newest,
      takenAt: new Date().toISOString(),
      instrumentVersion: pinned.instrument_version,
      agencies: assessments.map((row) => ({
        code: row.code,
        name: row.name,
        state: row.state,
        levels: parseLevels(row.levels),
        targetHundredths: row.target_hundredths,
        answers: answers.get(row.id) ?? new Map<number, SnapshotAnswer>(),
      })),
    };
  });
}

export interface StateCounts {
  readonly code: string;
  readonly version: string;
  /** Per assessment: whose it is and its state, for counting what the reader may see. */
  readonly states: readonly { readonly agencyCode: string; readonly state: AssessmentState }[];
}

/** The states of all assessments of a Rakerda with one instrument; null where it does not use the instrument. */
export async function readStates(
  db: Db,
  rakerdaId: string,
  instrumentCode: string,
): Promise<StateCounts | null> {
  const pinned = await db
    .selectFrom('rakerda_instrument')
    .select('instrument_version')
    .where('rakerda_id', '=', rakerdaId)
    .where('instrument_code', '=', instrumentCode)
    .executeTakeFirst();
  if (!pinned) return null;
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'state'])
    .where('rakerda_id', '=', rakerdaId)
    .where('instrument_code', '=', instrumentCode)
    .execute();
  return {
    code: instrumentCode,
    version: pinned.instrument_version,
    states: rows.map((row) => ({ agencyCode: row.agency_code, state: row.state })),
  };
}
