export { bareCode, cleanLine, cleanText, plainText, plainTexts } from './clean';
export { lineField, textField, type TextRules } from './fields';
