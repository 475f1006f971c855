/** What the votes room offers to server code. */
export { readVotePage, readVotesPage } from './votes.read.server';
export { readWaitingVote, type WaitingVote } from './openVote.read.server';
export { postToVote, postToVotes } from './votes.post.server';
export {
  type AgreedLevel,
  agreedLevels,
  findVote,
  latestVote,
  listVotes,
  type VoteFacts,
  type VoteResult,
} from './voteRows.server';
