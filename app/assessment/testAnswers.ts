/** What the tests of drafts and autosave share: answers, and a storage as browsers have it. */
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

export function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
