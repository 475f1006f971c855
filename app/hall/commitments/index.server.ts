/** What the commitments room offers to server code. */
export {
  type Commitment,
  commitmentsFor,
  countByAgency,
  listCommitments,
  listNotes,
  type Note,
} from './commitmentRows.server';
