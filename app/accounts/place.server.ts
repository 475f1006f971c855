/** Looks up where a request wants to act: the Rakerda, how the actor stands to it, and the assessment. */
import type { Db } from '#db/database';
import type { AgencyRow, AssessmentRow, RakerdaRow } from '#db/schema';
import { notFound } from './guard.server';
import type { Actor, Place } from './policy';

export interface RakerdaPlace extends Place {
  readonly rakerda: NonNullable<Place['rakerda']>;
  readonly row: RakerdaRow;
}

/** The Rakerda with the id, as the actor stands to it. Throws 404 where there is none. */
export async function findRakerdaPlace(
  db: Db,
  actor: Actor,
  rakerdaId: string | undefined,
): Promise<RakerdaPlace> {
  const found = await db
    .selectFrom('rakerda')
    .selectAll('rakerda')
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('rakerda_member')
            .select('rakerda_member.account_id')
            .whereRef('rakerda_member.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_member.account_id', '=', actor.id),
        )
        .as('is_member'),
      eb
        .exists(
          eb
            .selectFrom('rakerda_agency')
            .select('rakerda_agency.agency_code')
            .whereRef('rakerda_agency.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_agency.agency_code', '=', actor.agencyCode),
        )
        .as('takes_part'),
    ])
    .where('rakerda.id', '=', rakerdaId ?? '')
    .executeTakeFirst();
  if (!found) notFound();
  const { is_member: isMember, takes_part: takesPart, ...row } = found;
  return {
    row,
    rakerda: {
      id: row.id,
      isDemo: row.is_demo === 1,
      actorIsMember: Boolean(isMember),
      actorParticipates: Boolean(takesPart),
    },
  };
}

export interface AssessmentPlace extends RakerdaPlace {
  readonly agencyCode: string;
  readonly agency: AgencyRow;
  readonly assessment: AssessmentRow;
}

/** The assessment that a URL names by Rakerda, instrument and agency. Throws 404 where there is none. */
export async function findAssessmentPlace(
  db: Db,
  actor: Actor,
  params: Readonly<{ rakerda?: string; instrumen?: string; instansi?: string }>,
): Promise<AssessmentPlace> {
  const place = await findRakerdaPlace(db, actor, params.rakerda);
  const found = await db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .selectAll('assessment')
    .select(['agency.kind', 'agency.name', 'agency.province_code'])
    .where('assessment.rakerda_id', '=', place.row.id)
    .where('assessment.instrument_code', '=', params.instrumen ?? '')
    .where('assessment.agency_code', '=', params.instansi ?? '')
    .executeTakeFirst();
  if (!found) notFound();
  const { kind, name, province_code, ...assessment } = found;
  const agency = { code: assessment.agency_code, kind, name, province_code };
  return { ...place, agencyCode: agency.code, agency, assessment };
}
