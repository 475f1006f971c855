/** The agencies of a Rakerda with their levels and what follows from them: what most scenes are made of. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { AssessmentState } from '#db/schema';
import {
  type Figure,
  type Instrument,
  type Levels,
  score,
  type Score,
  type Standing,
  wholeRange,
} from '~/instrument';
import { targetOfAssessment } from '~/rakerda/targets.server';

export interface FieldAgency {
  readonly code: string;
  readonly name: string;
  readonly state: AssessmentState;
  /** In hundredths; null where none is set. */
  readonly target: number | null;
  readonly answered: number;
  readonly levels: Levels;
  /** The stored levels as they stand in the database: what has been computed from them is known by it. */
  readonly levelsText: string;
  /** Exact: what is unanswered counts as the lowest level. */
  readonly whole: Figure;
  /** The highest index still open. */
  readonly ceiling: Figure;
}

const levelsOfAll = z.array(z.array(z.int().nullable()));

/** Everybody who takes part, by code. One statement, so that all are of the same moment. */
export async function readField(
  db: Db,
  rakerdaId: string,
  instrument: Instrument,
): Promise<readonly FieldAgency[]> {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select([
      'agency.code',
      'agency.name',
      'assessment.state',
      targetOfAssessment().as('target'),
      'assessment.levels',
    ])
    .where('assessment.rakerda_id', '=', rakerdaId)
    .where('assessment.instrument_code', '=', instrument.code)
    .orderBy('agency.code')
    .execute();
  // One parse for all rows: hundreds of small ones cost more than everything that is computed from them.
  const parsed = levelsOfAll.parse(JSON.parse(`[${rows.map(({ levels }) => levels).join(',')}]`));
  return rows.map(({ levels: levelsText, ...agency }, place) => {
    const levels = parsed[place] ?? [];
    const { index, ceiling, answered } = wholeRange(instrument, levels);
    return { ...agency, answered, levels, levelsText, whole: index, ceiling };
  });
}

/** An index made of no answer says nothing: such an agency stands in no list of figures. */
export function hasBegun({ answered }: FieldAgency): boolean {
  return answered > 0;
}

/** What ranks, means and movements are made of. */
export function standingOf({ whole, answered, levels }: FieldAgency): Standing {
  return { index: whole, answered, total: levels.length };
}

/** Scores that were computed already, by the levels they come from: an agency that stood still costs nothing. */
const scores = new WeakMap<Instrument, Map<string, Score>>();
const MOST_SCORES = 3000;

export function scoreOf(instrument: Instrument, agency: FieldAgency): Score {
  const known = scores.get(instrument) ?? new Map<string, Score>();
  scores.set(instrument, known);
  const found = known.get(agency.levelsText);
  if (found) return found;
  const fresh = score(instrument, agency.levels);
  if (known.size >= MOST_SCORES) known.clear();
  known.set(agency.levelsText, fresh);
  return fresh;
}
