/** Casting one vote. */
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import { findRow } from './runVote.server';

export type CastResult =
  | { readonly kind: 'cast' }
  /** The account voted before, on this device or another: the first vote stands. */
  | { readonly kind: 'already' }
  | { readonly kind: 'notOpen' }
  | Locked
  /** The level is none of the instrument. */
  | { readonly kind: 'level' };

/**
 * Casts the actor's one vote: writes down that it voted, and adds one to the tally of the level, in one transaction.
 *
 * The event carries neither the level nor who voted nor which request it was. Who voted is in `vote_voter` anyway, kept
 * in the order of accounts; were the voters also in the record one after the other, whoever can look at the tally
 * twice (a copy of the database between two votes) could lay the two side by side. Nothing is logged here either.
 */
export async function castVote(scope: MeetingScope, voteId: string, level: number): Promise<CastResult> {
  return change(scope, { may: 'vote.cast', part: 'votes' }, async ({ trx, tell }): Promise<CastResult> => {
    const vote = await findRow(trx, scope, voteId);
    const earlier = await trx
      .selectFrom('vote_voter')
      .select('account_id')
      .where('vote_id', '=', voteId)
      .where('account_id', '=', scope.actor.id)
      .executeTakeFirst();
    if (earlier) return { kind: 'already' };
    if (vote.state !== 'open') return { kind: 'notOpen' };
    const known = await trx
      .selectFrom('vote_tally')
      .select('level')
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .executeTakeFirst();
    if (!known) return { kind: 'level' };
    await trx.insertInto('vote_voter').values({ vote_id: voteId, account_id: scope.actor.id }).execute();
    await trx
      .updateTable('vote_tally')
      .set((eb) => ({ votes: eb('votes', '+', 1) }))
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .execute();
    await tell(
      'vote.cast',
      { voteId },
      { actorId: null, requestId: null, agencyCode: vote.agency_code, indicatorNo: vote.indicator_no },
    );
    return { kind: 'cast' };
  });
}
