/** What the monitor room offers to server code. */
export { markSeen } from './sendMessages.server';
export { postMessage } from './monitor.post.server';
export { readMonitorPage } from './monitor.read.server';
export { rakerdaInPath, readNotice, readNoticeHere } from './notice.server';
