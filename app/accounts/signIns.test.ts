/** One of several sign-ins is ended from elsewhere: by its owner, and by an administrator. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountRow } from '#db/schema';
import { cookieOf, type House, openHouse, visit } from '#tests/house/house';
import { endSignInOf } from './manageAccounts.server';
import { endOwnSignIn } from './ownAccount.server';
import { signInWithPassword, signOut } from './enter.server';
import { findActor, listSignIns, startSignIn } from './signIn.server';

let house: House;
let rina: AccountRow;
let phone: string;
let laptop: string;

beforeEach(async () => {
  house = await openHouse();
  rina = await house.account('rina', 'kucing hitam besar', { name: 'Rina' });
  phone = (await house.signedIn(rina.id)).cookie;
  laptop = (await house.signedIn(rina.id)).cookie;
});
afterEach(() => house.close());

async function idOf(cookie: string): Promise<string> {
  const device = (await listSignIns(house.db, rina.id, cookie)).find(({ isThis }) => isThis);
  if (!device) throw new Error('not signed in');
  return device.id;
}
const ended = async () =>
  (await house.events('account.signInEnded')).map(({ actor_id, payload }) => ({
    actor: actor_id,
    payload: JSON.parse(payload) as unknown,
  }));
const payload = () => ({ accountId: rina.id, username: 'rina', name: 'Rina', userAgent: null });

describe('one sign-in', () => {
  it('is ended by its owner, the others stay', async () => {
    const { actor } = await house.signedIn(rina.id);
    expect(await endOwnSignIn(house.scope(actor), await idOf(phone))).toBe(true);
    expect(await findActor(house.db, phone)).toBeNull();
    expect(await findActor(house.db, laptop)).not.toBeNull();
    expect(await ended()).toEqual([{ actor: rina.id, payload: payload() }]);
  });

  it('is ended by an administrator, the others stay', async () => {
    const admin = await house.person('administrator');
    await endSignInOf(house.scope(admin), rina, await idOf(phone));
    expect(await findActor(house.db, phone)).toBeNull();
    expect(await findActor(house.db, laptop)).not.toBeNull();
    expect(await ended()).toEqual([{ actor: admin.id, payload: payload() }]);
  });

  it('is ended by nobody else: not with the id of another’s, and not without the right', async () => {
    const budi = await house.account('budi', 'kucing hitam besar');
    const { actor } = await house.signedIn(budi.id);
    const id = await idOf(phone);
    expect(await endOwnSignIn(house.scope(actor), id)).toBe(false);
    await expect(endSignInOf(house.scope(actor), rina, id)).rejects.toMatchObject({ status: 403 });
    expect(await findActor(house.db, phone)).not.toBeNull();
    expect(await ended()).toEqual([]);
  });

  it('of a demo account is another person’s and stays', async () => {
    await house.db.updateTable('account').set({ is_demo: 1 }).where('id', '=', rina.id).execute();
    const { actor } = await house.signedIn(rina.id);
    expect(await endOwnSignIn(house.scope(actor), await idOf(phone))).toBe(false);
    expect(await findActor(house.db, phone)).not.toBeNull();
  });

  it('is named by what opens nothing and is in no cookie', async () => {
    const id = await idOf(phone);
    const { token_hash: hashes } = await house.db
      .selectFrom('sign_in')
      .select((eb) => eb.fn.count('token_hash').as('token_hash'))
      .where('token_hash', 'like', `%${id}%`)
      .executeTakeFirstOrThrow();
    expect(Number(hashes)).toBe(0);
    expect(phone).not.toContain(id);
  });
});

describe('behind TLS', () => {
  const secure = (cookie?: string) => ({ ...visit('10.0.0.1', cookie), secure: true });

  it('the cookies are of this host and of no other, and going clears them', async () => {
    const input = { username: 'rina', password: 'kucing hitam besar' };
    const entered = await signInWithPassword(house.services, input, secure());
    if (entered.kind !== 'signedIn') throw new Error(entered.kind);
    for (const cookie of [entered.setCookie, entered.knownBrowser]) {
      expect(cookie).toMatch(/^__Host-\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
    const cookie = cookieOf(entered.setCookie);
    expect((await findActor(house.db, cookie, true))?.id).toBe(rina.id);
    expect((await listSignIns(house.db, rina.id, cookie, true)).filter(({ isThis }) => isThis)).toHaveLength(
      1,
    );
    expect(await signOut(house.services, secure(cookie))).toMatch(/^__Host-masuk=;.*Max-Age=0.*Secure/);
    expect(await findActor(house.db, cookie, true)).toBeNull();
  });

  it('a cookie that a neighbour of the domain could plant opens nothing, and the other way round', async () => {
    expect(await findActor(house.db, phone, true)).toBeNull();
    const request = new Request('https://127.0.0.1/');
    const cookie = cookieOf(await startSignIn(house.db, rina.id, request, true));
    expect(await findActor(house.db, cookie, false)).toBeNull();
    expect(await findActor(house.db, cookie, true)).not.toBeNull();
  });
});
