/** What the commitments room offers to code that also runs in the browser. */
export { type Counts, countCommitments, isLate, isOpen, STATUSES } from './commitment';
