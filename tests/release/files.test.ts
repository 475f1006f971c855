import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, truncate, writeFile as overwrite } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWordsOf } from '~/release/fileWords';
import { figure } from '~/instrument';
import { ANSWER_COLUMNS, ASPECT_COLUMNS, positionOf, SUMMARY_COLUMNS } from '~/release/columns';
import { ReleaseError } from '~/release/failure';
import { FILES, type ReleaseFile } from '~/release/files';
import { canonicalFigures } from '~/release/figures';
import { handOut } from '~/release/handOut.server';
import { writeFile } from '~/release/writeRelease.server';
import { proveFile } from '~/release/readBackRelease.server';
import { HOSTILE_CODE, HOSTILE_NAME, openTestHouse, type TestHouse } from './house';
import { DEMO_RAKERDA } from '#seeds/demo';
import { writeWorkbook } from '~/release/workbook.server';

let house: TestHouse;
let counter = 0;
const text = fileWordsOf('id');

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const request = (file: ReleaseFile, extent: 'semua' | 'disetujui' = 'semua') => ({
  instrumentCode: 'spbe-2020',
  file,
  extent,
});

async function written(file: ReleaseFile, locale: 'id' | 'en' = 'id'): Promise<string> {
  counter += 1;
  const path = join(house.folder, `${String(counter)}-${file}`);
  await writeFile(file, path, await house.prepare('semua', locale));
  return path;
}

async function download(file: ReleaseFile) {
  const found = await handOut(await house.meetingOf(), request(file));
  if (!found) throw new Error('no download');
  return { ...found, body: await buffer(found.stream) };
}

/** What a text cell holds; empty for any other. */
function wordOf(value: ExcelJS.CellValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('rakerda-rilis-'));
}

async function workbookAt(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`sheet ${name} is missing`);
  return sheet;
}

describe('the workbook', () => {
  it('holds one row per agency and indicator whose levels give the published index', async () => {
    const release = await house.prepare();
    const workbook = await workbookAt(await written('skor.xlsx'));
    const answers = sheetOf(workbook, 'Jawaban');
    expect(answers.rowCount).toBe(14 * 47 + 1);
    const sums = new Map<string, number>();
    answers.eachRow((row, number) => {
      if (number === 1) return;
      const get = (key: (typeof ANSWER_COLUMNS)[number]['key']) =>
        row.getCell(positionOf(ANSWER_COLUMNS, key)).value;
      const code = wordOf(get('agency_code'));
      const level = get('level');
      expect(get('level_counted')).toBe(level ?? 1);
      expect(get('data_kind')).toBe('DATA CONTOH');
      if (level !== null) expect(get('updated_at')).toBeInstanceOf(Date);
      sums.set(code, (sums.get(code) ?? 0) + Number(get('weight_integer')) * Number(get('level_counted')));
    });
    for (const { agency, score } of release.figures) {
      expect(figure(sums.get(agency.code) ?? 0, 10_000).hundredths).toBe(score.whole.index.hundredths);
    }
  });

  it('shows dates on the clock of the Rakerda', async () => {
    const release = await house.prepare();
    const answers = sheetOf(await workbookAt(await written('skor.xlsx')), 'Jawaban');
    const cell = answers.getRow(2).getCell(positionOf(ANSWER_COLUMNS, 'updated_at')).value;
    const stored = release.figures[0]?.agency.answers.get(1)?.updatedAt ?? '';
    expect(cell instanceof Date ? cell.getTime() - Date.parse(stored) : null).toBe(8 * 3_600_000);
  });

  it('gives index, ceiling and a control formula per agency, and every domain and aspect', async () => {
    const release = await house.prepare();
    const workbook = await workbookAt(await written('skor.xlsx'));
    const summary = sheetOf(workbook, 'Ringkasan');
    release.figures.forEach(({ agency, score }, i) => {
      const row = summary.getRow(i + 2);
      const get = (key: (typeof SUMMARY_COLUMNS)[number]['key']) =>
        row.getCell(positionOf(SUMMARY_COLUMNS, key)).value;
      expect(get('agency_code')).toBe(agency.code);
      expect(get('index')).toBe(score.whole.index.hundredths / 100);
      expect(get('ceiling')).toBe(score.whole.ceiling.hundredths / 100);
      expect(get('target')).toBe(3.2);
      expect(get('control')).toMatchObject({ formula: expect.stringContaining('SUMIFS') as unknown });
    });
    const aspects = sheetOf(workbook, 'Aspek');
    expect(aspects.rowCount).toBe(14 * (4 + 8) + 1);
    const first = aspects.getRow(2).getCell(positionOf(ASPECT_COLUMNS, 'index')).value;
    expect(first).toBe((release.figures[0]?.score.domains[0]?.index.hundredths ?? 0) / 100);
  });

  it('explains every column in both languages and how the figures came about', async () => {
    const release = await house.prepare();
    const workbook = await workbookAt(await written('skor.xlsx', 'en'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Aspects',
      'Answers',
      'Data dictionary',
      'Method',
    ]);
    const dictionary = sheetOf(workbook, 'Data dictionary');
    const keys = dictionary.getColumn(2).values.map(String);
    for (const { key } of [...ANSWER_COLUMNS, ...SUMMARY_COLUMNS, ...ASPECT_COLUMNS])
      expect(keys).toContain(key);
    const method = sheetOf(workbook, 'Method').getColumn(2).values.map(String).join('\n');
    expect(method).toContain(release.sha256);
    expect(method).toContain('PermenPANRB 59/2020');
    expect(method).toContain('Repealed by PermenPANRB 8/2026');
    expect(method).toContain('WITA');
    expect(method).toContain('level 1');
    expect(method).toContain('penghubung');
  });

  it('marks demo data in every sheet', async () => {
    const workbook = await workbookAt(await written('skor.xlsx'));
    for (const sheet of workbook.worksheets) {
      let marked = false;
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (wordOf(cell.value).includes('DATA CONTOH')) marked = true;
        });
      });
      expect(marked, sheet.name).toBe(true);
    }
  });

  it('does not swallow a disk that fills up', async () => {
    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      },
    });
    const words = { text, both: { id: text, en: fileWordsOf('en') } };
    await expect(writeWorkbook(full, await house.prepare(), words)).rejects.toThrow('no space left');
  });
});

