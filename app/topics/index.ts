/** What the room of topics offers to code of other rooms that also runs in the browser. */
export { sheetFromDevice } from './sheetOnDevice';
export { type NamedForm, nameWaiting } from './nameWaiting';
export { Confidence } from './confidence';
export { TopicStates } from './topicStates';
