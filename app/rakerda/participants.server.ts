/** Which agencies take part in a Rakerda. */
import type { Db } from '#db/database';

export interface Participant {
  readonly code: string;
  readonly name: string;
}

/** In order of their codes. */
export async function listParticipants(db: Db, rakerdaId: string): Promise<readonly Participant[]> {
  return db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.name'])
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .orderBy('agency.code')
    .execute();
}
