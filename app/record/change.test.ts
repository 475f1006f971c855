/** The one way to change, held by itself: what it asks, what it keeps, whom it wakes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '~/policy';
import { type House, openHouse } from '#tests/house/house';
import {
  answeredBefore,
  authorize,
  change,
  type ChangeScope,
  type Doing,
  doingIn,
  write,
} from './change.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';

let house: House;
let operator: Actor;
let facilitator: Actor;
let wakes: number;

beforeEach(async () => {
  wakes = 0;
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({ id, year, memberIds: [facilitator.id], state: 'filling' });
  }
});
afterEach(() => house.close());

/** A scope whose feed only counts how often it is woken. */
async function scopeOf(actor: Actor, rakerdaId = HERE): Promise<ChangeScope> {
  const scope = await house.meeting(actor, rakerdaId);
  return { ...scope, feed: { wake: () => void (wakes += 1) } };
}

const cards = () => house.events('card.issued');
/** Work that writes a row of its own beside its event, and tells what it was told. */
const issue =
  (count = 1) =>
  async ({ trx, at, tell }: Doing) => {
    await trx
      .insertInto('note')
      .values({
        id: `catatan-${String(count)}`,
        rakerda_id: HERE,
        kind: 'note',
        body: 'x',
        version: 1,
        created_at: at,
        created_by: facilitator.id,
        updated_at: at,
      })
      .execute();
    await tell('card.issued', { count });
    return { kind: 'issued' as const, count };
  };
const notes = () => house.db.selectFrom('note').select('created_at').execute();
const ISSUED = z.object({ kind: z.literal('issued'), count: z.int() });

describe('a change', () => {
  it('writes its rows and its event with who, where, when and in which request, and wakes the feed once', async () => {
    const scope = await scopeOf(facilitator);
    expect(await change(scope, { may: 'rakerda.manage' }, issue(3))).toEqual({ kind: 'issued', count: 3 });
    const [event, ...more] = await cards();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor_id: facilitator.id,
      rakerda_id: HERE,
      agency_code: null,
      assessment_id: null,
      indicator_no: null,
      change_id: null,
      request_id: scope.requestId,
      payload: JSON.stringify({ count: 3 }),
    });
    expect(await notes()).toEqual([{ created_at: event?.at }]);
    expect(wakes).toBe(1);
  });

  it('takes what the work adds to an event, and what it replaces', async () => {
    await change(await scopeOf(facilitator), { may: 'rakerda.manage' }, ({ tell }) =>
      tell('card.issued', { count: 1 }, { actorId: null, indicatorNo: 4, changeId: 'satu' }),
    );
    const [event] = await cards();
    expect(event).toMatchObject({ actor_id: null, rakerda_id: HERE, indicator_no: 4, change_id: 'satu' });
  });

  it('that tells nothing wakes nobody', async () => {
    expect(await change(await scopeOf(facilitator), { may: null }, () => Promise.resolve('kosong'))).toBe(
      'kosong',
    );
    expect(wakes).toBe(0);
  });

  it('whose work throws leaves neither row nor event, alone and in a shared commit', async () => {
    const scope = await scopeOf(facilitator);
    for (const shared of [false, true]) {
      const broken = change(scope, { may: 'rakerda.manage', shared }, async (doing) => {
        await issue()(doing);
        throw new Error('putus');
      });
      await expect(broken).rejects.toThrow('putus');
    }
    expect(await cards()).toEqual([]);
    expect(await notes()).toEqual([]);
    expect(wakes).toBe(0);
  });

  it('holds nothing up that shares its commit', async () => {
    const scope = await scopeOf(facilitator);
    const done = await Promise.all(
      [1, 2, 3].map((count) => change(scope, { may: 'rakerda.manage', shared: true }, issue(count))),
    );
    expect(done.map(({ count }) => count)).toEqual([1, 2, 3]);
    expect((await cards()).map(({ payload }) => payload)).toEqual(
      [1, 2, 3].map((count) => JSON.stringify({ count })),
    );
  });
});

describe('the policy', () => {
  it('is asked before the work, at the place of the scope', async () => {
    for (const scope of [await scopeOf(operator), await scopeOf(await house.person('facilitator'))]) {
      await expect(change(scope, { may: 'rakerda.manage' }, issue())).rejects.toMatchObject({ status: 403 });
    }
    expect(await cards()).toEqual([]);
    expect(wakes).toBe(0);
    const refusal: unknown = await change(await scopeOf(operator), { may: 'rakerda.manage' }, issue()).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof Response)) throw new Error('not a response');
    expect(await refusal.json()).toEqual({ reason: 'forbidden' });
  });

  it('asks for the password again where an action needs it, and does nothing before', async () => {
    const scope = await scopeOf(await house.person('administrator'));
    const terms = { may: 'account.manage' } as const;
    const forgotten = { ...scope, actor: { ...scope.actor, isProven: false } };
    const refusal: unknown = await change(forgotten, terms, issue()).catch((error: unknown) => error);
    if (!(refusal instanceof Response)) throw new Error('not a response');
    expect([refusal.status, await refusal.json()]).toEqual([403, { reason: 'proof' }]);
    expect(await cards()).toEqual([]);
    await change({ ...scope, actor: { ...scope.actor, isProven: true } }, terms, issue());
    expect(await cards()).toHaveLength(1);
  });

  it('is asked for the agency whose data it is, which the event names too', async () => {
    const scope = await scopeOf(operator);
    const terms = { may: 'commitment.write' } as const;
    await expect(change(scope, { ...terms, agencyCode: '63.02' }, issue())).rejects.toMatchObject({
      status: 403,
    });
    await expect(change(scope, terms, issue())).rejects.toMatchObject({ status: 403 });
    await change(scope, { ...terms, agencyCode: '63.01' }, issue());
    expect(await cards()).toMatchObject([{ agency_code: '63.01', rakerda_id: HERE }]);
    // Where the change names none, the agency of the scope counts.
    const own = { ...scope, place: { ...scope.place, agencyCode: '63.01' } };
    await change(own, terms, issue(2));
    expect((await cards()).map((event) => event.agency_code)).toEqual(['63.01', '63.01']);
  });

  it('is asked of nobody where the caller has asked another rule', async () => {
    expect(await change(await scopeOf(operator), { may: null }, issue())).toMatchObject({ kind: 'issued' });
  });

  it('says the same outside of a change', () => {
    expect(() => authorize(operator, 'account.manage')).toThrow();
    expect(() => authorize({ ...operator, role: 'administrator' }, 'account.manage')).not.toThrow();
  });
});

