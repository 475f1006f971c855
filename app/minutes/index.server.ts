/** What the minutes room offers to server code. */
export { downloadMinutes, MINUTES_TYPES, readMinutesFile } from './download.server';
export { makeMinutesByForm } from './form.server';
export { makeMinutes } from './make.server';
export { readMinutesPage } from './page.server';
export { latestMinutes, type MinutesFacts } from './queries.server';
export { verifyCode, verifyFile } from './verify.server';
