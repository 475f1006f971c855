/** Use cases of coming in and going out. Each writes its change and its event in one transaction. */
import { record } from '#db/record';
import type { Services } from '~/server/context';
import { isNoCard } from './cardAccount.server';
import { verifyAgainstNothing, verifyPassword } from './password.server';
import { endSignIn, findActor, startSignIn } from './signIn.server';

/** From which browser a request comes. */
export interface Visit {
  readonly request: Request;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly secure: boolean;
}

type EnterServices = Pick<Services, 'db' | 'feed' | 'limits' | 'log'>;

export type SignInResult =
  | { readonly kind: 'signedIn'; readonly setCookie: string; readonly mustChangePassword: boolean }
  /** Name or password is wrong, or the account is disabled: one answer for all, so that it tells nobody which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'blocked'; readonly minutes: number };

/** Longest user name that is kept of a failed attempt. */
const KEPT_OF_USERNAME = 60;

/** Signs in with a user name and a password, within the limits. */
export async function signInWithPassword(
  services: EnterServices,
  input: { readonly username: string; readonly password: string },
  visit: Visit,
): Promise<SignInResult> {
  const { db, limits, log } = services;
  const username = input.username.trim().toLowerCase();
  const verdict = await limits.check(username, visit.clientAddress);
  if (!verdict.allowed) {
    log.warn({ requestId: visit.requestId, address: visit.clientAddress }, 'sign-in attempt over the limit');
    return { kind: 'blocked', minutes: verdict.minutes };
  }
  const account = await db
    .selectFrom('account')
    .select(['id', 'password_hash', 'must_change_password', 'disabled_at'])
    .where('username', '=', username)
    .executeTakeFirst();
  const right = account
    ? await verifyPassword(account.password_hash, input.password)
    : await verifyAgainstNothing(input.password);
  if (account && right && account.disabled_at === null) {
    await limits.succeed(username, visit.clientAddress);
    const setCookie = await enter(services, account.id, visit, 'password');
    return { kind: 'signedIn', setCookie, mustChangePassword: account.must_change_password === 1 };
  }
  await db.transaction().execute((trx) =>
    record(trx, {
      type: 'account.signInFailed',
      actorId: null,
      requestId: visit.requestId,
      payload: { username: username.slice(0, KEPT_OF_USERNAME), address: visit.clientAddress },
    }),
  );
  services.feed.wake();
  const after = await limits.fail(username, visit.clientAddress);
  return after.allowed ? { kind: 'refused' } : { kind: 'blocked', minutes: after.minutes };
}

/** Signs in to a demo account without a password. Refuses every other account, and all where the demo is off. */
export async function signInAsDemo(
  services: EnterServices & Pick<Services, 'config'>,
  accountId: string,
  visit: Visit,
): Promise<SignInResult> {
  if (!services.config.demo) return { kind: 'refused' };
  const account = await services.db
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('is_demo', '=', 1)
    .where('disabled_at', 'is', null)
    .where(isNoCard)
    .executeTakeFirst();
  if (!account) return { kind: 'refused' };
  const setCookie = await enter(services, account.id, visit, 'demo');
  return { kind: 'signedIn', setCookie, mustChangePassword: false };
}

/** Ends this browser's sign-in, if it has one, and gives the `Set-Cookie` value that clears it. */
export async function signOut(services: EnterServices, visit: Visit): Promise<string> {
  const cookies = visit.request.headers.get('Cookie');
  const actor = await findActor(services.db, cookies);
  const cleared = await services.db.transaction().execute(async (trx) => {
    const header = await endSignIn(trx, cookies);
    if (actor) {
      await record(trx, { type: 'account.signedOut', actorId: actor.id, requestId: visit.requestId });
    }
    return header;
  });
  services.feed.wake();
  return cleared;
}

async function enter(
  { db, feed }: EnterServices,
  accountId: string,
  visit: Visit,
  method: 'password' | 'demo',
): Promise<string> {
  const setCookie = await db.transaction().execute(async (trx) => {
    const header = await startSignIn(trx, accountId, visit.request, visit.secure);
    await record(trx, {
      type: 'account.signedIn',
      actorId: accountId,
      requestId: visit.requestId,
      payload: { method, address: visit.clientAddress },
    });
    return header;
  });
  feed.wake();
  return setCookie;
}
