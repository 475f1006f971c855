/** Work outside of the thread that answers requests. */
export { type Asker, bytesSchema, type Job, type Workers } from './job';
export { type ProvenFile, provenFileJob, Unproven } from './provenFile';
export { isWorkRefused, WorkRefused } from './workRefused';