describe('a hostile name', () => {
  it('is neutralised in the workbook and the CSV', async () => {
    const summary = sheetOf(await workbookAt(await written('skor.xlsx')), 'Ringkasan');
    const names = summary.getColumn(positionOf(SUMMARY_COLUMNS, 'agency_name')).values;
    expect(names).toContain(`'${HOSTILE_NAME}`);
    expect(names).not.toContain(HOSTILE_NAME);
    const csv = await readFile(await written('skor.csv'), 'utf8');
    expect(csv).toContain(`,${HOSTILE_CODE},'${HOSTILE_NAME},`);
    expect(csv).not.toContain(`,${HOSTILE_NAME},`);
  });
});

describe('the CSV', () => {
  it('has a byte order mark, fixed column names and every answer', async () => {
    const body = await readFile(await written('skor.csv', 'en'), 'utf8');
    expect(body.startsWith('\uFEFFrakerda_id,year,agency_code')).toBe(true);
    const records = parse(body, { bom: true });
    expect(records).toHaveLength(14 * 47 + 1);
    expect(records.every((record) => record.length === ANSWER_COLUMNS.length)).toBe(true);
    const at = (key: (typeof ANSWER_COLUMNS)[number]['key']) => positionOf(ANSWER_COLUMNS, key) - 1;
    const named = records.slice(1).filter((record) => record[at('service_name')] !== '');
    expect([...new Set(named.map((record) => record[at('indicator_no')]))]).toEqual(['45', '46', '47']);
    expect(records.slice(1).every((record) => record.at(-1) === 'demo')).toBe(true);
  });
});

