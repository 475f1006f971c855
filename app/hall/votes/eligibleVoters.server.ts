import type { Kysely } from 'kysely';
import type { Database } from '#db/schema';
import { may } from '~/policy';
import { type BallotRule, sitsOut } from './ballot';

/** Like a request: a sign-in that was not used for this long has ended. */
const IDLE_HOURS = 24;

/**
 * How many could vote now: the accounts that are signed in somewhere and that the policy lets cast a vote in this
 * Rakerda – heads and operators of its agencies (with an account or an access card), and reviewers who work on it. An
 * account counts once, however many devices it is signed in on; where agencies vote, each of them once. People who voted and then signed out are not in here:
 * callers show at least the number of votes.
 */
export async function countEligible(
  db: Kysely<Database>,
  rakerdaId: string,
  rule: BallotRule,
): Promise<number> {
  const rakerda = await db
    .selectFrom('rakerda')
    .select(['id', 'is_demo'])
    .where('id', '=', rakerdaId)
    .executeTakeFirst();
  if (!rakerda) return 0;
  const now = new Date();
  const accounts = await db
    .selectFrom('account')
    .leftJoin('access_card', 'access_card.account_id', 'account.id')
    .leftJoin('rakerda_member', (join) =>
      join
        .onRef('rakerda_member.account_id', '=', 'account.id')
        .on('rakerda_member.rakerda_id', '=', rakerdaId),
    )
    .leftJoin('rakerda_agency', (join) =>
      join
        .onRef('rakerda_agency.agency_code', '=', 'account.agency_code')
        .on('rakerda_agency.rakerda_id', '=', rakerdaId),
    )
    .select([
      'account.id',
      'account.username',
      'account.name',
      'account.role',
      'account.agency_code',
      'account.is_demo',
      'account.must_change_password',
      'access_card.rakerda_id as card_rakerda_id',
      'rakerda_member.account_id as member_id',
      'rakerda_agency.agency_code as participating_code',
    ])
    .where('account.disabled_at', 'is', null)
    .where('access_card.revoked_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('sign_in')
          .select('sign_in.account_id')
          .whereRef('sign_in.account_id', '=', 'account.id')
          .where('sign_in.expires_at', '>', now.toISOString())
          .where('sign_in.last_seen_at', '>', new Date(now.getTime() - IDLE_HOURS * 3_600_000).toISOString()),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('rakerda_member.account_id', 'is not', null),
        eb('rakerda_agency.agency_code', 'is not', null),
      ]),
    )
    .execute();
  // Who may is the policy's to say, also here.
  const voters = accounts.filter(
    (account) =>
      sitsOut(account.agency_code, rule) === null &&
      may(
        {
          id: account.id,
          username: account.username,
          name: account.name,
          role: account.role,
          agencyCode: account.agency_code,
          isDemo: account.is_demo === 1,
          mustChangePassword: account.must_change_password === 1,
          onlyRakerdaId: account.card_rakerda_id,
          isProven: false,
        },
        'vote.cast',
        {
          rakerda: {
            id: rakerda.id,
            isDemo: rakerda.is_demo === 1,
            actorIsMember: account.member_id !== null,
            actorParticipates: account.participating_code !== null,
          },
        },
      ),
  );
  return rule.ballot === 'agency'
    ? new Set(voters.map(({ agency_code: agency }) => agency)).size
    : voters.length;
}
