import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isHoldable } from '../../tests/hostileText';
import { type TextColumn, wordColumns } from '../../tests/storedText';
import { migrate, type OpenDatabase, openDatabase } from '../database';
import { migrationProvider } from './index';

/** What office programs and chat apps left in a field. */
const DIRT = `so\u00adft\v\ufffe\u0007 ${' '.repeat(300)}e\u0301\u200e`;
const INVISIBLE = '\u00ad\u200b \ufffe';

let opened: OpenDatabase;
let columns: readonly TextColumn[];
let rules: readonly unknown[];
let rulesAfter: readonly unknown[];

beforeAll(async () => {
  opened = openDatabase(':memory:');
  await migrateTo('0002_hall');
  for (const statement of ROWS) await sql.raw(statement).execute(opened.db);
  columns = wordColumns(opened.sqlite);
  rules = await triggers();
  // Rows of a Rakerda that is over cannot be dirtied past its rules; they were written while it ran.
  for (const { name } of rules.map(named))
    if (name.endsWith('update')) opened.sqlite.exec(`drop trigger ${name}`);
  for (const { table, column } of columns) {
    opened.sqlite.prepare(`update "${table}" set "${column}" = ?`).run(`${column} ${DIRT}`);
  }
  for (const rule of rules.map(named)) if (rule.name.endsWith('update')) opened.sqlite.exec(rule.sql);
  opened.sqlite.exec(CLEAN_ROWS);
  opened.sqlite.prepare(`insert into agency values ('99', 'province', ?, null)`).run(INVISIBLE);
  opened.sqlite
    .prepare(`insert into evidence values ('s', 1, 1, 'link', 'https://contoh.example', ?)`)
    .run(INVISIBLE);
  await migrateTo('0003_clean_text');
  rulesAfter = await triggers();
  await migrate(opened.db);
});
afterAll(() => opened.close());

async function migrateTo(name: string): Promise<void> {
  const { error } = await new Migrator({ db: opened.db, provider: migrationProvider }).migrateTo(name);
  if (error instanceof Error) throw error;
}

const triggers = async () =>
  (await sql`select name, sql from sqlite_master where type = 'trigger' order by name`.execute(opened.db))
    .rows;

function named(row: unknown): { readonly name: string; readonly sql: string } {
  if (typeof row !== 'object' || row === null || !('name' in row) || !('sql' in row))
    throw new Error('no trigger');
  return { name: String(row.name), sql: String(row.sql) };
}

function valuesOf({ table, column }: TextColumn): readonly unknown[] {
  return opened.sqlite.prepare(`select "${column}" from "${table}" order by rowid`).pluck().all();
}

it('cleans every column of words, and only what is not clean', () => {
  expect(columns.length).toBeGreaterThan(20);
  for (const place of columns) {
    const [first, ...others] = valuesOf(place).map(String);
    expect(first, `${place.table}.${place.column}`).toMatch(new RegExp(`^${place.column} soft[\\n ]{1,5}é$`));
    expect(others.every(isHoldable)).toBe(true);
  }
  expect(valuesOf({ table: 'note', column: 'body' })).toContain('Sudah  bersih.\n\n  - dua');
});

it('leaves a sign where words must not be empty, and nothing where they may', () => {
  expect(valuesOf({ table: 'agency', column: 'name' }).at(-1)).toBe('–');
  expect(valuesOf({ table: 'evidence', column: 'caption' }).at(-1)).toBe('');
});

it('changes neither the record nor a Berita Acara', () => {
  expect(valuesOf({ table: 'event', column: 'payload' })).toEqual([JSON.stringify({ name: DIRT })]);
  expect(valuesOf({ table: 'minutes', column: 'body' })).toEqual([JSON.stringify({ name: DIRT })]);
});

it('leaves every rule of the tables as it was', () => {
  expect(rulesAfter).toEqual(expect.arrayContaining([...rules]));
  for (const table of ['note', 'commitment', 'answer']) {
    const column = { note: 'body', commitment: 'what', answer: 'note' }[table] ?? '';
    expect(() => opened.sqlite.exec(`update ${table} set ${column} = 'lain'`)).toThrow(/closed|draft/);
  }
});

const JSON_DIRT = JSON.stringify({ name: DIRT }).replaceAll("'", "''");
const AT = `'2025-01-01T00:00:00.000Z'`;

/** One row of everything, in a Rakerda that is closed and an assessment that is approved. */
const ROWS = [
  `insert into agency values ('63', 'province', 'Provinsi', null)`,
  `insert into account values ('a', 'admin', 'Admin', 'administrator', null, '', 0, 0, null, ${AT})`,
  `insert into instrument values ('i', '1.0.0', '{}', '', ${AT})`,
  `insert into rakerda values ('r', 'Rakerda', 2025, '2025-12-08', '2025-12-10', 'Aula', 'Diskominfo', 'Asia/Makassar', 'plenary', 0, ${AT}, null)`,
  `insert into rakerda_instrument values ('r', 'i', '1.0.0')`,
  `insert into rakerda_agency values ('r', '63', null)`,
  `insert into assessment values ('s', 'r', '63', 'i', '1.0.0', 'draft', '[3]', 1, 'Catatan', null, null, null, null, ${AT})`,
  `insert into answer values ('s', 1, 3, 'Alasan', 'Catatan', 'Budi', 1, 1, ${AT}, 'a')`,
  `insert into evidence values ('s', 1, 0, 'link', 'https://contoh.example/a', 'Bukti')`,
  `insert into event (at, type, actor_id, payload) values (${AT}, 'rakerda.created', 'a', '${JSON_DIRT}')`,
  `insert into agenda_item values ('g', 'r', '2025-12-08T01:00:00Z', '2025-12-08T02:00:00Z', 'spbe', 'Acara', 'Kadis', 1, null)`,
  `insert into attendance values ('h', 'r', null, 'Lembaga', 'Tamu', 'Kepala', null, ${AT}, null)`,
  `insert into agency_message values ('m', 'r', '63', 'Pesan', ${AT}, 'a', null, null)`,
  `insert into vote values ('v', 'r', 'i', 1, '63', 3, 'revealed', ${AT}, 'a', ${AT}, ${AT}, 3, 'Alasan', ${AT}, 'a')`,
  `insert into note values ('n', 'r', 'note', null, null, null, null, 'Isi', 1, ${AT}, 'a', ${AT}, null)`,
  `insert into commitment values ('k', 'r', '63', null, null, 'Apa', 'Siapa', '2026-01-01', 'Ukuran', 'dropped', 'Batal', ${AT}, 1, ${AT}, 'a', ${AT}, null)`,
  `insert into minutes values ('b', 'r', 1, '001', 'KODE', 1, '${JSON_DIRT}', '', x'00', '', ${AT}, 'a')`,
];

const CLEAN_ROWS = `
  insert into note values ('n2', 'r', 'note', null, null, null, null, 'Sudah  bersih.

  - dua', 1, ${AT}, 'a', ${AT}, null);
  update rakerda set state = 'closed';
  update assessment set state = 'approved';
`;
