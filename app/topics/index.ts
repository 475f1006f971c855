/** What the room of topics offers to code of other rooms that also runs in the browser. */
export { sheetFromDevice } from './sheetOnDevice';
export { TopicStates } from './topicStates';
