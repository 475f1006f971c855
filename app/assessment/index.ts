/** What the assessment room offers to other rooms and to code that also runs in the browser. */
export { emptyLevels, parseLevels } from './levels';
