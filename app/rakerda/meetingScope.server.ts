/**
 * Where a request wants to act: the Rakerda, how the actor stands to it, and the assessment. Opening a page of the meeting
 * is one line: `const scope = await openMeeting(args, 'rakerda.read')`.
 */
import { type Expression, sql } from 'kysely';
import { compiled } from '#db/compiled';
import type { Db } from '#db/database';
import type { AgencyRow, AssessmentRow, RakerdaRow } from '#db/schema';
import {
  type Args,
  demand,
  notFound,
  requireActor,
  type Scope,
  scopeOf,
} from '~/accounts/requestScope.server';
import type { Instrument } from '~/instrument';
import { type Action, type Actor, maySeeFigures, type Place } from '~/policy';
import { authorize } from '~/record/change.server';
import { newestSeq } from '~/record/read.server';

/** Inside a Rakerda. */
export interface MeetingScope extends Scope {
  readonly place: RakerdaPlace;
}

/** Inside one assessment of a Rakerda. */
export interface AssessmentScope extends Scope {
  readonly place: AssessmentPlace;
  readonly instrument: Instrument;
}

/**
 * Opens a page of the Rakerda that the address names.
 * @param needs what the policy must allow; several where one of them is enough; null where the caller asks further on
 * @throws a redirect to the sign-in page; 404 where there is no such Rakerda; 403
 */
export async function openMeeting(
  args: Args,
  needs: Action | readonly Action[] | null,
): Promise<MeetingScope> {
  const actor = await requireActor(args);
  const place = await findRakerdaPlace(args.context.db, actor, args.params.rakerda);
  const scope = { ...(await scopeOf(args, actor)), place };
  demand(scope, needs);
  return scope;
}

/** The same for the assessment that the address names by Rakerda, instrument and agency. */
export async function openAssessment(
  args: Args,
  needs: Action | readonly Action[] | null,
): Promise<AssessmentScope> {
  const scope = await openAssessmentAs(args, await requireActor(args));
  demand(scope, needs);
  return scope;
}

/** Inside an assessment that the page goes on following. */
export interface LiveAssessmentScope extends AssessmentScope {
  /** Newest event when the assessment was read: a live stream goes on from here and misses nothing. */
  readonly asOf: number;
}

/** The same as `openAssessment` for a page that stays up to date while it is open. */
export async function openLiveAssessment(args: Args, needs: Action): Promise<LiveAssessmentScope> {
  const scope = await openLiveAssessmentAs(args, await requireActor(args));
  demand(scope, needs);
  return scope;
}

/** The same for a page of figures: open to whoever may see them, see `maySeeFigures`. */
export async function openFigures(args: Args): Promise<LiveAssessmentScope> {
  const scope = await openLiveAssessmentAs(args, await requireActor(args));
  demandFigures(scope);
  return scope;
}

async function openLiveAssessmentAs(args: Args, actor: Actor): Promise<LiveAssessmentScope> {
  const asOf = await newestSeq(args.context.db);
  return { ...(await openAssessmentAs(args, actor)), asOf };
}

/** Throws 403 unless the reader may see the figures of the assessment. */
export function demandFigures({ actor, place }: Pick<AssessmentScope, 'actor' | 'place'>): void {
  if (!maySeeFigures(actor, place, place.agencyCode, place.assessment.state))
    authorize(actor, 'assessment.read', place);
}

/** The same for an actor who is known already, without asking the policy. */
export async function openAssessmentAs(args: Args, actor: Actor): Promise<AssessmentScope> {
  const place = await findAssessmentPlace(args.context.db, actor, args.params);
  const { instrument_code: code, instrument_version: version } = place.assessment;
  return {
    ...(await scopeOf(args, actor)),
    place,
    instrument: args.context.instruments.get(code, version),
  };
}

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
  const {
    rows: [found],
  } = await selectPlace(db, { ...standingOf(actor), rakerdaId: rakerdaId ?? '' });
  return found ? placeOf(found) : notFound();
}

/** Every Rakerda with how the actor stands to it: a query to be narrowed and ordered. */
export function selectPlaces(db: Db, actor: Actor) {
  const { actorId, agencyCode } = standingOf(actor);
  return placesFor(db, sql.val(actorId), sql.val(agencyCode));
}

function standingOf({ id, agencyCode }: Actor) {
  return { actorId: id, agencyCode };
}

const selectPlace = compiled<{ actorId: string; agencyCode: string | null; rakerdaId: string }>()(
  (db, given) =>
    placesFor(db, given('actorId'), given('agencyCode')).where('rakerda.id', '=', given('rakerdaId')),
);

const selectAssessment = compiled<{ rakerdaId: string; instrument: string; agency: string }>()((db, given) =>
  db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .selectAll('assessment')
    .select(['agency.kind', 'agency.name', 'agency.province_code'])
    .where('assessment.rakerda_id', '=', given('rakerdaId'))
    .where('assessment.instrument_code', '=', given('instrument'))
    .where('assessment.agency_code', '=', given('agency')),
);

function placesFor(db: Db, actorId: Expression<string>, agencyCode: Expression<string | null>) {
  return db
    .selectFrom('rakerda')
    .selectAll('rakerda')
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('rakerda_member')
            .select('rakerda_member.account_id')
            .whereRef('rakerda_member.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_member.account_id', '=', actorId),
        )
        .as('is_member'),
      eb
        .exists(
          eb
            .selectFrom('rakerda_agency')
            .select('rakerda_agency.agency_code')
            .whereRef('rakerda_agency.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_agency.agency_code', '=', agencyCode),
        )
        .as('takes_part'),
    ]);
}

/** A row of `selectPlaces` as a place. */
export function placeOf(
  found: RakerdaRow & { readonly is_member: unknown; readonly takes_part: unknown },
): RakerdaPlace {
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
  const {
    rows: [found],
  } = await selectAssessment(db, {
    rakerdaId: place.row.id,
    instrument: params.instrumen ?? '',
    agency: params.instansi ?? '',
  });
  if (!found) notFound();
  const { kind, name, province_code, ...assessment } = found;
  const agency = { code: assessment.agency_code, kind, name, province_code };
  return { ...place, agencyCode: agency.code, agency, assessment };
}
