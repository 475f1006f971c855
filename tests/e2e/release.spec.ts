import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { releaseWords } from '~/release/releaseWords';
import { scoreFileWords } from '~/release/scoreFileWords';
import { expect, INDICATORS, INSTRUMENT, RAKERDA, signIn, test } from './fixtures';

const words = releaseWords.id;
const fileWords = scoreFileWords.id;
const AGENCIES = 14;

test('the liaison downloads the workbook; LibreOffice opens it and its figures add up to what the screen shows', async ({
  page,
}) => {
  await signIn(page, 'penghubung');
  await page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/rilis`);
  const arriving = page.waitForEvent('download');
  await page
    .getByRole('link', { name: words.download({ file: 'skor.xlsx' }) })
    .or(page.locator('a[href*="skor.xlsx"]'))
    .first()
    .click();
  const download = await arriving;
  // Demo data says so in the name already.
  expect(download.suggestedFilename()).toMatch(/^demo-.*\.xlsx$/);

  const folder = mkdtempSync(join(tmpdir(), 'rakerda-rilis-'));
  try {
    const workbook = join(folder, 'rilis.xlsx');
    await download.saveAs(workbook);
    const sheets = sheetsOf(workbook, folder);
    const summary = recordsOf(sheets, fileWords.sheet.summary, fileWords.column.agency_code.header);
    const answers = recordsOf(sheets, fileWords.sheet.answers, fileWords.column.indicator_no.header);
    expect(summary).toHaveLength(AGENCIES);
    expect(answers).toHaveLength(AGENCIES * INDICATORS);

    await page.goto(`/rakerda/${RAKERDA}`);
    for (const agency of summary) {
      const code = cell(agency, fileWords.column.agency_code.header);
      const index = cell(agency, fileWords.column.index.header);
      const own = answers.filter((answer) => cell(answer, fileWords.column.agency_code.header) === code);
      const points = own.reduce(
        (sum, answer) =>
          sum +
          Number(cell(answer, fileWords.column.weight_integer.header)) *
            Number(cell(answer, fileWords.column.level.header) || '1'),
        0,
      );
      // Half up, once, in integers: hundredths of the index are points ÷ 100.
      const hundredths = Math.floor((points + 50) / 100);
      expect(hundredthsOf(index), `${code}: recomputed from the answers`).toBe(hundredths);
      expect(hundredthsOf(cell(agency, fileWords.column.control.header)), `${code}: the live formula`).toBe(
        hundredths,
      );

      const shown = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
      const name = cell(agency, fileWords.column.agency_name.header);
      await expect(
        page.getByRole('row').filter({ hasText: name }).filter({ hasText: shown }).first(),
      ).toBeVisible();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** `2.85` or `2,85` → 285. */
function hundredthsOf(value: string): number {
  return Math.round(Number(value.replace(',', '.')) * 100);
}

/** Every sheet as LibreOffice understands it: name → rows. */
function sheetsOf(workbook: string, folder: string): ReadonlyMap<string, readonly string[][]> {
  const out = join(folder, 'csv');
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      // Comma, double quote, UTF-8, all sheets, and cells as stored rather than as formatted.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      '--outdir',
      out,
      workbook,
    ],
    { stdio: 'pipe', timeout: 120_000 },
  );
  return new Map(
    readdirSync(out).map((file) => [
      file.replace(/^rilis-/, '').replace(/\.csv$/, ''),
      parse(readFileSync(join(out, file), 'utf8'), { relax_column_count: true }),
    ]),
  );
}

/** The rows under the header row, which is the one that holds the named column. */
function recordsOf(
  sheets: ReadonlyMap<string, readonly string[][]>,
  sheet: string,
  column: string,
): readonly ReadonlyMap<string, string>[] {
  const rows = sheets.get(sheet);
  if (!rows) throw new Error(`There is no sheet ${sheet}; there are ${[...sheets.keys()].join(', ')}`);
  const at = rows.findIndex((row) => row.includes(column));
  const header = rows[at];
  if (!header) throw new Error(`${sheet} has no column ${column}`);
  return rows
    .slice(at + 1)
    .filter((row) => row.some((value) => value !== ''))
    .map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])));
}

function cell(record: ReadonlyMap<string, string>, column: string): string {
  const value = record.get(column);
  if (value === undefined) throw new Error(`There is no column ${column}`);
  return value;
}
