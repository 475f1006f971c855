import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { changePassword } from './ownAccount.server';
import { randomPassword } from './password.server';
import { findWeakness } from './passwordStrength.server';

const own = ['operator.6301', 'Siti Rahmah', 'Kabupaten Tanah Laut'];

describe('a password', () => {
  it.each([
    'rahasia123456',
    'katasandi1234',
    'P@ssw0rd2026',
    'Indonesia1945',
    'Merdeka17081945',
    'Bismillah1234',
    'sayacintaindonesia',
    'banjarmasin123',
    'qwertyuiop123',
    'admin-admin-admin',
    'a'.repeat(200),
  ])('that people are known to choose is refused: %s', async (password) => {
    expect(await findWeakness({ password, own: [] })).toBe('guessable');
  });

  it.each([
    'operator.6301',
    'operator63012026',
    'OPERATOR6301',
    'sitirahmah123',
    'Kabupaten Tanah Laut',
    'tanahlaut2026',
    'Rakerda2026!!',
    'diskominfo2026',
  ])('made of what is known of the account is refused as that: %s', async (password) => {
    expect(await findWeakness({ password, own })).toBe('ownWords');
  });

  it.each(['kucing hitam besar', 'perahu lampu bambu', 'kata-sandi-awal-untuk-uji', 'Tj7#pQ2x!vL9'])(
    'of unrelated words or of chance is taken: %s',
    async (password) => {
      expect(await findWeakness({ password, own })).toBeNull();
    },
  );

  it('that the product makes – for a reset, a list of accounts, at the terminal – is never one that it would refuse', async () => {
    for (let count = 0; count < 50; count += 1) {
      const password = randomPassword();
      expect([password, await findWeakness({ password, own })]).toEqual([password, null]);
    }
  });
});

describe('changing the own password', () => {
  const PASSWORD = 'kucing hitam besar';
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it.each([
    ['tamanhijau2026', 'operator', 'passwordGuessable', '63.01'],
    ['Daerah 63.02 2026', 'operator', 'passwordOwnWords', '63.02'],
    ['Rina Wati 2026', 'facilitator', 'passwordOwnWords', null],
  ] as const)('to %s changes nothing and says why', async (next, role, why, agencyCode) => {
    const username = `petugas.${agencyCode ?? 'umum'}`;
    const account = await house.account(username, PASSWORD, {
      role,
      name: 'Rina Wati',
      agency_code: agencyCode,
      must_change_password: 1,
    });
    const { actor } = await house.signedIn(account.id);
    const scope = house.scope(actor);
    expect(await changePassword(scope, { current: PASSWORD, next })).toEqual({ kind: 'weak', why });
    expect(await house.events('account.passwordChanged')).toEqual([]);
    expect(await changePassword(scope, { current: 'salah sama sekali', next })).toEqual({
      kind: 'wrongCurrent',
    });
  });
});