describe('the stage', () => {
  it('is read as it is now and of this Rakerda', async () => {
    const scope = await scopeOf(facilitator);
    const terms = { may: 'rakerda.manage', part: 'answers' } as const;
    await house.moveTo(OTHER, 'closed');
    expect(await change(scope, terms, issue())).toMatchObject({ kind: 'issued' });
    await house.moveTo(HERE, 'closed');
    await house.moveTo(OTHER, 'filling');
    expect(await change(scope, terms, issue(2))).toEqual({ kind: 'locked' });
    expect(
      await change(scope, { may: 'rakerda.manage', part: 'commitmentStatus' }, ({ tell }) =>
        tell('card.issued', { count: 4 }).then(() => 'ditulis'),
      ),
    ).toBe('ditulis');
    expect(await cards()).toHaveLength(2);
    expect(wakes).toBe(2);
  });

  it('of no Rakerda allows nothing', async () => {
    const nowhere = { ...(await scopeOf(facilitator)), place: {} };
    expect(await change(nowhere, { may: null, part: 'commitmentStatus' }, issue())).toEqual({
      kind: 'locked',
    });
  });
});

describe('a change sent twice', () => {
  const once = { id: 'sekali', answer: ISSUED };

  it('is done once and answered as the first time, also once the stage is over', async () => {
    const scope = await scopeOf(facilitator);
    const terms = { may: 'rakerda.manage', part: 'cards', once } as const;
    const first = await change(scope, terms, issue(5));
    expect(await change(scope, terms, issue(6))).toEqual(first);
    await house.moveTo(HERE, 'archived');
    expect(await change(scope, terms, issue(7))).toEqual(first);
    expect(await cards()).toHaveLength(1);
    expect(wakes).toBe(1);
    expect(await answeredBefore(house.db, facilitator.id, once)).toEqual(first);
  });

  it('is another one under another name, and of another person', async () => {
    const scope = await scopeOf(facilitator);
    await change(scope, { may: null, once }, issue(1));
    expect(await change(await scopeOf(operator), { may: null, once }, issue(2))).toMatchObject({ count: 2 });
    const another = { ...once, id: 'dua kali' };
    expect(await change(scope, { may: null, once: another }, issue(3))).toMatchObject({ count: 3 });
    expect(await answeredBefore(house.db, operator.id, another)).toBeNull();
  });

  it('may be sent again where it told nothing: it was refused', async () => {
    const scope = await scopeOf(facilitator);
    const refused = () => Promise.resolve({ kind: 'issued' as const, count: 0 });
    expect(await change(scope, { may: null, once }, refused)).toMatchObject({ count: 0 });
    expect(await change(scope, { may: null, once }, issue(8))).toMatchObject({ count: 8 });
  });

  it('without a name is done twice', async () => {
    const scope = await scopeOf(facilitator);
    for (const count of [1, 2]) await change(scope, { may: null, once: null }, issue(count));
    expect(await cards()).toHaveLength(2);
  });
});

describe('writing without an actor', () => {
  it('says what it is told to, and wakes the feed', async () => {
    const { db } = house;
    const feed = { wake: () => void (wakes += 1) };
    await write({ db, feed }, { actorId: null, rakerdaId: OTHER, agencyCode: '63.02' }, ({ tell }) =>
      tell('card.issued', { count: 1 }, { agencyCode: '63.03' }),
    );
    expect(await cards()).toMatchObject([{ actor_id: null, rakerda_id: OTHER, agency_code: '63.03' }]);
    expect(wakes).toBe(1);
  });

  it('in a transaction of the caller happens at the moment the caller says', async () => {
    const at = '2026-05-08T01:02:03.000Z';
    await house.db.transaction().execute(async (trx) => {
      const doing = doingIn(trx, { actorId: operator.id, rakerdaId: HERE }, at);
      expect(doing.at).toBe(at);
      await doing.tell('card.issued', { count: 1 }, { indicatorNo: 7 });
    });
    expect(await cards()).toMatchObject([{ at, actor_id: operator.id, rakerda_id: HERE, indicator_no: 7 }]);
  });
});
