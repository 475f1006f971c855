import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAgencyAccounts } from '~/accounts/agencyAccounts.server';
import { signInAsDemo, signInWithPassword } from '~/accounts/enter.server';
import { changePassword, signOutEverywhere } from '~/accounts/ownAccount.server';
import { findAccount, listAccounts, listDemoAccounts } from '~/accounts/accountRows.server';
import { findActor } from '~/accounts/signIn.server';
import { type Actor, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { secretFrom } from '~/server/secret';
import { type House, openHouse, visit } from '#tests/house/house';
import { joinedCounts, listAttendance } from './attendanceRows.server';
import { manageCards } from './cards.post.server';
import { readCode } from './cardCode';
import { readPrintPage } from './cardsPrint.read.server';
import { issueMissing, reissueCard, revokeCard } from './issueCards.server';
import { join, readJoinPage } from './join.read.server';
import { listCards, listPrintable } from './cardRows.server';

const ALL = { agencyCode: null, role: null, onlyUnused: false };
const NOBODY = { search: '', role: null, state: null, page: 1 };
const LONG_AGO = '2026-01-01T00:00:00.000Z';

let house: House;
let facilitator: Actor;
beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const wish = { state: 'filling', memberIds: [facilitator.id] } as const;
  await house.rakerda({ ...wish, id: 'a', agencyCodes: ['63.01', '63.02'] });
  await house.rakerda({ ...wish, id: 'b', year: 2027, agencyCodes: ['63.01'] });
});
afterEach(() => house.close());

const meeting = (rakerda = 'a', actor = facilitator) => house.meeting(actor, rakerda);
const withOtherSecret = (scope: MeetingScope) => ({ ...scope, secret: secretFrom('b'.repeat(40)) });
const issue = async (rakerda = 'a') => issueMissing(await meeting(rakerda));
const printed = (rakerda = 'a') => listPrintable(house.services, rakerda, ALL);
const events = (type: string) =>
  house.db.selectFrom('event').selectAll().where('type', '=', type).orderBy('seq').execute();

async function codeOf(agencyCode: string, role: 'head' | 'operator', rakerda = 'a'): Promise<string> {
  const cards = await printed(rakerda);
  const card = cards.find((one) => one.agencyName === `Daerah ${agencyCode}` && one.role === role);
  if (!card) throw new Error('no such card');
  return card.code;
}

async function enter(code: string, name: string, cookie?: string, position = '') {
  const form = new FormData();
  form.set('kode', code);
  form.set('name', name);
  form.set('position', position);
  const there = visit('10.0.0.1', cookie);
  const actor = cookie ? await findActor(house.db, cookie) : null;
  const result = await join(house.services, actor, form, there);
  if (result.kind !== 'joined') return { result, cookie: '', actor: null };
  const mine = (result.setCookie ?? cookie ?? '').split(';')[0] ?? '';
  return { result, cookie: mine, actor: await findActor(house.db, mine) };
}

async function cardId(agencyCode: string, role: 'head' | 'operator', rakerda = 'a') {
  return house.db
    .selectFrom('access_card')
    .selectAll()
    .where('rakerda_id', '=', rakerda)
    .where('agency_code', '=', agencyCode)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
}

/** A card that was made some time ago: the time of issue tells forms apart. */
async function olderCard(agencyCode: string, role: 'head' | 'operator') {
  const card = await cardId(agencyCode, role);
  await house.db.updateTable('access_card').set({ issued_at: LONG_AGO }).where('id', '=', card.id).execute();
  return { cardId: card.id, issuedAt: LONG_AGO };
}

