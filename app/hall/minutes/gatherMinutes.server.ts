/** Reads everything a Berita Acara says at one moment: in one transaction, so that no figure is older than another. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';
import { topicName } from '~/hall/agenda';
import { listAgenda } from '~/hall/agenda/index.server';
import { parseLevels } from '~/assessment/index.server';
import { listAttendance } from '~/hall/cards/index.server';
import { type Commitment, listCommitments, listNotes, type Note } from '~/hall/commitments/index.server';
import { formatQuantity } from '~/i18n';
import { dayOf } from '~/i18n/zonedTime';
import {
  averageOf,
  findIndicator,
  type Instrument,
  localize,
  score,
  shownLevel,
  wholeIndexHundredths,
} from '~/instrument';
import { listVotes, type VoteFacts } from '~/hall/votes/index.server';
import { topicOutcomes } from '~/topics/index.server';
import { findArms } from '~/rakerda/arms.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { newestSeq } from '~/record/read.server';
import type {
  MinutesBody,
  MinutesCommitment,
  MinutesNote,
  MinutesResult,
  MinutesTopic,
  MinutesVote,
} from './minutesBody';
import { figuresSha256 } from './minutesChecksum';

/** What the document itself is called, as opposed to what it says. */
export type MinutesIdentity = Pick<
  MinutesBody,
  'number' | 'numberText' | 'code' | 'checkAddress' | 'madeAt' | 'madeBy'
>;

