/** What the room of the table offers to code that also runs in the browser. */
export { BandMark } from './bandMark';
export { type ShownCell, shownCellSchema, type ShownTopic, shownTopicSchema } from './shownSchema';
