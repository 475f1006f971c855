/** Reads each kind of file back from the disk and proves it against the figures it was written from. */
import { z } from 'zod';
import { guardFormula } from '~/files/formulaGuard';
import type { FileWords } from './fileWords';
import { ANSWER_COLUMNS, ASPECT_COLUMNS, letterOf, positionOf, SUMMARY_COLUMNS } from './columns';
import { type AnyFile, formatOf } from './files';
import type { Release } from './figures';
import { mismatch, startProof } from './proof';
import { cellOf, codeOf, csvLines, jsonAt, proveSheets } from './readBack.server';
import { proveTopicFile } from './readBackTopic.server';
import type { TopicRelease } from './topicFigures';
import type { SheetRow } from './workbookRows.server';

/**
 * Proves a finished file.
 * @throws ReleaseError `mismatch` where the file is short, broken, or holds other figures than the release
 */
export async function proveFile(
  file: AnyFile,
  path: string,
  release: Release | TopicRelease,
  text: FileWords,
): Promise<void> {
  const format = formatOf(file);
  if (release.kind === 'topic') return proveTopicFile(format, path, release, text);
  switch (format) {
    case 'xlsx':
      return proveWorkbook(path, release, text);
    case 'csv':
      return proveCsv(path, release);
    case 'json':
      return proveJson(path, release);
  }
}

async function proveCsv(path: string, release: Release): Promise<void> {
  const proof = startProof(release);
  for await (const cell of csvLines(path, ANSWER_COLUMNS))
    proof.answer({
      agencyCode: cell('agency_code'),
      indicatorNo: Number(cell('indicator_no')),
      weight: Number(cell('weight_integer')),
      level: cell('level') === '' ? null : Number(cell('level')),
      counted: Number(cell('level_counted')),
    });
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
  const { about, answers, scores } = await jsonAt(path, jsonFile);
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

async function proveWorkbook(path: string, release: Release, text: FileWords): Promise<void> {
  const words = text.release.sheet;
  const proof = startProof(release);
  const parts = release.instrument.domains.reduce((sum, domain) => sum + 1 + domain.aspects.length, 0);
  let partRows = 0;
  await proveSheets(path, Object.values(words), (name, row) => {
    if (name === words.answers) proof.answer(answerOf(row));
    if (name === words.summary) proveSummaryRow(row, proof);
    if (name === words.aspects) {
      if (typeof cellOf(row, ASPECT_COLUMNS, 'index') !== 'number')
        mismatch('an index of a part is no number');
      partRows += 1;
    }
  });
  if (partRows !== parts * release.figures.length) {
    mismatch(`${String(partRows)} rows of parts, expected ${String(parts * release.figures.length)}`);
  }
  proof.finish();
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
