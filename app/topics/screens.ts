/** The screens of this room, for its routes. */
export { isAboutTopics, SheetScreen } from './sheetScreen';
export { TopicListScreen } from './topicListScreen';
export { TopicTableScreen } from './topicTableScreen';
