import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, visit } from '#tests/house/house';
import { signInWithPassword } from './enter.server';
import { rescueAdministrator } from './rescue.server';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const signIn = (username: string, password: string) =>
  signInWithPassword(house.services, { username, password }, visit());

test('the only administrator gets a new initial password, on record as done by nobody', async () => {
  await house.account('kepala.admin', 'sandi-yang-hilang', { role: 'administrator' });
  await house.account('fasilitator', 'sandi-fasilitator');
  const rescue = await rescueAdministrator(house.db);
  if (rescue.kind !== 'done') throw new Error(rescue.kind);
  expect(await signIn('kepala.admin', rescue.account.password)).toMatchObject({
    kind: 'signedIn',
    mustChangePassword: true,
  });
  expect(await signIn('kepala.admin', 'sandi-yang-hilang')).toMatchObject({ kind: 'refused' });
  expect(await house.events('account.passwordReset')).toMatchObject([{ actor_id: null }]);
});

test('of several one must be named, and only active administrators can be', async () => {
  await house.account('admin', 'sandi-pertama-1945', { role: 'administrator' });
  await house.account('budi', 'sandi-kedua-1945', { role: 'administrator' });
  await house.account('pensiun', 'sandi-ketiga-1945', {
    role: 'administrator',
    disabled_at: '2026-01-01T00:00:00.000Z',
  });
  await house.account('fasilitator', 'sandi-fasilitator');
  const { db } = house;
  const usernames = ['admin', 'budi'];
  expect(await rescueAdministrator(db)).toEqual({ kind: 'choose', usernames });
  for (const username of ['pensiun', 'fasilitator', 'tidak.ada', '']) {
    expect(await rescueAdministrator(db, username)).toEqual({
      kind: 'notAdministrator',
      username,
      usernames,
    });
  }
  expect(await house.events('account.passwordReset')).toEqual([]);
  expect(await rescueAdministrator(db, ' Budi ')).toMatchObject({
    kind: 'done',
    account: { username: 'budi' },
  });
  expect(await signIn('admin', 'sandi-pertama-1945')).toMatchObject({ kind: 'signedIn' });
});

test('where there is none, nothing is made', async () => {
  expect(await rescueAdministrator(house.db, 'admin')).toEqual({ kind: 'none' });
});
