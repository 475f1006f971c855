import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAgencyAccounts } from '~/accounts/agencyAccounts.server';
import { signInAsDemo, signInWithPassword } from '~/accounts/enter.server';
import { changePassword, signOutEverywhere } from '~/accounts/ownAccount.server';
import { findAccount, listAccounts, listDemoAccounts } from '~/accounts/queries.server';
import { findActor } from '~/accounts/signIn.server';
import { cookieOf, openTestDatabase, type TestDatabase, visit } from '~/accounts/testDatabase.server';
import { createPresence } from '~/live/presence.server';
import { secretFrom } from '~/server/secret';
import { type Actor, may } from '~/policy';
import { findRakerdaPlace } from '~/rakerda/scope.server';
import { joinedCounts, listAttendance } from './attendanceQueries.server';
import { readCode } from './code';
import { issueMissing, reissueCard, revokeCard } from './issue.server';
import { join, readJoinPage } from './joinPage.server';
import { listCards, listPrintable } from './queries.server';

const ALL = { agencyCode: null, role: null, onlyUnused: false };
const NOBODY = { search: '', role: null, state: null, page: 1 };

let house: TestDatabase;
let facilitator: Actor;
beforeEach(async () => {
  house = await openTestDatabase();
  await house.addRakerda('a', 0, ['63.01', '63.02']);
  await house.addRakerda('b', 0, ['63.01']);
  const account = await house.addAccount('fasilitator', 'kata-sandi-panjang');
  for (const rakerda of ['a', 'b']) {
    await house.services.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: rakerda, account_id: account.id })
      .execute();
  }
  facilitator = (await house.signedIn(account.id)).actor;
});
afterEach(() => house.close());

const services = (secret = 'a'.repeat(40)) => ({
  ...house.services,
  secret: secretFrom(secret),
  presence: createPresence(),
});
const placeOf = (rakerda: string, actor = facilitator) => findRakerdaPlace(house.services.db, actor, rakerda);
const issue = async (rakerda = 'a', secret?: string) =>
  issueMissing(services(secret), facilitator, await placeOf(rakerda), 'r-1');
const printed = (rakerda = 'a') => listPrintable(services(), rakerda, ALL);

async function codeOf(agencyName: string, role: 'head' | 'operator', rakerda = 'a'): Promise<string> {
  const cards = await printed(rakerda);
  const card = cards.find((one) => one.agencyName === agencyName && one.role === role);
  if (!card) throw new Error('no such card');
  return card.code;
}

async function enter(code: string, name: string, cookie?: string, position = '') {
  const form = new FormData();
  form.set('kode', code);
  form.set('name', name);
  form.set('position', position);
  const there = visit('10.0.0.1', cookie);
  const actor = cookie ? await findActor(house.services.db, cookie) : null;
  const result = await join(services(), actor, form, there);
  if (result.kind !== 'joined') return { result, cookie: '', actor: null };
  const mine = result.setCookie === null ? (cookie ?? '') : cookieOf(result.setCookie);
  return { result, cookie: mine, actor: await findActor(house.services.db, mine) };
}

async function cardId(agencyCode: string, role: 'head' | 'operator', rakerda = 'a') {
  return house.services.db
    .selectFrom('access_card')
    .selectAll()
    .where('rakerda_id', '=', rakerda)
    .where('agency_code', '=', agencyCode)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
}

describe('issuing', () => {
  test('one click makes both cards of every agency, a second click makes nothing', async () => {
    expect(await issue()).toEqual({ kind: 'issued', count: 4 });
    expect(await issue()).toEqual({ kind: 'issued', count: 0 });
    const cards = await printed();
    expect(new Set(cards.map((card) => card.code)).size).toBe(4);
    for (const { code } of cards) expect(readCode(code)).toBe(code);
    expect(await house.events('card.issued')).toHaveLength(1);
  });

  test('no code stands in the database', async () => {
    await issue();
    const rows = await Promise.all([
      house.services.db.selectFrom('access_card').selectAll().execute(),
      house.services.db.selectFrom('account').selectAll().execute(),
      house.services.db.selectFrom('event').selectAll().execute(),
    ]);
    const stored = JSON.stringify(rows);
    for (const { code } of await printed()) expect(stored).not.toContain(code);
  });

  test('a server with another secret says that codes are lost, and makes new ones', async () => {
    await issue();
    const other = 'b'.repeat(40);
    const before = await listCards(services(other), 'a');
    expect(before.map((agency) => agency.cards.head?.state)).toEqual(['lost', 'lost']);
    expect(await listPrintable(services(other), 'a', ALL)).toEqual([]);
    expect(await issue('a', other)).toEqual({ kind: 'issued', count: 4 });
    expect(await listPrintable(services(other), 'a', ALL)).toHaveLength(4);
  });

  test('a closed Rakerda gives out no cards', async () => {
    await house.services.db.updateTable('rakerda').set({ state: 'closed' }).where('id', '=', 'a').execute();
    expect(await issue()).toEqual({ kind: 'closed' });
  });
});

