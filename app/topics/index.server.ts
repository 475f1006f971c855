/** What the room of topics offers to server code: `topicOutcomes({ db, instruments }, rakerdaId)` for tables of topics. */
export { addSheetIn } from './saveSheet.server';
export { type TopicOutcomes, topicOutcomes } from './topicOutcomes.server';
