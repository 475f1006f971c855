import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '~/policy';
import { createAgencyAccounts } from './agencyAccounts.server';
import { signInWithPassword } from './enter.server';
import { newAccountSchema, passwordChangeSchema } from './forms';
import {
  createAccount,
  disableAccount,
  enableAccount,
  renameAccount,
  resetPassword,
  setMemberships,
} from './manage.server';
import { findActor } from './signIn.server';
import { openTestDatabase, type TestDatabase, visit } from './testDatabase.server';

const PASSWORD = 'kucing hitam besar';
const BLANK = { username: 'rina', name: 'Rina', agencyCode: '', rakerda: [] };

describe('managing accounts', () => {
  let home: TestDatabase;
  let admin: Actor;
  beforeEach(async () => {
    home = await openTestDatabase();
    const account = await home.addAccount('admin', PASSWORD, { role: 'administrator' });
    admin = (await home.signedIn(account.id)).actor;
  });
  afterEach(async () => {
    await home.close();
  });

  const account = (id: string) =>
    home.services.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const everythingStored = async () =>
    JSON.stringify([
      await home.services.db.selectFrom('account').selectAll().execute(),
      await home.services.db.selectFrom('event').selectAll().execute(),
    ]);

  test('a new account signs in with its initial password and must change it; the password is stored nowhere', async () => {
    const made = await createAccount(
      home.services,
      admin,
      { ...BLANK, role: 'operator', agencyCode: '63.01' },
      'r-1',
    );
    if (made.kind !== 'created') throw new Error(made.kind);
    const { password, username } = made.account;
    const result = await signInWithPassword(home.services, { username, password }, visit());
    expect(result).toMatchObject({ kind: 'signedIn', mustChangePassword: true });
    expect(await everythingStored()).not.toContain(password);
    expect(await home.events('account.created')).toHaveLength(1);
  });

  test('a taken name, an unknown agency and an unknown Rakerda are refused near their field', async () => {
    await home.addAccount('rina', PASSWORD);
    const create = (changes: object) =>
      createAccount(home.services, admin, { ...BLANK, role: 'facilitator', ...changes }, 'r-1');
    expect(await create({})).toEqual({ kind: 'invalid', errors: { username: 'usernameTaken' } });
    expect(await create({ username: 'baru', role: 'head', agencyCode: '99.99' })).toEqual({
      kind: 'invalid',
      errors: { agencyCode: 'agencyUnknown' },
    });
    expect(await create({ username: 'baru', rakerda: ['tidak-ada'] })).toEqual({
      kind: 'invalid',
      errors: { rakerda: 'rakerdaUnknown' },
    });
    expect(await home.events('account.created')).toEqual([]);
  });

  test('a role that belongs to no agency gets none, whatever the form says', async () => {
    const made = await createAccount(
      home.services,
      admin,
      { ...BLANK, role: 'liaison', agencyCode: '63.01' },
      'r-1',
    );
    if (made.kind !== 'created') throw new Error(made.kind);
    expect((await account(made.account.accountId)).agency_code).toBeNull();
  });

  test('nobody but an administrator manages accounts', async () => {
    const other = await home.addAccount('fasilitator', PASSWORD);
    const { actor } = await home.signedIn(other.id);
    await expect(
      createAccount(home.services, actor, { ...BLANK, role: 'operator' }, 'r-1'),
    ).rejects.toMatchObject({ status: 403 });
    await expect(resetPassword(home.services, actor, other, 'r-1')).rejects.toMatchObject({ status: 403 });
  });

  test('a reset ends every sign-in and the old password', async () => {
    const rina = await home.addAccount('rina', PASSWORD);
    const { cookie } = await home.signedIn(rina.id);
    const reset = await resetPassword(home.services, admin, rina, 'r-1');
    expect(await findActor(home.services.db, cookie)).toBeNull();
    const input = { username: 'rina', password: PASSWORD };
    expect((await signInWithPassword(home.services, input, visit())).kind).toBe('refused');
    const again = { username: 'rina', password: reset?.password ?? '' };
    expect(await signInWithPassword(home.services, again, visit())).toMatchObject({
      mustChangePassword: true,
    });
    expect(await everythingStored()).not.toContain(reset?.password);
  });

  test('a demo account keeps its password', async () => {
    const demo = await home.addAccount('contoh', PASSWORD, { is_demo: 1 });
    expect(await resetPassword(home.services, admin, demo, 'r-1')).toBeNull();
  });

  test('a disabled account is out at once and comes back when enabled', async () => {
    const rina = await home.addAccount('rina', PASSWORD);
    const { cookie } = await home.signedIn(rina.id);
    expect(await disableAccount(home.services, admin, rina, 'r-1')).toBe('done');
    expect(await findActor(home.services.db, cookie)).toBeNull();
    await disableAccount(home.services, admin, rina, 'r-1');
    expect(await home.events('account.disabled')).toHaveLength(1);
    await enableAccount(home.services, admin, rina, 'r-1');
    expect((await account(rina.id)).disabled_at).toBeNull();
  });

  test('an administrator cannot disable themself, and the last active one stays', async () => {
    const own = await account(admin.id);
    expect(await disableAccount(home.services, admin, own, 'r-1')).toBe('oneself');
    // As if two administrators disabled each other at the same moment.
    const second = await home.addAccount('admin2', PASSWORD, { role: 'administrator' });
    const { actor: other } = await home.signedIn(second.id);
    expect(await disableAccount(home.services, admin, second, 'r-1')).toBe('done');
    expect(await disableAccount(home.services, other, own, 'r-1')).toBe('lastAdministrator');
    expect((await account(admin.id)).disabled_at).toBeNull();
  });

  test('renaming is recorded with the name before', async () => {
    const rina = await home.addAccount('rina', PASSWORD);
    await renameAccount(home.services, admin, rina, 'Rina Wati', 'r-1');
    const [event] = await home.events('account.renamed');
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({ name: 'Rina Wati', before: 'rina' });
  });

  test('memberships are set as chosen; demo accounts only ever join demo Rakerda', async () => {
    await home.addRakerda('kalsel', 0);
    await home.addRakerda('contoh', 1);
    const rina = await home.addAccount('rina', PASSWORD);
    const demo = await home.addAccount('demo', PASSWORD, { is_demo: 1 });
    expect(await setMemberships(home.services, admin, rina, ['kalsel'], 'r-1')).toBe(true);
    expect(await setMemberships(home.services, admin, rina, ['contoh'], 'r-1')).toBe(true);
    const rows = await home.services.db.selectFrom('rakerda_member').selectAll().execute();
    expect(rows).toEqual([{ rakerda_id: 'contoh', account_id: rina.id }]);
    expect(await setMemberships(home.services, admin, demo, ['kalsel'], 'r-1')).toBe(false);
  });

  test('one step makes what a Rakerda lacks: once, and again only for initial passwords that are asked for', async () => {
    await home.addRakerda('kalsel', 0, ['63.01', '63.02']);
    await home.addAccount('operator.6301', PASSWORD, { role: 'operator', agency_code: '63.01', is_demo: 1 });
    await home.addAccount('siti', PASSWORD, { role: 'head', agency_code: '63.02' });
    const make = (reissue: boolean) =>
      createAgencyAccounts(
        home.services,
        admin,
        { rakerda: 'kalsel', reissue },
        (role, agency) => `${role} ${agency}`,
        'r-1',
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
      signInWithPassword(home.services, { username: 'kepala.6301', password: password ?? '' }, visit());
    expect((await attempt(before?.password)).kind).toBe('refused');
    expect((await attempt(after?.password)).kind).toBe('signedIn');
    expect(await home.events('account.agencyAccountsCreated')).toHaveLength(2);
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
