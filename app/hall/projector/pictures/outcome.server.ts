/** Scenes about what the hall decides: a vote, the board of commitments, the summary at the end. */
import { countCommitments } from '~/hall/commitments';
import { type Commitment, listCommitments, listNotes } from '~/hall/commitments/index.server';
import { dayOf } from '~/i18n/zonedTime';
import { averageOf, findIndicator, type Instrument, localize, rankComplete, shownLevel } from '~/instrument';
import { latestMinutes } from '~/hall/minutes/index.server';
import { findVote, latestVote, listVotes } from '~/hall/votes/index.server';
import type { SceneOf } from '../scene';
import { readBefore } from './before.server';
import { type Draw, type Drawing, scaleOf } from './drawing.server';
import { standingOf } from './field.server';
import { readMonogram } from './monogram.server';
import { readMovements } from './movements.server';

export const drawVote: Draw<'vote'> = async (drawing) => {
  const { db, rakerda, state, locale, agencies } = drawing;
  const chosen = state.options.voteId === null ? null : await findVote(db, rakerda.id, state.options.voteId);
  const vote = chosen && !chosen.isWithdrawn ? chosen : await latestVote(db, rakerda.id);
  if (!vote) return { scene: 'vote', vote: null };
  const instrument = await instrumentOf(drawing, vote.instrumentCode);
  const indicator = findIndicator(instrument, vote.indicatorNo);
  const { revealed } = vote;
  const ofScale = (stored: number) => shownLevel(instrument.level, stored);
  return {
    scene: 'vote',
    vote: {
      id: vote.id,
      state: vote.state,
      ballot: vote.ballot,
      indicatorNo: vote.indicatorNo,
      indicatorName: indicator ? localize(indicator.name, locale) : '',
      agency: agencies.place({ code: vote.agencyCode, name: vote.agencyName }),
      criteria: (indicator?.criteria ?? []).map(({ level, text }) => ({
        level,
        text: localize(text, locale),
      })),
      voted: vote.voted,
      eligible: vote.eligible,
      tally: revealed?.tally.map(({ level, votes }) => ({ level: ofScale(level), votes })) ?? null,
      median: revealed?.median ?? null,
      claimed: typeof revealed?.claimed === 'number' ? ofScale(revealed.claimed) : null,
      agreed: revealed?.agreed
        ? { level: ofScale(revealed.agreed.level), reason: revealed.agreed.reason }
        : null,
    },
  };
};

async function instrumentOf(
  { db, instruments, rakerda, instrument }: Drawing,
  code: string,
): Promise<Instrument> {
  if (code === instrument.code) return instrument;
  const { version } = await db
    .selectFrom('rakerda_instrument')
    .select('instrument_version as version')
    .where('rakerda_id', '=', rakerda.id)
    .where('instrument_code', '=', code)
    .executeTakeFirstOrThrow();
  return instruments.get(code, version);
}

export const drawCommitments: Draw<'commitments'> = async (drawing) => {
  const { db, instruments, rakerda, state, agencies, field } = drawing;
  const of = state.options.commitmentsOf === 'previous' ? await readBefore(drawing) : rakerda;
  const today = dayOf(Date.now(), rakerda.time_zone);
  const commitments = of ? await listCommitments(db, instruments, of.id, today) : [];
  const committed = new Set(commitments.map(({ agencyCode }) => agencyCode));
  return {
    scene: 'commitments',
    year: of?.year ?? rakerda.year - 1,
    rows: commitments
      .toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.id, b.id))
      .map((commitment) => ({
        id: commitment.id,
        agency: agencies.place({ code: commitment.agencyCode, name: commitment.agencyName }),
        what: commitment.what,
        who: commitment.who,
        dueOn: commitment.dueOn,
        measure: commitment.measure,
        status: commitment.status,
        isLate: commitment.isLate,
        gain: commitment.gain,
      })),
    counts: countsOf(commitments),
    today,
    agenciesWithout: field.filter(({ code }) => !committed.has(code)).length,
  };
};

function countsOf(commitments: readonly Commitment[]): SceneOf<'commitments'>['counts'] {
  const { total: _total, ...counts } = countCommitments(commitments);
  return counts;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const drawClosing: Draw<'closing'> = async (drawing) => {
  const { db, instruments, rakerda, agencies, field, tie } = drawing;
  const { yearBefore, moves, compared, meanBefore, meanNow } = await readMovements(drawing);
  const [votes, notes, commitments, minutes] = [
    await listVotes(db, rakerda.id),
    await listNotes(db, rakerda.id),
    await listCommitments(db, instruments, rakerda.id, dayOf(Date.now(), rakerda.time_zone)),
    await latestMinutes(db, rakerda.id),
  ];
  return {
    scene: 'closing',
    monogram: await readMonogram(drawing),
    scale: scaleOf(drawing),
    year: rakerda.year,
    agencies: field.length,
    approved: field.filter(({ state }) => state === 'approved').length,
    average: averageOf(field.map(standingOf)),
    yearBefore,
    compared,
    meanBefore,
    meanNow,
    answered: field.reduce((sum, { answered }) => sum + answered, 0),
    total: field.reduce((sum, { levels }) => sum + levels.length, 0),
    votes: votes.length,
    recommendations: notes.filter(({ kind }) => kind === 'recommendation').length,
    commitments: commitments.length,
    slopes: moves.flatMap(({ agency, before, now }) =>
      before ? [{ agency: agencies.place(agency), before: before.hundredths, now: now.hundredths }] : [],
    ),
    unfinished: rankComplete(field, standingOf, tie)
      .filter(({ rank }) => rank === null)
      .map((agency) => ({
        agency: agencies.place(agency),
        answered: agency.answered,
        total: agency.levels.length,
      })),
    minutesNumber: minutes?.numberText ?? null,
  };
};
