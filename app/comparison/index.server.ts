/** What the comparison room offers to the server's routes. */
export { comparisonCsvJob } from './csvJob.server';
export { csvFileName, parseCsvTable } from './csvFile.server';
export { loadComparison, readComparison } from './comparison.read.server';
