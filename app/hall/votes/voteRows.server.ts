/**
 * Reading votes. Tallies leave this file only for votes that were revealed: the query itself asks for the state, so that
 * no caller — page, projector, file, stream — can hand one out too early.
 */
import type { Selectable } from 'kysely';
import { compiled } from '#db/compiled';
import type { Db } from '#db/database';
import { jsonInteger } from '#db/json';
import { fixed, whole } from '#db/portable';
import type { Ballot, VoteState, VoteTable } from '#db/schema';
import { type Figure, figure, median } from '~/instrument';
import type { Actor } from '~/policy';
import type { BallotRule } from './ballot';
import { countEligible } from './eligibleVoters.server';

export interface LevelVotes {
  /** Stored level. */
  readonly level: number;
  readonly votes: number;
}

export interface Agreement {
  readonly level: number;
  readonly reason: string;
  /** Rises with every correction: a form that saw an older one is out of date. */
  readonly agreedAt: string;
}

export interface VoteResult {
  /** Every level that could be chosen, ascending. */
  readonly tally: readonly LevelVotes[];
  /** Hundredths; null where nobody voted. */
  readonly median: number | null;
  /** What the agency claimed when the vote was opened: stored level, null where it had not answered. */
  readonly claimed: number | null;
  readonly agreed: Agreement | null;
}

export interface VoteFacts {
  readonly id: string;
  readonly ballot: Ballot;
  readonly includesSubject: boolean;
  readonly instrumentCode: string;
  readonly indicatorNo: number;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly state: VoteState;
  /** Opened by mistake: closed for good, never shown. */
  readonly isWithdrawn: boolean;
  readonly voted: number;
  /** See {@link countEligible}; as it was at the closing once the vote is closed. Never below `voted`. */
  readonly eligible: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** Null until the vote is revealed. */
  readonly revealed: VoteResult | null;
}

/** The vote that is open, else the newest that was not withdrawn; null where there is none. */
export async function latestVote(db: Db, rakerdaId: string): Promise<VoteFacts | null> {
  const voteId = await findOpenVoteId(db, rakerdaId);
  const [vote] = await readVotes(db, rakerdaId, voteId === null ? { newest: true } : { voteId });
  return vote ?? null;
}

/** One vote of a Rakerda; null where it has none of that id. */
export async function findVote(db: Db, rakerdaId: string, voteId: string): Promise<VoteFacts | null> {
  const [vote] = await readVotes(db, rakerdaId, { voteId });
  return vote ?? null;
}

/** The votes of a Rakerda that were not withdrawn, the newest first. */
export async function listVotes(db: Db, rakerdaId: string): Promise<readonly VoteFacts[]> {
  return readVotes(db, rakerdaId, { standing: true });
}

/** The same with those that were withdrawn. */
export async function listEveryVote(db: Db, rakerdaId: string): Promise<readonly VoteFacts[]> {
  return readVotes(db, rakerdaId, {});
}

/** The vote that is open in a Rakerda; null where none is. */
export async function findOpenVoteId(db: Db, rakerdaId: string): Promise<string | null> {
  const {
    rows: [row],
  } = await selectOpen(db, { rakerdaId });
  return row?.id ?? null;
}

/** Asked by every page of an agency. */
const selectOpen = compiled<{ rakerdaId: string }>()((db, given) =>
  db
    .selectFrom('vote')
    .select('id')
    .where('rakerda_id', '=', given('rakerdaId'))
    .where('state', '=', fixed('open')),
);

/** Whether the ballot of the actor, or of the actor's agency, is in. What it says is not told. */
export async function hasVoted(
  db: Db,
  vote: Pick<VoteFacts, 'id' | 'ballot'>,
  actor: Pick<Actor, 'id' | 'agencyCode'>,
): Promise<boolean> {
  let query = db
    .selectFrom('vote_voter')
    .innerJoin('account', 'account.id', 'vote_voter.account_id')
    .select('account.id')
    .where('vote_voter.vote_id', '=', vote.id);
  query =
    vote.ballot === 'agency'
      ? query.where('account.agency_code', '=', actor.agencyCode)
      : query.where('account.id', '=', actor.id);
  return (await query.executeTakeFirst()) !== undefined;
}

export interface AgreedLevel {
  readonly indicatorNo: number;
  readonly level: number;
  readonly reason: string;
  readonly claimed: number | null;
  readonly agreedAt: string;
}

/**
 * What the hall agreed on for one agency, by indicator: of several votes on one indicator the latest agreement. Stands
 * beside the claim; the answer and every score stay as they are.
 */
export async function agreedLevels(
  db: Db,
  rakerdaId: string,
  agencyCode: string,
  instrumentCode?: string,
): Promise<readonly AgreedLevel[]> {
  let query = db
    .selectFrom('vote')
    .select(['indicator_no', 'claimed_level', 'agreed_level', 'agreed_reason', 'agreed_at'])
    .where('rakerda_id', '=', rakerdaId)
    .where('agency_code', '=', agencyCode)
    .where('agreed_level', 'is not', null)
    .orderBy('agreed_at')
    .orderBy('opened_at');
  if (instrumentCode !== undefined) query = query.where('instrument_code', '=', instrumentCode);
  const latest = new Map<number, AgreedLevel>();
  for (const row of await query.execute()) {
    if (row.agreed_level === null) continue;
    latest.set(row.indicator_no, {
      indicatorNo: row.indicator_no,
      level: row.agreed_level,
      reason: row.agreed_reason ?? '',
      claimed: row.claimed_level,
      agreedAt: row.agreed_at ?? '',
    });
  }
  return [...latest.values()].sort((a, b) => a.indicatorNo - b.indicatorNo);
}

