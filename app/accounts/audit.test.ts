import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { rawEvent } from '#tests/house/rawEvent';
import type { Actor } from '~/policy';
import { loader } from '~/routes/audit';

let house: House;
let admin: Actor;
beforeEach(async () => {
  house = await openHouse();
  admin = await house.person('administrator');
  await house.rakerda({ id: 'papua', timeZone: 'Asia/Jayapura' });
  await house.rakerda({ id: 'sumatra', timeZone: 'Asia/Jakarta' });
  for (const rakerda_id of ['papua', 'sumatra', null]) {
    for (const at of MOMENTS) await rawEvent(house.db, 'card.issued', { at, rakerda_id });
  }
});
afterEach(() => house.close());

/** Around both ends of 8 May in WIT, WITA and WIB: an hour apart each. */
const MOMENTS = [
  '2024-05-07T14:59:59.999Z',
  '2024-05-07T15:00:00.000Z',
  '2024-05-07T16:00:00.000Z',
  '2024-05-07T17:00:00.000Z',
  '2024-05-08T14:59:59.999Z',
  '2024-05-08T15:59:59.999Z',
  '2024-05-08T16:59:59.999Z',
  '2024-05-08T17:00:00.000Z',
];

async function read(search: Record<string, string>) {
  const { cookie } = await house.signedIn(admin.id);
  const address = `http://127.0.0.1/jejak?${new URLSearchParams(search).toString()}`;
  return loader(house.args(new Request(address, { headers: { Cookie: cookie } })));
}
const DAY = { jenis: 'card.issued', dari: '2024-05-08', sampai: '2024-05-08' };
const momentsOf = async (search: Record<string, string>) =>
  (await read(search)).entries.map((entry) => entry.at).reverse();

describe('days of the audit trail', () => {
  test.each([
    ['papua', MOMENTS.slice(1, 5)],
    ['sumatra', MOMENTS.slice(3, 7)],
  ])('are those of the Rakerda that is filtered for: %s', async (rakerda, moments) => {
    expect(await momentsOf({ ...DAY, rakerda })).toEqual(moments);
    expect(await read({ rakerda })).toMatchObject({ isZoneOfRakerda: true });
  });

  test('are those of WITA where no Rakerda is filtered for, and the page says so', async () => {
    const page = await read(DAY);
    expect(page).toMatchObject({ timeZone: 'Asia/Makassar', isZoneOfRakerda: false });
    expect(page.entries).toHaveLength(3 * 4);
    expect(new Set(page.entries.map((entry) => entry.at))).toEqual(new Set(MOMENTS.slice(2, 6)));
  });

  test('bound one side where only one is named; what is no day bounds nothing', async () => {
    const rakerda = 'papua';
    expect(await momentsOf({ rakerda, jenis: 'card.issued', dari: '2024-05-09' })).toEqual(MOMENTS.slice(5));
    expect(await momentsOf({ rakerda, jenis: 'card.issued', sampai: '2024-05-07' })).toEqual(
      MOMENTS.slice(0, 1),
    );
    for (const dari of ['kemarin', '2024-13-45', '2024-5-8', "2024-05-08'"]) {
      expect(await momentsOf({ rakerda, jenis: 'card.issued', dari })).toEqual(MOMENTS);
    }
  });
});

test('a page goes on where the one before it ended', async () => {
  const { entries } = await read({ jenis: 'card.issued' });
  const [, , third] = entries;
  const next = await read({ jenis: 'card.issued', sebelum: String(third?.seq) });
  expect(next.entries).toEqual(entries.slice(3));
  expect(next.hasMore).toBe(false);
});

test('an event of an earlier version that nobody knows any more stays readable and can be looked for', async () => {
  await rawEvent(house.db, 'card.laminated', { actor_id: admin.id, payload: '{"name":"Budi"}' });
  const page = await read({ jenis: 'card.laminated' });
  expect(page.types).toContain('card.laminated');
  expect(page.entries).toMatchObject([
    { type: 'card.laminated', actorName: admin.name, facts: { name: 'Budi' } },
  ]);
  expect((await read({ akun: admin.name.slice(2, 8) })).entries).toEqual(page.entries);
  expect((await read({ akun: 'orang lain' })).entries).toEqual([]);
});

test('nobody but an administrator reads it', async () => {
  const { cookie } = await house.signedIn((await house.person('facilitator')).id);
  const request = new Request('http://127.0.0.1/jejak', { headers: { Cookie: cookie } });
  await expect(loader(house.args(request))).rejects.toMatchObject({ status: 403 });
});
