/** What the page of the Berita Acara shows: what is missing before one is made, and those that were made. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#db/database';
import { listAgenda } from '~/hall/agenda/index.server';
import { joinedCounts } from '~/hall/cards/index.server';
import { localize } from '~/instrument';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { listVotes } from '~/hall/votes/index.server';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { listMinutes } from './minutesRows.server';
import { minutesWords } from './minutesWords';

/** Everything the page shows. */
export async function readMinutesPage(scope: MeetingScope) {
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
export type MinutesPage = Awaited<ReturnType<typeof readMinutesPage>>;

async function readChecks({ db, instruments, place: { row }, locale }: MeetingScope) {
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
export type MinutesChecks = Awaited<ReturnType<typeof readChecks>>;

/** How many commitments there are, and which agencies have made none. */
async function readCommitmentGaps(db: Db, rakerdaId: string) {
  const agencies = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .leftJoin('commitment', (join) =>
      join
        .onRef('commitment.rakerda_id', '=', 'rakerda_agency.rakerda_id')
        .onRef('commitment.agency_code', '=', 'rakerda_agency.agency_code')
        .on('commitment.removed_at', 'is', null),
    )
    .select((eb) => ['agency.name', eb.fn.count<number>('commitment.id').as('count')])
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .groupBy(['agency.code', 'agency.name'])
    .orderBy('agency.code')
    .execute();
  return {
    total: agencies.reduce((sum, { count }) => sum + count, 0),
    missing: agencies.filter(({ count }) => count === 0).map(({ name }) => name),
  };
}
