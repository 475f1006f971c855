import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, visit } from '#tests/house/house';
import type { Actor } from '~/policy';
import { createAgencyAccounts } from './agencyAccounts.server';
import { signInWithPassword } from './enter.server';
import { newAccountSchema, passwordChangeSchema } from './accountForms';
import {
  createAccount,
  disableAccount,
  enableAccount,
  renameAccount,
  resetPassword,
  setMemberships,
} from './manageAccounts.server';
import { listMemberships } from './accountRows.server';
import { findActor } from './signIn.server';

const PASSWORD = 'kucing hitam besar';
const BLANK = { username: 'rina', name: 'Rina', agencyCode: '', rakerda: [] };

describe('managing accounts', () => {
  let house: House;
  let admin: Actor;
  beforeEach(async () => {
    house = await openHouse();
    const account = await house.account('admin', PASSWORD, { role: 'administrator' });
    admin = (await house.signedIn(account.id)).actor;
  });
  afterEach(async () => {
    await house.close();
  });

  const account = (id: string) =>
    house.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const everythingStored = async () =>
    JSON.stringify([
      await house.db.selectFrom('account').selectAll().execute(),
      await house.db.selectFrom('event').selectAll().execute(),
    ]);

  test('a new account signs in with its initial password and must change it; the password is stored nowhere', async () => {
    const made = await createAccount(house.scope(admin), { ...BLANK, role: 'operator', agencyCode: '63.01' });
    if (made.kind !== 'created') throw new Error(made.kind);
    const { password, username } = made.account;
    const result = await signInWithPassword(house.services, { username, password }, visit());
    expect(result).toMatchObject({ kind: 'signedIn', mustChangePassword: true });
    expect(await everythingStored()).not.toContain(password);
    expect(await house.events('account.created')).toHaveLength(1);
  });

  test('a taken name, an unknown agency and an unknown Rakerda are refused near their field', async () => {
    await house.account('rina', PASSWORD);
    const create = (changes: object) =>
      createAccount(house.scope(admin), { ...BLANK, role: 'facilitator', ...changes });
    expect(await create({})).toEqual({ kind: 'invalid', errors: { username: 'usernameTaken' } });
    expect(await create({ username: 'baru', role: 'head', agencyCode: '99.99' })).toEqual({
      kind: 'invalid',
      errors: { agencyCode: 'agencyUnknown' },
    });
    expect(await create({ username: 'baru', rakerda: ['tidak-ada'] })).toEqual({
      kind: 'invalid',
      errors: { rakerda: 'rakerdaUnknown' },
    });
    expect(await house.events('account.created')).toEqual([]);
  });

  test('a role that belongs to no agency gets none, whatever the form says', async () => {
    const made = await createAccount(house.scope(admin), { ...BLANK, role: 'liaison', agencyCode: '63.01' });
    if (made.kind !== 'created') throw new Error(made.kind);
    expect((await account(made.account.accountId)).agency_code).toBeNull();
  });

  test('nobody but an administrator manages accounts, and a refusal leaves everything as it was', async () => {
    await house.rakerda({ id: 'kalsel' });
    const other = await house.account('fasilitator', PASSWORD);
    const rina = await house.account('rina', PASSWORD);
    const scope = house.scope((await house.signedIn(other.id)).actor);
    const before = await everythingStored();
    for (const attempt of [
      () => createAccount(scope, { ...BLANK, role: 'operator' }),
      () => createAgencyAccounts(scope, { rakerda: 'kalsel', reissue: true }, () => 'Nama'),
      () => renameAccount(scope, rina, 'Rina Wati'),
      () => resetPassword(scope, rina),
      () => disableAccount(scope, rina),
      () => disableAccount(scope, other),
      () => enableAccount(scope, rina),
      () => setMemberships(scope, rina, ['kalsel']),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 403 });
    }
    expect(await everythingStored()).toBe(before);
  });

  test('what an administrator does is on record with who did it and in which request', async () => {
    const rina = await house.account('rina', PASSWORD);
    const scope = house.scope(admin);
    await createAccount(scope, { ...BLANK, username: 'siti', role: 'head', agencyCode: '63.02' });
    await resetPassword(scope, rina);
    const by = { actor_id: admin.id, request_id: scope.requestId, rakerda_id: null };
    expect(await house.events('account.created')).toMatchObject([{ ...by, agency_code: '63.02' }]);
    expect(await house.events('account.passwordReset')).toMatchObject([{ ...by, agency_code: null }]);
  });

  test('a reset ends every sign-in and the old password', async () => {
    const rina = await house.account('rina', PASSWORD);
    const { cookie } = await house.signedIn(rina.id);
    const reset = await resetPassword(house.scope(admin), rina);
    expect(await findActor(house.db, cookie)).toBeNull();
    const input = { username: 'rina', password: PASSWORD };
    expect((await signInWithPassword(house.services, input, visit())).kind).toBe('refused');
    const again = { username: 'rina', password: reset?.password ?? '' };
    expect(await signInWithPassword(house.services, again, visit())).toMatchObject({
      mustChangePassword: true,
    });
    expect(await everythingStored()).not.toContain(reset?.password);
  });

  test('a demo account keeps its password', async () => {
    const demo = await house.account('contoh', PASSWORD, { is_demo: 1 });
    expect(await resetPassword(house.scope(admin), demo)).toBeNull();
  });

  test('a disabled account is out at once and comes back when enabled', async () => {
    const rina = await house.account('rina', PASSWORD);
    const { cookie } = await house.signedIn(rina.id);
    expect(await disableAccount(house.scope(admin), rina)).toBe('done');
    expect(await findActor(house.db, cookie)).toBeNull();
    await disableAccount(house.scope(admin), rina);
    expect(await house.events('account.disabled')).toHaveLength(1);
    await enableAccount(house.scope(admin), rina);
    expect((await account(rina.id)).disabled_at).toBeNull();
  });

  test('an administrator cannot disable themself, and the last active one stays', async () => {
    const own = await account(admin.id);
    expect(await disableAccount(house.scope(admin), own)).toBe('oneself');
    // As if two administrators disabled each other at the same moment.
    const second = await house.account('admin2', PASSWORD, { role: 'administrator' });
    const { actor: other } = await house.signedIn(second.id);
    expect(await disableAccount(house.scope(admin), second)).toBe('done');
    expect(await disableAccount(house.scope(other), own)).toBe('lastAdministrator');
    expect((await account(admin.id)).disabled_at).toBeNull();
  });

  test('renaming is recorded with the name before', async () => {
    const rina = await house.account('rina', PASSWORD);
    await renameAccount(house.scope(admin), rina, 'Rina Wati');
    await renameAccount(house.scope(admin), { ...rina, name: 'Rina Wati' }, 'Rina Wati');
    const [event, ...more] = await house.events('account.renamed');
    expect(more).toEqual([]);
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({ name: 'Rina Wati', before: 'rina' });
  });

  test('memberships are set as chosen; demo accounts only ever join demo Rakerda', async () => {
    await house.rakerda({ id: 'kalsel' });
    await house.rakerda({ id: 'contoh', isDemo: true });
    const rina = await house.account('rina', PASSWORD);
    const budi = await house.account('budi', PASSWORD);
    await setMemberships(house.scope(admin), budi, ['kalsel', 'contoh']);
    const demo = await house.account('demo', PASSWORD, { is_demo: 1 });
    expect(await setMemberships(house.scope(admin), rina, ['kalsel'])).toBe(true);
    expect(await setMemberships(house.scope(admin), rina, ['contoh'])).toBe(true);
    expect(await listMemberships(house.db, rina.id)).toEqual(['contoh']);
    expect(await listMemberships(house.db, budi.id)).toHaveLength(2);
    const [, , last] = await house.events('account.membershipsChanged');
    expect(JSON.parse(last?.payload ?? '')).toMatchObject({ added: ['contoh'], removed: ['kalsel'] });
    expect(await setMemberships(house.scope(admin), rina, ['contoh'])).toBe(true);
    expect(await house.events('account.membershipsChanged')).toHaveLength(3);
    const head = await house.account('kepala', PASSWORD, { role: 'head', agency_code: '63.01' });
    expect(await setMemberships(house.scope(admin), head, ['kalsel'])).toBe(false);
    expect(await setMemberships(house.scope(admin), demo, ['kalsel'])).toBe(false);
  });

  test('one step makes what a Rakerda lacks: once, and again only for initial passwords that are asked for', async () => {
    await house.rakerda({ id: 'kalsel', agencyCodes: ['63.01', '63.02'] });
    await house.rakerda({ id: 'tetangga', agencyCodes: ['63.01', '63.03'] });
    await house.account('operator.6301', PASSWORD, { role: 'operator', agency_code: '63.01', is_demo: 1 });
    await house.account('siti', PASSWORD, { role: 'head', agency_code: '63.02' });
    const make = (reissue: boolean) =>
      createAgencyAccounts(
        house.scope(admin),
        { rakerda: 'kalsel', reissue },
        (role, agency) => `${role} ${agency}`,
      );
    const first = await make(false);
    expect(first?.map((access) => access.username)).toEqual([
      'operator.6301-2',
      'kepala.6301',
      'operator.6302',
    ]);
    expect(await make(false)).toEqual([]);
    const again = await make(true);
    expect(again?.map((access) => [access.username, access.isNew])).toEqual([
      ['operator.6301-2', false],
      ['kepala.6301', false],
      ['operator.6302', false],
    ]);
    const [before, after] = [first?.[1], again?.[1]];
    const attempt = (password: string | undefined) =>
      signInWithPassword(house.services, { username: 'kepala.6301', password: password ?? '' }, visit());
    expect((await attempt(before?.password)).kind).toBe('refused');
    expect((await attempt(after?.password)).kind).toBe('signedIn');
    const recorded = await house.events('account.agencyAccountsCreated');
    expect(recorded.map((event) => event.rakerda_id)).toEqual(['kalsel', 'kalsel']);
    const unknown = { rakerda: 'tidak-ada', reissue: false };
    expect(await createAgencyAccounts(house.scope(admin), unknown, () => 'Nama')).toBeNull();
    expect(await everythingStored()).not.toContain(after?.password);
  });
});

describe('forms', () => {
  test.each(['ab', 'a b c', 'rina@dinas', 'x'.repeat(41), ''])('refuses the user name “%s”', (username) => {
    expect(newAccountSchema.safeParse({ ...BLANK, username, role: 'liaison' }).success).toBe(false);
  });

  test('a head needs an agency', () => {
    const parsed = newAccountSchema.safeParse({ ...BLANK, role: 'head' });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['agencyCode'], message: 'agencyNeeded' });
  });

  test.each([
    ['elevenchars', 'elevenchars', 'passwordShort'],
    ['operator.6301', 'operator.6301', 'passwordIsUsername'],
    [PASSWORD, PASSWORD, 'passwordSame'],
    ['perahu kuning kecil', 'perahu kuning besar', 'passwordRepeat'],
  ])('refuses the new password “%s” repeated as “%s”: %s', (next, repeat, message) => {
    const parsed = passwordChangeSchema('Operator.6301').safeParse({ current: PASSWORD, next, repeat });
    expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
  });
});
