/** Answers for tests. */
import type { AnswerFormValues } from './answerForm';

export const EMPTY: AnswerFormValues = {
  level: '',
  justification: '',
  note: '',
  personInCharge: '',
  discuss: false,
  evidence: [],
};

export function answer(fields: Partial<AnswerFormValues> = {}): AnswerFormValues {
  return { ...EMPTY, ...fields };
}
