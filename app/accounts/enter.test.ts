import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cookieOf, type House, openHouse, visit } from '#tests/house/house';
import type { Actor } from '~/policy';
import { signInAsDemo, signInWithPassword, signOut } from './enter.server';
import { INITIAL_DAYS } from './initialPassword';
import { findKnownBrowser } from './knownBrowser.server';
import { resetPassword } from './manageAccounts.server';
import { changePassword, signOutEverywhere } from './ownAccount.server';
import { findActor, listSignIns } from './signIn.server';

const PASSWORD = 'kucing hitam besar';
const OTHER = 'perahu kuning kecil lampu';

describe('coming in and going out', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(async () => {
    await house.close();
  });

  const scope = (actor: Actor, cookie: string) => ({ ...house.scope(actor), ...visit('10.0.0.1', cookie) });

  async function signIn(
    username: string,
    password: string,
    address?: string,
    cookie?: string,
  ): Promise<string> {
    const result = await signInWithPassword(house.services, { username, password }, visit(address, cookie));
    if (result.kind !== 'signedIn') throw new Error(result.kind);
    return cookieOf(result.setCookie);
  }

  test('the right password signs in, whatever the case of the name, and is on the record', async () => {
    const account = await house.account('rina', PASSWORD);
    const cookie = await signIn(' Rina', PASSWORD);
    expect((await findActor(house.db, cookie))?.id).toBe(account.id);
    expect((await house.events('account.signedIn'))[0]?.actor_id).toBe(account.id);
  });

  test('only who came with an initial password is asked for another', async () => {
    await house.account('rina', PASSWORD);
    await house.account('budi', PASSWORD, { must_change_password: 1 });
    for (const [username, mustChangePassword] of [
      ['rina', false],
      ['budi', true],
    ] as const) {
      const input = { username, password: PASSWORD };
      const result = await signInWithPassword(house.services, input, visit());
      expect(result).toMatchObject({ kind: 'signedIn', mustChangePassword });
    }
  });

  test('an initial password that was not used in its time opens nothing, and a new one does', async () => {
    const past = new Date(Date.now() - 1000).toISOString();
    const row = await house.account('budi', PASSWORD, { must_change_password: 1, initial_until: past });
    const input = { username: 'budi', password: PASSWORD };
    expect(await signInWithPassword(house.services, input, visit())).toEqual({ kind: 'initialOver' });
    // Who does not know it learns nothing of it.
    expect(await signInWithPassword(house.services, { ...input, password: OTHER }, visit())).toEqual({
      kind: 'refused',
    });
    expect(await house.events('account.signedIn')).toEqual([]);

    const admin = await house.person('administrator');
    const password = (await resetPassword(house.scope(admin), row))?.password ?? '';
    const cookie = await signIn('budi', password);
    const { initial_until: until } = await house.db
      .selectFrom('account')
      .select('initial_until')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    expect(Date.parse(until ?? '') - Date.now()).toBeGreaterThan((INITIAL_DAYS - 1) * 86_400_000);

    const actor = await findActor(house.db, cookie);
    if (!actor) throw new Error('not signed in');
    const changed = await changePassword(scope(actor, cookie), { current: password, next: OTHER });
    expect(changed.kind).toBe('changed');
    const after = await house.db
      .selectFrom('account')
      .select(['must_change_password', 'initial_until'])
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    expect(after).toEqual({ must_change_password: 0, initial_until: null });
  });

  test('wrong password, unknown name and disabled account get the same answer', async () => {
    await house.account('rina', PASSWORD);
    await house.account('budi', PASSWORD, { disabled_at: new Date().toISOString() });
    for (const [username, password] of [
      ['rina', OTHER],
      ['nobody', PASSWORD],
      ['budi', PASSWORD],
    ] as const) {
      const result = await signInWithPassword(house.services, { username, password }, visit());
      expect(result).toEqual({ kind: 'refused' });
    }
  });

  test('a failure is recorded with at most 60 characters of the name, and never the password', async () => {
    await signInWithPassword(
      house.services,
      { username: 'x'.repeat(200), password: OTHER },
      visit('10.0.0.7'),
    );
    const [event] = await house.events('account.signInFailed');
    expect(JSON.parse(event?.payload ?? '')).toEqual({ username: 'x'.repeat(60), address: '10.0.0.7' });
  });

  test('after many failures the right password still signs in, and the record is not flooded', async () => {
    await house.account('rina', PASSWORD);
    const wrong = { username: 'rina', password: OTHER };
    await Promise.all(Array.from({ length: 8 }, () => signInWithPassword(house.services, wrong, visit())));
    const result = await signInWithPassword(
      house.services,
      { username: 'rina', password: PASSWORD },
      visit(),
    );
    expect(result.kind).toBe('signedIn');
    expect(await house.events('account.signInFailed')).toHaveLength(5);
  }, 20_000);

  test('who left before the check is neither checked nor counted', async () => {
    const left = { ...visit(), gone: AbortSignal.abort() };
    const result = await signInWithPassword(house.services, { username: 'rina', password: OTHER }, left);
    expect(result).toEqual({ kind: 'unchecked' });
    expect(await house.events('account.signInFailed')).toHaveLength(0);
  });

  test('a browser is remembered for its account by a token of which the database has a hash only', async () => {
    await house.account('rina', PASSWORD);
    const input = { username: 'rina', password: PASSWORD };
    const first = await signInWithPassword(house.services, input, visit());
    if (first.kind !== 'signedIn' || first.knownBrowser === null) throw new Error('not remembered');
    expect(first.knownBrowser).toMatch(/HttpOnly/);
    const cookie = cookieOf(first.knownBrowser);
    const again = await signInWithPassword(house.services, input, visit('10.0.0.9', cookie));
    if (again.kind !== 'signedIn' || again.knownBrowser === null) throw new Error('not remembered');
    expect(cookieOf(again.knownBrowser)).toBe(cookie);
    expect(await findKnownBrowser(house.db, ' Rina', cookie)).not.toBeNull();
    expect(await findKnownBrowser(house.db, 'budi', cookie)).toBeNull();
    expect(await findKnownBrowser(house.db, 'rina', 'peramban=x')).toBeNull();
    const { rows } = await sql`select * from known_browser`.execute(house.db);
    const token = await findKnownBrowser(house.db, 'rina', cookie);
    expect(JSON.stringify(rows)).not.toContain(String(token));
  });

  test('signing in gives a new token and ends the one the browser held', async () => {
    await house.account('rina', PASSWORD);
    const first = await signIn('rina', PASSWORD);
    const second = await signIn('rina', PASSWORD, '10.0.0.1', first);
    expect(second).not.toBe(first);
    expect(await findActor(house.db, first)).toBeNull();
  });

  test('only a hash of the token is in the database', async () => {
    await house.account('rina', PASSWORD);
    const cookie = await signIn('rina', PASSWORD);
    const token: unknown = JSON.parse(
      Buffer.from(decodeURIComponent(cookie.replace('masuk=', '')), 'base64').toString(),
    );
    const stored = JSON.stringify(await house.db.selectFrom('sign_in').selectAll().execute());
    expect(stored).not.toContain(String(token));
  });

  test('one click opens demo accounts, and only those, and only while the demo is on', async () => {
    const demo = await house.account('contoh', PASSWORD, { is_demo: 1 });
    const real = await house.account('rina', PASSWORD);
    const closed = await house.account('tutup', PASSWORD, {
      is_demo: 1,
      disabled_at: '2026-01-01T00:00:00.000Z',
    });
    expect((await signInAsDemo(house.services, demo.id, visit())).kind).toBe('signedIn');
    expect((await signInAsDemo(house.services, real.id, visit())).kind).toBe('refused');
    expect((await signInAsDemo(house.services, closed.id, visit())).kind).toBe('refused');
    const off = { ...house.services, config: { ...house.services.config, demo: false } };
    expect((await signInAsDemo(off, demo.id, visit())).kind).toBe('refused');
  });

  test('signing out ends this browser only', async () => {
    await house.account('rina', PASSWORD);
    const [one, two] = [await signIn('rina', PASSWORD), await signIn('rina', PASSWORD)];
    const cleared = await signOut(house.services, visit('10.0.0.1', one));
    expect(cleared).toContain('Max-Age=0');
    expect(await findActor(house.db, one)).toBeNull();
    expect(await findActor(house.db, two)).not.toBeNull();
    expect(await house.events('account.signedOut')).toHaveLength(1);
  });

  test('signing out everywhere ends every browser', async () => {
    const account = await house.account('rina', PASSWORD);
    const [one, two] = [await signIn('rina', PASSWORD), await signIn('rina', PASSWORD)];
    const { actor } = await house.signedIn(account.id);
    await signOutEverywhere(scope(actor, one));
    expect(await findActor(house.db, one)).toBeNull();
    expect(await findActor(house.db, two)).toBeNull();
  });

  test('changing the password ends the other browsers, renews this one, and lifts the initial password', async () => {
    const account = await house.account('rina', PASSWORD, { must_change_password: 1 });
    const elsewhere = await signIn('rina', PASSWORD);
    const { actor, cookie } = await house.signedIn(account.id);
    expect(actor.mustChangePassword).toBe(true);
    const result = await changePassword(scope(actor, cookie), { current: PASSWORD, next: OTHER });
    if (result.kind !== 'changed') throw new Error(result.kind);
    expect(await findActor(house.db, elsewhere)).toBeNull();
    expect(await findActor(house.db, cookie)).toBeNull();
    const renewed = cookieOf(result.setCookie);
    expect((await findActor(house.db, renewed))?.mustChangePassword).toBe(false);
    expect(await listSignIns(house.db, account.id, renewed)).toMatchObject([{ isThis: true }]);
    expect(await house.events('account.passwordChanged')).toHaveLength(1);
    await expect(signIn('rina', PASSWORD)).rejects.toThrow('refused');
    await signIn('rina', OTHER);
  });

  test('wrong current passwords change nothing, and the right one after them still does', async () => {
    const account = await house.account('rina', PASSWORD);
    const { actor, cookie } = await house.signedIn(account.id);
    const attempt = (current: string) => changePassword(scope(actor, cookie), { current, next: OTHER });
    for (let time = 0; time < 6; time += 1) expect((await attempt('salah')).kind).toBe('wrongCurrent');
    expect(await findActor(house.db, cookie)).not.toBeNull();
    expect((await attempt(PASSWORD)).kind).toBe('changed');
  }, 20_000);

  test('a reset by the administrator between the check and the change wins', async () => {
    const account = await house.account('rina', PASSWORD);
    const { actor, cookie } = await house.signedIn(account.id);
    const administrator = await house.person('administrator');
    let initial = '';
    const limits: typeof house.services.limits = {
      ...house.services.limits,
      async password(attempt, check) {
        const verdict = await house.services.limits.password(attempt, check);
        initial = (await resetPassword(house.scope(administrator), account))?.password ?? '';
        return verdict;
      },
    };
    const input = { current: PASSWORD, next: OTHER };
    expect(await changePassword({ ...scope(actor, cookie), limits }, input)).toEqual({
      kind: 'wrongCurrent',
    });
    expect(await house.events('account.passwordChanged')).toEqual([]);
    await expect(signIn('rina', OTHER)).rejects.toThrow('refused');
    await signIn('rina', initial);
  });

  test('a change of the password touches no other account, and is not tried for who has left', async () => {
    const account = await house.account('rina', PASSWORD);
    const neighbour = await house.account('budi', PASSWORD, { password_hash: account.password_hash });
    const theirs = await house.signedIn(neighbour.id);
    const { actor, cookie } = await house.signedIn(account.id);
    const input = { current: PASSWORD, next: OTHER };
    const left = { ...scope(actor, cookie), gone: AbortSignal.abort() };
    expect(await changePassword(left, input)).toEqual({ kind: 'unchecked' });
    expect((await changePassword(scope(actor, cookie), input)).kind).toBe('changed');
    const now = await house.db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', neighbour.id)
      .executeTakeFirstOrThrow();
    expect(now).toEqual(neighbour);
    expect(await findActor(house.db, theirs.cookie)).not.toBeNull();
    expect(await house.events('account.passwordChanged')).toMatchObject([{ actor_id: account.id }]);
  });

  test('who came with an access card has no password to change, and may sign out everywhere, in a demo too', async () => {
    const card = await house.account('kartu', PASSWORD, { is_demo: 1 });
    const { actor, cookie } = await house.signedIn(card.id);
    const holder = { ...actor, onlyRakerdaId: 'kalsel' };
    const input = { current: PASSWORD, next: OTHER };
    expect(await changePassword(scope(holder, cookie), input)).toEqual({ kind: 'card' });
    expect(await signOutEverywhere(scope(holder, cookie))).toContain('Max-Age=0');
    expect(await findActor(house.db, cookie)).toBeNull();
  });

  test('nobody takes a demo account away from the others', async () => {
    const account = await house.account('contoh', PASSWORD, { is_demo: 1 });
    const { actor, cookie } = await house.signedIn(account.id);
    const change = { current: PASSWORD, next: OTHER };
    expect(await changePassword(scope(actor, cookie), change)).toEqual({ kind: 'demo' });
    expect(await signOutEverywhere(scope(actor, cookie))).toBeNull();
    expect(await findActor(house.db, cookie)).not.toBeNull();
  });
});
