import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migrator, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, openDatabase } from '../database';
import { migrationProvider } from './index';

let folder: string;
let opened: ReturnType<typeof openDatabase>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrasi-'));
  opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
  await migrateTo('0001_initial');
  for (const statement of FIRST_RELEASE) await sql.raw(statement).execute(opened.db);
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

async function migrateTo(name: string): Promise<void> {
  const { error } = await new Migrator({ db: opened.db, provider: migrationProvider }).migrateTo(name);
  if (error instanceof Error) throw error;
}

async function read(table: string) {
  return (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(opened.db)).rows;
}

async function expectWhole(): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(opened.db);
  expect(rows).toEqual([{ integrity_check: 'ok' }]);
  expect((await sql`pragma foreign_key_check`.execute(opened.db)).rows).toEqual([]);
}

test('a database of the first release keeps every row when it is brought up to date', async () => {
  const before = await rows();
  const [, ...later] = Object.keys(await migrationProvider.getMigrations());
  expect(await migrate(opened.db)).toEqual(later);

  const after = await rows();
  expect(after.rakerda).toEqual(before.rakerda.map((row) => ({ ...row, previous_id: null })));
  expect(after.answer).toEqual(before.answer.map((row) => ({ ...row, service: '' })));
  expect({ ...after, rakerda: [], answer: [] }).toEqual({ ...before, rakerda: [], answer: [] });
  await expectWhole();

  async function rows() {
    return {
      rakerda: await read('rakerda'),
      assessment: await read('assessment'),
      answer: await read('answer'),
      evidence: await read('evidence'),
      event: await read('event'),
    };
  }
});

test('a sheet of a topic keeps its state, its rows, and who had approved it', async () => {
  await migrateTo('0018_registers');
  const statements = [
    `insert into rakerda_topic values ('r', 'i', '1.0.0')`,
    `insert into topic_sheet values ('open', 'r', 'i', '63.01', 'draft', '{}', 2, '2026-01-01T00:00:00.000Z', null)`,
    `insert into rakerda_agency (rakerda_id, agency_code) values ('r', '63')`,
    `insert into topic_sheet values ('done', 'r', 'i', '63', 'approved', '{}', 3, '2026-01-01T00:00:00.000Z', null)`,
    `insert into register_row values ('done', 'villages', 'a', '{}', 1)`,
    `update record_end set seq = seq + 1`,
    `insert into event (seq, at, type, actor_id, rakerda_id, payload)
      select seq, '2026-02-01T00:00:00.000Z', 'topic.approved', 'a', 'r', '{"id":"done"}' from record_end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(opened.db);

  await migrateTo('0021_topic_approval');

  const sheets = await read('topic_sheet');
  expect(sheets).toMatchObject([
    { id: 'open', state: 'draft', version: 2, approved_at: null, approved_by: null, submitted_at: null },
    {
      id: 'done',
      state: 'approved',
      version: 3,
      approved_at: '2026-02-01T00:00:00.000Z',
      approved_by: 'a',
    },
  ]);
  expect(await read('register_row')).toHaveLength(1);
  await expect(sql`update topic_sheet set state = 'lost'`.execute(opened.db)).rejects.toThrow('CHECK');
  await expectWhole();
});

test('the target of an agency becomes its target for every instrument of that Rakerda', async () => {
  const further = [
    `insert into instrument values ('j', '1.0.0', '{}', '', '2025-01-01T00:00:00.000Z')`,
    `insert into rakerda select 'two', name, year, starts_on, ends_on, place, host, time_zone, state, is_demo, created_at from rakerda`,
    `insert into rakerda select 'none', name, year, starts_on, ends_on, place, host, time_zone, state, is_demo, created_at from rakerda where id = 'r'`,
    `insert into rakerda_instrument values ('two', 'i', '1.0.0'), ('two', 'j', '1.0.0'), ('none', 'i', '1.0.0')`,
    `insert into rakerda_agency values ('two', '63', 410), ('two', '63.01', 250), ('r', '63', null), ('none', '63', null)`,
  ];
  for (const statement of further) await sql.raw(statement).execute(opened.db);

  await migrateTo('0005_targets');

  const targets = (await read('rakerda_target')).map((row) => Object.values(row).join(' ')).sort();
  expect(targets).toEqual([
    'r i 63.01 320',
    'two i 63 410',
    'two i 63.01 250',
    'two j 63 410',
    'two j 63.01 250',
  ]);
  const agencies = (await read('rakerda_agency')).map((row) => Object.values(row).join(' ')).sort();
  expect(agencies).toEqual(['none 63', 'r 63', 'r 63.01', 'two 63', 'two 63.01']);
  await expectWhole();
  const insert = (row: string) => sql.raw(`insert into rakerda_target values (${row})`).execute(opened.db);
  await expect(insert(`'r', 'i', '63', 501`)).rejects.toThrow('CHECK');
  await expect(insert(`'r', 'j', '63', 300`)).rejects.toThrow('FOREIGN KEY');
});

/** One row of everything, as the first release wrote it. */
const FIRST_RELEASE = [
  `insert into agency values ('63', 'province', 'Provinsi', null), ('63.01', 'regency', 'Kabupaten', '63')`,
  `insert into account values ('a', 'operator.6301', 'Operator', 'operator', '63.01', '', 0, 0, null, '2025-01-01T00:00:00.000Z')`,
  `insert into instrument values ('i', '1.0.0', '{}', '', '2025-01-01T00:00:00.000Z')`,
  `insert into rakerda values ('r', 'Rakerda', 2025, '2025-12-08', '2025-12-10', 'Banjarbaru', 'Diskominfo', 'Asia/Makassar', 'filling', 0, '2025-01-01T00:00:00.000Z')`,
  `insert into rakerda_instrument values ('r', 'i', '1.0.0')`,
  `insert into rakerda_agency values ('r', '63.01', 320)`,
  `insert into assessment values ('s', 'r', '63.01', 'i', '1.0.0', 'draft', '[3]', 1, null, null, null, null, null, '2025-01-01T00:00:00.000Z')`,
  `insert into answer values ('s', 1, 3, 'Alasan', '', '', 1, 1, '2025-01-01T00:00:00.000Z', 'a')`,
  `insert into evidence values ('s', 1, 0, 'link', 'https://contoh.example/a', '')`,
  `insert into event (at, type, actor_id, rakerda_id, payload) values ('2025-01-01T00:00:00.000Z', 'rakerda.created', 'a', 'r', '{}')`,
];
