/** What the votes room offers to code that also runs in the browser. */
export { isAboutVotes, VOTE_PAUSE_MS } from './voteHints';