/** Puts the body together. */
export async function gatherBody(
  trx: Db,
  instruments: InstrumentLibrary,
  rakerda: RakerdaRow,
  identity: MinutesIdentity,
): Promise<MinutesBody> {
  const newest = await newestSeq(trx);
  const arms = await findArms(trx, rakerda.id);
  const agencies = await trx
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.name'])
    .where('rakerda_agency.rakerda_id', '=', rakerda.id)
    .orderBy('agency.code')
    .execute();
  const results = await readResults(trx, instruments, rakerda);
  const today = dayOf(identity.madeAt, rakerda.time_zone);
  const items = await listAgenda(trx, rakerda.id);
  // Notes come the newest first; minutes tell them in the order they were spoken.
  const notes = [...(await listNotes(trx, rakerda.id))].reverse();
  const votes = await listVotes(trx, rakerda.id);
  const approved = new Set(
    results.flatMap((result) =>
      result.agencies
        .filter(({ figures }) => figures !== null)
        .map(({ code }) => `${result.instrument.code} ${code}`),
    ),
  );
  const known = new Set(items.map(({ id }) => id));
  const { state: _state, ...facts } = rakerdaFacts(rakerda);
  return {
    format: 1,
    ...identity,
    asOf: newest,
    rakerda: {
      ...facts,
      ...(arms && { arms: arms.fingerprint }),
    },
    attendance: (await listAttendance(trx, rakerda.id)).map((one) => ({
      agencyCode: one.agencyCode,
      institution: one.agencyName ?? one.institution,
      name: one.name,
      position: one.position,
      joinedAt: one.joinedAt,
    })),
    agenda: items.map((item) => ({
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      topic: topicName(item.topic, 'id'),
      title: item.title,
      speaker: item.speaker,
      notes: notes.filter((note) => note.agendaItemId === item.id).map(noteOf),
    })),
    // A note stays in the minutes even where its agenda item was taken off afterwards.
    notes: notes.filter(({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId)).map(noteOf),
    results,
    topics: await readTopics(trx, instruments, rakerda.id, agencies),
    votes: votesOf(instruments, results, votes),
    votesUnrevealed: votes.filter(({ revealed }) => revealed === null).length,
    commitments: await commitmentsOf(trx, instruments, rakerda.id, today, results, approved),
    agencies,
  };
}

function noteOf({ kind, body, agencyName, indicatorNo }: Note): MinutesNote {
  return { kind, body, agencyName, indicatorNo };
}

/** The assessments of every instrument; figures only where the head has approved them. */
async function readResults(
  trx: Db,
  instruments: InstrumentLibrary,
  rakerda: RakerdaRow,
): Promise<MinutesResult[]> {
  const pinned = await trx
    .selectFrom('rakerda_instrument')
    .select(['instrument_code as code', 'instrument_version as version'])
    .where('rakerda_id', '=', rakerda.id)
    .orderBy('instrument_code')
    .execute();
  const results: MinutesResult[] = [];
  for (const { code, version } of pinned) {
    const instrument = instruments.get(code, version);
    const rows = await readAssessments(trx, rakerda.id, code);
    const before = await readPrevious(trx, instruments, rakerda.previous_id, code);
    const scored = rows.map((row) => ({ row, scored: score(instrument, parseLevels(row.levels)) }));
    const approved = scored.filter(({ row }) => row.state === 'approved');
    const average = averageOf(approved.map(({ scored: { whole } }) => whole));
    results.push({
      instrument: instrumentFacts(instrument),
      agencies: scored.map(({ row, scored: { whole, domains, predicate } }) => ({
        code: row.code,
        name: row.name,
        state: row.state,
        answered: whole.answered,
        total: whole.total,
        target: row.target,
        figures:
          row.state === 'approved'
            ? {
                index: whole.index.hundredths,
                predicate: localize(predicate.name, 'id'),
                domains: domains.map(({ index }) => index.hundredths),
                previous: before?.index.get(row.code) ?? null,
                levels: realLevels(instrument, row.levels),
              }
            : null,
      })),
      mean: average.mean,
      median: average.median,
      averageOf: average.complete,
      previousYear: before?.year ?? null,
      figuresSha256: figuresSha256(
        approved.map(({ row }) => ({ code: row.code, levels: realLevels(instrument, row.levels) })),
      ),
    });
  }
  return results;
}

/** What every agency comes to in every topic, as it is printed; nothing of it before the head has approved. */
async function readTopics(
  trx: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
  agencies: MinutesBody['agencies'],
): Promise<MinutesTopic[]> {
  const names = new Map(agencies.map(({ code, name }) => [code, name]));
  const topics = await topicOutcomes({ db: trx, instruments }, rakerdaId);
  return topics.map(({ code, name, headline, agencies: own }): MinutesTopic => ({
    code,
    name: localize(name, 'id'),
    measure: [
      localize(headline.name, 'id'),
      ...(headline.unitName === null ? [] : [localize(headline.unitName, 'id')]),
    ].join(', '),
    isProposal: headline.confidence !== 'sourced',
    agencies: own.map(({ agencyCode, state, outcome }) => {
      const isApproved = state === 'approved';
      const { headline: figure, band, filled, total, remarks } = outcome;
      return {
        code: agencyCode,
        name: names.get(agencyCode) ?? agencyCode,
        filled,
        total,
        figure: isApproved && figure ? formatQuantity(figure, 'id') : null,
        band: isApproved && band ? localize(band.name, 'id') : null,
        remarks: isApproved ? remarks.map((remark) => localize(remark, 'id')) : [],
        isApproved,
      };
    }),
  }));
}

function readAssessments(trx: Db, rakerdaId: string, instrumentCode: string) {
  return trx
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select([
      'agency.code',
      'agency.name',
      'assessment.state',
      'assessment.levels',
      targetOfAssessment().as('target'),
    ])
    .where('assessment.rakerda_id', '=', rakerdaId)
    .where('assessment.instrument_code', '=', instrumentCode)
    .orderBy('agency.code')
    .execute();
}

/** The approved indices of the Rakerda of the year before; null where there is none. */
async function readPrevious(
  trx: Db,
  instruments: InstrumentLibrary,
  previousId: string | null,
  instrumentCode: string,
): Promise<{ readonly year: number; readonly index: ReadonlyMap<string, number> } | null> {
  if (previousId === null) return null;
  const { year } = await trx
    .selectFrom('rakerda')
    .select('year')
    .where('id', '=', previousId)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom('assessment')
    .select(['agency_code', 'instrument_version', 'levels'])
    .where('rakerda_id', '=', previousId)
    .where('instrument_code', '=', instrumentCode)
    .where('state', '=', 'approved')
    .execute();
  const index = new Map<string, number>();
  for (const row of rows) {
    const instrument = instruments.get(instrumentCode, row.instrument_version);
    index.set(row.agency_code, wholeIndexHundredths(instrument, parseLevels(row.levels)));
  }
  return { year, index };
}

function instrumentFacts(instrument: Instrument): MinutesResult['instrument'] {
  const { regulation } = instrument;
  return {
    code: instrument.code,
    version: instrument.version,
    name: localize(instrument.name, 'id'),
    shortName: localize(instrument.shortName, 'id'),
    regulation: regulation.citation,
    inForce: regulation.status === 'in-force',
    regulationNote: localize(regulation.note, 'id'),
    domains: instrument.domains.map(({ name }) => localize(name, 'id')),
  };
}

function realLevels(instrument: Instrument, levels: string): (number | null)[] {
  return parseLevels(levels).map((level) => (level === null ? null : shownLevel(instrument.level, level)));
}

/** The instrument that a result of this Rakerda stands on. */
function instrumentOf(
  instruments: InstrumentLibrary,
  results: readonly MinutesResult[],
  code: string | null,
): Instrument | null {
  const found = results.find(({ instrument }) => instrument.code === code);
  return found ? instruments.get(found.instrument.code, found.instrument.version) : null;
}

/** The votes whose result the hall has seen, in the order they were opened. */
function votesOf(
  instruments: InstrumentLibrary,
  results: readonly MinutesResult[],
  votes: readonly VoteFacts[],
): MinutesVote[] {
  const told: MinutesVote[] = [];
  for (const vote of [...votes].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))) {
    const instrument = instrumentOf(instruments, results, vote.instrumentCode);
    if (!vote.revealed || !instrument) continue;
    const real = (stored: number) => shownLevel(instrument.level, stored);
    const { tally, claimed, agreed } = vote.revealed;
    const indicator = findIndicator(instrument, vote.indicatorNo);
    told.push({
      instrumentCode: vote.instrumentCode,
      indicatorNo: vote.indicatorNo,
      indicatorName: indicator ? localize(indicator.name, 'id') : '',
      agencyCode: vote.agencyCode,
      agencyName: vote.agencyName,
      voted: vote.voted,
      eligible: vote.eligible,
      tally: tally.map(({ level, votes: count }) => ({ level: real(level), votes: count })),
      claimed: claimed === null ? null : real(claimed),
      median: vote.revealed.median,
      agreed: agreed && { level: real(agreed.level), reason: agreed.reason },
    });
  }
  return told;
}

