import type { LiveEvent } from '~/live';

/** Votes move by the second, and their count is what the hall watches: the pages are asked again almost at once. */
export const VOTE_PAUSE_MS = 300;

/** Whether an event changes a page of the votes. The stage of the Rakerda opens and ends them. */
export function isAboutVotes(event: LiveEvent): boolean {
  return event.type === 'vote' || (event.type === 'hint' && event.about === 'rakerda');
}
