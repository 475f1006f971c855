/** What the cards room offers to server code. */
export { manageAttendance } from './attendanceForm.server';
export { readAttendancePage } from './attendancePage.server';
export { joinedCounts, listAttendance } from './attendanceQueries.server';
export { manageCards } from './cardsForm.server';
export { readCardsPage } from './cardsPage.server';
export { type HallAddress, hallAddress } from './hallAddress.server';
export { join, readJoinPage, statusOf } from './joinPage.server';
export { readPrintPage } from './printPage.server';
export { type QrPath, qrPath } from './qr.server';
export { words as cardWords } from './words';
