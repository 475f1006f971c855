/** Queries that are written out once, on a real database. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compiled } from './compiled.js';
import { migrate, openDatabase, type OpenDatabase } from './database.js';

let opened: OpenDatabase;
beforeEach(async () => {
  opened = openDatabase(':memory:');
  await migrate(opened.db);
});
afterEach(() => opened.close());

const insertChange = compiled<{ id: string; answer: string; actor: string }>()((db, given) =>
  db
    .insertInto('change')
    .values({ id: given('id'), actor_id: given('actor'), at: '2026-11-27', answer: given('answer') })
    .returning('id'),
);
const findAnswers = compiled<{ one: string; other: string }>()((db, given) =>
  db
    .selectFrom('change')
    .select(['answer', 'at'])
    .where('id', 'in', [given('other'), given('one')])
    .orderBy('id'),
);

it('takes the values of each run where their names stand, beside values that are fixed', async () => {
  const { db } = opened;
  await db
    .insertInto('account')
    .values({ ...account, id: 'a' })
    .execute();
  expect(await insertChange(db, { id: '1', answer: 'satu', actor: 'a' })).toMatchObject({
    rows: [{ id: '1' }],
  });
  await insertChange(db, { id: '2', answer: 'dua', actor: 'a' });
  await insertChange(db, { id: '3', answer: "'; drop table change", actor: 'a' });
  const { rows } = await findAnswers(db, { one: '3', other: '1' });
  expect(rows).toEqual([
    { answer: 'satu', at: '2026-11-27' },
    { answer: "'; drop table change", at: '2026-11-27' },
  ]);
  expect((await findAnswers(db, { one: '2', other: '9' })).rows).toHaveLength(1);
});

it('runs in the transaction that it is handed', async () => {
  const { db } = opened;
  await db
    .insertInto('account')
    .values({ ...account, id: 'a' })
    .execute();
  const failing = db.transaction().execute(async (trx) => {
    await insertChange(trx, { id: '1', answer: 'satu', actor: 'a' });
    expect((await findAnswers(trx, { one: '1', other: '1' })).rows).toHaveLength(1);
    throw new Error('back');
  });
  await expect(failing).rejects.toThrow('back');
  expect((await findAnswers(db, { one: '1', other: '1' })).rows).toEqual([]);
});

const account = {
  username: 'a',
  name: 'A',
  role: 'administrator' as const,
  agency_code: null,
  password_hash: '',
  must_change_password: 0 as const,
  is_demo: 0 as const,
  created_at: '',
  disabled_at: null,
};
