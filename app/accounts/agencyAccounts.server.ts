/** One step for a whole Rakerda: an operator and a head for every agency that lacks them. */
import { randomUUID } from 'node:crypto';
import type { AgencyRow } from '#db/schema';
import { change, type Doing, type Trx } from '~/record/change.server';
import { isNoCard } from './cardAccount.server';
import { initialUntil } from './initialPassword';
import { hashPassword, randomPassword } from './password.server';
import { demand, type Scope } from './requestScope.server';
import { endAllSignIns } from './signIn.server';

/** A line of the list that is handed out. */
export interface AgencyAccess {
  readonly username: string;
  readonly name: string;
  readonly role: 'head' | 'operator';
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly password: string;
  /** False where the account was there and only its password is new. */
  readonly isNew: boolean;
}

/** How the words of the reader's language name a new account. */
export type NameAccount = (role: 'head' | 'operator', agencyName: string) => string;

const PREFIX = { operator: 'operator', head: 'kepala' } as const;

/**
 * Creates what is missing. With `reissue`, accounts whose initial password was never changed get a new one: for a list
 * that got lost.
 * @returns every account with its password, by agency; empty where nothing was missing; null where there is no such Rakerda
 */
export async function createAgencyAccounts(
  scope: Scope,
  input: { readonly rakerda: string; readonly reissue: boolean },
  nameAccount: NameAccount,
): Promise<readonly AgencyAccess[] | null> {
  demand(scope, 'account.manage');
  const { db } = scope;
  const rakerda = await db
    .selectFrom('rakerda')
    .select('id')
    .where('id', '=', input.rakerda)
    .executeTakeFirst();
  if (!rakerda) return null;
  const agencies = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .selectAll('agency')
    .where('rakerda_agency.rakerda_id', '=', rakerda.id)
    .orderBy('agency.code')
    .execute();
  // Hashing takes its time on purpose, so it is done before the transaction: nobody's save waits for it.
  const hashes = await hashesFor(agencies);
  return change(scope, { may: 'account.manage' }, async (doing) => {
    const made: AgencyAccess[] = [];
    for (const agency of agencies) {
      for (const role of ['operator', 'head'] as const) {
        const prepared = hashes.get(`${role}.${agency.code}`);
        if (!prepared) continue;
        const access = await provide(doing, agency, role, prepared, input.reissue, nameAccount);
        if (access) made.push(access);
      }
    }
    if (made.length > 0) {
      const payload = {
        created: made.filter((access) => access.isNew).map((access) => access.username),
        reissued: made.filter((access) => !access.isNew).map((access) => access.username),
      };
      await doing.tell('account.agencyAccountsCreated', payload, { rakerdaId: rakerda.id });
    }
    return made;
  });
}

interface Prepared {
  readonly password: string;
  readonly passwordHash: string;
}

/** A password for every agency and role, hashed a few at a time: each hash holds 19 MB while it runs. */
async function hashesFor(agencies: readonly AgencyRow[]): Promise<ReadonlyMap<string, Prepared>> {
  const keys = agencies.flatMap((agency) => [`operator.${agency.code}`, `head.${agency.code}`]);
  const prepared = new Map<string, Prepared>();
  for (let start = 0; start < keys.length; start += 4) {
    await Promise.all(
      keys.slice(start, start + 4).map(async (key) => {
        const password = randomPassword();
        prepared.set(key, { password, passwordHash: await hashPassword(password) });
      }),
    );
  }
  return prepared;
}

/** The account that now has the prepared password; null where the agency's account is left alone. */
async function provide(
  { trx, at }: Doing,
  agency: AgencyRow,
  role: 'head' | 'operator',
  { password, passwordHash }: Prepared,
  reissue: boolean,
  nameAccount: NameAccount,
): Promise<AgencyAccess | null> {
  const existing = await trx
    .selectFrom('account')
    .selectAll()
    .where('agency_code', '=', agency.code)
    .where('role', '=', role)
    .where('is_demo', '=', 0)
    .where('disabled_at', 'is', null)
    .where(isNoCard)
    .orderBy('created_at')
    .execute();
  const shared = { role, agencyCode: agency.code, agencyName: agency.name, password };
  if (existing.length > 0) {
    const account = existing.find((row) => row.must_change_password === 1);
    if (!reissue || !account) return null;
    await trx
      .updateTable('account')
      .set({ password_hash: passwordHash, initial_until: initialUntil(at) })
      .where('id', '=', account.id)
      .execute();
    await endAllSignIns(trx, account.id);
    return { ...shared, username: account.username, name: account.name, isNew: false };
  }
  const username = await freeUsername(trx, `${PREFIX[role]}.${agency.code.replaceAll('.', '')}`);
  const name = nameAccount(role, agency.name);
  await trx
    .insertInto('account')
    .values({
      id: randomUUID(),
      username,
      name,
      role,
      agency_code: agency.code,
      password_hash: passwordHash,
      must_change_password: 1,
      initial_until: initialUntil(at),
      is_demo: 0,
      created_at: at,
    })
    .execute();
  return { ...shared, username, name, isNew: true };
}

/** The wished user name, or with the first number that is free: `operator.6301`, `operator.6301-2`. */
async function freeUsername(trx: Trx, wished: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const username = number === 1 ? wished : `${wished}-${String(number)}`;
    const taken = await trx
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst();
    if (!taken) return username;
  }
}