describe('issuing', () => {
  test('one click makes both cards of every agency, a second click makes nothing', async () => {
    expect(await issue()).toEqual({ kind: 'issued', count: 4 });
    expect(await issue()).toEqual({ kind: 'issued', count: 0 });
    const cards = await printed();
    expect(new Set(cards.map((card) => card.code)).size).toBe(4);
    for (const { code } of cards) expect(readCode(code)).toBe(code);
    expect(await events('card.issued')).toHaveLength(1);
  });

  test('that codes were shown to be printed is on record, without the codes', async () => {
    const scope = await meeting();
    const request = new Request('http://localhost/rakerda/a/kartu/cetak');
    await readPrintPage({ ...scope, request });
    // Nothing was there to show yet.
    expect(await events('card.printed')).toEqual([]);
    await issue();
    const { cards } = await readPrintPage({ ...scope, request });
    const [shown, ...more] = await house.events('card.printed');
    expect(more).toEqual([]);
    expect(shown).toMatchObject({ actor_id: scope.actor.id, rakerda_id: 'a' });
    expect(JSON.parse(shown?.payload ?? '')).toEqual({ count: cards.length });
  });

  test('no code stands in the database', async () => {
    await issue();
    const rows = await Promise.all([
      house.db.selectFrom('access_card').selectAll().execute(),
      house.db.selectFrom('account').selectAll().execute(),
      house.db.selectFrom('event').selectAll().execute(),
    ]);
    const stored = JSON.stringify(rows);
    for (const { code } of await printed()) expect(stored).not.toContain(code);
  });

  test('a server with another secret says that codes are lost, and makes new ones', async () => {
    await issue();
    const other = withOtherSecret(await meeting());
    const before = await listCards(other, 'a');
    expect(before.map((agency) => agency.cards.head?.state)).toEqual(['lost', 'lost']);
    expect(await listPrintable(other, 'a', ALL)).toEqual([]);
    expect(await issueMissing(other)).toEqual({ kind: 'issued', count: 4 });
    expect(await listPrintable(other, 'a', ALL)).toHaveLength(4);
  });

  test('a closed Rakerda gives out no cards and changes none, also from a page opened before', async () => {
    await issue();
    const scope = await meeting();
    const { id, issued_at: issuedAt } = await cardId('63.01', 'head');
    await house.moveTo('a', 'closed');
    expect(await issueMissing(scope)).toEqual({ kind: 'locked' });
    expect(await reissueCard(scope, { cardId: id, issuedAt })).toEqual({ kind: 'locked' });
    expect(await revokeCard(scope, id)).toEqual({ kind: 'locked' });
    expect(await cardId('63.01', 'head')).toMatchObject({ issue: 1, revoked_at: null });
  });

  test('is for who manages the Rakerda', async () => {
    const operator = await house.person('operator', '63.01');
    await expect(issueMissing(await meeting('a', operator))).rejects.toMatchObject({ status: 403 });
    const stranger = await house.person('facilitator');
    await expect(issueMissing(await meeting('a', stranger))).rejects.toMatchObject({ status: 403 });
  });
});

describe('reissuing and revoking', () => {
  test('a new code ends the old one and who came in with it; the form sent twice renews once', async () => {
    await issue();
    const code = await codeOf('63.01', 'operator');
    const { cookie } = await enter(code, 'Siti');
    const asked = await olderCard('63.01', 'operator');
    for (let time = 0; time < 2; time += 1) {
      expect(await reissueCard(await meeting(), asked)).toEqual({ kind: 'done' });
    }
    expect((await cardId('63.01', 'operator')).issue).toBe(2);
    expect(await findActor(house.db, cookie)).toBeNull();
    expect((await enter(code, 'Siti')).result).toMatchObject({ kind: 'refused', page: { kind: 'wrong' } });
    const fresh = await codeOf('63.01', 'operator');
    expect(fresh).not.toBe(code);
    expect((await enter(fresh, 'Siti')).actor?.agencyCode).toBe('63.01');
    expect(await events('card.reissued')).toHaveLength(1);
  });

  test('a revoked card signs out at once, opens nothing, and lives again with a new code', async () => {
    await issue();
    const code = await codeOf('63.02', 'head');
    const { cookie } = await enter(code, 'Budi');
    const asked = await olderCard('63.02', 'head');
    for (let time = 0; time < 2; time += 1) {
      expect(await revokeCard(await meeting(), asked.cardId)).toEqual({ kind: 'done' });
    }
    expect((await events('card.revoked')).map((event) => [event.agency_code, event.actor_id])).toEqual([
      ['63.02', facilitator.id],
    ]);
    expect(await findActor(house.db, cookie)).toBeNull();
    expect((await enter(code, 'Budi')).result).toMatchObject({ page: { kind: 'wrong' } });
    expect(await printed()).toHaveLength(3);
    await reissueCard(await meeting(), asked);
    expect((await enter(await codeOf('63.02', 'head'), 'Budi')).actor?.role).toBe('head');
  });

  test('nobody touches a card of another Rakerda', async () => {
    await issue();
    const card = await cardId('63.01', 'head');
    const there = await meeting('b');
    expect(await revokeCard(there, card.id)).toEqual({ kind: 'unknown' });
    const asked = { cardId: card.id, issuedAt: card.issued_at };
    expect(await reissueCard(there, asked)).toEqual({ kind: 'unknown' });
    const form = new FormData();
    form.set('intent', 'revoke');
    form.set('card', card.id);
    await expect(manageCards(there, form)).rejects.toMatchObject({ status: 400 });
    expect(await cardId('63.01', 'head')).toEqual(card);
  });
});

