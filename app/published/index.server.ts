/** What the room of published results offers to server code. */
export { publishedCsv } from './publishedCsv.server';
export { readPublishedPage } from './publishedList.read.server';
export { hasPublished, type PublishedResult, publishedResults } from './published.server';
