/** What the screens of this room read. */
import type { Db } from '#db/database';
import { contains, whole } from '#db/portable';
import type { AccountRow, AgencyKind, Role } from '#db/schema';
import { ROLES } from '~/policy';
import { isInitialOver } from './initialPassword';
import { isNoCard } from './cardAccount.server';

export interface AccountListEntry {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyName: string | null;
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  /** The initial password was not used in its time. */
  readonly isInitialOver: boolean;
  readonly lastSeen: string | null;
}

export type AccountState = 'active' | 'initial' | 'disabled' | 'demo';

export interface AccountFilter {
  /** Part of a name, a user name, or an agency's name or code. */
  readonly search: string;
  readonly role: Role | null;
  readonly state: AccountState | null;
  readonly page: number;
}

export const ACCOUNTS_PER_PAGE = 50;

/** One page of the accounts that fit, and how many fit in all. */
export async function listAccounts(
  db: Db,
  filter: AccountFilter,
): Promise<{ readonly accounts: readonly AccountListEntry[]; readonly total: number }> {
  const fitting = db
    .selectFrom('account')
    .leftJoin('agency', 'agency.code', 'account.agency_code')
    .where(isNoCard)
    .$if(filter.search !== '', (query) =>
      query.where((eb) =>
        eb.or(
          (['account.name', 'account.username', 'agency.name', 'agency.code'] as const).map((column) =>
            contains(eb.ref(column), filter.search),
          ),
        ),
      ),
    )
    .$if(filter.role !== null, (query) => query.where('account.role', '=', filter.role ?? 'operator'))
    .$if(filter.state === 'demo', (query) => query.where('account.is_demo', '=', 1))
    .$if(filter.state === 'disabled', (query) => query.where('account.disabled_at', 'is not', null))
    .$if(filter.state === 'active', (query) => query.where('account.disabled_at', 'is', null))
    .$if(filter.state === 'initial', (query) => query.where('account.must_change_password', '=', 1));
  const [rows, { total }] = await Promise.all([
    fitting
      .select((eb) => [
        'account.id',
        'account.username',
        'account.name',
        'account.role',
        'account.is_demo',
        'account.disabled_at',
        'account.must_change_password',
        'account.initial_until',
        'agency.name as agency_name',
        eb
          .selectFrom('sign_in')
          .select((inner) => inner.fn.max('sign_in.last_seen_at').as('at'))
          .whereRef('sign_in.account_id', '=', 'account.id')
          .as('last_seen'),
      ])
      .orderBy('account.is_demo')
      .orderBy('account.username')
      .limit(ACCOUNTS_PER_PAGE)
      .offset((filter.page - 1) * ACCOUNTS_PER_PAGE)
      .execute(),
    fitting.select((eb) => whole(eb.fn.countAll()).as('total')).executeTakeFirstOrThrow(),
  ]);
  const now = Date.now();
  return {
    total,
    accounts: rows.map((row) => ({
      id: row.id,
      username: row.username,
      name: row.name,
      role: row.role,
      agencyName: row.agency_name,
      isDemo: row.is_demo === 1,
      isDisabled: row.disabled_at !== null,
      mustChangePassword: row.must_change_password === 1,
      isInitialOver: isInitialOver(row, now),
      lastSeen: row.last_seen,
    })),
  };
}

/** An account of a person; undefined for an access card's, which the cards of its Rakerda look after. */
export async function findAccount(db: Db, id: string | undefined): Promise<AccountRow | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id ?? '')
    .where(isNoCard)
    .executeTakeFirst();
}

export async function findAgencyName(db: Db, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const row = await db.selectFrom('agency').select('name').where('code', '=', code).executeTakeFirst();
  return row?.name ?? null;
}

export async function findRakerdaName(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('rakerda').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

export interface RakerdaChoice {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly timeZone: string;
  readonly agencies: number;
}

/** Every Rakerda, the newest first. */
export async function listRakerdaChoices(db: Db): Promise<readonly RakerdaChoice[]> {
  const rows = await db
    .selectFrom('rakerda')
    .select((eb) => [
      'rakerda.id',
      'rakerda.name',
      'rakerda.is_demo',
      'rakerda.time_zone',
      eb
        .selectFrom('rakerda_agency')
        .select((inner) => whole(inner.fn.countAll()).as('count'))
        .whereRef('rakerda_agency.rakerda_id', '=', 'rakerda.id')
        .as('agencies'),
    ])
    .orderBy('rakerda.starts_on', 'desc')
    .orderBy('rakerda.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isDemo: row.is_demo === 1,
    timeZone: row.time_zone,
    agencies: row.agencies ?? 0,
  }));
}

export async function listMemberships(db: Db, accountId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('rakerda_member')
    .select('rakerda_id')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => row.rakerda_id);
}

export interface AgencyGroup {
  /** The province they belong to; null for central agencies. */
  readonly name: string | null;
  readonly agencies: readonly { readonly code: string; readonly name: string; readonly kind: AgencyKind }[];
}

/** Every agency, grouped by province, the province's own government first. */
export async function listAgencyGroups(db: Db): Promise<readonly AgencyGroup[]> {
  const rows = await db.selectFrom('agency').selectAll().orderBy('code').execute();
  const central = rows.filter((row) => row.kind === 'central');
  const groups = rows
    .filter((row) => row.kind === 'province')
    .map((province) => ({
      name: province.name,
      agencies: [province, ...rows.filter((row) => row.province_code === province.code)].map(
        ({ code, name, kind }) => ({ code, name, kind }),
      ),
    }));
  return central.length > 0 ? [{ name: null, agencies: central }, ...groups] : groups;
}

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyCode: string | null;
  readonly agencyName: string | null;
}

/** The agency whose demo operator and head are offered first: its assessment is only begun. */
const SHOWN_AGENCY = '63.01';

/** The demo accounts a visitor may try: one per role to start with, and all that belong to an agency. */
export async function listDemoAccounts(
  db: Db,
): Promise<{ readonly shown: readonly DemoAccount[]; readonly byAgency: readonly DemoAccount[] }> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('agency', 'agency.code', 'account.agency_code')
    .select([
      'account.id',
      'account.name',
      'account.role',
      'account.agency_code',
      'agency.name as agency_name',
    ])
    .where('account.is_demo', '=', 1)
    .where('account.disabled_at', 'is', null)
    .where(isNoCard)
    .orderBy('account.agency_code')
    .orderBy('account.role', 'desc')
    .execute();
  const accounts = rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
  }));
  const order: readonly Role[] = ['operator', 'head', 'facilitator', 'reviewer', 'liaison'];
  const shown = order.flatMap((role) => {
    const ofRole = accounts.filter((account) => account.role === role);
    return ofRole.find((account) => account.agencyCode === SHOWN_AGENCY) ?? ofRole[0] ?? [];
  });
  return { shown, byAgency: accounts.filter((account) => account.agencyCode !== null) };
}

/** The role that a search parameter names, if any. */
export function readRole(value: string | null): Role | null {
  return ROLES.find((role) => role === value) ?? null;
}