describe('the JSON', () => {
  it('lets anybody recompute the fingerprint from its own answers', async () => {
    const release = await house.prepare();
    const parsed: unknown = JSON.parse(await readFile(await written('skor.json'), 'utf8'));
    expect(parsed).toMatchObject({
      about: { data_kind: 'demo', figures_sha256: release.sha256, as_of_event: release.asOf },
      agencies: { length: 14 },
      indicators: { length: 47 },
      answers: { length: 14 * 47 },
      scores: { length: 14 },
    });
    const canonical = canonicalFigures('demo-kalsel-2025', release.instrument, 'semua', release.figures);
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(release.sha256);
  });

  it('has the same fingerprint when nothing has changed', async () => {
    expect((await house.prepare()).sha256).toBe((await house.prepare('semua', 'en')).sha256);
    expect((await house.prepare('disetujui')).sha256).not.toBe((await house.prepare()).sha256);
  });
});

describe('the proof', () => {
  it.each(FILES)('accepts %s as written', async (file) => {
    await proveFile(file, await written(file), await house.prepare(), text);
  });

  it.each(FILES)('refuses %s when it is cut short or empty', async (file) => {
    const path = await written(file);
    const { length } = await readFile(path);
    const release = await house.prepare();
    for (const size of [length - 40, Math.floor(length / 2), 10, 0]) {
      await truncate(path, size);
      await expect(proveFile(file, path, release, text)).rejects.toThrow(ReleaseError);
    }
  });

  it('refuses a file whose level was changed', async () => {
    const path = await written('skor.json');
    const body = await readFile(path, 'utf8');
    await overwrite(path, body.replace(/"level":\d/, '"level":9'));
    await expect(proveFile('skor.json', path, await house.prepare(), text)).rejects.toThrow(ReleaseError);
  });

  it.each(FILES)('refuses %s when the database has moved on', async (file) => {
    const path = await written(file);
    const release = await house.prepare();
    const [first, ...others] = release.figures;
    if (!first) throw new Error('no figures');
    const levels = first.agency.levels.map((level, i) => (i === 0 ? (level === 5 ? 4 : 5) : level));
    const moved = { ...release, figures: [{ ...first, agency: { ...first.agency, levels } }, ...others] };
    await expect(proveFile(file, path, moved, text)).rejects.toThrow(ReleaseError);
  });
});

describe('handing out', () => {
  it.each(FILES)('%s leaves with a demo name, on the record, and nothing on the disk', async (file) => {
    const before = leftovers();
    const { name, body, bytes } = await download(file);
    expect(name).toMatch(/^demo-skor-spbe-2020-kalsel-2025-semua-\d{8}-\d{4}\.(xlsx|csv|json)$/);
    expect(body.byteLength).toBe(bytes);
    expect(leftovers()).toEqual(before);
    const event = await house.db
      .selectFrom('event')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(event.type).toBe('release.downloaded');
    expect(event.actor_id).toBe(house.liaison.id);
    expect(JSON.parse(event.payload)).toMatchObject({
      format: file.split('.')[1],
      scope: 'semua',
      fileSha256: createHash('sha256').update(body).digest('hex'),
    });
  });

  it('takes only approved assessments where that was asked', async () => {
    const release = await house.prepare('disetujui');
    expect(release.figures.map(({ agency }) => agency.state)).toEqual(new Array(7).fill('approved'));
  });

  it('gives nothing to an operator', async () => {
    expect(await handOut(await house.meetingOf(house.operator), request('skor.xlsx'))).toBeNull();
  });

  it('refuses when stored levels and answers contradict each other', async () => {
    const { db } = house;
    const row = await db
      .selectFrom('assessment')
      .select(['id', 'levels'])
      .where('rakerda_id', '=', DEMO_RAKERDA)
      .where('agency_code', '=', '63.01')
      .executeTakeFirstOrThrow();
    const wrong = row.levels.replace(/\d/, (level) => (level === '5' ? '1' : '5'));
    await db.updateTable('assessment').set({ levels: wrong }).where('id', '=', row.id).execute();
    const before = leftovers();
    await expect(handOut(await house.meetingOf(), request('skor.csv'))).rejects.toMatchObject({
      failure: 'mismatch',
    });
    expect(leftovers()).toEqual(before);
    await db.updateTable('assessment').set({ levels: row.levels }).where('id', '=', row.id).execute();
  });
});
