/** What the assessment room offers to server code of other rooms. */
export { countLate, type LateCount } from './lateCounts.server';
export { emptyLevels, parseLevels } from './levels';
