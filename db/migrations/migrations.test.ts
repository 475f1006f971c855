import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migrator, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, openDatabase } from '../database';
import { migrationProvider } from './index';

test('a database of the first release keeps every row when it is brought up to date', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrasi-'));
  const opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
  const { db } = opened;
  try {
    const first = await new Migrator({ db, provider: migrationProvider }).migrateTo('0001_initial');
    if (first.error instanceof Error) throw first.error;
    for (const statement of FIRST_RELEASE) await sql.raw(statement).execute(db);
    const before = await rows();

    expect(await migrate(db)).toEqual(['0002_hall', '0003_clean_text']);

    const after = await rows();
    expect(after.rakerda).toEqual(before.rakerda.map((row) => ({ ...row, previous_id: null })));
    expect({ ...after, rakerda: [] }).toEqual({ ...before, rakerda: [] });
    expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows).toEqual([
      { integrity_check: 'ok' },
    ]);
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }

  async function rows() {
    const read = async (table: string) =>
      (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)).rows;
    return {
      rakerda: await read('rakerda'),
      assessment: await read('assessment'),
      answer: await read('answer'),
      evidence: await read('evidence'),
      event: await read('event'),
    };
  }
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
