/** What the votes room offers to server code. */
export { readVotePage, readVotesPage } from './pages.server';
export { postToVote, postToVotes } from './post.server';
export {
  type AgreedLevel,
  agreedLevels,
  findVote,
  hasVoted,
  latestVote,
  listVotes,
  type VoteFacts,
  type VoteResult,
} from './queries.server';
