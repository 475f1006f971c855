/** What the comparison room offers to the server's routes. */
export { comparisonCsv, csvFileName, parseCsvTable } from './csvFile.server';
export { loadComparison, readComparison } from './comparison.read.server';
