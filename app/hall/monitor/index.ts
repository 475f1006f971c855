/** What the monitor room offers to code that also runs in the browser. Every page of an agency carries it: keep it small. */
export { NoticeBar } from './noticeBar';
