/** The tidy CSV. Column names are fixed keys in every language; the workbook is the file for people with decimal commas. */
import { BYTE_ORDER_MARK, csvRows, TIDY } from '~/files/csv';
import { ANSWER_COLUMNS } from './columns';
import { type AgencyFigures, type Release, tidyRows } from './figures';

/** The file in pieces, one per agency. */
export function* csvOf(release: Release): Generator<string> {
  yield BYTE_ORDER_MARK + csvRows([ANSWER_COLUMNS.map(({ key }) => key)], TIDY);
  for (const one of release.figures) yield csvRows(cellsOf(release, one), TIDY);
}

function* cellsOf(release: Release, one: AgencyFigures) {
  for (const row of tidyRows(release, one)) yield ANSWER_COLUMNS.map(({ key }) => row[key]);
}
