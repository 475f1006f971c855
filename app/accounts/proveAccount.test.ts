/** The own password again before other people's accounts are changed, against a real SQLite file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import type { AccountRow } from '#db/schema';
import { type Action, ACTIONS, type Actor, may, mustProve } from '~/policy';
import { createAgencyAccounts } from './agencyAccounts.server';
import {
  createAccount,
  disableAccount,
  enableAccount,
  endSignInOf,
  renameAccount,
  resetPassword,
  setMemberships,
} from './manageAccounts.server';
import { changePassword } from './ownAccount.server';
import { PROOF_MINUTES } from './proof';
import { askProof } from './proveAccount.server';
import type { Scope } from './requestScope.server';
import { findActor } from './signIn.server';

const PASSWORD = 'kucing hitam besar';
const MANAGE: Action = 'account.manage';
/** An instrument that is published stays for good. */
const PUBLISH: Action = 'instrument.publish';

let house: House;
let admin: AccountRow;
let other: AccountRow;
let cookie: string;

beforeEach(async () => {
  house = await openHouse();
  admin = await house.account('admin', PASSWORD, { role: 'administrator' });
  other = await house.account('rina', PASSWORD);
  ({ cookie } = await house.signedIn(admin.id));
});
afterEach(() => house.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** The administrator as the browser stands now that typed the password so long ago. */
async function scopeAfter(minutes: number | null): Promise<Scope> {
  await house.db
    .updateTable('sign_in')
    .set({ proven_at: minutes === null ? null : minutesAgo(minutes) })
    .execute();
  return scope();
}

async function scope(): Promise<Scope> {
  const actor = await findActor(house.db, cookie);
  if (!actor) throw new Error('not signed in');
  const request = new Request('http://127.0.0.1/', { headers: { Cookie: cookie } });
  return { ...house.scope(actor), request };
}

const typed = (proof?: string) => {
  const form = new FormData();
  if (proof !== undefined) form.set('proof', proof);
  return form;
};

const ACTS: readonly (readonly [string, (scope: Scope) => Promise<unknown>])[] = [
  [
    'a new account',
    (by) =>
      createAccount(by, { username: 'baru', name: 'Baru', role: 'facilitator', agencyCode: '', rakerda: [] }),
  ],
  ['a new name', (by) => renameAccount(by, other, 'Rina Dua')],
  ['a password reset', (by) => resetPassword(by, other)],
  ['disabling', (by) => disableAccount(by, other)],
  ['enabling', (by) => enableAccount(by, other)],
  ['other Rakerda', (by) => setMemberships(by, other, [])],
  ['ending a sign-in', (by) => endSignInOf(by, other, 'x')],
  [
    'accounts for all agencies',
    async (by) => {
      const rakerda = await house.rakerda({ agencyCodes: ['63.01'] });
      return createAgencyAccounts(by, { rakerda, reissue: false }, (role) => role);
    },
  ],
];

describe('acts on other accounts', () => {
  it.each(ACTS)('%s goes through only on a fresh proof', async (_, act) => {
    const stale = await scopeAfter(PROOF_MINUTES);
    const before = await house.db.selectFrom('account').selectAll().execute();
    await expect(act(stale)).rejects.toMatchObject({ status: 403 });
    expect(await house.db.selectFrom('account').selectAll().execute()).toEqual(before);
    await act(await scopeAfter(PROOF_MINUTES - 1));
  });

  it('are the only ones: whatever else one may do asks for nothing', async () => {
    const { actor } = await scopeAfter(null);
    expect(ACTIONS.filter((action) => mustProve(actor, action)).sort()).toEqual([MANAGE, PUBLISH]);
    expect(ACTIONS.filter((action) => mustProve({ ...actor, isProven: true }, action))).toEqual([]);
  });
});

describe('a proof', () => {
  it('comes with signing in, and with changing the password', async () => {
    expect((await scope()).actor.isProven).toBe(true);
    const changed = await changePassword(await scopeAfter(null), {
      current: PASSWORD,
      next: 'sungai barito mengalir',
    });
    if (changed.kind !== 'changed') throw new Error(changed.kind);
    cookie = changed.setCookie.split(';')[0] ?? '';
    expect((await scope()).actor.isProven).toBe(true);
  });

  it('is asked for where it is stale, and is one for the browser that gave it alone', async () => {
    const elsewhere = await house.signedIn(admin.id);
    const stale = await scopeAfter(60);
    expect(await askProof(stale, MANAGE, typed())).toEqual({ kind: 'asked', why: 'asked' });
    expect(await askProof(stale, MANAGE, typed(''))).toEqual({ kind: 'asked', why: 'asked' });
    expect(await house.events('account.proved')).toEqual([]);
    const proof = await askProof(stale, MANAGE, typed(PASSWORD));
    if (proof.kind !== 'proven') throw new Error(proof.why);
    await renameAccount(proof.scope, other, 'Rina Dua');
    expect(await house.events('account.proved')).toMatchObject([{ actor_id: admin.id }]);
    // The next form asks for nothing.
    expect(await askProof(await scope(), MANAGE, typed())).toMatchObject({ kind: 'proven' });
    expect((await findActor(house.db, elsewhere.cookie))?.isProven).toBe(false);
  });

  it('is none with another password, which goes on record and slows the next ones', async () => {
    const stale = await scopeAfter(60);
    for (const wrong of ['salah', 'x'.repeat(201), PASSWORD.toUpperCase()]) {
      expect(await askProof(stale, MANAGE, typed(wrong))).toEqual({ kind: 'asked', why: 'wrong' });
    }
    // The one that is too long for any password was not even checked.
    expect(await house.events('account.proofFailed')).toMatchObject([
      { actor_id: admin.id },
      { actor_id: admin.id },
    ]);
    const { failures } = await house.db
      .selectFrom('sign_in_failures')
      .select((eb) => eb.fn.max('failures').as('failures'))
      .executeTakeFirstOrThrow();
    expect(failures).toBe(2);
    expect((await scope()).actor.isProven).toBe(false);
    const full = {
      ...stale,
      limits: { ...stale.limits, password: () => Promise.resolve({ kind: 'unchecked' as const }) },
    };
    expect(await askProof(full, MANAGE, typed(PASSWORD))).toEqual({ kind: 'asked', why: 'unchecked' });
  });

  it('is none where the sign-in has ended while it was checked', async () => {
    const stale = await scopeAfter(60);
    await house.db.deleteFrom('sign_in').execute();
    expect(await askProof(stale, MANAGE, typed(PASSWORD))).toEqual({ kind: 'asked', why: 'wrong' });
  });

  it('is asked of nobody who may not anyway', async () => {
    const facilitator: Actor = { ...(await house.person('facilitator')), isProven: false };
    await expect(renameAccount(house.scope(facilitator), other, 'x')).rejects.toMatchObject({ status: 403 });
    const asked = ACTIONS.filter((action) => may(facilitator, action) && mustProve(facilitator, action));
    expect(asked).toEqual([]);
  });
});
