/** Asks for the own password again, where the policy wants to know who really sits at the browser. */
import { type Action, mustProve } from '~/policy';
import { change, write } from '~/record/change.server';
import { type Fields, textIn } from '~/text';
import { PASSWORD_MAX } from './accountForms';
import { verifyPassword } from './password.server';
import type { ProofRefusal } from './proofField';
import type { Scope } from './requestScope.server';
import { proveSignIn } from './signIn.server';

export type ProofResult =
  /** Go on with this scope. */
  { readonly kind: 'proven'; readonly scope: Scope } | { readonly kind: 'asked'; readonly why: ProofRefusal };

/**
 * Whether a form of the action may go on: the password was typed in this browser a short while ago, or stands in the form
 * itself. Guessing it is slowed like signing in.
 */
export async function askProof(scope: Scope, action: Action, form: Fields): Promise<ProofResult> {
  if (!mustProve(scope.actor, action)) return { kind: 'proven', scope };
  const typed = textIn(form, 'proof');
  if (typed === '') return { kind: 'asked', why: 'asked' };
  if (typed.length > PASSWORD_MAX) return { kind: 'asked', why: 'wrong' };
  const verdict = await checkOwnPassword(scope, typed);
  if (verdict.kind === 'unchecked') return { kind: 'asked', why: 'unchecked' };
  if (verdict.kind === 'wrong') {
    if (verdict.isWorthRecording) {
      const by = { actorId: scope.actor.id, requestId: scope.requestId };
      await write(scope, by, ({ tell }) => tell('account.proofFailed', { address: scope.clientAddress }));
    }
    return { kind: 'asked', why: 'wrong' };
  }
  const isProven = await change(scope, { may: null }, async ({ trx, at, tell }) => {
    // A reset or a sign-out on another device may have ended it while the password was checked.
    const isIn = await proveSignIn(trx, scope.request.headers.get('Cookie'), at, scope.secure);
    if (isIn) await tell('account.proved', { address: scope.clientAddress });
    return isIn;
  });
  if (!isProven) return { kind: 'asked', why: 'wrong' };
  return { kind: 'proven', scope: { ...scope, actor: { ...scope.actor, isProven } } };
}

/** Checks the password of whoever is signed in, when it is its turn; where it is right, gives the hash that it was checked against. */
export async function checkOwnPassword(scope: Scope, typed: string) {
  const { db, limits, actor, request } = scope;
  const { password_hash: hash } = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow();
  return limits.password(
    {
      username: actor.username,
      address: scope.clientAddress,
      cookies: request.headers.get('Cookie'),
      gone: scope.gone,
    },
    async () => ((await verifyPassword(hash, typed)) ? hash : null),
  );
}
