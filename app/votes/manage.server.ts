/** Running a vote: opening, closing, revealing, and writing down what the hall agreed. */
import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { record, type RecordedEvent } from '#db/record';
import type { Database, VoteTable } from '#db/schema';
import { parseLevels } from '~/assessment';
import { findIndicator, indicatorsOf, type Instrument } from '~/instrument';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import { notFound } from '~/accounts/scope.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { countEligible } from './eligible.server';
import { closingKey } from './queries.server';

type VoteServices = Pick<Services, 'db' | 'feed'>;
export type VoteRow = Selectable<VoteTable>;

export type OpenResult =
  | { readonly kind: 'opened'; readonly voteId: string }
  /** A Rakerda holds one vote at a time. */
  | { readonly kind: 'otherOpen'; readonly voteId: string }
  | { readonly kind: 'locked' }
  /** No such instrument, indicator or agency here. */
  | { readonly kind: 'unknown' };

/** Asks the hall what level an agency's evidence of an indicator supports. The same question asked twice is one vote. */
export async function openVote(
  { db, feed, instruments }: VoteServices & Pick<Services, 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  question: { readonly instrumentCode: string; readonly indicatorNo: number; readonly agencyCode: string },
  requestId: string,
): Promise<OpenResult> {
  authorize(actor, 'vote.manage', place);
  const assessment = await db
    .selectFrom('assessment')
    .select('instrument_version')
    .where('rakerda_id', '=', place.row.id)
    .where('agency_code', '=', question.agencyCode)
    .where('instrument_code', '=', question.instrumentCode)
    .executeTakeFirst();
  if (!assessment) return { kind: 'unknown' };
  const instrument = instruments.get(question.instrumentCode, assessment.instrument_version);
  const indicator = findIndicator(instrument, question.indicatorNo);
  if (!indicator) return { kind: 'unknown' };
  const position = indicatorsOf(instrument).indexOf(indicator);
  const result = await db.transaction().execute(async (trx): Promise<OpenResult> => {
    if (!(await isStillOpen(trx, place.row.id))) return { kind: 'locked' };
    const open = await trx
      .selectFrom('vote')
      .select(['id', 'instrument_code', 'indicator_no', 'agency_code'])
      .where('rakerda_id', '=', place.row.id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (open) {
      const isSame =
        open.instrument_code === question.instrumentCode &&
        open.indicator_no === question.indicatorNo &&
        open.agency_code === question.agencyCode;
      return { kind: isSame ? 'opened' : 'otherOpen', voteId: open.id };
    }
    const { levels } = await trx
      .selectFrom('assessment')
      .select('levels')
      .where('rakerda_id', '=', place.row.id)
      .where('agency_code', '=', question.agencyCode)
      .where('instrument_code', '=', question.instrumentCode)
      .executeTakeFirstOrThrow();
    const voteId = randomUUID();
    const at = new Date().toISOString();
    await trx
      .insertInto('vote')
      .values({
        id: voteId,
        rakerda_id: place.row.id,
        instrument_code: question.instrumentCode,
        indicator_no: question.indicatorNo,
        agency_code: question.agencyCode,
        claimed_level: parseLevels(levels)[position] ?? null,
        state: 'open',
        opened_at: at,
        opened_by: actor.id,
      })
      .execute();
    // All rows of the tally stand from the start: were they added by the votes, their order would tell who came first.
    await trx
      .insertInto('vote_tally')
      .values(levelsOf(instrument).map((level) => ({ vote_id: voteId, level, votes: 0 })))
      .execute();
    await record(
      trx,
      {
        type: 'vote.opened',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: question.agencyCode,
        indicatorNo: question.indicatorNo,
        requestId,
        payload: { voteId, instrument: question.instrumentCode },
      },
      at,
    );
    return { kind: 'opened', voteId };
  });
  if (result.kind === 'opened') feed.wake();
  return result;
}

/** The whole levels of an instrument as they are stored, lowest first. */
export function levelsOf({ level }: Instrument): readonly number[] {
  return Array.from({ length: level.max - level.min + 1 }, (_, step) => (level.min + step) * level.unit);
}

export type StepResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'locked' }
  /** Asked to reveal what still runs. */
  | { readonly kind: 'stillOpen' };

