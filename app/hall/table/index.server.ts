/** What the room of the table offers to server code. */
export { orderAgencies } from './ordering';
export { cellsOf, headlineOf, shownTopic } from './shown';
export { readTablePage } from './table.read.server';
export { readTableCsv } from './tableCsv.server';
export { readTable, sourceForHall } from './topics.server';
