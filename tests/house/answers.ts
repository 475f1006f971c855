/** Answers for tests. */
import type { AnswerFormValues } from '~/assessment/answerForm';

export const EMPTY: AnswerFormValues = {
  level: '',
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};

export function answer(fields: Partial<AnswerFormValues> = {}): AnswerFormValues {
  return { ...EMPTY, ...fields };
}
