/** The way back in when the administrator's password is lost: no screen leads here, only the server's own terminal. */
import type { Db } from '#db/database';
import { write } from '~/record/change.server';
import { type InitialPassword, prepareInitial, replacePasswordIn } from './manageAccounts.server';

export type Rescue =
  | { readonly kind: 'done'; readonly account: InitialPassword }
  /** Nothing was changed: there are several, and none was named. */
  | { readonly kind: 'choose'; readonly usernames: readonly string[] }
  /** Nothing was changed: the named one is not among those who may be rescued. */
  | { readonly kind: 'notAdministrator'; readonly username: string; readonly usernames: readonly string[] }
  | { readonly kind: 'none' };

/**
 * Gives an administrator a new initial password, ends all their sign-ins and puts it on record, as done by nobody.
 * @param username whose; may be left out where there is only one active administrator
 */
export async function rescueAdministrator(db: Db, username?: string): Promise<Rescue> {
  const administrators = await db
    .selectFrom('account')
    .selectAll()
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('is_demo', '=', 0)
    .orderBy('username')
    .execute();
  const usernames = administrators.map((account) => account.username);
  const wished = username?.trim().toLowerCase();
  const [first, ...others] = administrators;
  if (!first) return { kind: 'none' };
  if (wished === undefined && others.length > 0) return { kind: 'choose', usernames };
  const account = wished === undefined ? first : administrators.find((one) => one.username === wished);
  if (!account) return { kind: 'notAdministrator', username: wished ?? '', usernames };
  const prepared = await prepareInitial(account);
  // A running server is another process: nobody here follows the record.
  const here = { db, feed: { wake: () => undefined } };
  const replaced = await write(here, { actorId: null }, (doing) => replacePasswordIn(doing, prepared));
  return { kind: 'done', account: replaced };
}
