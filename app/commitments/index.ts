/** What the commitments room offers to code that also runs in the browser. */
export { type Counts, countCommitments, dayIn, isLate, isOpen, STATUSES } from './commitment';