describe('joining', () => {
  test('the code is found however it is typed, and says whom it signs in as', async () => {
    await issue();
    const code = await codeOf('63.01', 'head');
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3, 5)}–${code.slice(5)} `;
    const page = await readJoinPage(house.services, null, typed, visit());
    expect(page).toMatchObject({
      kind: 'found',
      holder: { agencyCode: '63.01', role: 'head', rakerda: { id: 'a' } },
    });
  });

  test('the same person twice is one entry; a colleague with the same card is another', async () => {
    await issue();
    const code = await codeOf('63.01', 'operator');
    const first = await enter(code, 'Siti Rahmah');
    await enter(code, '  siti   RAHMAH ', first.cookie, 'Pranata Komputer');
    await enter(code, 'Siti Rahmah');
    await enter(code, 'Ahmad');
    expect(await listAttendance(house.db, 'a')).toMatchObject([
      { name: 'Siti Rahmah', position: 'Pranata Komputer', agencyName: 'Daerah 63.01' },
      { name: 'Ahmad', position: '' },
    ]);
    expect(await joinedCounts(house.db, 'a')).toEqual({ agencies: 1, people: 2 });
    expect(await events('attendance.added')).toHaveLength(2);
  });

  test('a name is needed', async () => {
    await issue();
    const { result } = await enter(await codeOf('63.01', 'head'), '   ');
    expect(result).toMatchObject({ kind: 'refused', refusal: { errors: { name: 'nameRequired' } } });
  });

  test('a closed Rakerda says so and signs nobody in', async () => {
    await issue();
    const code = await codeOf('63.01', 'operator');
    await house.moveTo('a', 'closed');
    expect((await enter(code, 'Siti')).result).toMatchObject({
      page: { kind: 'over', rakerdaName: 'Rakerda Uji 2026' },
    });
    expect(await listAttendance(house.db, 'a')).toEqual([]);
  });

  test('wrong codes are counted, right ones are not, and the record is not flooded', async () => {
    await issue();
    const code = await codeOf('63.01', 'operator');
    const look = (typed: string, address: string) =>
      readJoinPage(house.services, null, typed, visit(address)).then((page) => page.kind);
    for (let time = 0; time < 65; time += 1) expect(await look('22222222', '10.0.0.1')).toBe('wrong');
    for (let time = 0; time < 5; time += 1) expect(await look(code, '10.0.0.1')).toBe('found');
    expect(await look(code, '10.0.0.2')).toBe('found');
    const failed = await events('card.codeFailed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.payload).toBe(JSON.stringify({ address: '10.0.0.1', count: 1 }));
  });

  test('a phone that left before its code was looked up is not counted', async () => {
    const left = { ...visit(), gone: AbortSignal.abort() };
    const page = await readJoinPage(house.services, null, '22222222', left);
    expect(page).toEqual({ kind: 'unchecked', typed: '22222222' });
    expect(await house.events('card.codeFailed')).toEqual([]);
  });

  test('what is no code at all is no guess', async () => {
    for (const typed of ['', 'hai', '00000000', 'K7MR24XPQ', '😀'.repeat(8), 'x'.repeat(10_000)]) {
      expect(await readJoinPage(house.services, null, typed, visit())).toMatchObject({ kind: 'malformed' });
    }
  });
});

describe('the account behind a card', () => {
  test('reaches its own Rakerda only, though its agency takes part in another', async () => {
    await issue();
    await issue('b');
    const { actor } = await enter(await codeOf('63.01', 'operator'), 'Siti');
    if (!actor) throw new Error('not signed in');
    const own = (await meeting('a', actor)).place;
    const other = (await meeting('b', actor)).place;
    expect(other.rakerda.actorParticipates).toBe(true);
    for (const action of ['rakerda.read', 'comparison.read', 'answer.write', 'vote.cast'] as const) {
      expect(may(actor, action, { ...own, agencyCode: '63.01' })).toBe(true);
      expect(may(actor, action, { ...other, agencyCode: '63.01' })).toBe(false);
    }
    expect(may(actor, 'answer.write', { ...own, agencyCode: '63.02' })).toBe(false);
  });

  test('is no account that administrators or anybody with a password deals with', async () => {
    const { db } = house;
    await issue();
    const { accounts } = await listAccounts(db, NOBODY);
    expect(accounts.map(({ username }) => username)).toEqual([facilitator.username]);
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
    const actor = await house.person('administrator');
    const input = { rakerda: 'a', reissue: true };
    const made = await createAgencyAccounts(house.scope(actor), input, () => 'Nama');
    expect(made?.filter((access) => access.isNew)).toHaveLength(4);
  });

  test('has no password to change, and can be signed out everywhere', async () => {
    await issue();
    const { actor, cookie } = await enter(await codeOf('63.01', 'head'), 'Budi');
    if (!actor) throw new Error('not signed in');
    const scope = { ...house.scope(actor), ...visit('10.0.0.1', cookie) };
    const input = { current: '!', next: 'kata-sandi-yang-baru' };
    expect(await changePassword(scope, input)).toEqual({ kind: 'card' });
    await signOutEverywhere(scope);
    expect(await findActor(house.db, cookie)).toBeNull();
  });

  test('of a demo Rakerda is not among the demo accounts', async () => {
    await house.rakerda({
      id: 'contoh',
      isDemo: true,
      state: 'filling',
      agencyCodes: ['63.01'],
      memberIds: [facilitator.id],
    });
    await issue('contoh');
    const card = await cardId('63.01', 'head', 'contoh');
    expect((await listDemoAccounts(house.db)).byAgency).toEqual([]);
    expect((await signInAsDemo(house.services, card.account_id, visit())).kind).toBe('refused');
  });
});
