/** What the room of published results offers to server code. */
export { type PublishedResult, publishedResults } from './published.server';
