/** Which earlier Rakerda the figures of this one are measured against. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';

/**
 * The Rakerda that this one was copied from; where there is none, the newest earlier one in which an agency of this one
 * was approved with the same instrument. One Rakerda for all: figures of different years make no movement.
 */
export async function findYearBefore(
  db: Db,
  rakerda: RakerdaRow,
  instrumentCode: string,
): Promise<{ readonly id: string; readonly year: number } | null> {
  if (rakerda.previous_id !== null) {
    const copied = await db
      .selectFrom('rakerda')
      .select(['id', 'year'])
      .where('id', '=', rakerda.previous_id)
      .executeTakeFirst();
    return copied ?? null;
  }
  const newest = await db
    .selectFrom('assessment')
    .innerJoin('rakerda', 'rakerda.id', 'assessment.rakerda_id')
    .innerJoin('rakerda_agency', (join) =>
      join
        .onRef('rakerda_agency.agency_code', '=', 'assessment.agency_code')
        .on('rakerda_agency.rakerda_id', '=', rakerda.id),
    )
    .select(['rakerda.id', 'rakerda.year'])
    .where('assessment.instrument_code', '=', instrumentCode)
    .where('assessment.state', '=', 'approved')
    .where('rakerda.id', '<>', rakerda.id)
    .where('rakerda.starts_on', '<', rakerda.starts_on)
    .where('rakerda.is_demo', '=', rakerda.is_demo)
    .orderBy('rakerda.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ?? null;
}
