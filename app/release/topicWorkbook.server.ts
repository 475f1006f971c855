/** Writes the XLSX of a topic: a summary per agency, every figure, and what each of them says. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import { localize } from '~/instrument';
import { BOARD_COLUMNS, FIGURE_COLUMNS, LIST_COLUMNS, topicDictionary } from './topicColumns';
import { figureRows, listedFigures, remarksText, shownValue, type TopicRelease } from './topicFigures';
import { topicMethod } from './topicMethod';
import type { WorkbookWords } from './workbook.server';
import {
  addRow,
  addSheet,
  bindWorkbook,
  type Bound,
  dataKindOf,
  type Sheet,
  writeDictionary,
  writeMethod,
} from './workbookFrame.server';

/** After so many agencies other requests get their turn. */
const TURN = 4;

/**
 * Writes the whole workbook into a stream and ends it.
 * @throws whatever the stream fails with, e.g. a full disk
 */
export async function writeTopicWorkbook(
  target: Writable,
  release: TopicRelease,
  { text, both }: WorkbookWords,
): Promise<void> {
  const bound = { release, text };
  const { sheet: names, column: words } = text.topic;
  await bindWorkbook(target, release, async (workbook) => {
    writeBoard(
      addSheet(workbook, bound, { name: names.board, columns: BOARD_COLUMNS, words, frozen: 2 }),
      release,
      bound,
    );
    await writeFigures(
      addSheet(workbook, bound, { name: names.figures, columns: FIGURE_COLUMNS, words, frozen: 4 }),
      release,
      bound,
    );
    writeList(
      addSheet(workbook, bound, { name: names.list, columns: LIST_COLUMNS, words, frozen: 3 }),
      release,
    );
    writeDictionary(workbook, bound, topicDictionary(release.instrument, text, both));
    writeMethod(workbook, bound, topicMethod(release, text));
  });
}

function writeBoard(sheet: Sheet, release: TopicRelease, bound: Bound): void {
  const { locale, rakerda } = release;
  for (const { agency, outcome } of release.figures)
    addRow(sheet, [
      agency.code,
      agency.name,
      bound.text.ui.state[agency.state],
      outcome.filled,
      outcome.total,
      shownValue(outcome.headline),
      outcome.band && localize(outcome.band.name, locale),
      shownValue(outcome.ceiling),
      remarksText(outcome, locale),
      rakerda.year,
      rakerda.id,
      dataKindOf(bound),
    ]);
  sheet.commit();
}

async function writeFigures(sheet: Sheet, release: TopicRelease, bound: Bound): Promise<void> {
  const listed = listedFigures(release.instrument, release.locale);
  const kind = dataKindOf(bound);
  let agencies = 0;
  for (const one of release.figures) {
    const worded = { state: bound.text.ui.state[one.agency.state], data_kind: kind };
    for (const row of figureRows(release, listed, one))
      addRow(
        sheet,
        FIGURE_COLUMNS.map(({ key }) => (key === 'state' || key === 'data_kind' ? worded[key] : row[key])),
      );
    agencies += 1;
    if (agencies % TURN === 0) await nextTurn();
  }
  sheet.commit();
}

function writeList(sheet: Sheet, { instrument, locale }: TopicRelease): void {
  const { columns, differences, fields } = listedFigures(instrument, locale);
  for (const facts of [...columns, ...differences, ...fields])
    addRow(
      sheet,
      LIST_COLUMNS.map(({ key }) => facts[key]),
    );
  sheet.commit();
}
