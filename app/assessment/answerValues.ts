import type { AnswerFormValues, AnswerInput } from './answerForm';

/** A stored answer as the form shows it; nothing stored is an empty form. */
export function formValues(answer: AnswerInput | null): AnswerFormValues {
  if (!answer) {
    return {
      level: '',
      justification: '',
      note: '',
      personInCharge: '',
      service: '',
      discuss: false,
      evidence: [],
    };
  }
  return {
    level: answer.level === null ? '' : String(answer.level),
    justification: answer.justification,
    note: answer.note,
    personInCharge: answer.personInCharge,
    service: answer.service,
    discuss: answer.discuss,
    evidence: answer.evidence.map(({ url, caption }) => ({ url, caption })),
  };
}
