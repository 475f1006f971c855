/** What a reader may compare, in one consistent look at the database. */
import type { Db } from '#db/database';
import { type Actor, maySeeFigures } from '~/policy';
import { notFound } from '~/accounts/requestScope.server';
import type { RakerdaPlace } from '~/rakerda/meetingScope.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import type { ComparedAgency } from './comparedAgency';

export interface VisibleAgencies {
  /** Those whose levels the reader may see, by code. */
  readonly agencies: readonly ComparedAgency[];
  /** How many take part whose levels the reader may not see yet. */
  readonly hidden: number;
  /** Sequence number of the newest event that the levels contain. */
  readonly asOf: number;
}

/** The version of an instrument that a Rakerda uses. Throws 404 where it does not use it. */
export async function findInstrumentVersion(
  db: Db,
  rakerdaId: string,
  instrumentCode: string | undefined,
): Promise<{ readonly code: string; readonly version: string }> {
  const row = await db
    .selectFrom('rakerda_instrument')
    .select(['instrument_code as code', 'instrument_version as version'])
    .where('rakerda_id', '=', rakerdaId)
    .where('instrument_code', '=', instrumentCode ?? '')
    .executeTakeFirst();
  return row ?? notFound();
}

/**
 * Every agency's levels that the actor may see: drafts by the policy's `assessment.read`, approved ones by
 * `assessment.readApproved`. One statement, so that levels and `asOf` are of the same moment.
 */
export async function readVisibleAgencies(
  db: Db,
  actor: Actor,
  place: RakerdaPlace,
  instrumentCode: string,
): Promise<VisibleAgencies> {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select([
      'assessment.id as assessmentId',
      'agency.code',
      'agency.name',
      'agency.kind',
      'assessment.state',
      targetOfAssessment().as('target'),
      'assessment.levels',
    ])
    .select((eb) =>
      eb
        .selectFrom('event')
        .select((inner) => inner.fn.max('seq').as('seq'))
        .as('asOf'),
    )
    .where('assessment.rakerda_id', '=', place.row.id)
    .where('assessment.instrument_code', '=', instrumentCode)
    .orderBy('agency.code')
    .execute();
  const agencies = rows
    .filter(({ code, state }) => maySeeFigures(actor, place, code, state))
    .map(({ asOf: _asOf, levels, ...agency }) => ({ ...agency, levels: packStored(levels) }));
  return { agencies, hidden: rows.length - agencies.length, asOf: rows[0]?.asOf ?? 0 };
}

/**
 * The stored JSON array `[3,4,null]` as packed levels `3,4,`. Only this house writes the column, and the pure core
 * refuses anything that is not a level, so hundreds of rows need no parsing here.
 */
function packStored(levels: string): string {
  return levels.slice(1, -1).replaceAll(/\s|null/g, '');
}
