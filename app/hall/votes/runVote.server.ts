/** Running a vote: opening, closing, revealing, and writing down what the hall agreed. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { VoteTable } from '#db/schema';
import { notFound } from '~/accounts/requestScope.server';
import { parseLevels } from '~/assessment';
import { findIndicator, indicatorsOf, wholeLevels } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked, type Trx } from '~/record/change.server';
import { countEligible } from './eligibleVoters.server';
import { closingKey } from './voteRows.server';

export type VoteRow = Selectable<VoteTable>;

export type OpenResult =
  | { readonly kind: 'opened'; readonly voteId: string }
  /** A Rakerda holds one vote at a time. */
  | { readonly kind: 'otherOpen'; readonly voteId: string }
  | Locked
  /** No such instrument, indicator or agency here. */
  | { readonly kind: 'unknown' };

/** Asks the hall what level an agency's evidence of an indicator supports. The same question asked twice is one vote. */
export async function openVote(
  scope: MeetingScope,
  question: { readonly instrumentCode: string; readonly indicatorNo: number; readonly agencyCode: string },
): Promise<OpenResult> {
  const { instrumentCode, indicatorNo, agencyCode } = question;
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
          state: 'open',
          opened_at: at,
          opened_by: scope.actor.id,
        })
        .execute();
      // All rows of the tally stand from the start: were they added by the votes, their order would tell who came first.
      await trx
        .insertInto('vote_tally')
        .values(wholeLevels(instrument.level).map((level) => ({ vote_id: voteId, level, votes: 0 })))
        .execute();
      await tell('vote.opened', { voteId, instrument: instrumentCode }, { agencyCode, indicatorNo });
      return { kind: 'opened', voteId };
    },
  );
}

export type StepResult =
  | { readonly kind: 'done' }
  | Locked
  /** Asked to reveal what still runs. */
  | { readonly kind: 'stillOpen' };

export const STEPS = ['close', 'reveal', 'closeAndReveal'] as const;
export type Step = (typeof STEPS)[number];

/** Takes the vote forward. A step that was taken already changes nothing and is no failure. */
export async function takeVoteStep(scope: MeetingScope, voteId: string, step: Step): Promise<StepResult> {
  return change(
    scope,
    { may: 'vote.manage', part: 'votes' },
    async ({ trx, at, tell }): Promise<StepResult> => {
      const vote = await findRow(trx, scope, voteId);
      let { state } = vote;
      if (state === 'open' && step === 'reveal') return { kind: 'stillOpen' };
      if (state === 'open') {
        const eligible = await countEligible(trx, vote.rakerda_id);
        await trx
          .updateTable('vote')
          .set({ state: 'closed', closed_at: at })
          .where('id', '=', voteId)
          .execute();
        await tell('vote.closed', { voteId, eligible }, { ...subjectOf(vote), changeId: closingKey(voteId) });
        state = 'closed';
      }
      if (state === 'closed' && step !== 'close') {
        await trx
          .updateTable('vote')
          .set({ state: 'revealed', revealed_at: at })
          .where('id', '=', voteId)
          .execute();
        await tell('vote.revealed', { voteId }, subjectOf(vote));
      }
      return { kind: 'done' };
    },
  );
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
