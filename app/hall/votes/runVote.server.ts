/** Running a vote: opening, closing, withdrawing, revealing, and writing down what the hall agreed. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { whole } from '#db/portable';
import type { Ballot, VoteTable } from '#db/schema';
import { notFound } from '~/accounts/requestScope.server';
import { parseLevels } from '~/assessment';
import { findIndicator, indicatorsOf, wholeLevels } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Trx } from '~/record/change.server';
import { countEligible } from './eligibleVoters.server';

export type VoteRow = Selectable<VoteTable>;

export type OpenResult =
  | { readonly kind: 'opened'; readonly voteId: string }
  /** A Rakerda holds one vote at a time. */
  | { readonly kind: 'otherOpen'; readonly voteId: string }
  | Locked
  /** No such instrument, indicator or agency here. */
  | { readonly kind: 'unknown' };

export interface Question {
  readonly instrumentCode: string;
  readonly indicatorNo: number;
  readonly agencyCode: string;
  readonly ballot: Ballot;
  readonly includesSubject: boolean;
}

/** Asks the hall what level an agency's evidence of an indicator supports. The same question asked twice is one vote. */
export async function openVote(scope: MeetingScope, question: Question): Promise<OpenResult> {
  const { instrumentCode, indicatorNo, agencyCode, ballot, includesSubject } = question;
  const rakerdaId = scope.place.row.id;
  return change(
    scope,
    { may: 'vote.manage', part: 'votes' },
    async ({ trx, at, tell }): Promise<OpenResult> => {
      const assessment = await trx
        .selectFrom('assessment')
        .select(['instrument_version', 'levels'])
        .where('rakerda_id', '=', rakerdaId)
        .where('agency_code', '=', agencyCode)
        .where('instrument_code', '=', instrumentCode)
        .executeTakeFirst();
      if (!assessment) return { kind: 'unknown' };
      const instrument = scope.instruments.get(instrumentCode, assessment.instrument_version);
      const indicator = findIndicator(instrument, indicatorNo);
      if (!indicator) return { kind: 'unknown' };
      const open = await trx
        .selectFrom('vote')
        .select(['id', 'instrument_code', 'indicator_no', 'agency_code'])
        .where('rakerda_id', '=', rakerdaId)
        .where('state', '=', 'open')
        .executeTakeFirst();
      if (open) {
        const isSame =
          open.instrument_code === instrumentCode &&
          open.indicator_no === indicatorNo &&
          open.agency_code === agencyCode;
        return { kind: isSame ? 'opened' : 'otherOpen', voteId: open.id };
      }
      const voteId = randomUUID();
      await trx
        .insertInto('vote')
        .values({
          id: voteId,
          rakerda_id: rakerdaId,
          instrument_code: instrumentCode,
          indicator_no: indicatorNo,
          agency_code: agencyCode,
          claimed_level: parseLevels(assessment.levels)[indicatorsOf(instrument).indexOf(indicator)] ?? null,
          ballot,
          includes_subject: includesSubject ? 1 : 0,
          state: 'open',
          opened_at: at,
          opened_by: scope.actor.id,
        })
        .execute();
      // All rows of the tally stand from the start: ballots are for a level that has one.
      await trx
        .insertInto('vote_tally')
        .values(wholeLevels(instrument.level).map((level) => ({ vote_id: voteId, level, votes: 0 })))
        .execute();
      await tell(
        'vote.opened',
        { voteId, instrument: instrumentCode, ballot, includesSubject },
        { agencyCode, indicatorNo },
      );
      return { kind: 'opened', voteId };
    },
  );
}

export type StepResult =
  | { readonly kind: 'done' }
  | Locked
  /** Asked to reveal what still runs. */
  | { readonly kind: 'stillOpen' }
  /** Asked to open again while another one runs. */
  | { readonly kind: 'otherOpen' }
  /** Its result was shown, or it was withdrawn: it stays as it is. */
  | { readonly kind: 'over' };

export const STEPS = ['close', 'reveal', 'closeAndReveal', 'reopen', 'withdraw'] as const;
export type Step = (typeof STEPS)[number];

/** Takes the vote a step on. A step that was taken already changes nothing and is no failure. */
export async function takeVoteStep(scope: MeetingScope, voteId: string, step: Step): Promise<StepResult> {
  return change(scope, { may: 'vote.manage', part: 'votes' }, async (doing): Promise<StepResult> => {
    const vote = await findRow(doing.trx, scope, voteId);
    switch (step) {
      case 'reopen':
        return reopen(doing, vote);
      case 'withdraw':
        return withdraw(doing, vote);
      case 'close':
      case 'reveal':
      case 'closeAndReveal':
        return goForward(doing, vote, step);
    }
  });
}

async function goForward(
  doing: Doing,
  vote: VoteRow,
  step: 'close' | 'reveal' | 'closeAndReveal',
): Promise<StepResult> {
  const { trx, at, tell } = doing;
  if (vote.withdrawn_at !== null) return { kind: 'over' };
  let { state } = vote;
  if (state === 'open' && step === 'reveal') return { kind: 'stillOpen' };
  if (state === 'open') {
    await close(doing, vote);
    state = 'closed';
  }
  if (state === 'closed' && step !== 'close') {
    await trx
      .updateTable('vote')
      .set({ state: 'revealed', revealed_at: at })
      .where('id', '=', vote.id)
      .execute();
    await countBallots(trx, vote.id);
    await tell('vote.revealed', { voteId: vote.id }, subjectOf(vote));
  }
  return { kind: 'done' };
}

