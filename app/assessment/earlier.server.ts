/** The assessment of the year before, which levels are compared with and texts are taken over from. */
import type { Kysely } from 'kysely';
import { compiled } from '#db/compiled';
import type { Database } from '#db/schema';
import type { Levels } from '~/instrument';
import { assessmentPath } from '~/paths';
import { may } from '~/policy';
import { type AssessmentScope, findRakerdaPlace } from '~/rakerda/meetingScope.server';
import { parseLevels } from './levels';

export interface Earlier {
  readonly assessmentId: string;
  readonly rakerdaId: string;
  readonly year: number;
  readonly levels: Levels;
}

/** The same agency's latest assessment with the same instrument in an earlier year; null where there is none. */
export async function findEarlier(db: Kysely<Database>, assessmentId: string): Promise<Earlier | null> {
  const {
    rows: [row],
  } = await selectEarlier(db, { assessmentId });
  if (!row) return null;
  return {
    assessmentId: row.id,
    rakerdaId: row.rakerda_id,
    year: row.year,
    levels: parseLevels(row.levels),
  };
}

/** Asked by every page of an indicator. All years, to take the first of: for a limit SQLite lays out a table to sort in. */
const selectEarlier = compiled<{ assessmentId: string }>()((db, given) =>
  db
    .selectFrom('assessment as own')
    .innerJoin('rakerda as own_rakerda', 'own_rakerda.id', 'own.rakerda_id')
    .innerJoin('assessment as earlier', (join) =>
      join
        .onRef('earlier.agency_code', '=', 'own.agency_code')
        .onRef('earlier.instrument_code', '=', 'own.instrument_code'),
    )
    .innerJoin('rakerda as earlier_rakerda', 'earlier_rakerda.id', 'earlier.rakerda_id')
    .select(['earlier.id', 'earlier.rakerda_id', 'earlier_rakerda.year', 'earlier.levels'])
    .where('own.id', '=', given('assessmentId'))
    .whereRef('earlier_rakerda.year', '<', 'own_rakerda.year')
    .whereRef('earlier_rakerda.is_demo', '=', 'own_rakerda.is_demo')
    .orderBy('earlier_rakerda.year', 'desc'),
);

/** Where the reader opens the earlier answers, or one of them; null where the policy keeps that Rakerda closed to them. */
export async function earlierPathOf(
  { db, actor, place }: Pick<AssessmentScope, 'db' | 'actor' | 'place'>,
  earlier: Pick<Earlier, 'rakerdaId'>,
  page: 'questionnaire' | number = 'questionnaire',
): Promise<string | null> {
  const { agencyCode, assessment } = place;
  const there = await findRakerdaPlace(db, actor, earlier.rakerdaId);
  if (!may(actor, 'assessment.read', { ...there, agencyCode })) return null;
  return assessmentPath(earlier.rakerdaId, assessment.instrument_code, agencyCode, page);
}
