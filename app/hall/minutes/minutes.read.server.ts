/** What the page of the Berita Acara shows: what is missing before one is made, and those that were made. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#db/database';
import { whole } from '#db/portable';
import { listAgenda } from '~/hall/agenda/index.server';
import { joinedCounts } from '~/hall/cards/index.server';
import { localize } from '~/instrument';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { listVotes } from '~/hall/votes/index.server';
import { listPinned, type RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { RakerdaPage } from '~/paths';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { listMinutes, type MinutesRow } from './minutesRows.server';
import { minutesWords } from './minutesWords';

/** What may be missing before a Berita Acara is made. */
export interface MinutesChecks {
  /** By instrument. */
  readonly approvals: readonly {
    readonly code: string;
    readonly name: string;
    readonly total: number;
    /** Names of the agencies whose figures are not approved. */
    readonly pending: readonly string[];
  }[];
  readonly votes: { readonly total: number; readonly unrevealed: number; readonly notAgreed: number };
  readonly attendance: { readonly agencies: number; readonly people: number };
  readonly agendaItems: number;
  /** Those that were made, and the names of the agencies that made none. */
  readonly commitments: { readonly total: number; readonly missing: readonly string[] };
}

export interface MinutesPage {
  readonly title: string;
  readonly asOf: number;
  readonly rakerda: Pick<RakerdaFacts, 'id' | 'name' | 'state' | 'timeZone' | 'isDemo'>;
  readonly pages: readonly RakerdaPage[];
  readonly made: readonly MinutesRow[];
  /** Null for who may not make one. */
  readonly make: (MinutesChecks & { readonly isOpen: boolean; readonly formId: string }) | null;
}

/** Everything the page shows. */
export async function readMinutesPage(scope: MeetingScope): Promise<MinutesPage> {
  const { db, instruments, actor, place, locale } = scope;
  const { row } = place;
  const newest = await newestSeq(db);
  const mayMake = may(actor, 'minutes.make', place);
  return {
    title: minutesWords[locale].metaTitle({ rakerda: row.name }),
    asOf: newest,
    rakerda: {
      id: row.id,
      name: row.name,
      state: row.state,
      timeZone: row.time_zone,
      isDemo: row.is_demo === 1,
    },
    pages: rakerdaPagesFor(actor, place),
    made: await listMinutes(db, instruments, row.id),
    make: mayMake
      ? {
          isOpen: allows(row.state, 'minutes'),
          formId: randomUUID(),
          ...(await readChecks(scope)),
        }
      : null,
  };
}

async function readChecks({ db, instruments, place: { row }, locale }: MeetingScope): Promise<MinutesChecks> {
  const assessments = await db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select(['assessment.instrument_code', 'assessment.state', 'agency.name'])
    .where('assessment.rakerda_id', '=', row.id)
    .orderBy('agency.code')
    .execute();
  const approvals = [];
  for (const { code, version } of await listPinned(db, row.id)) {
    const own = assessments.filter((one) => one.instrument_code === code);
    approvals.push({
      code,
      name: localize(instruments.get(code, version).shortName, locale),
      total: own.length,
      pending: own.filter(({ state }) => state !== 'approved').map(({ name }) => name),
    });
  }
  const votes = await listVotes(db, row.id);
  return {
    approvals,
    votes: {
      total: votes.length,
      unrevealed: votes.filter(({ revealed }) => revealed === null).length,
      notAgreed: votes.filter(({ revealed }) => revealed !== null && revealed.agreed === null).length,
    },
    attendance: await joinedCounts(db, row.id),
    agendaItems: (await listAgenda(db, row.id)).length,
    commitments: await readCommitmentGaps(db, row.id),
  };
}

/** How many commitments there are, and which agencies have made none. */
async function readCommitmentGaps(db: Db, rakerdaId: string): Promise<MinutesChecks['commitments']> {
  const agencies = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .leftJoin('commitment', (join) =>
      join
        .onRef('commitment.rakerda_id', '=', 'rakerda_agency.rakerda_id')
        .onRef('commitment.agency_code', '=', 'rakerda_agency.agency_code')
        .on('commitment.removed_at', 'is', null),
    )
    .select((eb) => ['agency.name', whole(eb.fn.count('commitment.id')).as('count')])
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .groupBy(['agency.code', 'agency.name'])
    .orderBy('agency.code')
    .execute();
  return {
    total: agencies.reduce((sum, { count }) => sum + count, 0),
    missing: agencies.filter(({ count }) => count === 0).map(({ name }) => name),
  };
}
