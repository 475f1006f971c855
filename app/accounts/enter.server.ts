/** Use cases of coming in and going out. Each writes its change and its event in one transaction. */
import type { Db } from '#db/database';
import { write } from '~/record/change.server';
import type { Actor } from '~/policy';
import type { Services } from '~/server/context';
import { isNoCard } from './cardAccount.server';
import { isInitialOver } from './initialPassword';
import { rememberBrowser } from './knownBrowser.server';
import { verifyAgainstNothing, verifyPassword } from './password.server';
import type { Scope } from './requestScope.server';
import { endSignIn, findActor, startSignIn } from './signIn.server';

/** From which browser a request comes. */
export type Visit = Pick<Scope, 'request' | 'requestId' | 'clientAddress' | 'secure' | 'gone'>;

type EnterServices = Pick<Services, 'db' | 'feed' | 'limits' | 'log'>;
type LeaveServices = Pick<Services, 'db' | 'feed' | 'limits' | 'streams'>;

export type SignInResult =
  | {
      readonly kind: 'signedIn';
      readonly setCookie: string;
      /** Lets this browser wait for nobody else the next time; null for demo accounts, which have no password here. */
      readonly knownBrowser: string | null;
      readonly mustChangePassword: boolean;
    }
  /** Name or password is wrong, or the account is disabled: one answer for all, so that it tells nobody which. */
  | { readonly kind: 'refused' }
  /** The right one, but an initial password that was never used in its time. Nobody is signed in. */
  | { readonly kind: 'initialOver' }
  /** Too many attempts wait: this one was neither checked nor counted. */
  | { readonly kind: 'unchecked' };

/** Longest user name that is kept of a failed attempt. */
const KEPT_OF_USERNAME = 60;

/** Signs in with a user name and a password; after many wrong ones the check waits for its turn. */
export async function signInWithPassword(
  services: EnterServices,
  input: { readonly username: string; readonly password: string },
  visit: Visit,
): Promise<SignInResult> {
  const { db, limits, log } = services;
  const username = input.username.trim().toLowerCase();
  const { clientAddress: address, gone } = visit;
  const cookies = visit.request.headers.get('Cookie');
  const verdict = await limits.password({ username, address, cookies, gone }, async () => {
    const account = await db
      .selectFrom('account')
      .select(['id', 'password_hash', 'must_change_password', 'initial_until', 'disabled_at'])
      .where('username', '=', username)
      .executeTakeFirst();
    const right = account
      ? await verifyPassword(account.password_hash, input.password)
      : await verifyAgainstNothing(input.password);
    return account && right && account.disabled_at === null ? account : null;
  });
  switch (verdict.kind) {
    case 'right': {
      const { id, must_change_password } = verdict.value;
      if (isInitialOver(verdict.value, Date.now())) return { kind: 'initialOver' };
      const remember = (trx: Db) => rememberBrowser(trx, username, cookies, visit.secure);
      const { setCookie, knownBrowser } = await enter(services, id, visit, 'password', remember);
      return { kind: 'signedIn', setCookie, knownBrowser, mustChangePassword: must_change_password === 1 };
    }
    case 'wrong':
      if (verdict.isWorthRecording) {
        await write(services, { actorId: null, requestId: visit.requestId }, ({ tell }) =>
          tell('account.signInFailed', { username: username.slice(0, KEPT_OF_USERNAME), address }),
        );
      }
      return { kind: 'refused' };
    case 'unchecked':
      if (!gone.aborted) {
        log.warn({ requestId: visit.requestId, address }, 'sign-in attempt not checked: too many wait');
      }
      return { kind: 'unchecked' };
  }
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
  const { setCookie } = await enter(services, account.id, visit, 'demo', () => Promise.resolve(null));
  return { kind: 'signedIn', setCookie, knownBrowser: null, mustChangePassword: false };
}

/** Ends this browser's sign-in, if it has one, and gives the `Set-Cookie` value that clears it. */
export async function signOut(services: LeaveServices, visit: Visit): Promise<string> {
  const cookies = visit.request.headers.get('Cookie');
  const actor = await findActor(services.db, cookies, visit.secure);
  const by = { actorId: actor?.id ?? null, requestId: visit.requestId };
  const setCookie = await write(services, by, async ({ trx, tell }) => {
    const isKept = actor && (!isShared(actor) || services.limits.isDemoVisitWorthRecording(actor.id, 'out'));
    if (isKept) await tell('account.signedOut', {});
    return endSignIn(trx, cookies, visit.secure);
  });
  // Without an event nobody else hears of it.
  if (actor) services.streams.lookAgain(actor.id);
  return setCookie;
}

/** An access card of the demo has a code and belongs to one agency; all other demo accounts are anybody's. */
function isShared({ isDemo, onlyRakerdaId }: Actor): boolean {
  return isDemo && onlyRakerdaId === null;
}

/** A whole hall signs in within a minute: they share commits. */
function enter(
  services: EnterServices,
  accountId: string,
  visit: Visit,
  method: 'password' | 'demo',
  remember: (trx: Db) => Promise<string | null>,
): Promise<{ readonly setCookie: string; readonly knownBrowser: string | null }> {
  const by = { actorId: accountId, requestId: visit.requestId };
  return write(
    services,
    by,
    async ({ trx, tell }) => {
      const setCookie = await startSignIn(trx, accountId, visit.request, visit.secure);
      const knownBrowser = await remember(trx);
      if (method === 'password' || services.limits.isDemoVisitWorthRecording(accountId, 'in')) {
        await tell('account.signedIn', { method, address: visit.clientAddress });
      }
      return { setCookie, knownBrowser };
    },
    true,
  );
}
