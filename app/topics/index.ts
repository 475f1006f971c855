/** What the room of topics offers to screens of other rooms. */
export { TopicStates } from './topicStates';
