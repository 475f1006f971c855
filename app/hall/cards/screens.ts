/** The screens of this room and what their routes need in the browser; only routes come through this door. */
export { CardsScreen } from './cardsScreen';
export { isAboutAttendance, isAboutCards } from './cardHints';
export { PrintScreen } from './cardsPrintScreen';
export { JoinScreen } from './joinScreen';
export { AttendanceScreen } from './attendanceScreen';
export { OwnCard } from './ownCard';
