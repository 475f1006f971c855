/** What the kernel of the meeting offers to screens: the top of its pages, its navigation, how a target is typed. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { MeetingHeader } from './meetingHeader';
export { RakerdaNav } from './rakerdaNav';