describe('reissuing and revoking', () => {
  test('a new code ends the old one and who came in with it; the form sent twice renews once', async () => {
    await issue();
    const code = await codeOf('Kabupaten Tanah Laut', 'operator');
    const { cookie } = await enter(code, 'Siti');
    const card = await cardId('63.01', 'operator');
    const asked = { cardId: card.id, issuedAt: card.issued_at };
    // The time of issue tells the forms apart.
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (let time = 0; time < 2; time += 1) {
      expect(await reissueCard(services(), facilitator, await placeOf('a'), asked, 'r')).toBe('done');
    }
    expect((await cardId('63.01', 'operator')).issue).toBe(2);
    expect(await findActor(house.services.db, cookie)).toBeNull();
    expect((await enter(code, 'Siti')).result).toMatchObject({ kind: 'refused', page: { kind: 'wrong' } });
    const fresh = await codeOf('Kabupaten Tanah Laut', 'operator');
    expect(fresh).not.toBe(code);
    expect((await enter(fresh, 'Siti')).actor?.agencyCode).toBe('63.01');
    expect(await house.events('card.reissued')).toHaveLength(1);
  });

  test('a revoked card signs out at once, opens nothing, and lives again with a new code', async () => {
    await issue();
    const code = await codeOf('Kabupaten Kotabaru', 'head');
    const { cookie } = await enter(code, 'Budi');
    const card = await cardId('63.02', 'head');
    expect(await revokeCard(services(), facilitator, await placeOf('a'), card.id, 'r')).toBe('done');
    expect(await findActor(house.services.db, cookie)).toBeNull();
    expect((await enter(code, 'Budi')).result).toMatchObject({ page: { kind: 'wrong' } });
    expect(await printed()).toHaveLength(3);
    const asked = { cardId: card.id, issuedAt: card.issued_at };
    await reissueCard(services(), facilitator, await placeOf('a'), asked, 'r');
    expect((await enter(await codeOf('Kabupaten Kotabaru', 'head'), 'Budi')).actor?.role).toBe('head');
  });

  test('nobody touches a card of another Rakerda', async () => {
    await issue();
    const card = await cardId('63.01', 'head');
    expect(await revokeCard(services(), facilitator, await placeOf('b'), card.id, 'r')).toBe('unknown');
  });
});

