/** What issuing cards and coming in with one leave behind: cards, accounts, events, and nothing elsewhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '~/accounts/signIn.server';
import type { Actor } from '~/policy';
import type { EventType } from '~/record/events';
import { secretFrom } from '~/server/secret';
import { cookieOf, DECIMAL, type House, openHouse, visit, WHOLE } from '#tests/house/house';
import { codeOf, hashOfCode } from './cardCode.server';
import { type CardHolder, listPrintable } from './cardRows.server';
import { issueMissing, reissueCard, revokeCard } from './issueCards.server';
import { joinWithCard, lookUpCode, pathAfterJoining } from './joinWithCard.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    const agencyCodes = ['63.01', '63.02'];
    await house.rakerda({ id, year, state: 'filling', agencyCodes, memberIds: [facilitator.id] });
    await issueMissing(await meeting(id));
  }
});
afterEach(() => house.close());

function meeting(rakerdaId = HERE) {
  return house.meeting(facilitator, rakerdaId);
}
const cards = (rakerdaId = HERE) =>
  house.db
    .selectFrom('access_card')
    .selectAll()
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('agency_code')
    .orderBy('role')
    .execute();
async function card(place = 0, rakerdaId = HERE) {
  const found = (await cards(rakerdaId))[place];
  if (!found) throw new Error('no such card');
  return found;
}
async function said(type: EventType, rakerdaId = HERE) {
  const events = await house.events(type);
  return events
    .filter((event) => event.rakerda_id === rakerdaId)
    .map((event) => ({
      at: event.at,
      actor: event.actor_id,
      agency: event.agency_code,
      payload: JSON.parse(event.payload) as unknown,
    }));
}
async function holderOf(
  agencyCode: string,
  role: 'head' | 'operator',
  rakerdaId = HERE,
): Promise<CardHolder> {
  const wish = { agencyCode, role, onlyUnused: false };
  const [printable] = await listPrintable(house.services, rakerdaId, wish);
  const found = await lookUpCode(house.services, printable?.code ?? '', visit());
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.holder;
}

describe('issued cards', () => {
  it('stand with an account of their own, which no password opens', async () => {
    const [event] = await said('card.issued');
    expect(event).toMatchObject({ actor: facilitator.id, agency: null, payload: { count: 4 } });
    expect(await cards()).toMatchObject(
      ['63.01', '63.02'].flatMap((agency_code) =>
        ['head', 'operator'].map((role) => ({
          rakerda_id: HERE,
          agency_code,
          role,
          issue: 1,
          issued_at: event?.at,
          revoked_at: null,
        })),
      ),
    );
    for (const { account_id: id, role, agency_code: agency } of await cards()) {
      const account = await house.db
        .selectFrom('account')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(account).toMatchObject({
        name: `${role === 'head' ? 'Kepala' : 'Operator'} Daerah ${agency}`,
        role,
        agency_code: agency,
        password_hash: '!',
        must_change_password: 0,
        is_demo: 0,
        disabled_at: null,
        created_at: event?.at,
      });
      expect(account.username).toMatch(
        new RegExp(`^kartu\\.[0-9a-f]{6}\\.${agency.replace('.', '')}\\.${role}$`),
      );
    }
  });

  it('are made for an agency that joined since, and for it alone', async () => {
    const before = await cards();
    await house.db.insertInto('rakerda_agency').values({ rakerda_id: HERE, agency_code: '63.03' }).execute();
    expect(await issueMissing(await meeting())).toEqual({ kind: 'issued', count: 2 });
    const after = await cards();
    expect(after.slice(0, 4)).toEqual(before);
    expect(after.slice(4).map(({ agency_code: agency, role }) => [agency, role])).toEqual([
      ['63.03', 'head'],
      ['63.03', 'operator'],
    ]);
    expect(await cards(OTHER)).toHaveLength(4);
  });

  it('whose codes are lost get new ones, but for those that were revoked', async () => {
    const [revoked, lost] = [await card(0), await card(1)];
    await revokeCard(await meeting(), revoked.id);
    const asItWas = await card(0);
    const there = await cards(OTHER);
    const scope = { ...(await meeting()), secret: secretFrom('another secret that is long enough too') };
    expect(await issueMissing(scope)).toEqual({ kind: 'issued', count: 3 });
    expect(await card(0)).toEqual(asItWas);
    const renewed = await card(1);
    expect(renewed).toMatchObject({ id: lost.id, account_id: lost.account_id, issue: 2 });
    expect(renewed.code_hash).not.toBe(lost.code_hash);
    expect(await cards(OTHER)).toEqual(there);
    expect((await said('card.issued')).map(({ payload }) => payload)).toEqual([{ count: 4 }, { count: 3 }]);
  });
});

describe('one card', () => {
  it('gets a new code at its moment; its neighbours keep theirs, and stay signed in', async () => {
    const one = await card(0);
    await house.db.updateTable('access_card').set({ issued_at: LONG_AGO }).where('id', '=', one.id).execute();
    const [mine, theirs] = [
      await house.signedIn(one.account_id),
      await house.signedIn((await card(1)).account_id),
    ];
    const others = (await cards()).slice(1);
    const asked = { cardId: one.id, issuedAt: LONG_AGO };
    expect(await reissueCard(await meeting(), asked)).toEqual({ kind: 'done' });
    const [event, ...more] = await said('card.reissued');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor: facilitator.id,
      agency: '63.01',
      payload: { cardId: one.id, role: 'head' },
    });
    expect(await card(0)).toMatchObject({ id: one.id, issue: 2, issued_at: event?.at, revoked_at: null });
    expect((await cards()).slice(1)).toEqual(others);
    expect(await findActor(house.db, mine.cookie)).toBeNull();
    expect(await findActor(house.db, theirs.cookie)).not.toBeNull();
    // The page is older than the code: nothing happens, and nothing is said.
    expect(await reissueCard(await meeting(), asked)).toEqual({ kind: 'done' });
    expect((await card(0)).issue).toBe(2);
    expect(await said('card.reissued')).toHaveLength(1);
  });

  it('never gets a code that another card has by chance: the next one is taken', async () => {
    const [one, other] = [await card(0), await card(1)];
    const { secret } = house.services;
    await house.db
      .updateTable('access_card')
      .set({ code_hash: hashOfCode(secret, codeOf(secret, one.id, 2)) })
      .where('id', '=', other.id)
      .execute();
    const theirs = await card(1);
    await reissueCard(await meeting(), { cardId: one.id, issuedAt: one.issued_at });
    expect(await card(0)).toMatchObject({
      issue: 3,
      code_hash: hashOfCode(secret, codeOf(secret, one.id, 3)),
    });
    expect(await card(1)).toEqual(theirs);
  });

  it('is revoked at its moment; its neighbours are not, and stay signed in', async () => {
    const one = await card(3);
    const theirs = await house.signedIn((await card(2)).account_id);
    const others = (await cards()).slice(0, 3);
    for (let time = 0; time < 2; time += 1) {
      expect(await revokeCard(await meeting(), one.id)).toEqual({ kind: 'done' });
    }
    const [event, ...more] = await said('card.revoked');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ agency: '63.02', payload: { cardId: one.id, role: 'operator' } });
    expect(await card(3)).toEqual({ ...one, revoked_at: event?.at });
    expect((await cards()).slice(0, 3)).toEqual(others);
    expect(await findActor(house.db, theirs.cookie)).not.toBeNull();
    // A new code opens it again.
    await reissueCard(await meeting(), { cardId: one.id, issuedAt: one.issued_at });
    expect(await card(3)).toMatchObject({ issue: 2, revoked_at: null });
  });

  it('that is not there is unknown', async () => {
    expect(await revokeCard(await meeting(), 'tidak-ada')).toEqual({ kind: 'unknown' });
    expect(await said('card.revoked')).toEqual([]);
  });
});

describe('joining', () => {
  const RINA = { name: 'Rina', position: 'Kasi' };

  it('signs in and says who came with which card from where', async () => {
    const holder = await holderOf('63.02', 'operator');
    const come = visit('10.0.0.7');
    const header = await joinWithCard(house.services, null, holder, RINA, come);
    const actor = await findActor(house.db, cookieOf(header ?? ''));
    expect(actor).toMatchObject({ id: holder.accountId, onlyRakerdaId: HERE, agencyCode: '63.02' });
    const [event] = await house.events('card.joined');
    expect(event).toMatchObject({
      actor_id: holder.accountId,
      rakerda_id: HERE,
      agency_code: '63.02',
      request_id: come.requestId,
    });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      name: 'Rina',
      cardId: holder.cardId,
      role: 'operator',
      address: '10.0.0.7',
    });
  });

  it('again from the same browser is nothing new; from another, or as somebody else, it is', async () => {
    const holder = await holderOf('63.02', 'operator');
    const join = (actor: Actor | null, name: string) =>
      joinWithCard(house.services, actor, holder, { ...RINA, name }, visit());
    const header = await join(null, 'Rina');
    const actor = await findActor(house.db, cookieOf(header ?? ''));
    expect(await join(actor, 'Rina')).toBeNull();
    expect(await join(facilitator, 'Rina')).not.toBeNull();
    expect(await join(null, 'Rina')).not.toBeNull();
    expect(await join(actor, 'Ani')).not.toBeNull();
    expect(await house.events('card.joined')).toHaveLength(4);
  });

  it('leads to what there is to do', async () => {
    const goes = async (role: 'head' | 'operator', rakerdaId = HERE) =>
      pathAfterJoining(house.db, await holderOf('63.01', role, rakerdaId));
    expect(await goes('operator')).toBe(`/rakerda/${HERE}/${WHOLE.code}/63.01/isi`);
    expect(await goes('head')).toBe('/');
    await house.moveTo(HERE, 'preparation');
    expect(await goes('operator')).toBe('/');
    await house.moveTo(HERE, 'plenary');
    expect(await goes('operator')).toBe(`/rakerda/${HERE}/ikuti`);
    expect(await goes('head')).toBe('/');
    const both = await house.rakerda({
      state: 'filling',
      agencyCodes: ['63.01'],
      memberIds: [facilitator.id],
      instruments: [WHOLE, DECIMAL],
    });
    await issueMissing(await meeting(both));
    expect(await goes('operator', both)).toBe('/');
  });

  it('with a wrong code is written down as nobody’s, from where it came', async () => {
    const come = visit('10.0.0.9');
    expect(await lookUpCode(house.services, '22222222', come)).toEqual({ kind: 'wrong' });
    expect(await house.events('card.codeFailed')).toMatchObject([
      {
        actor_id: null,
        rakerda_id: null,
        request_id: come.requestId,
        payload: JSON.stringify({ address: '10.0.0.9', count: 1 }),
      },
    ]);
    expect(await lookUpCode(house.services, 'hai', come)).toEqual({ kind: 'malformed' });
  });
});
