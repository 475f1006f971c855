/** The vote that waits for somebody, as pages outside of this room tell of it. */
import type { Scope } from '~/accounts/requestScope.server';
import { findIndicator, localize } from '~/instrument';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
import { sitsOut } from './ballot';
import { findOpenVoteId, findVote, hasVoted } from './voteRows.server';

export interface WaitingVote {
  readonly id: string;
  readonly indicatorNo: number;
  readonly indicatorName: string;
  readonly agencyName: string;
  readonly hasVoted: boolean;
}

/** The open vote of a Rakerda in which the actor has a ballot; null where there is none. Whether the actor may vote at all is the caller's to ask. */
export async function readWaitingVote(
  { db, instruments, actor, locale }: Pick<Scope, 'db' | 'instruments' | 'actor' | 'locale'>,
  rakerdaId: string,
): Promise<WaitingVote | null> {
  const voteId = await findOpenVoteId(db, rakerdaId);
  const vote = voteId === null ? null : await findVote(db, rakerdaId, voteId);
  if (!vote || sitsOut(actor.agencyCode, vote) !== null) return null;
  const pinned = (await listPinned(db, rakerdaId)).find(({ code }) => code === vote.instrumentCode);
  const indicator = pinned
    ? findIndicator(instruments.get(pinned.code, pinned.version), vote.indicatorNo)
    : undefined;
  return {
    id: vote.id,
    indicatorNo: vote.indicatorNo,
    indicatorName: indicator ? localize(indicator.name, locale) : '',
    agencyName: vote.agencyName,
    hasVoted: await hasVoted(db, vote, actor),
  };
}
