/** What the assessment room offers to code that also runs in the browser. */
export { type AssessmentHeaderData, AssessmentHeader, assessmentHeaderData } from './header';
export { LevelMark } from './levelMark';
export { emptyLevels, parseLevels } from './levels';
