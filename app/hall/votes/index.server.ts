/** What the votes room offers to server code. */
export { readVotePage, readVotesPage } from './votes.read.server';
export { postToVote, postToVotes } from './votes.post.server';
export {
  type AgreedLevel,
  agreedLevels,
  findVote,
  hasVoted,
  latestVote,
  listVotes,
  type VoteFacts,
  type VoteResult,
} from './voteRows.server';
