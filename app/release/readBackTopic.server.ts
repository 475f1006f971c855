/** Reads each kind of a topic's files back from the disk and proves it against the figures it was written from. */
import { z } from 'zod';
import { guardFormula } from '~/files/formulaGuard';
import type { FileWords } from './fileWords';
import type { Format } from './files';
import { mismatch } from './proof';
import { cellOf, codeOf, csvLines, jsonAt, proveSheets } from './readBack.server';
import { BOARD_COLUMNS, FIGURE_COLUMNS } from './topicColumns';
import type { TopicRelease } from './topicFigures';
import { startTopicProof, type TopicProof } from './topicProof';

/**
 * Proves a finished file.
 * @throws ReleaseError `mismatch` where the file is short, broken, or holds other figures than the release
 */
export async function proveTopicFile(
  format: Format,
  path: string,
  release: TopicRelease,
  text: FileWords,
): Promise<void> {
  const proof = startTopicProof(release);
  switch (format) {
    case 'xlsx':
      await readSheets(path, text, proof);
      break;
    case 'csv':
      for await (const cell of csvLines(path, FIGURE_COLUMNS))
        proof.figure(figureOf((key) => (cell(key) === '' ? null : cell(key))));
      break;
    case 'json':
      await readJson(path, release, proof);
      break;
  }
  proof.finish();
}

type Key = (typeof FIGURE_COLUMNS)[number]['key'];

function figureOf(cell: (key: Key) => string | number | null) {
  const number = (key: Key) => {
    const found = cell(key);
    return found === null ? null : Number(found);
  };
  return {
    agencyCode: String(cell('agency_code')),
    kind: String(cell('figure_kind')),
    code: String(cell('figure_code')),
    value: number('value'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    target: number('target'),
    targetGap: number('target_gap'),
    stored: number('stored'),
  };
}

async function readSheets(path: string, text: FileWords, proof: TopicProof): Promise<void> {
  const { sheet } = text.topic;
  const { dictionary, method } = text.release.sheet;
  await proveSheets(path, [...Object.values(sheet), dictionary, method], (name, row) => {
    if (name === sheet.figures) {
      codeOf(row, FIGURE_COLUMNS);
      proof.figure(figureOf((key) => cellOf(row, FIGURE_COLUMNS, key)));
    }
    if (name === sheet.board) proof.headline(codeOf(row, BOARD_COLUMNS), cellOf(row, BOARD_COLUMNS, 'value'));
  });
}

const figure = z.number().nullable();
const jsonFile = z.object({
  about: z.object({ figures_sha256: z.string() }),
  agencies: z.array(z.object({ agency_code: z.string(), value: figure })).min(1),
  figures: z.array(
    z.object({
      agency_code: z.string(),
      figure_kind: z.string(),
      figure_code: z.string(),
      value: figure,
      numerator: figure.default(null),
      denominator: figure.default(null),
      target: figure.default(null),
      target_gap: figure.default(null),
      stored: figure.default(null),
    }),
  ),
  end: z.literal(true),
});

async function readJson(path: string, release: TopicRelease, proof: TopicProof): Promise<void> {
  const { about, agencies, figures } = await jsonAt(path, jsonFile);
  if (about.figures_sha256 !== release.sha256) mismatch('JSON names another fingerprint');
  for (const { agency_code, figure_kind, figure_code, target_gap, ...numbers } of figures)
    proof.figure({
      agencyCode: guardFormula(agency_code),
      kind: figure_kind,
      code: figure_code,
      targetGap: target_gap,
      ...numbers,
    });
  for (const { agency_code, value } of agencies) proof.headline(guardFormula(agency_code), value);
}
