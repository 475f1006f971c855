/** What the room of the table offers to server code. */
export { orderAgencies } from './ordering';
export { namesOnStage, type Whole, wholesOf, withoutYear } from './onStage';
export { isRanked, type Topic } from './topic';
export { cellsOf, headlineOf, shownTopic } from './shown';
export { readSheetPage } from './sheet.read.server';
export { makeSheetPdf } from './sheetPdf.server';
export { readTablePage } from './table.read.server';
export { readTableCsv } from './tableCsv.server';
export { readTable, sourceForHall } from './topics.server';
