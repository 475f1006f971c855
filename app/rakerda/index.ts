/** What the kernel of the meeting offers to screens: its pages by address, its navigation, how a target is typed. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { RakerdaNav } from './rakerdaNav';
