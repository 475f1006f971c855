/**
 * The workbook in a real spreadsheet: LibreOffice opens it, recomputes the control formulas, and every sheet still says
 * the same. Needs `soffice`; it fails where there is none, because an unopened workbook proves nothing.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile as save } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '~/instrument';
import { ANSWER_COLUMNS, positionOf, SUMMARY_COLUMNS } from '~/release/columns';
import { writeFile } from '~/release/writeRelease.server';
import { openTestHouse, type TestHouse } from './house';

const run = promisify(execFile);
const CONVERSION_MS = 120_000;

/** Formulas are computed at load, whatever result the file brings along. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function findSoffice(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'soffice');
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  throw new Error('soffice is not on the PATH: install LibreOffice Calc to check that the workbook opens');
}

/** Converts every sheet to CSV; gives the records per sheet name. */
async function convert(workbook: string): Promise<ReadonlyMap<string, string[][]>> {
  const soffice = await findSoffice();
  const profile = join(house.folder, 'profile');
  const output = join(house.folder, 'csv');
  await mkdir(join(profile, 'user'), { recursive: true });
  await save(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  // Comma, double quote, UTF-8; -1 as the last token means every sheet, one file each.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  await run(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
      '--outdir',
      output,
      workbook,
    ],
    { timeout: CONVERSION_MS },
  );
  const sheets = new Map<string, string[][]>();
  for (const name of await readdir(output)) {
    const body = await readFile(join(output, name), 'utf8');
    const records = parse(body, { relax_column_count: true });
    sheets.set(name.replace(/^skor-/, '').replace(/\.csv$/, ''), records);
  }
  return sheets;
}

it(
  'opens in LibreOffice, where levels, indices and control formulas agree with the database',
  { timeout: CONVERSION_MS },
  async () => {
    const release = await house.prepare();
    const path = join(house.folder, 'skor.xlsx');
    await writeFile('skor.xlsx', path, release);
    const sheets = await convert(path);
    expect([...sheets.keys()].sort()).toEqual(['Aspek', 'Jawaban', 'Kamus data', 'Metode', 'Ringkasan']);

    const answers = sheets.get('Jawaban')?.slice(1) ?? [];
    expect(answers).toHaveLength(release.figures.length * 47);
    const cell = (record: string[], key: (typeof ANSWER_COLUMNS)[number]['key']) =>
      record[positionOf(ANSWER_COLUMNS, key) - 1] ?? '';
    const sums = new Map<string, number>();
    for (const record of answers) {
      const code = cell(record, 'agency_code');
      const points = Number(cell(record, 'weight_integer')) * Number(cell(record, 'level_counted'));
      sums.set(code, (sums.get(code) ?? 0) + points);
    }

    const summary = sheets.get('Ringkasan')?.slice(1) ?? [];
    expect(summary).toHaveLength(release.figures.length);
    release.figures.forEach(({ agency, score }, i) => {
      const record = summary[i] ?? [];
      const get = (key: (typeof SUMMARY_COLUMNS)[number]['key']) =>
        record[positionOf(SUMMARY_COLUMNS, key) - 1] ?? '';
      const { hundredths } = score.whole.index;
      expect(get('agency_code')).toBe(agency.code);
      expect(Number(get('index'))).toBe(hundredths / 100);
      expect(Number(get('control'))).toBe(hundredths / 100);
      expect(figure(sums.get(agency.code) ?? 0, 10_000).hundredths).toBe(hundredths);
    });
  },
);
