/** What the commitments room offers to server code. */
export {
  type Commitment,
  commitmentsFor,
  listCommitments,
  listNotes,
  type Note,
} from './commitmentRows.server';
