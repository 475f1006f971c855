/** The screens of this room, for its routes. */
export { ImportScreen } from './imports/importScreen';
export { RegisterScreen } from './registerScreen';
export { SheetPreview } from './sheetPreview';
export { isAboutTopics, SheetScreen } from './sheetScreen';
export { TopicListScreen } from './topicListScreen';
export { TopicTableScreen } from './topicTableScreen';
