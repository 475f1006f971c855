/** What the cards room offers to server code. */
export { manageAttendance } from './attendance.post.server';
export { readAttendancePage } from './attendance.read.server';
export { joinedCounts, listAttendance } from './attendanceRows.server';
export { manageCards } from './cards.post.server';
export { readCardsPage } from './cards.read.server';
export { type HallAddress, hallAddress } from './hallAddress.server';
export { join, readJoinPage, statusOf } from './join.read.server';
export { readPrintPage } from './cardsPrint.read.server';
export { type QrPath, qrPath } from './qr.server';
export { cardWords } from './cardWords';
