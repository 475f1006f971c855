/** What the room of the table offers to server code. */
export { readTablePage } from './table.read.server';
export { readTableCsv } from './tableCsv.server';
