/** Accounts that belong to an access card and not to a person. */
import type { ExpressionBuilder } from 'kysely';
import type { Database } from '#db/schema';

/** For `where`: leaves out the accounts that stand behind access cards. */
export function isNoCard(eb: ExpressionBuilder<Database, 'account'>) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('access_card')
        .select('access_card.id')
        .whereRef('access_card.account_id', '=', 'account.id'),
    ),
  );
}
