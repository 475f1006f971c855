/** Casting one vote. */
import { sql } from 'kysely';
import { record } from '#db/record';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { findRow, isStillOpen } from './manage.server';

export type CastResult =
  | { readonly kind: 'cast' }
  /** The account voted before, on this device or another: the first vote stands. */
  | { readonly kind: 'already' }
  | { readonly kind: 'notOpen' }
  | { readonly kind: 'locked' }
  /** The level is none of the instrument. */
  | { readonly kind: 'level' };

/**
 * Casts the actor's one vote: writes down that it voted, and adds one to the tally of the level, in one transaction.
 *
 * The event carries neither the level nor who voted nor which request it was. Who voted is in `vote_voter` anyway, kept
 * in the order of accounts; were the voters also in the record one after the other, whoever can look at the tally
 * twice (a copy of the database between two votes) could lay the two side by side. Nothing is logged here either.
 */
export async function castVote(
  { db, feed }: Pick<Services, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  voteId: string,
  level: number,
): Promise<CastResult> {
  authorize(actor, 'vote.cast', place);
  const result = await db.transaction().execute(async (trx): Promise<CastResult> => {
    const vote = await findRow(trx, place, voteId);
    const earlier = await trx
      .selectFrom('vote_voter')
      .select('account_id')
      .where('vote_id', '=', voteId)
      .where('account_id', '=', actor.id)
      .executeTakeFirst();
    if (earlier) return { kind: 'already' };
    if (vote.state !== 'open') return { kind: 'notOpen' };
    if (!(await isStillOpen(trx, place.row.id))) return { kind: 'locked' };
    const known = await trx
      .selectFrom('vote_tally')
      .select('level')
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .executeTakeFirst();
    if (!known) return { kind: 'level' };
    await trx.insertInto('vote_voter').values({ vote_id: voteId, account_id: actor.id }).execute();
    await trx
      .updateTable('vote_tally')
      .set({ votes: sql<number>`votes + 1` })
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .execute();
    await record(trx, {
      type: 'vote.cast',
      actorId: null,
      rakerdaId: place.row.id,
      agencyCode: vote.agency_code,
      indicatorNo: vote.indicator_no,
      payload: { voteId },
    });
    return { kind: 'cast' };
  });
  if (result.kind === 'cast') feed.wake();
  return result;
}