describe('joining', () => {
  test('the code is found however it is typed, and says whom it signs in as', async () => {
    await issue();
    const code = await codeOf('Kabupaten Tanah Laut', 'head');
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3, 5)}–${code.slice(5)} `;
    const page = await readJoinPage(services(), null, typed, visit());
    expect(page).toMatchObject({
      kind: 'found',
      holder: { agencyCode: '63.01', role: 'head', rakerda: { id: 'a' } },
    });
  });

  test('the same person twice is one entry; a colleague with the same card is another', async () => {
    await issue();
    const code = await codeOf('Kabupaten Tanah Laut', 'operator');
    const first = await enter(code, 'Siti Rahmah');
    await enter(code, '  siti   RAHMAH ', first.cookie, 'Pranata Komputer');
    await enter(code, 'Siti Rahmah');
    await enter(code, 'Ahmad');
    expect(await listAttendance(house.services.db, 'a')).toMatchObject([
      { name: 'Siti Rahmah', position: 'Pranata Komputer', agencyName: 'Kabupaten Tanah Laut' },
      { name: 'Ahmad', position: '' },
    ]);
    expect(await joinedCounts(house.services.db, 'a')).toEqual({ agencies: 1, people: 2 });
    expect(await house.events('attendance.added')).toHaveLength(2);
  });

  test('a name is needed', async () => {
    await issue();
    const { result } = await enter(await codeOf('Kabupaten Tanah Laut', 'head'), '   ');
    expect(result).toMatchObject({ kind: 'refused', refusal: { errors: { name: 'nameRequired' } } });
  });

  test('a closed Rakerda says so and signs nobody in', async () => {
    await issue();
    const code = await codeOf('Kabupaten Tanah Laut', 'operator');
    await house.services.db.updateTable('rakerda').set({ state: 'closed' }).where('id', '=', 'a').execute();
    expect((await enter(code, 'Siti')).result).toMatchObject({ page: { kind: 'over', rakerdaName: 'a' } });
    expect(await listAttendance(house.services.db, 'a')).toEqual([]);
  });

  test('wrong codes are counted, right ones are not, and the record is not flooded', async () => {
    await issue();
    const code = await codeOf('Kabupaten Tanah Laut', 'operator');
    const look = (typed: string, address: string) =>
      readJoinPage(services(), null, typed, visit(address)).then((page) => page.kind);
    for (let time = 0; time < 65; time += 1) expect(await look('22222222', '10.0.0.1')).toBe('wrong');
    for (let time = 0; time < 5; time += 1) expect(await look(code, '10.0.0.1')).toBe('found');
    expect(await look(code, '10.0.0.2')).toBe('found');
    const failed = await house.events('card.codeFailed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.payload).toBe(JSON.stringify({ address: '10.0.0.1', count: 1 }));
  });

  test('a phone that left before its code was looked up is not counted', async () => {
    const left = { ...visit(), gone: AbortSignal.abort() };
    const page = await readJoinPage(services(), null, '22222222', left);
    expect(page).toEqual({ kind: 'unchecked', typed: '22222222' });
    expect(await house.events('card.codeFailed')).toEqual([]);
  });

  test('what is no code at all is no guess', async () => {
    for (const typed of ['', 'hai', '00000000', 'K7MR24XPQ', '😀'.repeat(8), 'x'.repeat(10_000)]) {
      expect(await readJoinPage(services(), null, typed, visit())).toMatchObject({ kind: 'malformed' });
    }
  });
});

describe('the account behind a card', () => {
  test('reaches its own Rakerda only, though its agency takes part in another', async () => {
    await issue();
    await issue('b');
    const { actor } = await enter(await codeOf('Kabupaten Tanah Laut', 'operator'), 'Siti');
    if (!actor) throw new Error('not signed in');
    const own = await placeOf('a', actor);
    const other = await placeOf('b', actor);
    expect(other.rakerda.actorParticipates).toBe(true);
    for (const action of ['rakerda.read', 'comparison.read', 'answer.write', 'vote.cast'] as const) {
      expect(may(actor, action, { ...own, agencyCode: '63.01' })).toBe(true);
      expect(may(actor, action, { ...other, agencyCode: '63.01' })).toBe(false);
    }
    expect(may(actor, 'answer.write', { ...own, agencyCode: '63.02' })).toBe(false);
  });

  test('is no account that administrators or anybody with a password deals with', async () => {
    const { db } = house.services;
    await issue();
    const { accounts } = await listAccounts(db, NOBODY);
    expect(accounts.map(({ username }) => username)).toEqual(['fasilitator']);
    const card = await cardId('63.01', 'operator');
    expect(await findAccount(db, card.account_id)).toBeUndefined();
    const { username } = await db
      .selectFrom('account')
      .select('username')
      .where('id', '=', card.account_id)
      .executeTakeFirstOrThrow();
    for (const password of ['', '!', 'apa-saja']) {
      const result = await signInWithPassword(house.services, { username, password }, visit());
      expect(result.kind).toBe('refused');
    }
    const boss = await house.addAccount('admin', 'kata-sandi-panjang', { role: 'administrator' });
    const { actor } = await house.signedIn(boss.id);
    const input = { rakerda: 'a', reissue: true };
    const made = await createAgencyAccounts(house.services, actor, input, () => 'Nama', randomUUID());
    expect(made?.filter((access) => access.isNew)).toHaveLength(4);
  });

  test('has no password to change, and can be signed out everywhere', async () => {
    await issue();
    const { actor, cookie } = await enter(await codeOf('Kabupaten Tanah Laut', 'head'), 'Budi');
    if (!actor) throw new Error('not signed in');
    const there = visit('10.0.0.1', cookie);
    const input = { current: '!', next: 'kata-sandi-yang-baru' };
    expect(await changePassword(house.services, actor, input, there)).toEqual({ kind: 'card' });
    await signOutEverywhere(house.services, actor, there);
    expect(await findActor(house.services.db, cookie)).toBeNull();
  });

  test('of a demo Rakerda is not among the demo accounts', async () => {
    await house.addRakerda('contoh', 1, ['63.01']);
    await house.services.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: 'contoh', account_id: facilitator.id })
      .execute();
    await issue('contoh');
    const card = await cardId('63.01', 'head', 'contoh');
    expect((await listDemoAccounts(house.services.db)).byAgency).toEqual([]);
    expect((await signInAsDemo(house.services, card.account_id, visit())).kind).toBe('refused');
  });
});
