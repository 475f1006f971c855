import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInWithPassword } from './enter.server';
import { rescueAdministrator } from './rescue.server';
import { openTestDatabase, type TestDatabase, visit } from './testDatabase.server';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const signIn = (username: string, password: string) =>
  signInWithPassword(database.services, { username, password }, visit());

test('the only administrator gets a new initial password, on record as done by nobody', async () => {
  await database.addAccount('kepala.admin', 'sandi-yang-hilang', { role: 'administrator' });
  await database.addAccount('fasilitator', 'sandi-fasilitator');
  const rescue = await rescueAdministrator(database.services.db);
  if (rescue.kind !== 'done') throw new Error(rescue.kind);
  expect(await signIn('kepala.admin', rescue.account.password)).toMatchObject({
    kind: 'signedIn',
    mustChangePassword: true,
  });
  expect(await signIn('kepala.admin', 'sandi-yang-hilang')).toMatchObject({ kind: 'refused' });
  expect(await database.events('account.passwordReset')).toMatchObject([{ actor_id: null }]);
});

test('of several one must be named, and only active administrators can be', async () => {
  await database.addAccount('admin', 'sandi-pertama-1945', { role: 'administrator' });
  await database.addAccount('budi', 'sandi-kedua-1945', { role: 'administrator' });
  await database.addAccount('pensiun', 'sandi-ketiga-1945', {
    role: 'administrator',
    disabled_at: '2026-01-01T00:00:00.000Z',
  });
  await database.addAccount('fasilitator', 'sandi-fasilitator');
  const { db } = database.services;
  const usernames = ['admin', 'budi'];
  expect(await rescueAdministrator(db)).toEqual({ kind: 'choose', usernames });
  for (const username of ['pensiun', 'fasilitator', 'tidak.ada', '']) {
    expect(await rescueAdministrator(db, username)).toEqual({
      kind: 'notAdministrator',
      username,
      usernames,
    });
  }
  expect(await database.events('account.passwordReset')).toEqual([]);
  expect(await rescueAdministrator(db, ' Budi ')).toMatchObject({
    kind: 'done',
    account: { username: 'budi' },
  });
  expect(await signIn('admin', 'sandi-pertama-1945')).toMatchObject({ kind: 'signedIn' });
});

test('where there is none, nothing is made', async () => {
  expect(await rescueAdministrator(database.services.db, 'admin')).toEqual({ kind: 'none' });
});
