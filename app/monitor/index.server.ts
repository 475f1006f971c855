/** What the monitor room offers to server code. */
export { markSeen } from './messages.server';
export { postMessage } from './messageForm.server';
export { readMonitorPage } from './monitorPage.server';
export { rakerdaInPath, readNotice, readNoticeHere } from './notice.server';
