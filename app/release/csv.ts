/** The tidy CSV. Column names are fixed keys in every language; the workbook is the file for people with decimal commas. */
import { BYTE_ORDER_MARK, csvRows, TIDY } from '~/files/csv';
import { ANSWER_COLUMNS, type Cell, type Column } from './columns';
import { type Release, tidyRows } from './figures';
import { FIGURE_COLUMNS } from './topicColumns';
import { figureRows, listedFigures, type TopicRelease } from './topicFigures';

/** The file in pieces, one per agency. */
export function csvOf(release: Release | TopicRelease): Generator<string> {
  if (release.kind === 'scores') {
    return tidy(ANSWER_COLUMNS, release.figures, (one) => tidyRows(release, one));
  }
  const listed = listedFigures(release.instrument, release.locale);
  return tidy(FIGURE_COLUMNS, release.figures, (one) => figureRows(release, listed, one));
}

function* tidy<Key extends string, One>(
  columns: readonly Column<Key>[],
  figures: readonly One[],
  rowsOf: (one: One) => Iterable<Readonly<Record<Key, Cell>>>,
): Generator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ key }) => key)], TIDY);
  for (const one of figures) yield csvRows(cells(columns, rowsOf(one)), TIDY);
}

function* cells<Key extends string>(
  columns: readonly Column<Key>[],
  rows: Iterable<Readonly<Record<Key, Cell>>>,
) {
  for (const row of rows) yield columns.map(({ key }) => row[key]);
}
