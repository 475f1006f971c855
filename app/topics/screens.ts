/** The screens of this room, for its routes. */
export { RegisterScreen } from './registerScreen';
export { isAboutTopics, SheetScreen } from './sheetScreen';
export { TopicListScreen } from './topicListScreen';
export { TopicTableScreen } from './topicTableScreen';