async function commitmentsOf(
  trx: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
  today: string,
  results: readonly MinutesResult[],
  approved: ReadonlySet<string>,
): Promise<MinutesCommitment[]> {
  const list = await listCommitments(trx, instruments, rakerdaId, today);
  return list.map((one) => {
    const instrument = instrumentOf(instruments, results, one.instrumentCode);
    return commitmentOf(one, instrument?.level ?? { unit: 1 }, isApproved(one, approved));
  });
}

function isApproved(one: Commitment, approved: ReadonlySet<string>): boolean {
  return one.instrumentCode !== null && approved.has(`${one.instrumentCode} ${one.agencyCode}`);
}

function commitmentOf(
  one: Commitment,
  range: { readonly unit: number },
  mayTellFigures: boolean,
): MinutesCommitment {
  return {
    agencyCode: one.agencyCode,
    agencyName: one.agencyName,
    what: one.what,
    who: one.who,
    dueOn: one.dueOn,
    measure: one.measure,
    status: one.status,
    statusNote: one.statusNote,
    indicators: one.indicators.map(({ no, toLevel }) => ({ no, toLevel: shownLevel(range, toLevel) })),
    gain: mayTellFigures ? one.gain : null,
    reaches: mayTellFigures ? one.reaches : null,
  };
}
