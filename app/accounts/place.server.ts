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
  const row = await db
    .selectFrom('rakerda')
    .selectAll()
    .where('id', '=', rakerdaId ?? '')
    .executeTakeFirst();
  if (!row) notFound();
  const member = await db
    .selectFrom('rakerda_member')
    .select('account_id')
    .where('rakerda_id', '=', row.id)
    .where('account_id', '=', actor.id)
    .executeTakeFirst();
  const takesPart =
    actor.agencyCode === null
      ? undefined
      : await db
          .selectFrom('rakerda_agency')
          .select('agency_code')
          .where('rakerda_id', '=', row.id)
          .where('agency_code', '=', actor.agencyCode)
          .executeTakeFirst();
  return {
    row,
    rakerda: {
      isDemo: row.is_demo === 1,
      actorIsMember: member !== undefined,
      actorParticipates: takesPart !== undefined,
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
  const assessment = await db
    .selectFrom('assessment')
    .selectAll()
    .where('rakerda_id', '=', place.row.id)
    .where('instrument_code', '=', params.instrumen ?? '')
    .where('agency_code', '=', params.instansi ?? '')
    .executeTakeFirst();
  if (!assessment) notFound();
  const agency = await db
    .selectFrom('agency')
    .selectAll()
    .where('code', '=', assessment.agency_code)
    .executeTakeFirstOrThrow();
  return { ...place, agencyCode: agency.code, agency, assessment };
}
