import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from './database.js';
import { jsonInteger, jsonText } from './json.js';
import { contains, isFilled, startsWith, whole } from './portable.js';

const NAMES = ['Kab. Tanah_Laut', 'KAB. BANJAR', 'kab. tanah laut 100%', 'Kota\\Baru', ''];
let folder: string;
let opened: OpenDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-portable-'));
  opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
  await migrate(opened.db);
  const rows = NAMES.map((name, n) => ({ code: `63.0${String(n)}`, kind: 'regency' as const, name }));
  await opened.db
    .insertInto('agency')
    .values({ code: '63', kind: 'province', name: 'Provinsi', province_code: null })
    .execute();
  await opened.db
    .insertInto('agency')
    .values(rows.map((row) => ({ ...row, province_code: '63' })))
    .execute();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

async function found(search: typeof contains, words: string, column: 'name' | 'province_code' = 'name') {
  const rows = await opened.db
    .selectFrom('agency')
    .select('name')
    .where((eb) => search(eb.ref(column), words))
    .orderBy('code')
    .execute();
  return rows.map((row) => row.name);
}

test('words are found whatever their case, and signs of a pattern are only signs', async () => {
  expect(await found(contains, 'kab. ')).toEqual(NAMES.slice(0, 3));
  expect(await found(contains, ' BANJAR ')).toEqual(['KAB. BANJAR']);
  expect(await found(contains, 'tanah_laut')).toEqual(['Kab. Tanah_Laut']);
  expect(await found(contains, '%')).toEqual(['kab. tanah laut 100%']);
  expect(await found(contains, '\\b')).toEqual(['Kota\\Baru']);
  expect(await found(startsWith, 'kota')).toEqual(['Kota\\Baru']);
  expect(await found(startsWith, 'banjar')).toEqual([]);
});

test('what holds nothing holds no words', async () => {
  expect(await found(contains, '63', 'province_code')).toEqual(NAMES);
  expect(await found(contains, 'null', 'province_code')).toEqual([]);
});

test('counts, sums and flags are numbers', async () => {
  const counted = await opened.db
    .selectFrom('agency')
    .select((eb) => [
      whole(eb.fn.countAll()).as('all'),
      whole(eb.fn.count('province_code').distinct()).as('provinces'),
      whole(eb.fn.sum(isFilled(eb.ref('province_code')))).as('filled'),
    ])
    .executeTakeFirstOrThrow();
  expect(counted).toEqual({ all: 6, provinces: 1, filled: 5 });
});

test('JSON is read at a path, and nothing where the path leads nowhere', async () => {
  const { rows } = await sql`
    select ${jsonText('a.body', 'id')} as id, ${jsonText('a.body', 'level', 'name')} as none,
      ${jsonInteger('a.body', 'level', 'unit')} as unit
    from (select ${JSON.stringify({ id: 'x', level: { unit: 100 } })} as body) as a`.execute(opened.db);
  expect(rows).toEqual([{ id: 'x', none: null, unit: 100 }]);
});
