/** What the assessment room offers to server code of other rooms. */
export { emptyLevels, parseLevels } from './levels';
