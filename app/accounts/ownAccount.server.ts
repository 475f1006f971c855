/** What people do with their own account: change the password, sign out everywhere. */
import { change } from '~/record/change.server';
import { isWorkRefused } from '~/work';
import { findAgencyName } from './accountRows.server';
import { hashPassword } from './password.server';
import { passwordStrengthJob, type Weakness } from './passwordStrength.server';
import { checkOwnPassword } from './proveAccount.server';
import type { Scope } from './requestScope.server';
import { endAllSignIns, endNamedSignIn, endSignIn, startSignIn } from './signIn.server';

export type PasswordChangeResult =
  | { readonly kind: 'changed'; readonly setCookie: string }
  | { readonly kind: 'wrongCurrent' }
  | { readonly kind: 'weak'; readonly why: 'passwordGuessable' | 'passwordOwnWords' }
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
  scope: Scope,
  input: { readonly current: string; readonly next: string },
): Promise<PasswordChangeResult> {
  const { actor, request } = scope;
  if (actor.onlyRakerdaId !== null) return { kind: 'card' };
  if (actor.isDemo) return { kind: 'demo' };
  const verdict = await checkOwnPassword(scope, input.current);
  if (verdict.kind === 'wrong') return { kind: 'wrongCurrent' };
  if (verdict.kind === 'unchecked') return verdict;
  const before = verdict.value;
  const weakness = await weaknessOf(scope, input.next);
  if (weakness === 'unchecked') return { kind: 'unchecked' };
  if (weakness !== null) return { kind: 'weak', why: WHY[weakness] };
  const hash = await hashPassword(input.next);
  return change(scope, { may: null }, async ({ trx, tell }): Promise<PasswordChangeResult> => {
    // Only while it is still the password that was checked: a reset by the administrator in between wins.
    const changed = await trx
      .updateTable('account')
      .set({ password_hash: hash, must_change_password: 0, initial_until: null })
      .where('id', '=', actor.id)
      .where('password_hash', '=', before)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { kind: 'wrongCurrent' };
    await endAllSignIns(trx, actor.id);
    const setCookie = await startSignIn(trx, actor.id, request, scope.secure);
    await tell('account.passwordChanged', {});
    return { kind: 'changed', setCookie };
  });
}

const WHY = { guessable: 'passwordGuessable', ownWords: 'passwordOwnWords' } as const;

/** Judged only for whoever knows the current one. */
async function weaknessOf(scope: Scope, password: string): Promise<Weakness | 'unchecked' | null> {
  const { actor } = scope;
  const agency = await findAgencyName(scope.db, actor.agencyCode);
  const own = [actor.username, actor.name, ...(agency === null ? [] : [agency])];
  try {
    return await scope.workers.run(passwordStrengthJob, { password, own }, scope);
  } catch (error) {
    if (isWorkRefused(error)) return 'unchecked';
    throw error;
  }
}

/**
 * Ends the account's sign-ins on every device, this one too, and gives the `Set-Cookie` value that clears it here.
 * Null for a demo account: the other devices belong to other people. An access card, of a demo too, belongs to one agency.
 */
export async function signOutEverywhere(scope: Scope): Promise<string | null> {
  const { actor, request } = scope;
  if (actor.isDemo && actor.onlyRakerdaId === null) return null;
  return change(scope, { may: null }, async ({ trx, tell }) => {
    await endAllSignIns(trx, actor.id);
    await tell('account.signedOutEverywhere', {});
    return endSignIn(trx, request.headers.get('Cookie'), scope.secure);
  });
}

/**
 * Ends one of the account's sign-ins, as the list names it.
 * @returns false where it has ended already, and for a demo account: the other devices belong to other people
 */
export async function endOwnSignIn(scope: Scope, signIn: string): Promise<boolean> {
  const { actor } = scope;
  if (actor.isDemo && actor.onlyRakerdaId === null) return false;
  return change(scope, { may: null }, async ({ trx, tell }) => {
    const ended = await endNamedSignIn(trx, actor.id, signIn);
    if (ended) {
      const { id: accountId, username, name } = actor;
      await tell('account.signInEnded', { accountId, username, name, ...ended });
    }
    return ended !== null;
  });
}
