/** The screens of the votes, for their routes alone. */
export { VoteScreen } from './voteScreen';
export { VotesScreen } from './votesScreen';
