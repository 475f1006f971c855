/** Figures in bulk for the bench, written straight in SQL: a hall with nothing answered, and a country of five years. */
import { randomUUID } from 'node:crypto';
import { openHandle, type Sqlite } from '#db/handle';

export const HALL = 'bangku-aula';
/** A second hall, so that a bench of streams finds every answer still to be given. */
export const LISTENING_HALL = 'bangku-siaran';
export const INDICATORS = 47;
/** The regencies and cities of the demo's province: each has an operator who saves. */
export const REGENCIES = [
  '63.01',
  '63.02',
  '63.03',
  '63.04',
  '63.05',
  '63.06',
  '63.07',
  '63.08',
  '63.09',
  '63.10',
  '63.11',
  '63.71',
  '63.72',
] as const;
export const AGENCIES = 640;
export const YEARS = [2021, 2022, 2023, 2024, 2025] as const;

export function country(year: number): string {
  return `bangku-nasional-${year}`;
}

export interface Pinned {
  readonly code: string;
  readonly version: string;
}

/**
 * Adds, all marked as demo so that the demo accounts reach it: two halls (fourteen agencies, empty drafts, open) and
 * the country (640 agencies × five years, everything answered and approved).
 */
export function addBenchData(databaseFile: string): void {
  const sqlite = openHandle(databaseFile);
  try {
    sqlite.pragma('busy_timeout = 10000');
    sqlite.transaction(() => {
      const instrument = sqlite
        .prepare<[], Pinned>("select code, version from instrument where code = 'spbe-2020'")
        .get();
      const author = sqlite
        .prepare<[], { id: string }>("select id from account where username = 'operator.6301'")
        .get();
      if (!instrument || !author) throw new Error('The database has no demo data');
      const members = sqlite
        .prepare<[], { id: string }>('select id from account where is_demo = 1 and agency_code is null')
        .all()
        .map((row) => row.id);
      addCentralAgencies(sqlite);
      const hall = codes(
        sqlite,
        "select code from agency where code = '63' or province_code = '63' order by code",
      );
      const all = codes(sqlite, 'select code from agency order by code').slice(0, AGENCIES);
      if (all.length !== AGENCIES) throw new Error(`Only ${all.length} agencies are there`);
      const add = rakerdaWriter(sqlite, instrument, author.id, members);
      add(HALL, 2025, hall, false);
      add(LISTENING_HALL, 2025, hall, false);
      for (const year of YEARS) add(country(year), year, all, true);
    })();
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
}

function codes(sqlite: Sqlite, sql: string): string[] {
  return sqlite
    .prepare<[], { code: string }>(sql)
    .all()
    .map((row) => row.code);
}

/** Regencies, cities and provinces are fewer than 640; ministries make up the rest. */
function addCentralAgencies(sqlite: Sqlite): void {
  const insert = sqlite.prepare(
    "insert into agency (code, kind, name, province_code) values (?, 'central', ?, null) on conflict do nothing",
  );
  for (let no = 1; no <= 120; no += 1)
    insert.run(`P.${String(no).padStart(3, '0')}`, `Instansi Pusat Contoh ${no}`);
}

function rakerdaWriter(sqlite: Sqlite, instrument: Pinned, author: string, members: readonly string[]) {
  const rakerda = sqlite.prepare(
    `insert into rakerda (id, name, year, starts_on, ends_on, place, host, state, is_demo, created_at)
     values (?, ?, ?, ?, ?, 'Banjarbaru', 'Contoh', ?, 1, ?)`,
  );
  const pinned = sqlite.prepare('insert into rakerda_instrument values (?, ?, ?)');
  const member = sqlite.prepare('insert into rakerda_member values (?, ?)');
  const takesPart = sqlite.prepare('insert into rakerda_agency values (?, ?)');
  const target = sqlite.prepare('insert into rakerda_target values (?, ?, ?, 320)');
  const assessment = sqlite.prepare(
    `insert into assessment (id, rakerda_id, agency_code, instrument_code, instrument_version, state, levels, answered, updated_at)
     values (?, ?, ?, ?, ?, 'draft', ?, ?, ?)`,
  );
  const answer = sqlite.prepare(
    `insert into answer (assessment_id, indicator_no, level, justification, note, person_in_charge, discuss, version, updated_at, updated_by)
     values (?, ?, ?, 'Contoh.', '', '', 0, 1, ?, ?)`,
  );
  const approve = sqlite.prepare(
    "update assessment set state = 'approved', submitted_at = ?, submitted_by = ?, approved_at = ?, approved_by = ? where id = ?",
  );
  return (id: string, year: number, agencies: readonly string[], answered: boolean) => {
    const at = `${year}-12-08T01:00:00.000Z`;
    const state = answered ? 'closed' : 'filling';
    rakerda.run(id, `${id} (contoh)`, year, at.slice(0, 10), at.slice(0, 10), state, at);
    pinned.run(id, instrument.code, instrument.version);
    for (const account of members) member.run(id, account);
    agencies.forEach((agency, position) => {
      takesPart.run(id, agency);
      target.run(id, instrument.code, agency);
      const assessmentId = randomUUID();
      const levels = Array.from({ length: INDICATORS }, (_, i) =>
        answered ? 1 + ((position * 31 + i * 17 + year) % 5) : null,
      );
      assessment.run(
        assessmentId,
        id,
        agency,
        instrument.code,
        instrument.version,
        JSON.stringify(levels),
        answered ? INDICATORS : 0,
        at,
      );
      if (!answered) return;
      levels.forEach((level, i) => answer.run(assessmentId, i + 1, level, at, author));
      approve.run(at, author, at, author, assessmentId);
    });
  };
}
