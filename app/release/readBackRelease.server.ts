/** Reads each kind of file back from the disk and proves it against the figures it was written from. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { BYTE_ORDER_MARK } from '~/files/csv';
import { readCsvFile } from '~/files/csv.server';
import { guardFormula } from '~/files/formulaGuard';
import type { FileWords } from './fileWords';
import {
  ANSWER_COLUMNS,
  ASPECT_COLUMNS,
  type Column,
  letterOf,
  positionOf,
  SUMMARY_COLUMNS,
} from './columns';
import type { ReleaseFile } from './files';
import type { Release } from './figures';
import { mismatch, startProof } from './proof';
import { type Cell, readWorkbook, type SheetRow } from './workbookRows.server';

/**
 * Proves a finished file.
 * @throws ReleaseError `mismatch` where the file is short, broken, or holds other figures than the release
 */
export async function proveFile(
  file: ReleaseFile,
  path: string,
  release: Release,
  text: FileWords,
): Promise<void> {
  switch (file) {
    case 'skor.xlsx':
      return proveWorkbook(path, release, text);
    case 'skor.csv':
      return proveCsv(path, release);
    case 'skor.json':
      return proveJson(path, release);
  }
}

async function proveCsv(path: string, release: Release): Promise<void> {
  const proof = startProof(release);
  const [agency, indicator, weight, level, counted] = (
    ['agency_code', 'indicator_no', 'weight_integer', 'level', 'level_counted'] as const
  ).map((key) => positionOf(ANSWER_COLUMNS, key) - 1);
  let line = 0;
  for await (const record of readCsvFile(path)) {
    line += 1;
    if (record.length !== ANSWER_COLUMNS.length)
      mismatch(`CSV line ${String(line)} has ${String(record.length)} cells`);
    if (line === 1) {
      if (!record[0]?.startsWith(BYTE_ORDER_MARK)) mismatch('CSV lacks its byte order mark');
      continue;
    }
    const cell = (position: number | undefined) => record[position ?? -1] ?? '';
    proof.answer({
      agencyCode: cell(agency),
      indicatorNo: Number(cell(indicator)),
      weight: Number(cell(weight)),
      level: cell(level) === '' ? null : Number(cell(level)),
      counted: Number(cell(counted)),
    });
  }
  proof.finish();
}

const jsonFile = z.object({
  about: z.object({ figures_sha256: z.string(), data_kind: z.string() }),
  answers: z.array(
    z.object({
      agency_code: z.string(),
      indicator_no: z.number(),
      weight_integer: z.number(),
      level: z.number().nullable(),
      level_counted: z.number(),
    }),
  ),
  scores: z.array(z.object({ agency_code: z.string(), index: z.number() })),
});

async function proveJson(path: string, release: Release): Promise<void> {
  const parsed = jsonFile.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!parsed.success) return mismatch(`JSON does not have its structure: ${parsed.error.message}`);
  const { about, answers, scores } = parsed.data;
  if (about.figures_sha256 !== release.sha256) mismatch('JSON names another fingerprint');
  const proof = startProof(release);
  for (const answer of answers) {
    proof.answer({
      agencyCode: guardFormula(answer.agency_code),
      indicatorNo: answer.indicator_no,
      weight: answer.weight_integer,
      level: answer.level,
      counted: answer.level_counted,
    });
  }
  if (scores.length === 0) mismatch('JSON holds no scores');
  for (const { agency_code: code, index } of scores) proof.index(guardFormula(code), index);
  proof.finish();
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    return mismatch(`JSON is broken: ${String(error)}`);
  }
}

async function proveWorkbook(path: string, release: Release, text: FileWords): Promise<void> {
  const words = text.release.sheet;
  const expected = new Set<string>(Object.values(words));
  const proof = startProof(release);
  const parts = release.instrument.domains.reduce((sum, domain) => sum + 1 + domain.aspects.length, 0);
  let partRows = 0;
  const rows = new Map<string, number>();
  const names = await readWorkbook(path, (name, no, row) => {
    rows.set(name, (rows.get(name) ?? 0) + 1);
    if (no === 1) return;
    if (name === words.answers) proof.answer(answerOf(row));
    if (name === words.summary) proveSummaryRow(row, proof);
    if (name === words.aspects) {
      if (typeof cellOf(row, ASPECT_COLUMNS, 'index') !== 'number')
        mismatch('an index of a part is no number');
      partRows += 1;
    }
  });
  for (const name of names) {
    if (!expected.delete(name)) mismatch(`sheet "${name}" is unknown or there twice`);
    if ((rows.get(name) ?? 0) < 2) mismatch(`sheet "${name}" is empty`);
  }
  if (expected.size > 0) mismatch(`sheets are missing: ${[...expected].join(', ')}`);
  if (partRows !== parts * release.figures.length) {
    mismatch(`${String(partRows)} rows of parts, expected ${String(parts * release.figures.length)}`);
  }
  proof.finish();
}

function cellOf(row: SheetRow, columns: readonly Column[], key: Column['key']): Cell['value'] {
  return row.get(letterOf(positionOf(columns, key)))?.value ?? null;
}

/** The code of the agency a row is about; a code that became anything but text is a mismatch. */
function codeOf(row: SheetRow, columns: readonly Column[]): string {
  const code = cellOf(row, columns, 'agency_code');
  return typeof code === 'string' ? code : mismatch('the code of an agency is no text');
}

function answerOf(row: SheetRow) {
  const level = cellOf(row, ANSWER_COLUMNS, 'level');
  return {
    agencyCode: codeOf(row, ANSWER_COLUMNS),
    indicatorNo: Number(cellOf(row, ANSWER_COLUMNS, 'indicator_no')),
    weight: Number(cellOf(row, ANSWER_COLUMNS, 'weight_integer')),
    level: level === null ? null : Number(level),
    counted: Number(cellOf(row, ANSWER_COLUMNS, 'level_counted')),
  };
}

function proveSummaryRow(row: SheetRow, proof: ReturnType<typeof startProof>): void {
  const code = codeOf(row, SUMMARY_COLUMNS);
  if (!row.get(letterOf(positionOf(SUMMARY_COLUMNS, 'control')))?.hasFormula) {
    mismatch(`${code}: the control formula is missing`);
  }
  proof.index(code, cellOf(row, SUMMARY_COLUMNS, 'index'));
}
