/** Targets: what index an agency shall reach, for each instrument of its Rakerda. */
import { expressionBuilder } from 'kysely';
import type { Database } from '#db/schema';

/** The target of one agency for one instrument, in hundredths. Where there is none, there is no row. */
export interface Target {
  readonly instrumentCode: string;
  readonly agencyCode: string;
  readonly hundredths: number;
}

/**
 * The target that an assessment is measured against, in hundredths, null where none is set: a column for queries that
 * read from `assessment`, to be named with `as`.
 */
export function targetOfAssessment() {
  return expressionBuilder<Database, 'assessment'>()
    .selectFrom('rakerda_target')
    .select('rakerda_target.target_hundredths')
    .whereRef('rakerda_target.rakerda_id', '=', 'assessment.rakerda_id')
    .whereRef('rakerda_target.instrument_code', '=', 'assessment.instrument_code')
    .whereRef('rakerda_target.agency_code', '=', 'assessment.agency_code');
}
