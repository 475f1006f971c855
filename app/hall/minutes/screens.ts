/** The screens of this room, for routes alone. */
export { isAboutMinutes } from './minutesHints';
export { MinutesScreen } from './minutesScreen';
export { VerifyScreen } from './verifyScreen';
export { minutesWords } from './minutesWords';
