/** What managing accounts leaves behind: in the account that is meant, in the record, and in no other account. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountRow } from '#db/schema';
import type { Actor } from '~/policy';
import { initialUntil } from './initialPassword';
import { issueMissing } from '~/hall/cards/issueCards.server';
import type { EventType } from '~/record/events';
import { type House, openHouse, visit } from '#tests/house/house';
import type { NewAccount } from './accountForms';
import { createAgencyAccounts } from './agencyAccounts.server';
import { signInAsDemo, signInWithPassword, signOut } from './enter.server';
import {
  createAccount,
  disableAccount,
  enableAccount,
  renameAccount,
  resetPassword,
  setMemberships,
} from './manageAccounts.server';
import { signOutEverywhere } from './ownAccount.server';
import { findActor } from './signIn.server';

const PASSWORD = 'kucing hitam besar';
const NEW = 'perahu kuning kecil';

let house: House;
let admin: Actor;
let rina: AccountRow;
let budi: AccountRow;

beforeEach(async () => {
  house = await openHouse();
  admin = await house.person('administrator');
  rina = await house.account('rina', PASSWORD, { name: 'Rina' });
  budi = await house.account('budi', PASSWORD, { role: 'reviewer' });
  await house.rakerda({ id: 'kalsel', agencyCodes: ['63.01', '63.02'] });
  await house.rakerda({ id: 'lain', year: 2027, agencyCodes: ['63.01'] });
});
afterEach(() => house.close());

const scope = () => house.scope(admin);
const row = (id: string) =>
  house.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const membershipsOf = async (id: string) =>
  (
    await house.db
      .selectFrom('rakerda_member')
      .select('rakerda_id')
      .where('account_id', '=', id)
      .orderBy('rakerda_id')
      .execute()
  ).map((one) => one.rakerda_id);
async function said(type: EventType) {
  return (await house.events(type)).map((event) => ({
    actor: event.actor_id,
    agency: event.agency_code,
    payload: JSON.parse(event.payload) as unknown,
  }));
}
const facts = ({ id, username, name }: AccountRow) => ({ accountId: id, username, name });

describe('a new account', () => {
  const INPUT: NewAccount = {
    username: 'siti',
    name: 'Siti',
    role: 'operator',
    agencyCode: '63.02',
    rakerda: [],
  };

  it('has what was typed and an initial password', async () => {
    const made = await createAccount(scope(), INPUT);
    if (made.kind !== 'created') throw new Error(made.kind);
    const { accountId: id, password } = made.account;
    expect(made.account).toEqual({ accountId: id, username: 'siti', name: 'Siti', password });
    const [event] = await house.events('account.created');
    expect(await row(id)).toMatchObject({
      username: 'siti',
      name: 'Siti',
      role: 'operator',
      agency_code: '63.02',
      must_change_password: 1,
      is_demo: 0,
      disabled_at: null,
      created_at: event?.at,
    });
    expect(await said('account.created')).toEqual([
      {
        actor: admin.id,
        agency: '63.02',
        payload: { ...facts(await row(id)), role: 'operator', rakerda: [] },
      },
    ]);
  });

  it('works in the Rakerda that were chosen, each once; one that belongs to an agency in none', async () => {
    const rakerda = ['lain', 'kalsel', 'lain'];
    const made = await createAccount(scope(), { ...INPUT, role: 'reviewer', agencyCode: '', rakerda });
    const head = await createAccount(scope(), { ...INPUT, username: 'kepala', role: 'head', rakerda });
    if (made.kind !== 'created' || head.kind !== 'created') throw new Error('refused');
    expect(await membershipsOf(made.account.accountId)).toEqual(['kalsel', 'lain']);
    expect(await membershipsOf(head.account.accountId)).toEqual([]);
    expect((await said('account.created')).map(({ payload }) => payload)).toMatchObject([
      { role: 'reviewer', rakerda: ['lain', 'kalsel'] },
      { role: 'head', rakerda: [] },
    ]);
  });

  it('is refused where one of several Rakerda is unknown, with nothing written', async () => {
    const input: NewAccount = { ...INPUT, role: 'liaison', agencyCode: '', rakerda: ['kalsel', 'tidak-ada'] };
    expect(await createAccount(scope(), input)).toMatchObject({ kind: 'invalid' });
    expect(await house.events('account.created')).toEqual([]);
  });
});

describe('an account that is there', () => {
  it('gets another name, and nobody else does', async () => {
    await renameAccount(scope(), rina, 'Rina Wati');
    expect(await row(rina.id)).toEqual({ ...rina, name: 'Rina Wati' });
    expect(await row(budi.id)).toEqual(budi);
    expect(await said('account.renamed')).toEqual([
      { actor: admin.id, agency: null, payload: { ...facts(rina), name: 'Rina Wati', before: 'Rina' } },
    ]);
  });

  it('gets a new initial password, and nobody else does', async () => {
    const { cookie } = await house.signedIn(budi.id);
    const initial = await resetPassword(scope(), rina);
    expect(initial).toEqual({ ...facts(rina), password: initial?.password });
    const after = await row(rina.id);
    expect(after).toEqual({
      ...rina,
      password_hash: after.password_hash,
      must_change_password: 1,
      initial_until: after.initial_until,
    });
    const [event] = await house.events('account.passwordReset');
    expect(after.initial_until).toBe(initialUntil(event?.at ?? ''));
    expect(after.password_hash).not.toBe(rina.password_hash);
    expect(await row(budi.id)).toEqual(budi);
    expect(await findActor(house.db, cookie)).not.toBeNull();
    expect(await said('account.passwordReset')).toEqual([
      { actor: admin.id, agency: null, payload: facts(rina) },
    ]);
  });

  it('is closed and opened again, once each, and nobody else is', async () => {
    const { cookie } = await house.signedIn(budi.id);
    for (let time = 0; time < 2; time += 1) expect(await disableAccount(scope(), rina)).toBe('done');
    const [event] = await house.events('account.disabled');
    expect((await row(rina.id)).disabled_at).toBe(event?.at);
    expect(await row(budi.id)).toEqual(budi);
    expect(await findActor(house.db, cookie)).not.toBeNull();
    await disableAccount(scope(), budi);
    for (let time = 0; time < 2; time += 1) await enableAccount(scope(), rina);
    expect((await row(rina.id)).disabled_at).toBeNull();
    expect((await row(budi.id)).disabled_at).not.toBeNull();
    expect((await said('account.disabled')).map(({ payload }) => payload)).toEqual([
      facts(rina),
      facts(budi),
    ]);
    expect(await said('account.enabled')).toEqual([{ actor: admin.id, agency: null, payload: facts(rina) }]);
  });

  it('of the last administrator stays, whatever demo or closed administrators there are', async () => {
    const second = await house.account('admin2', PASSWORD, { role: 'administrator' });
    const shut = { role: 'administrator', disabled_at: '2026-01-01T00:00:00.000Z' } as const;
    await house.account('admin3', PASSWORD, shut);
    await house.account('admin4', PASSWORD, { role: 'administrator', is_demo: 1 });
    // Both administrators close the other: the first does, and the second is then the last one.
    expect(await disableAccount(scope(), second)).toBe('done');
    const other = house.scope({ ...admin, id: second.id });
    expect(await disableAccount(other, await row(admin.id))).toBe('lastAdministrator');
    // Whoever is no administrator is no such case.
    expect(await disableAccount(other, rina)).toBe('done');
  });

  it('works where it is told to, the others stay where they are', async () => {
    await setMemberships(scope(), budi, ['kalsel', 'lain']);
    expect(await setMemberships(scope(), rina, ['kalsel', 'lain'])).toBe(true);
    expect(await setMemberships(scope(), rina, ['lain', 'lain'])).toBe(true);
    expect(await membershipsOf(rina.id)).toEqual(['lain']);
    expect(await setMemberships(scope(), rina, ['lain', 'tidak-ada'])).toBe(false);
    expect(await setMemberships(scope(), rina, [])).toBe(true);
    expect(await membershipsOf(rina.id)).toEqual([]);
    expect(await membershipsOf(budi.id)).toEqual(['kalsel', 'lain']);
    const of = (account: AccountRow, added: string[], removed: string[]) => ({
      actor: admin.id,
      agency: null,
      payload: { ...facts(account), added, removed },
    });
    expect(await said('account.membershipsChanged')).toEqual([
      of(budi, ['kalsel', 'lain'], []),
      of(rina, ['kalsel', 'lain'], []),
      of(rina, [], ['kalsel']),
      of(rina, [], ['lain']),
    ]);
  });
});

describe('the accounts of a whole Rakerda', () => {
  const make = (reissue = false) =>
    createAgencyAccounts(scope(), { rakerda: 'kalsel', reissue }, (role, agency) => `${role} di ${agency}`);

  it('are one operator and one head for each agency, who can sign in', async () => {
    const made = await make();
    expect(made).toEqual(
      ['63.01', '63.02'].flatMap((agencyCode) =>
        (['operator', 'head'] as const).map((role) => ({
          username: `${role === 'head' ? 'kepala' : role}.${agencyCode.replace('.', '')}`,
          name: `${role} di Daerah ${agencyCode}`,
          role,
          agencyCode,
          agencyName: `Daerah ${agencyCode}`,
          password: made?.find((one) => one.role === role && one.agencyCode === agencyCode)?.password,
          isNew: true,
        })),
      ),
    );
    expect(new Set(made?.map(({ password }) => password)).size).toBe(4);
    const [event] = await house.events('account.agencyAccountsCreated');
    const stored = await house.db
      .selectFrom('account')
      .selectAll()
      .where('agency_code', 'is not', null)
      .orderBy('username')
      .execute();
    expect(stored).toMatchObject(
      ['kepala.6301', 'kepala.6302', 'operator.6301', 'operator.6302'].map((username) => ({
        username,
        role: username.startsWith('kepala') ? 'head' : 'operator',
        agency_code: username.endsWith('1') ? '63.01' : '63.02',
        must_change_password: 1,
        is_demo: 0,
        disabled_at: null,
        created_at: event?.at,
      })),
    );
    for (const { username, password } of made ?? []) {
      expect(await signInWithPassword(house.services, { username, password }, visit())).toMatchObject({
        kind: 'signedIn',
      });
    }
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      created: ['operator.6301', 'kepala.6301', 'operator.6302', 'kepala.6302'],
      reissued: [],
    });
  });

  it('are reissued where nobody has chosen a password yet, which ends what was signed in with the old one', async () => {
    await make();
    const taken = await house.db
      .selectFrom('account')
      .selectAll()
      .where('username', '=', 'operator.6301')
      .executeTakeFirstOrThrow();
    await house.db
      .updateTable('account')
      .set({ must_change_password: 0 })
      .where('id', '=', taken.id)
      .execute();
    const fresh = await house.db
      .selectFrom('account')
      .selectAll()
      .where('username', '=', 'kepala.6301')
      .executeTakeFirstOrThrow();
    const [mine, theirs] = [await house.signedIn(taken.id), await house.signedIn(fresh.id)];
    expect((await make(true))?.map(({ username, name, isNew }) => [username, name, isNew])).toEqual([
      ['kepala.6301', 'head di Daerah 63.01', false],
      ['operator.6302', 'operator di Daerah 63.02', false],
      ['kepala.6302', 'head di Daerah 63.02', false],
    ]);
    expect((await row(taken.id)).password_hash).toBe(taken.password_hash);
    expect((await row(fresh.id)).password_hash).not.toBe(fresh.password_hash);
    expect(await findActor(house.db, mine.cookie)).not.toBeNull();
    expect(await findActor(house.db, theirs.cookie)).toBeNull();
    expect((await said('account.agencyAccountsCreated'))[1]?.payload).toEqual({
      created: [],
      reissued: ['kepala.6301', 'operator.6302', 'kepala.6302'],
    });
  });

  it('are made beside access cards, which no password opens, and for agencies of this Rakerda only', async () => {
    const facilitator = await house.person('facilitator');
    await house.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: 'lain', account_id: facilitator.id })
      .execute();
    await issueMissing(await house.meeting(facilitator, 'lain'));
    const holders = () =>
      house.db.selectFrom('account').selectAll().where('password_hash', '=', '!').execute();
    const before = await holders();
    expect(before).toHaveLength(2);
    expect((await make(true))?.map(({ username, isNew }) => [username, isNew])).toEqual([
      ['operator.6301', true],
      ['kepala.6301', true],
      ['operator.6302', true],
      ['kepala.6302', true],
    ]);
    expect(await holders()).toEqual(before);
  });

  it('are made anew beside closed ones, and not where nothing is missing', async () => {
    await make();
    await house.db
      .updateTable('account')
      .set({ disabled_at: '2026-01-01T00:00:00.000Z' })
      .where('username', '=', 'operator.6302')
      .execute();
    expect((await make())?.map(({ username }) => username)).toEqual(['operator.6302-2']);
    expect(await make()).toEqual([]);
    expect(await house.events('account.agencyAccountsCreated')).toHaveLength(2);
  });
});

describe('coming in and going out', () => {
  it('says how, who, from where and in which request', async () => {
    const come = visit('10.0.0.7');
    await signInWithPassword(house.services, { username: 'rina', password: PASSWORD }, come);
    const demo = await house.account('contoh', PASSWORD, { is_demo: 1 });
    expect(await signInAsDemo(house.services, demo.id, come)).toMatchObject({
      kind: 'signedIn',
      knownBrowser: null,
      mustChangePassword: false,
    });
    await signInWithPassword(house.services, { username: 'rina', password: NEW }, come);
    const by = { request_id: come.requestId, rakerda_id: null };
    expect(await house.events('account.signedIn')).toMatchObject([
      { ...by, actor_id: rina.id, payload: '{"method":"password","address":"10.0.0.7"}' },
      { ...by, actor_id: demo.id, payload: '{"method":"demo","address":"10.0.0.7"}' },
    ]);
    expect(await house.events('account.signInFailed')).toMatchObject([
      { ...by, actor_id: null, payload: '{"username":"rina","address":"10.0.0.7"}' },
    ]);
  });

  it('a browser that is not signed in is cleared all the same, and nothing is said', async () => {
    expect(await signOut(house.services, visit())).toContain('Max-Age=0');
    expect(await house.events('account.signedOut')).toEqual([]);
    const { cookie } = await house.signedIn(rina.id);
    const leave = visit('10.0.0.1', cookie);
    await signOut(house.services, leave);
    expect(await house.events('account.signedOut')).toMatchObject([
      { actor_id: rina.id, request_id: leave.requestId },
    ]);
  });

  it('everywhere ends the own sign-ins, and nobody else’s', async () => {
    const [mine, theirs] = [await house.signedIn(rina.id), await house.signedIn(budi.id)];
    const leave = { ...house.scope(mine.actor), ...visit('10.0.0.1', mine.cookie) };
    expect(await signOutEverywhere(leave)).toContain('Max-Age=0');
    expect(await findActor(house.db, mine.cookie)).toBeNull();
    expect(await findActor(house.db, theirs.cookie)).not.toBeNull();
    expect(await house.events('account.signedOutEverywhere')).toMatchObject([{ actor_id: rina.id }]);
  });
});
