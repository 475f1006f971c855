/** What the comparison room offers to the server's routes. */
export { comparisonFile } from './comparisonFile.server';
export { loadComparison, readComparison } from './comparison.read.server';
