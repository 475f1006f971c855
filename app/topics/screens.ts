/** The screens of this room, for its routes. */
export { ImportScreen } from './imports/importScreen';
export { RegisterScreen } from './registers/registerScreen';
export { readSheetFilter } from './review/sheetReviewForm';
export { SheetReviewScreen } from './review/sheetReviewScreen';
export { SheetPreview } from './sheetPreview';
export { SheetScreen } from './sheetScreen';
export { isAboutTopics } from './aboutTopics';
export { TopicListScreen } from './topicListScreen';
export { TopicTableScreen } from './topicTableScreen';
