/** Work outside of the thread that answers requests. */
export { type Asker, bytesSchema, type Job, type Workers } from './job';
export { isWorkRefused, WorkRefused } from './workRefused';
