/** What the kernel of the meeting offers to screens: the top of its pages, their navigation, how a target is typed. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { NoteStep, Stations } from './approvalParts';
export { approvalWords } from './approvalWords';
export { AssessmentTabs } from './assessmentTabs';
export { MeetingHeader } from './meetingHeader';
export { RakerdaNav } from './rakerdaNav';
export { ReviewFilters } from './reviewFilters';
export { FEW_IN_REVIEW, ReviewPart, ReviewParts } from './reviewPart';
export { reviewFrameWords } from './reviewFrameWords';
export { readStep } from './stepForm';
export type { StepErrorKey } from './stepNote';
