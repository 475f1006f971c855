/** What people do with their own account: change the password, sign out everywhere. */
import { record } from '#db/record';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import type { Visit } from './enter.server';
import { hashPassword, verifyPassword } from './password.server';
import { endAllSignIns, endSignIn, startSignIn } from './signIn.server';

type OwnServices = Pick<Services, 'db' | 'feed' | 'limits'>;

export type PasswordChangeResult =
  | { readonly kind: 'changed'; readonly setCookie: string }
  | { readonly kind: 'wrongCurrent' }
  /** Too many attempts wait: this one was neither checked nor counted. */
  | { readonly kind: 'unchecked' }
  /** Everybody shares the demo accounts: nobody may take one away from the others. */
  | { readonly kind: 'demo' }
  /** An access card has a code instead of a password; the facilitator gives out a new one. */
  | { readonly kind: 'card' };

/**
 * Sets a new password, ends the account's sign-ins everywhere else and gives this browser a new one. Guessing the
 * current password is slowed like signing in.
 */
export async function changePassword(
  { db, feed, limits }: OwnServices,
  actor: Actor,
  input: { readonly current: string; readonly next: string },
  visit: Visit,
): Promise<PasswordChangeResult> {
  if (actor.onlyRakerdaId !== null) return { kind: 'card' };
  if (actor.isDemo) return { kind: 'demo' };
  const { password_hash: before } = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow();
  const verdict = await limits.password(
    {
      username: actor.username,
      address: visit.clientAddress,
      cookies: visit.request.headers.get('Cookie'),
      gone: visit.gone,
    },
    async () => ((await verifyPassword(before, input.current)) ? true : null),
  );
  if (verdict.kind === 'wrong') return { kind: 'wrongCurrent' };
  if (verdict.kind === 'unchecked') return verdict;
  const hash = await hashPassword(input.next);
  const setCookie = await db.transaction().execute(async (trx) => {
    // Only while it is still the password that was checked: a reset by the administrator in between wins.
    const changed = await trx
      .updateTable('account')
      .set({ password_hash: hash, must_change_password: 0 })
      .where('id', '=', actor.id)
      .where('password_hash', '=', before)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return null;
    await endAllSignIns(trx, actor.id);
    const header = await startSignIn(trx, actor.id, visit.request, visit.secure);
    await record(trx, { type: 'account.passwordChanged', actorId: actor.id, requestId: visit.requestId });
    return header;
  });
  if (setCookie === null) return { kind: 'wrongCurrent' };
  feed.wake();
  return { kind: 'changed', setCookie };
}

/**
 * Ends the account's sign-ins on every device, this one too, and gives the `Set-Cookie` value that clears it here.
 * Null for a demo account: the other devices belong to other people. An access card, of a demo too, belongs to one agency.
 */
export async function signOutEverywhere(
  { db, feed }: Pick<Services, 'db' | 'feed'>,
  actor: Actor,
  visit: Visit,
): Promise<string | null> {
  if (actor.isDemo && actor.onlyRakerdaId === null) return null;
  const cleared = await db.transaction().execute(async (trx) => {
    await endAllSignIns(trx, actor.id);
    const header = await endSignIn(trx, visit.request.headers.get('Cookie'));
    await record(trx, { type: 'account.signedOutEverywhere', actorId: actor.id, requestId: visit.requestId });
    return header;
  });
  feed.wake();
  return cleared;
}
