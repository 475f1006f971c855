export { bareCode, cleanLine, cleanText, mapTexts, plainText } from './clean';
export { lineField, textField, type TextRules } from './fields';
