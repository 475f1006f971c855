/** What the agenda room offers to code that also runs in the browser. Its screen stands in screens.ts. */
export type { AgendaItem } from './agendaItem';
export { TOPICS, topicName, useTopicName } from './agendaTopics';
