/** What administrators do with other people's accounts. Every use case asks the policy table itself. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Db } from '#db/database';
import { record } from '#db/record';
import type { AccountRow, Database } from '#db/schema';
import type { Services } from '~/server/context';
import { authorize } from '~/record/change.server';
import { type Actor, belongsToAgency, isAssignedToRakerda } from '~/policy';
import type { FormErrors, NewAccount } from './forms';
import { hashPassword, randomPassword } from './password.server';
import { endAllSignIns } from './signIn.server';

type ManageServices = Pick<Services, 'db' | 'feed'>;

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
export async function createAccount(
  { db, feed }: ManageServices,
  actor: Actor,
  input: NewAccount,
  requestId: string,
): Promise<CreateResult> {
  authorize(actor, 'account.manage');
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  const agencyCode = belongsToAgency(input.role) ? input.agencyCode : null;
  const rakerdaIds = isAssignedToRakerda(input.role) ? [...new Set(input.rakerda)] : [];
  const id = randomUUID();
  const errors = await db.transaction().execute(async (trx): Promise<FormErrors | null> => {
    const taken = await trx
      .selectFrom('account')
      .select('id')
      .where('username', '=', input.username)
      .executeTakeFirst();
    if (taken) return { username: 'usernameTaken' };
    if (agencyCode !== null) {
      const agency = await trx
        .selectFrom('agency')
        .select('code')
        .where('code', '=', agencyCode)
        .executeTakeFirst();
      if (!agency) return { agencyCode: 'agencyUnknown' };
    }
    if ((await knownRakerda(trx, rakerdaIds, false)).length !== rakerdaIds.length) {
      return { rakerda: 'rakerdaUnknown' };
    }
    await trx
      .insertInto('account')
      .values({
        id,
        username: input.username,
        name: input.name,
        role: input.role,
        agency_code: agencyCode,
        password_hash: passwordHash,
        must_change_password: 1,
        is_demo: 0,
        created_at: new Date().toISOString(),
      })
      .execute();
    await addMemberships(trx, id, rakerdaIds);
    await record(trx, {
      type: 'account.created',
      actorId: actor.id,
      agencyCode,
      requestId,
      payload: {
        accountId: id,
        username: input.username,
        name: input.name,
        role: input.role,
        rakerda: rakerdaIds,
      },
    });
    return null;
  });
  if (errors) return { kind: 'invalid', errors };
  feed.wake();
  return {
    kind: 'created',
    account: { accountId: id, username: input.username, name: input.name, password },
  };
}

export async function renameAccount(
  { db, feed }: ManageServices,
  actor: Actor,
  account: AccountRow,
  name: string,
  requestId: string,
): Promise<void> {
  authorize(actor, 'account.manage');
  if (account.name === name) return;
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('account').set({ name }).where('id', '=', account.id).execute();
    await record(trx, {
      type: 'account.renamed',
      actorId: actor.id,
      requestId,
      payload: { ...about(account), name, before: account.name },
    });
  });
  feed.wake();
}

/** Gives the account a new initial password and ends its sign-ins. Null for a demo account, which everybody shares. */
export async function resetPassword(
  { db, feed }: ManageServices,
  actor: Actor,
  account: AccountRow,
  requestId: string,
): Promise<InitialPassword | null> {
  authorize(actor, 'account.manage');
  if (account.is_demo === 1) return null;
  const initial = await replacePassword(db, account, { actorId: actor.id, requestId });
  feed.wake();
  return initial;
}

/** The same without asking who may: for the server's own terminal, where there is nobody to ask about. */
export async function replacePassword(
  db: Db,
  account: AccountRow,
  by: { readonly actorId: string | null; readonly requestId?: string },
): Promise<InitialPassword> {
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('account')
      .set({ password_hash: passwordHash, must_change_password: 1 })
      .where('id', '=', account.id)
      .execute();
    await endAllSignIns(trx, account.id);
    await record(trx, {
      type: 'account.passwordReset',
      ...by,
      payload: about(account),
    });
  });
  return { accountId: account.id, username: account.username, name: account.name, password };
}

export type DisableResult = 'done' | 'oneself' | 'lastAdministrator';

/** Closes an account and ends its sign-ins. Nobody closes their own, and one administrator always stays. */
export async function disableAccount(
  { db, feed }: ManageServices,
  actor: Actor,
  account: AccountRow,
  requestId: string,
): Promise<DisableResult> {
  authorize(actor, 'account.manage');
  if (actor.id === account.id) return 'oneself';
  const outcome = await db.transaction().execute(async (trx): Promise<DisableResult> => {
    if (account.role === 'administrator') {
      const { others } = await trx
        .selectFrom('account')
        .select((eb) => eb.fn.countAll<number>().as('others'))
        .where('role', '=', 'administrator')
        .where('disabled_at', 'is', null)
        .where('is_demo', '=', 0)
        .where('id', '<>', account.id)
        .executeTakeFirstOrThrow();
      if (others === 0) return 'lastAdministrator';
    }
    const changed = await trx
      .updateTable('account')
      .set({ disabled_at: new Date().toISOString() })
      .where('id', '=', account.id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return 'done';
    await endAllSignIns(trx, account.id);
    await record(trx, { type: 'account.disabled', actorId: actor.id, requestId, payload: about(account) });
    return 'done';
  });
  feed.wake();
  return outcome;
}

export async function enableAccount(
  { db, feed }: ManageServices,
  actor: Actor,
  account: AccountRow,
  requestId: string,
): Promise<void> {
  authorize(actor, 'account.manage');
  await db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('account')
      .set({ disabled_at: null })
      .where('id', '=', account.id)
      .where('disabled_at', 'is not', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return;
    await record(trx, { type: 'account.enabled', actorId: actor.id, requestId, payload: about(account) });
  });
  feed.wake();
}

/**
 * Sets in which Rakerda the account works. A demo account only ever joins demo Rakerda.
 * @returns false where one of them does not exist or may not be joined; nothing changes then
 */
export async function setMemberships(
  { db, feed }: ManageServices,
  actor: Actor,
  account: AccountRow,
  rakerdaIds: readonly string[],
  requestId: string,
): Promise<boolean> {
  authorize(actor, 'account.manage');
  if (!isAssignedToRakerda(account.role)) return false;
  const wanted = new Set(rakerdaIds);
  const accepted = await db.transaction().execute(async (trx) => {
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
    await record(trx, {
      type: 'account.membershipsChanged',
      actorId: actor.id,
      requestId,
      payload: { ...about(account), added, removed },
    });
    return true;
  });
  feed.wake();
  return accepted;
}

function about(account: AccountRow) {
  return { accountId: account.id, username: account.username, name: account.name };
}

async function knownRakerda(
  trx: Transaction<Database>,
  ids: readonly string[],
  demoOnly: boolean,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('rakerda')
    .select('id')
    .where('id', 'in', ids)
    .$if(demoOnly, (query) => query.where('is_demo', '=', 1))
    .execute();
  return rows.map((row) => row.id);
}

async function addMemberships(
  trx: Transaction<Database>,
  accountId: string,
  rakerdaIds: readonly string[],
): Promise<void> {
  if (rakerdaIds.length === 0) return;
  await trx
    .insertInto('rakerda_member')
    .values(rakerdaIds.map((id) => ({ rakerda_id: id, account_id: accountId })))
    .execute();
}
