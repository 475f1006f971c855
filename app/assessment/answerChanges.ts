/** Compares answers field by field, and takes single fields out of them. */
import type { AnswerFormValues } from './answerForm';

type EvidenceRow = AnswerFormValues['evidence'][number];

/** What one person may change while another changes the rest. Links are one field, merged row by row. */
export const FIELDS = [
  'level',
  'service',
  'justification',
  'evidence',
  'personInCharge',
  'note',
  'discuss',
] as const;
export type AnswerField = (typeof FIELDS)[number];

/** The typed values as the server would understand them: without outer spaces and without rows left empty. */
function tidy(values: AnswerFormValues): AnswerFormValues {
  return {
    level: values.level ?? '',
    justification: values.justification.trim(),
    note: values.note.trim(),
    personInCharge: values.personInCharge.trim(),
    service: values.service.trim(),
    discuss: values.discuss,
    evidence: values.evidence
      .map(({ url, caption }) => ({ url: url.trim(), caption: caption.trim() }))
      .filter(({ url, caption }) => url !== '' || caption !== ''),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether saving one after the other would change nothing in this field. */
export function sameField(field: AnswerField, one: AnswerFormValues, other: AnswerFormValues): boolean {
  return same(tidy(one)[field], tidy(other)[field]);
}

/** Whether two changes hold the very same, letter by letter. */
export function sameValues(
  one: { readonly values: Partial<AnswerFormValues> },
  other: { readonly values: Partial<AnswerFormValues> },
): boolean {
  return same(one.values, other.values);
}

/** The fields in which two answers differ. */
export function differingFields(one: AnswerFormValues, other: AnswerFormValues): readonly AnswerField[] {
  const [a, b] = [tidy(one), tidy(other)];
  return FIELDS.filter((field) => !same(a[field], b[field]));
}

interface Fields<Level, Text, Flag, Rows> {
  level: Level;
  justification: Text;
  note: Text;
  personInCharge: Text;
  service: Text;
  discuss: Flag;
  evidence: Rows;
}

/** One field of an answer, to be laid over another answer by `{ ...other, ...only(answer, field) }`. */
export function only<Level, Text, Flag, Rows>(
  answer: Readonly<Fields<Level, Text, Flag, Rows>>,
  field: AnswerField,
): Partial<Fields<Level, Text, Flag, Rows>> {
  const { level, justification, note, personInCharge, service, discuss, evidence } = answer;
  switch (field) {
    case 'level':
      return { level };
    case 'justification':
      return { justification };
    case 'note':
      return { note };
    case 'personInCharge':
      return { personInCharge };
    case 'service':
      return { service };
    case 'discuss':
      return { discuss };
    case 'evidence':
      return { evidence };
  }
}

/** Links as a list of their own: what one added and removed, on what the other has. */
export function mergeRows<Row extends EvidenceRow>(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
): Row[] {
  const has = (rows: readonly Row[], row: Row) => rows.some((other) => same(other, row));
  const kept = theirs.filter((row) => has(mine, row) || !has(base, row));
  return [...kept, ...mine.filter((row) => !has(base, row) && !has(kept, row))];
}
