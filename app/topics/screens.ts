/** The screens of this room, for its routes. */
export { ImportScreen } from './imports/importScreen';
export { RegisterScreen } from './registerScreen';
export { readSheetFilter } from './sheetReviewForm';
export { SheetReviewScreen } from './sheetReviewScreen';
export { SheetPreview } from './sheetPreview';
export { SheetScreen } from './sheetScreen';
export { isAboutTopics } from './aboutTopics';
export { TopicListScreen } from './topicListScreen';
export { TopicTableScreen } from './topicTableScreen';