async function close({ trx, at, tell }: Doing, vote: VoteRow): Promise<void> {
  const eligible = await countEligible(trx, vote.rakerda_id, {
    agencyCode: vote.agency_code,
    ballot: vote.ballot,
    includesSubject: vote.includes_subject === 1,
  });
  await trx
    .updateTable('vote')
    .set({ state: 'closed', closed_at: at, eligible })
    .where('id', '=', vote.id)
    .execute();
  await tell('vote.closed', { voteId: vote.id, eligible }, subjectOf(vote));
}

/** Ballots go on from where they stood: who has one may still change it. */
async function reopen({ trx, tell }: Doing, vote: VoteRow): Promise<StepResult> {
  if (vote.state === 'revealed' || vote.withdrawn_at !== null) return { kind: 'over' };
  if (vote.state === 'open') return { kind: 'done' };
  const other = await trx
    .selectFrom('vote')
    .select('id')
    .where('rakerda_id', '=', vote.rakerda_id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (other) return { kind: 'otherOpen' };
  await trx
    .updateTable('vote')
    .set({ state: 'open', closed_at: null, eligible: null })
    .where('id', '=', vote.id)
    .execute();
  await tell('vote.reopened', { voteId: vote.id }, subjectOf(vote));
  return { kind: 'done' };
}

/** A vote that was opened by mistake: what was cast is thrown away uncounted, that it was asked stays on record. */
async function withdraw(doing: Doing, vote: VoteRow): Promise<StepResult> {
  const { trx, at, tell } = doing;
  if (vote.withdrawn_at !== null) return { kind: 'done' };
  if (vote.state === 'revealed') return { kind: 'over' };
  if (vote.state === 'open') await close(doing, vote);
  await trx.updateTable('vote').set({ withdrawn_at: at }).where('id', '=', vote.id).execute();
  await trx.deleteFrom('vote_ballot').where('vote_id', '=', vote.id).execute();
  await tell('vote.withdrawn', { voteId: vote.id }, subjectOf(vote));
  return { kind: 'done' };
}

/** From here on nothing says any more which ballot was whose. */
async function countBallots(trx: Trx, voteId: string): Promise<void> {
  const counted = await trx
    .selectFrom('vote_ballot')
    .select(({ fn }) => ['level', whole(fn.countAll()).as('ballots')])
    .where('vote_id', '=', voteId)
    .groupBy('level')
    .execute();
  for (const { level, ballots } of counted) {
    await trx
      .updateTable('vote_tally')
      .set((eb) => ({ votes: eb('votes', '+', ballots) }))
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .execute();
  }
  await trx.deleteFrom('vote_ballot').where('vote_id', '=', voteId).execute();
}

export type AgreeResult =
  | { readonly kind: 'done' }
  | Locked
  | { readonly kind: 'stillOpen' }
  /** The level is none of the instrument. */
  | { readonly kind: 'level' }
  /** Somebody else recorded something since the page was opened. */
  | { readonly kind: 'moved' };

/**
 * Records the level that the hall agreed on, with the reason, beside the claim: the answer stays untouched. A correction
 * keeps what stood there before in the record.
 * @param agreement.seen `agreedAt` of the agreement that the person saw; empty for none
 */
export async function agreeLevel(
  scope: MeetingScope,
  voteId: string,
  agreement: { readonly level: number; readonly reason: string; readonly seen: string },
): Promise<AgreeResult> {
  const { level, reason, seen } = agreement;
  return change(
    scope,
    { may: 'vote.manage', part: 'votes' },
    async ({ trx, at, tell }): Promise<AgreeResult> => {
      const vote = await findRow(trx, scope, voteId);
      if (vote.state !== 'revealed') return { kind: 'stillOpen' };
      if (vote.agreed_level === level && vote.agreed_reason === reason) return { kind: 'done' };
      if ((vote.agreed_at ?? '') !== seen) return { kind: 'moved' };
      const known = await trx
        .selectFrom('vote_tally')
        .select('level')
        .where('vote_id', '=', voteId)
        .where('level', '=', level)
        .executeTakeFirst();
      if (!known) return { kind: 'level' };
      await trx
        .updateTable('vote')
        .set({ agreed_level: level, agreed_reason: reason, agreed_at: at, agreed_by: scope.actor.id })
        .where('id', '=', voteId)
        .execute();
      const before =
        vote.agreed_level === null ? null : { level: vote.agreed_level, reason: vote.agreed_reason };
      await tell(
        'vote.agreed',
        { voteId, level, reason, claimed: vote.claimed_level, before },
        subjectOf(vote),
      );
      return { kind: 'done' };
    },
  );
}

/** Whom and what a vote is about. */
function subjectOf(vote: VoteRow) {
  return { agencyCode: vote.agency_code, indicatorNo: vote.indicator_no };
}

/** The vote as it stands in this transaction. Throws 404 where the Rakerda has none of that id. */
export async function findRow(trx: Trx, { place }: MeetingScope, voteId: string): Promise<VoteRow> {
  const row = await trx
    .selectFrom('vote')
    .selectAll()
    .where('id', '=', voteId)
    .where('rakerda_id', '=', place.row.id)
    .executeTakeFirst();
  return row ?? notFound();
}
