/** What a sheet is made of, as people count it. */
import type { CountedText } from './text';

export const FIELDS: CountedText = { id: 'isian', en: 'fields', one: 'field' };
export const QUESTIONS: CountedText = { id: 'butir', en: 'questions', one: 'question' };
export const INDICATORS: CountedText = { id: 'indikator', en: 'indicators', one: 'indicator' };
