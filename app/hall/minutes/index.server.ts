/** What the minutes room offers to server code. */
export { downloadMinutes, readMinutesFile } from './downloadMinutes.server';
export { makeMinutesByForm } from './minutes.post.server';
export { readMinutesPage } from './minutes.read.server';
export { latestMinutes } from './minutesRows.server';
export { verifyCode, verifyFile } from './verifyMinutes.server';
