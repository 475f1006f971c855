/** What administrators do with other people's accounts. Every use case asks the policy table itself. */
import { randomUUID } from 'node:crypto';
import { whole } from '#db/portable';
import type { AccountRow } from '#db/schema';
import { belongsToAgency, isAssignedToRakerda } from '~/policy';
import { change, type Doing, type Trx } from '~/record/change.server';
import type { FormErrors, NewAccount } from './accountForms';
import { initialUntil } from './initialPassword';
import { hashPassword, randomPassword } from './password.server';
import type { Scope } from './requestScope.server';
import { endAllSignIns, endNamedSignIn } from './signIn.server';

const MANAGE = { may: 'account.manage' } as const;

/** An account with the password its owner starts with. Shown once, kept nowhere. */
export interface InitialPassword {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

export type CreateResult =
  | { readonly kind: 'created'; readonly account: InitialPassword }
  | { readonly kind: 'invalid'; readonly errors: FormErrors };

/** Creates one account; its owner must change the password that comes back. */
export async function createAccount(scope: Scope, input: NewAccount): Promise<CreateResult> {
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  const agencyCode = belongsToAgency(input.role) ? input.agencyCode : null;
  const rakerdaIds = isAssignedToRakerda(input.role) ? [...new Set(input.rakerda)] : [];
  const id = randomUUID();
  const { username, name, role } = input;
  return change(scope, MANAGE, async ({ trx, at, tell }): Promise<CreateResult> => {
    const taken = await trx
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst();
    if (taken) return invalid({ username: 'usernameTaken' });
    if (agencyCode !== null) {
      const agency = await trx
        .selectFrom('agency')
        .select('code')
        .where('code', '=', agencyCode)
        .executeTakeFirst();
      if (!agency) return invalid({ agencyCode: 'agencyUnknown' });
    }
    if ((await knownRakerda(trx, rakerdaIds, false)).length !== rakerdaIds.length) {
      return invalid({ rakerda: 'rakerdaUnknown' });
    }
    await trx
      .insertInto('account')
      .values({
        id,
        username,
        name,
        role,
        agency_code: agencyCode,
        password_hash: passwordHash,
        must_change_password: 1,
        initial_until: initialUntil(at),
        is_demo: 0,
        created_at: at,
      })
      .execute();
    await addMemberships(trx, id, rakerdaIds);
    const payload = { accountId: id, username, name, role, rakerda: rakerdaIds };
    await tell('account.created', payload, { agencyCode });
    return { kind: 'created', account: { accountId: id, username, name, password } };
  });
}

function invalid(errors: FormErrors): CreateResult {
  return { kind: 'invalid', errors };
}

/** Gives the account another name; where it has that name already, nothing happens. */
export async function renameAccount(scope: Scope, account: AccountRow, name: string): Promise<void> {
  await change(scope, MANAGE, async ({ trx, tell }) => {
    if (account.name === name) return;
    await trx.updateTable('account').set({ name }).where('id', '=', account.id).execute();
    await tell('account.renamed', { ...about(account), name, before: account.name });
  });
}

/** Gives the account a new initial password and ends its sign-ins. Null for a demo account, which everybody shares. */
export async function resetPassword(scope: Scope, account: AccountRow): Promise<InitialPassword | null> {
  const prepared = await prepareInitial(account);
  return change(scope, MANAGE, async (doing) => {
    if (account.is_demo === 1) return null;
    return replacePasswordIn(doing, prepared);
  });
}

/** An initial password and its hash, which takes its time on purpose: made before the transaction. */
export interface PreparedInitial {
  readonly initial: InitialPassword;
  readonly passwordHash: string;
}

export async function prepareInitial({ id, username, name }: AccountRow): Promise<PreparedInitial> {
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  return { initial: { accountId: id, username, name, password }, passwordHash };
}

/** Sets it, without asking who may: the server's own terminal has nobody to ask about. */
export async function replacePasswordIn(
  { trx, at, tell }: Doing,
  { initial, passwordHash }: PreparedInitial,
): Promise<InitialPassword> {
  const { accountId, username, name } = initial;
  await trx
    .updateTable('account')
    .set({ password_hash: passwordHash, must_change_password: 1, initial_until: initialUntil(at) })
    .where('id', '=', accountId)
    .execute();
  await endAllSignIns(trx, accountId);
  await tell('account.passwordReset', { accountId, username, name });
  return initial;
}

export type DisableResult = 'done' | 'oneself' | 'lastAdministrator';

/** Closes an account and ends its sign-ins. Nobody closes their own, and one administrator always stays. */
export async function disableAccount(scope: Scope, account: AccountRow): Promise<DisableResult> {
  return change(scope, MANAGE, async ({ trx, at, tell }): Promise<DisableResult> => {
    if (scope.actor.id === account.id) return 'oneself';
    if (account.role === 'administrator') {
      const { others } = await trx
        .selectFrom('account')
        .select((eb) => whole(eb.fn.countAll()).as('others'))
        .where('role', '=', 'administrator')
        .where('disabled_at', 'is', null)
        .where('is_demo', '=', 0)
        .where('id', '<>', account.id)
        .executeTakeFirstOrThrow();
      if (others === 0) return 'lastAdministrator';
    }
    const changed = await trx
      .updateTable('account')
      .set({ disabled_at: at })
      .where('id', '=', account.id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return 'done';
    await endAllSignIns(trx, account.id);
    await tell('account.disabled', about(account));
    return 'done';
  });
}

/** Opens an account that was closed. */
export async function enableAccount(scope: Scope, account: AccountRow): Promise<void> {
  await change(scope, MANAGE, async ({ trx, tell }) => {
    const changed = await trx
      .updateTable('account')
      .set({ disabled_at: null })
      .where('id', '=', account.id)
      .where('disabled_at', 'is not', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return;
    await tell('account.enabled', about(account));
  });
}

/**
 * Sets in which Rakerda the account works. A demo account only ever joins demo Rakerda.
 * @returns false where one of them does not exist or may not be joined; nothing changes then
 */
export async function setMemberships(
  scope: Scope,
  account: AccountRow,
  rakerdaIds: readonly string[],
): Promise<boolean> {
  return change(scope, MANAGE, async ({ trx, tell }) => {
    if (!isAssignedToRakerda(account.role)) return false;
    const wanted = new Set(rakerdaIds);
    const known = await knownRakerda(trx, [...wanted], account.is_demo === 1);
    if (known.length !== wanted.size) return false;
    const rows = await trx
      .selectFrom('rakerda_member')
      .select('rakerda_id')
      .where('account_id', '=', account.id)
      .execute();
    const had = new Set(rows.map((row) => row.rakerda_id));
    const added = [...wanted].filter((id) => !had.has(id));
    const removed = [...had].filter((id) => !wanted.has(id));
    if (added.length === 0 && removed.length === 0) return true;
    await addMemberships(trx, account.id, added);
    if (removed.length > 0) {
      await trx
        .deleteFrom('rakerda_member')
        .where('account_id', '=', account.id)
        .where('rakerda_id', 'in', removed)
        .execute();
    }
    await tell('account.membershipsChanged', { ...about(account), added, removed });
    return true;
  });
}

/** Ends one sign-in of the account, as the list names it; where it has ended already, nothing happens. */
export async function endSignInOf(scope: Scope, account: AccountRow, signIn: string): Promise<void> {
  await change(scope, MANAGE, async ({ trx, tell }) => {
    const ended = await endNamedSignIn(trx, account.id, signIn);
    if (ended) await tell('account.signInEnded', { ...about(account), ...ended });
  });
}

function about(account: AccountRow) {
  return { accountId: account.id, username: account.username, name: account.name };
}

async function knownRakerda(trx: Trx, ids: readonly string[], demoOnly: boolean): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('rakerda')
    .select('id')
    .where('id', 'in', ids)
    .$if(demoOnly, (query) => query.where('is_demo', '=', 1))
    .execute();
  return rows.map((row) => row.id);
}

async function addMemberships(trx: Trx, accountId: string, rakerdaIds: readonly string[]): Promise<void> {
  if (rakerdaIds.length === 0) return;
  await trx
    .insertInto('rakerda_member')
    .values(rakerdaIds.map((id) => ({ rakerda_id: id, account_id: accountId })))
    .execute();
}
