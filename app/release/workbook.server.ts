/**
 * Writes the XLSX of an instrument with levels, row by row; in the summary a formula recomputes each index from the
 * sheet of answers, so that nobody has to take our word for it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import type { FileWords } from './fileWords';
import { wallClockOf } from '~/i18n/zonedTime';
import { indicatorsOf, localize } from '~/instrument';
import {
  ANSWER_COLUMNS,
  ASPECT_COLUMNS,
  type Cell,
  dictionaryOf,
  letterOf,
  positionOf,
  SUMMARY_COLUMNS,
} from './columns';
import { type AgencyFigures, type Release, tidyRows } from './figures';
import { methodOf } from './method';
import {
  addRow,
  addSheet,
  bindWorkbook,
  dataKindOf,
  type Sheet,
  writeDictionary,
  writeMethod,
} from './workbookFrame.server';

export interface WorkbookWords {
  readonly text: FileWords;
  readonly both: { readonly id: FileWords; readonly en: FileWords };
}

type Value = Cell | Date;

/** After so many agencies other requests get their turn. */
const TURN = 8;

/**
 * Writes the whole workbook into a stream and ends it.
 * @throws whatever the stream fails with, e.g. a full disk
 */
export async function writeWorkbook(
  target: Writable,
  release: Release,
  { text, both }: WorkbookWords,
): Promise<void> {
  const bound = { release, text };
  const { sheet: names, column: words } = text.release;
  await bindWorkbook(target, release, async (workbook) => {
    await writeSummary(
      addSheet(workbook, bound, { name: names.summary, columns: SUMMARY_COLUMNS, words, frozen: 2 }),
      release,
      text,
    );
    await writeAspects(
      addSheet(workbook, bound, { name: names.aspects, columns: ASPECT_COLUMNS, words, frozen: 2 }),
      release,
      text,
    );
    await writeAnswers(
      addSheet(workbook, bound, { name: names.answers, columns: ANSWER_COLUMNS, words, frozen: 4 }),
      release,
      text,
    );
    writeDictionary(workbook, bound, dictionaryOf(release.instrument, text, both));
    writeMethod(workbook, bound, methodOf(release, text));
  });
}

/** Recomputes one index from the answers: their sum is an integer, so halves stay exact and round half up. */
function controlFormula(release: Release, text: FileWords, row: number): string {
  const { instrument, figures } = release;
  const last = figures.length * indicatorsOf(instrument).length + 1;
  const range = (key: 'points' | 'agency_code') => {
    const letter = letterOf(positionOf(ANSWER_COLUMNS, key));
    return `'${text.release.sheet.answers}'!$${letter}$2:$${letter}$${String(last)}`;
  };
  const code = `$${letterOf(positionOf(SUMMARY_COLUMNS, 'agency_code'))}${String(row)}`;
  const denominator = instrument.weightTotal * instrument.level.unit;
  return `ROUND(SUMIFS(${range('points')},${range('agency_code')},${code})*100/${String(denominator)},0)/100`;
}

async function writeSummary(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  const { rakerda, locale } = release;
  let row = 1;
  for (const { agency, score } of release.figures) {
    row += 1;
    const index = score.whole.index.hundredths / 100;
    addRow(sheet, [
      agency.code,
      agency.name,
      text.ui.state[agency.state],
      score.whole.answered,
      score.whole.total,
      index,
      { formula: controlFormula(release, text, row), result: index },
      localize(score.predicate.name, locale),
      score.whole.ceiling.hundredths / 100,
      agency.targetHundredths === null ? null : agency.targetHundredths / 100,
      rakerda.year,
      rakerda.id,
      dataKindOf({ release, text }),
    ]);
  }
  sheet.commit();
  await nextTurn();
}

async function writeAspects(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  let agencies = 0;
  for (const one of release.figures) {
    for (const values of partRows(release, one, text)) addRow(sheet, values);
    agencies += 1;
    if (agencies % (TURN * 4) === 0) await nextTurn();
  }
  sheet.commit();
  await nextTurn();
}

/** One row per domain, each followed by its aspects. */
function* partRows(release: Release, { agency, score }: AgencyFigures, text: FileWords): Generator<Value[]> {
  const { instrument, locale, rakerda } = release;
  const kind = dataKindOf({ release, text });
  const end = [rakerda.year, rakerda.id, kind];
  for (const domain of instrument.domains) {
    for (const part of [domain, ...domain.aspects]) {
      const node = part === domain ? score.domains[domain.no - 1] : score.aspects[part.no - 1];
      if (!node) throw new RangeError(`no score for part ${String(part.no)}`);
      yield [
        agency.code,
        agency.name,
        part === domain ? text.release.node.domain : text.release.node.aspect,
        part.no,
        domain.no,
        localize(part.name, locale),
        (part.weight * 100) / instrument.weightTotal,
        node.index.hundredths / 100,
        node.ceiling.hundredths / 100,
        node.answered,
        node.total,
        ...end,
      ];
    }
  }
}

async function writeAnswers(sheet: Sheet, release: Release, text: FileWords): Promise<void> {
  const wallClock = wallClockOf(release.rakerda.timeZone);
  const kind = dataKindOf({ release, text });
  let agencies = 0;
  for (const one of release.figures) {
    const state = text.ui.state[one.agency.state];
    for (const row of tidyRows(release, one)) {
      addRow(
        sheet,
        ANSWER_COLUMNS.map(({ key }): Value => {
          if (key === 'state') return state;
          if (key === 'data_kind') return kind;
          if (key === 'discuss') return row.discuss === true ? text.ui.yes : text.ui.no;
          if (key === 'updated_at')
            return typeof row.updated_at === 'string' ? wallClock(row.updated_at) : null;
          return row[key];
        }),
      );
    }
    agencies += 1;
    if (agencies % TURN === 0) await nextTurn();
  }
  sheet.commit();
  await nextTurn();
}
