export { bareCode, cleanLine, cleanText, mapTexts, plainText } from './clean';
export { lineField, textField, type TextRules } from './fields';
export {
  type FieldErrors,
  fieldErrors,
  fileIn,
  type Fields,
  groupIn,
  isTicked,
  judge,
  type Judged,
  listIn,
  readForm,
  textIn,
  textsIn,
  unreadableForm,
} from './postedForm';
