/** What the room of topics offers to server code: `topicOutcomes({ db, instruments }, rakerdaId)` for tables of topics. */
export { type Area, readArea } from './area.server';
export { addRegisterIn } from './registers/saveRegister.server';
export { addSheetIn } from './saveSheet.server';
export { approveSheetIn, submitSheetIn } from './takeSheetStep.server';
export { type TopicOutcomes, topicOutcomes } from './topicOutcomes.server';
export { listSheets } from './topicSheets.server';
export type { DistrictRow } from './districtRows.server';
export { hasParts, type NodeRow, readTopicParts } from './topicParts.server';
export { type TopicStateCount, topicStates } from './topicStates.server';
