/** What the kernel of the meeting offers to screens: the top of its pages, their navigation, how a target is typed. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { AssessmentTabs } from './assessmentTabs';
export { MeetingHeader } from './meetingHeader';
export { RakerdaNav } from './rakerdaNav';
