/** Casting a ballot, and changing it while the vote is open. */
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked, type Trx } from '~/record/change.server';
import { type SitsOut, sitsOut } from './ballot';
import { findRow, type VoteRow } from './runVote.server';

export type CastResult =
  | { readonly kind: 'cast' }
  /** The ballot lay there already and says this now. */
  | { readonly kind: 'changed' }
  /** A ballot of before ballots could be changed: the first one stands. */
  | { readonly kind: 'already' }
  | { readonly kind: 'sitsOut'; readonly why: SitsOut }
  | { readonly kind: 'notOpen' }
  | Locked
  /** The level is none of the instrument. */
  | { readonly kind: 'level' };

/**
 * Casts the one ballot of the actor, or of the actor's agency, or changes it.
 *
 * Until the reveal a ballot lies under a name that follows from the server's secret; at the reveal ballots are counted
 * and thrown away (docs/decisions/0065). The event carries neither the level nor who voted nor which request it was, and
 * a change leaves none: were the voters in the record one after the other, whoever can look at the ballots twice (a copy
 * of the database between two votes) could lay the two side by side. Nothing is logged here either.
 */
export async function castVote(scope: MeetingScope, voteId: string, level: number): Promise<CastResult> {
  return change(scope, { may: 'vote.cast', part: 'votes' }, async ({ trx, tell }): Promise<CastResult> => {
    const { actor } = scope;
    const vote = await findRow(trx, scope, voteId);
    const why = sitsOut(actor.agencyCode, {
      agencyCode: vote.agency_code,
      ballot: vote.ballot,
      includesSubject: vote.includes_subject === 1,
    });
    if (why) return { kind: 'sitsOut', why };
    if (vote.state !== 'open') return { kind: 'notOpen' };
    const known = await trx
      .selectFrom('vote_tally')
      .select('level')
      .where('vote_id', '=', voteId)
      .where('level', '=', level)
      .executeTakeFirst();
    if (!known) return { kind: 'level' };
    const voter = voterName(scope, vote);
    const { numUpdatedRows } = await trx
      .updateTable('vote_ballot')
      .set({ level })
      .where('vote_id', '=', voteId)
      .where('voter', '=', voter)
      .executeTakeFirst();
    if (numUpdatedRows > 0) return { kind: 'changed' };
    if (await hasVotedBefore(trx, scope, vote)) return { kind: 'already' };
    await trx.insertInto('vote_voter').values({ vote_id: voteId, account_id: actor.id }).execute();
    await trx.insertInto('vote_ballot').values({ vote_id: voteId, voter, level }).execute();
    await tell(
      'vote.cast',
      { voteId },
      { actorId: null, requestId: null, agencyCode: vote.agency_code, indicatorNo: vote.indicator_no },
    );
    return { kind: 'cast' };
  });
}

/** Under what name the ballot lies. */
function voterName({ secret, actor }: MeetingScope, vote: VoteRow): string {
  const voter = vote.ballot === 'agency' ? (actor.agencyCode ?? '') : actor.id;
  return secret.derive('ballot', vote.id, vote.ballot, voter).toString('base64url');
}

async function hasVotedBefore(trx: Trx, { actor }: MeetingScope, vote: VoteRow): Promise<boolean> {
  const earlier = await trx
    .selectFrom('vote_voter')
    .select('account_id')
    .where('vote_id', '=', vote.id)
    .where('account_id', '=', actor.id)
    .executeTakeFirst();
  return earlier !== undefined;
}
