/** An invented calibration vote of the demo, taken to its end: distribution, median, claim, and what the hall agreed. */
import { doingIn, type Trx } from '~/record/change.server';

export const DEMO_VOTE = 'demo-suara-1';
const AGENCY = '63.02';
const INDICATOR = 5;
/** Votes per stored level, lowest first. */
const VOTES = [2, 8, 4, 0, 0] as const;
const AGREED = 2;
const REASON =
  'Contoh: tim sudah dibentuk dan bekerja, tetapi tugasnya belum dipadukan dengan seluruh dinas.';

/** Adds the vote while the demo Rakerda still runs: afterwards the database refuses. */
export async function addDemoVote(
  trx: Trx,
  rakerdaId: string,
  instrumentCode: string,
  people: { readonly facilitatorId: string; readonly voterIds: readonly string[] },
  at: string,
): Promise<void> {
  const by = {
    actorId: people.facilitatorId,
    rakerdaId,
    agencyCode: AGENCY,
    indicatorNo: INDICATOR,
    requestId: 'demo',
  };
  const { tell } = doingIn(trx, by, at);
  const { level } = await trx
    .selectFrom('answer')
    .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
    .select('answer.level')
    .where('assessment.rakerda_id', '=', rakerdaId)
    .where('assessment.agency_code', '=', AGENCY)
    .where('assessment.instrument_code', '=', instrumentCode)
    .where('answer.indicator_no', '=', INDICATOR)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('vote')
    .values({
      id: DEMO_VOTE,
      rakerda_id: rakerdaId,
      instrument_code: instrumentCode,
      indicator_no: INDICATOR,
      agency_code: AGENCY,
      claimed_level: level,
      state: 'open',
      opened_at: at,
      opened_by: people.facilitatorId,
    })
    .execute();
  await trx
    .insertInto('vote_tally')
    .values(VOTES.map((_, place) => ({ vote_id: DEMO_VOTE, level: place + 1, votes: 0 })))
    .execute();
  await tell('vote.opened', { voteId: DEMO_VOTE, instrument: instrumentCode });
  const ballots = VOTES.flatMap((votes, place) => Array.from({ length: votes }, () => place + 1));
  for (const [place, voted] of ballots.entries()) {
    const accountId = people.voterIds[place];
    if (accountId === undefined) throw new Error('The demo has fewer voters than votes');
    await trx.insertInto('vote_voter').values({ vote_id: DEMO_VOTE, account_id: accountId }).execute();
    await trx
      .updateTable('vote_tally')
      .set((eb) => ({ votes: eb('votes', '+', 1) }))
      .where('vote_id', '=', DEMO_VOTE)
      .where('level', '=', voted)
      .execute();
    await tell('vote.cast', { voteId: DEMO_VOTE }, { actorId: null });
  }
  const set = trx.updateTable('vote').where('id', '=', DEMO_VOTE);
  const eligible = people.voterIds.length;
  await set.set({ state: 'closed', closed_at: at, eligible }).execute();
  await tell('vote.closed', { voteId: DEMO_VOTE, eligible });
  await set.set({ state: 'revealed', revealed_at: at }).execute();
  await tell('vote.revealed', { voteId: DEMO_VOTE });
  await set
    .set({ agreed_level: AGREED, agreed_reason: REASON, agreed_at: at, agreed_by: people.facilitatorId })
    .execute();
  const agreed = { voteId: DEMO_VOTE, level: AGREED, reason: REASON, claimed: level, before: null };
  await tell('vote.agreed', agreed);
}
