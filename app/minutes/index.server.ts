/** What the minutes room offers to server code. */
export { downloadMinutes, MINUTES_TYPES, readMinutesFile } from './download.server';
export { makeMinutesByForm } from './form.server';
export { readMinutesPage } from './page.server';
export { latestMinutes } from './queries.server';
export { verifyCode, verifyFile } from './verify.server';
