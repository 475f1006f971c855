import type { Transaction } from 'kysely';
import { describe, expect, it } from 'vitest';
import { rawEvent } from '#tests/house/rawEvent';
import { migrate, openDatabase } from './database.js';
import type { Database } from './schema.js';
import { commitTogether } from './together.js';

async function open() {
  const opened = openDatabase(':memory:');
  const { db } = opened;
  await migrate(db);
  const transactions: Transaction<Database>[] = [];
  return {
    db,
    close: () => opened.close(),
    transactions,
    /** Records one event; `then` may spoil it. */
    save: (type: string, then: () => void = () => undefined) =>
      commitTogether(db, async (trx) => {
        transactions.push(trx);
        const seq = await rawEvent(trx, type);
        then();
        return seq;
      }),
    recorded: async () => {
      const rows = await db.selectFrom('event').select('type').orderBy('seq').execute();
      return rows.map((row) => row.type);
    },
  };
}

const spoil = () => {
  throw new RangeError('spoilt');
};

describe('units of work that are committed together', () => {
  it('share one transaction when they wait at the same time, and each has its own result', async () => {
    const { save, recorded, transactions } = await open();
    expect(await Promise.all([save('a'), save('b'), save('c')])).toEqual([1, 2, 3]);
    expect(await recorded()).toEqual(['a', 'b', 'c']);
    expect(new Set(transactions).size).toBe(1);
    expect(await save('d')).toBe(4);
    expect(new Set(transactions).size).toBe(2);
  });

  it('lose nothing when one of them throws, and keep nothing of that one', async () => {
    const { save, recorded } = await open();
    const settled = await Promise.allSettled([save('a'), save('b', spoil), save('c')]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(save('e', spoil)).rejects.toThrow('spoilt');
    expect(await recorded()).toEqual(['a', 'c']);
  });

  it('takes many more than fit in one transaction', async () => {
    const { save, recorded, transactions } = await open();
    const names = Array.from({ length: 100 }, (_, i) => String(i));
    await Promise.all(names.map((name) => save(name)));
    expect(await recorded()).toEqual(names);
    expect(new Set(transactions).size).toBe(4);
  });

  it('tells every one of them when the database is gone', async () => {
    const { save, close } = await open();
    await close();
    const settled = await Promise.allSettled([save('a'), save('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