async function readVotes(
  db: Db,
  rakerdaId: string,
  only: { readonly voteId?: string; readonly newest?: boolean; readonly standing?: boolean },
): Promise<readonly VoteFacts[]> {
  let query = db
    .selectFrom('vote')
    .innerJoin('agency', 'agency.code', 'vote.agency_code')
    .innerJoin('rakerda_instrument as pinned', (join) =>
      join
        .onRef('pinned.rakerda_id', '=', 'vote.rakerda_id')
        .onRef('pinned.instrument_code', '=', 'vote.instrument_code'),
    )
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.code', '=', 'pinned.instrument_code')
        .onRef('instrument.version', '=', 'pinned.instrument_version'),
    )
    .select([
      'vote.id',
      'vote.instrument_code',
      'vote.indicator_no',
      'vote.agency_code',
      'vote.ballot',
      'vote.includes_subject',
      'vote.state',
      'vote.withdrawn_at',
      'vote.eligible',
      'vote.claimed_level',
      'vote.opened_at',
      'vote.closed_at',
      'vote.agreed_level',
      'vote.agreed_reason',
      'vote.agreed_at',
      'agency.name as agency_name',
      jsonInteger('instrument.body', 'level', 'unit').as('unit'),
    ])
    .select((eb) =>
      eb
        .selectFrom('vote_voter')
        .select(whole(eb.fn.countAll()).as('count'))
        .whereRef('vote_voter.vote_id', '=', 'vote.id')
        .as('voted'),
    )
    .where('vote.rakerda_id', '=', rakerdaId)
    .orderBy('vote.opened_at', 'desc')
    .orderBy('vote.id');
  if (only.voteId !== undefined) query = query.where('vote.id', '=', only.voteId);
  if (only.newest || only.standing) query = query.where('vote.withdrawn_at', 'is', null);
  if (only.newest) query = query.limit(1);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const tallies = await readRevealedTallies(
    db,
    rows.filter(({ state }) => state === 'revealed').map(({ id }) => id),
  );
  // People go home and sign-ins end: "of how many" is what it was when the vote was closed.
  const eligibleNow = new Map<string, number>();
  for (const row of rows) {
    if (row.eligible === null) eligibleNow.set(row.id, await countEligible(db, rakerdaId, ruleOf(row)));
  }
  return rows.map((row): VoteFacts => {
    const voted = row.voted ?? 0;
    const tally = tallies.get(row.id);
    return {
      id: row.id,
      ...ruleOf(row),
      instrumentCode: row.instrument_code,
      indicatorNo: row.indicator_no,
      agencyName: row.agency_name,
      state: row.state,
      isWithdrawn: row.withdrawn_at !== null,
      voted,
      eligible: Math.max(voted, row.eligible ?? eligibleNow.get(row.id) ?? 0),
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      revealed: tally
        ? {
            tally,
            median: medianOf(tally, row.unit),
            claimed: row.claimed_level,
            agreed:
              row.agreed_level === null
                ? null
                : {
                    level: row.agreed_level,
                    reason: row.agreed_reason ?? '',
                    agreedAt: row.agreed_at ?? '',
                  },
          }
        : null,
    };
  });
}

async function readRevealedTallies(
  db: Db,
  voteIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LevelVotes[]>> {
  const tallies = new Map<string, LevelVotes[]>();
  if (voteIds.length === 0) return tallies;
  const rows = await db
    .selectFrom('vote_tally')
    .innerJoin('vote', 'vote.id', 'vote_tally.vote_id')
    .select(['vote_tally.vote_id', 'vote_tally.level', 'vote_tally.votes'])
    .where('vote_tally.vote_id', 'in', voteIds)
    .where('vote.state', '=', 'revealed')
    .orderBy('vote_tally.level')
    .execute();
  for (const { vote_id: voteId, ...row } of rows) {
    const tally = tallies.get(voteId) ?? [];
    tally.push(row);
    tallies.set(voteId, tally);
  }
  return tallies;
}

function ruleOf(row: Pick<Selectable<VoteTable>, 'agency_code' | 'ballot' | 'includes_subject'>): BallotRule {
  return {
    agencyCode: row.agency_code,
    ballot: row.ballot,
    includesSubject: row.includes_subject === 1,
  };
}

/**
 * The median of the votes: the middle one, or the mean of the two middle ones.
 * @param unit the instrument's: stored level = real level × unit
 * @returns hundredths, or null where nobody voted
 */
export function medianOf(tally: readonly LevelVotes[], unit: number): number | null {
  return median(tally.flatMap(({ level, votes }) => new Array<Figure>(votes).fill(figure(level, unit))));
}
