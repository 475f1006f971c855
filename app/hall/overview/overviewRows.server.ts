/** What the overview of one Rakerda reads. A draft that the policy closes to the reader never leaves this file. */
import type { Role } from '#db/schema';
import { readTogether } from '#db/together';
import { parseLevels } from '~/assessment';
import { indicatorsOf, type Instrument, localize, predicateFor, wholeIndex } from '~/instrument';
import { assessmentPath } from '~/paths';
import { may, maySeeFigures } from '~/policy';
import { newestSeq } from '~/record/read.server';
import { readTargets } from './manageRakerda.server';
import type { FlaggedIndicator, OverviewRow } from './overviewRows';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { targetKey } from '~/rakerda/targetFields';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { loadPinned } from '~/rakerda/rakerdaFacts.server';

export interface Overview {
  readonly rows: readonly OverviewRow[];
  readonly flagged: readonly FlaggedIndicator[];
  /** Newest event when this was read; a live stream goes on from here. */
  readonly asOf: number;
}

/** Every agency of the Rakerda with what the actor may see of it, and the indicators flagged for the plenary. */
export async function readOverview(
  { db, actor, place, locale }: Pick<MeetingScope, 'db' | 'actor' | 'place' | 'locale'>,
  instrument: Instrument,
): Promise<Overview> {
  const { assessments, flags, asOf } = await readTogether(db, async (trx) => ({
    assessments: await trx
      .selectFrom('assessment')
      .innerJoin('agency', 'agency.code', 'assessment.agency_code')
      .select([
        'assessment.id',
        'assessment.agency_code',
        'assessment.state',
        'assessment.levels',
        'assessment.answered',
        'assessment.updated_at',
        'agency.name',
        targetOfAssessment().as('target'),
      ])
      .where('assessment.rakerda_id', '=', place.row.id)
      .where('assessment.instrument_code', '=', instrument.code)
      .orderBy('assessment.agency_code')
      .execute(),
    flags: await trx
      .selectFrom('answer')
      .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
      .select(['answer.assessment_id', 'answer.indicator_no', 'answer.level'])
      .where('assessment.rakerda_id', '=', place.row.id)
      .where('assessment.instrument_code', '=', instrument.code)
      .where('answer.discuss', '=', 1)
      .execute(),
    asOf: await newestSeq(trx),
  }));
  const flagsOf = new Map<string, Map<number, number | null>>();
  for (const flag of flags) {
    const levels = flagsOf.get(flag.assessment_id) ?? new Map<number, number | null>();
    flagsOf.set(flag.assessment_id, levels.set(flag.indicator_no, flag.level));
  }
  const pathOf = (agencyCode: string) => assessmentPath(place.row.id, instrument.code, agencyCode);

  const rows = assessments.map((row): OverviewRow => {
    const facts = {
      agencyCode: row.agency_code,
      agencyName: row.name,
      target: row.target,
      own: row.agency_code === actor.agencyCode,
    };
    if (!maySeeFigures(actor, place, row.agency_code, row.state)) return { ...facts, open: false };
    const index = wholeIndex(instrument, parseLevels(row.levels));
    return {
      ...facts,
      open: true,
      path: pathOf(row.agency_code),
      state: row.state,
      answered: row.answered,
      index,
      predicate: localize(predicateFor(instrument, index).name, locale),
      flags: flagsOf.get(row.id)?.size ?? 0,
      // An assessment nobody has touched carries the moment its Rakerda was set up.
      updatedAt: row.updated_at === place.row.created_at ? null : row.updated_at,
    };
  });

  const readable = assessments.filter((row) =>
    may(actor, 'assessment.read', { ...place, agencyCode: row.agency_code }),
  );
  const flagged = indicatorsOf(instrument).flatMap((indicator): FlaggedIndicator[] => {
    const agencies = readable.flatMap((row) => {
      const level = flagsOf.get(row.id)?.get(indicator.no);
      if (level === undefined) return [];
      return [{ code: row.agency_code, name: row.name, path: pathOf(row.agency_code), level }];
    });
    return agencies.length > 0
      ? [{ no: indicator.no, name: localize(indicator.name, locale), agencies, others: 0 }]
      : [];
  });
  return { rows, flagged, asOf };
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly self: boolean;
}

/** Who works on the Rakerda, and who else could. Only for those who manage it. */
export async function readMembers({
  db,
  actor,
  place,
}: Pick<MeetingScope, 'db' | 'actor' | 'place'>): Promise<{
  readonly members: readonly Member[];
  readonly candidates: readonly Member[];
}> {
  const members = await db
    .selectFrom('rakerda_member')
    .innerJoin('account', 'account.id', 'rakerda_member.account_id')
    .select(['account.id', 'account.name', 'account.username', 'account.role'])
    .where('rakerda_member.rakerda_id', '=', place.row.id)
    .orderBy('account.name')
    .execute();
  const candidates = await db
    .selectFrom('account')
    .select(['id', 'name', 'username', 'role'])
    .where('role', 'in', ['facilitator', 'reviewer', 'liaison'])
    .where('is_demo', '=', place.row.is_demo)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute();
  const known = new Set(members.map((member) => member.id));
  const withSelf = (account: Omit<Member, 'self'>): Member => ({ ...account, self: account.id === actor.id });
  return {
    members: members.map(withSelf),
    candidates: candidates.filter((account) => !known.has(account.id)).map(withSelf),
  };
}

/** The targets of a Rakerda as they are set: a line for each agency, a field for each instrument. */
export interface TargetTable {
  readonly instruments: readonly { readonly code: string; readonly name: string }[];
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  /** By `targetKey`, in hundredths; null where none is set. */
  readonly targets: Readonly<Record<string, number | null>>;
}

/** Only for those who manage the Rakerda. */
export async function readTargetTable(
  scope: Pick<MeetingScope, 'db' | 'instruments' | 'place' | 'locale'>,
): Promise<TargetTable> {
  const rakerdaId = scope.place.row.id;
  const stored = await readTargets(scope.db, rakerdaId);
  return {
    instruments: (await loadPinned(scope, rakerdaId)).map(({ code, shortName }) => ({
      code,
      name: localize(shortName, scope.locale),
    })),
    agencies: await scope.db
      .selectFrom('rakerda_agency')
      .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
      .select(['agency.code', 'agency.name'])
      .where('rakerda_agency.rakerda_id', '=', rakerdaId)
      .orderBy('agency.code')
      .execute(),
    targets: Object.fromEntries(stored.map((row) => [targetKey(row), row.target])),
  };
}
