/** What the room of published results offers to screens. */
export { type OwnResult, PublishedTrend } from './publishedTrend';