export const STEPS = ['close', 'reveal', 'closeAndReveal'] as const;
export type Step = (typeof STEPS)[number];

/** Takes the vote forward. A step that was taken already changes nothing and is no failure. */
export async function takeVoteStep(
  { db, feed }: VoteServices,
  actor: Actor,
  place: RakerdaPlace,
  voteId: string,
  step: Step,
  requestId: string,
): Promise<StepResult> {
  authorize(actor, 'vote.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<StepResult> => {
    const vote = await findRow(trx, place, voteId);
    if (!(await isStillOpen(trx, place.row.id))) return { kind: 'locked' };
    const by = eventOf(actor, vote, requestId);
    const at = new Date().toISOString();
    let { state } = vote;
    if (state === 'open' && step === 'reveal') return { kind: 'stillOpen' };
    if (state === 'open') {
      const eligible = await countEligible(trx, place.row.id);
      await trx
        .updateTable('vote')
        .set({ state: 'closed', closed_at: at })
        .where('id', '=', voteId)
        .execute();
      await record(
        trx,
        { ...by, type: 'vote.closed', changeId: closingKey(voteId), payload: { voteId, eligible } },
        at,
      );
      state = 'closed';
    }
    if (state === 'closed' && step !== 'close') {
      await trx
        .updateTable('vote')
        .set({ state: 'revealed', revealed_at: at })
        .where('id', '=', voteId)
        .execute();
      await record(trx, { ...by, type: 'vote.revealed', payload: { voteId } }, at);
    }
    return { kind: 'done' };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

export type AgreeResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'locked' }
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
  { db, feed }: VoteServices,
  actor: Actor,
  place: RakerdaPlace,
  voteId: string,
  agreement: { readonly level: number; readonly reason: string; readonly seen: string },
  requestId: string,
): Promise<AgreeResult> {
  authorize(actor, 'vote.manage', place);
  const { level, reason, seen } = agreement;
  const result = await db.transaction().execute(async (trx): Promise<AgreeResult> => {
    const vote = await findRow(trx, place, voteId);
    if (!(await isStillOpen(trx, place.row.id))) return { kind: 'locked' };
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
    const at = new Date().toISOString();
    await trx
      .updateTable('vote')
      .set({ agreed_level: level, agreed_reason: reason, agreed_at: at, agreed_by: actor.id })
      .where('id', '=', voteId)
      .execute();
    const before =
      vote.agreed_level === null ? null : { level: vote.agreed_level, reason: vote.agreed_reason };
    await record(
      trx,
      {
        ...eventOf(actor, vote, requestId),
        type: 'vote.agreed',
        payload: { voteId, level, reason, claimed: vote.claimed_level, before },
      },
      at,
    );
    return { kind: 'done' };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

function eventOf(actor: Actor, vote: VoteRow, requestId: string): Omit<RecordedEvent, 'type'> {
  return {
    actorId: actor.id,
    rakerdaId: vote.rakerda_id,
    agencyCode: vote.agency_code,
    indicatorNo: vote.indicator_no,
    requestId,
  };
}

/** The vote as it stands in this transaction. Throws 404 where the Rakerda has none of that id. */
export async function findRow(
  trx: Transaction<Database>,
  place: RakerdaPlace,
  voteId: string,
): Promise<VoteRow> {
  const row = await trx
    .selectFrom('vote')
    .selectAll()
    .where('id', '=', voteId)
    .where('rakerda_id', '=', place.row.id)
    .executeTakeFirst();
  return row ?? notFound();
}

/** The stage as it is now, not as it was when the request came in. */
export async function isStillOpen(trx: Transaction<Database>, rakerdaId: string): Promise<boolean> {
  const { state } = await trx
    .selectFrom('rakerda')
    .select('state')
    .where('id', '=', rakerdaId)
    .executeTakeFirstOrThrow();
  return allows(state, 'votes');
}
