import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { forgetChanges, forgetDaily } from './forget.server';

const NOW = new Date('2026-06-01T00:00:00.000Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number, now = NOW) => new Date(now.getTime() - days * DAY_MS).toISOString();

let house: House;
let people: readonly string[];
beforeEach(async () => {
  house = await openHouse();
  people = [(await house.person('facilitator')).id, (await house.person('facilitator')).id];
});
afterEach(async () => {
  vi.useRealTimers();
  await house.close();
});

async function keep(id: string, at: string): Promise<void> {
  const rows = people.map((actor_id) => ({ actor_id, id, at, answer: '{}' }));
  await house.db.insertInto('change').values(rows).execute();
}
async function kept(): Promise<readonly string[]> {
  const rows = await house.db.selectFrom('change').select('id').distinct().orderBy('id').execute();
  return rows.map((row) => row.id);
}
/** More of one person's than a run may take, every one older than the one before. */
function keepMany(count: number): void {
  const add = house.services.sqlite.prepare(
    `insert into change (actor_id, id, at, answer) values (?, ?, ?, '{}')`,
  );
  house.services.sqlite.transaction(() => {
    for (let n = 0; n < count; n += 1) add.run(people[0], `many ${String(n)}`, daysAgo(100 + n));
  })();
}

test('a change of 90 days ago is still answered as it was, an older one is forgotten, whoever sent it', async () => {
  await keep('older', daysAgo(90.001));
  await keep('90 days', daysAgo(90));
  await keep('new', NOW.toISOString());
  expect(await forgetChanges(house.db, NOW)).toBe(2);
  expect(await kept()).toEqual(['90 days', 'new']);
  expect(await forgetChanges(house.db, NOW)).toBe(0);
});

test('one run takes 10 000 of the oldest, the next one the others', async () => {
  keepMany(10_007);
  await keep('new', NOW.toISOString());
  expect(await forgetChanges(house.db, NOW)).toBe(10_000);
  const left = ['0', '1', '2', '3', '4', '5', '6'].map((n) => `many ${n}`);
  expect(await kept()).toEqual([...left, 'new']);
  expect(await forgetChanges(house.db, NOW)).toBe(7);
  expect(await kept()).toEqual(['new']);
});

test('it is done at the start and every day after, until it is ended', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: NOW });
  const errors: unknown[] = [];
  await keep('first day', daysAgo(91));
  await keep('second day', daysAgo(89.5));
  await keep('third day', daysAgo(88.5));
  const end = forgetDaily(house.db, (error) => errors.push(error));
  await vi.waitFor(async () => expect(await kept()).toEqual(['second day', 'third day']));
  vi.advanceTimersByTime(DAY_MS);
  await vi.waitFor(async () => expect(await kept()).toEqual(['third day']));
  await end();
  vi.advanceTimersByTime(DAY_MS);
  await end();
  expect(await kept()).toEqual(['third day']);
  expect(errors).toEqual([]);
});
