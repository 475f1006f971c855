/** Judges each field for itself: what is faulty in one holds back nothing else. */
import * as z from 'zod/mini';
import { type AnswerField, only } from './answerChanges';
import { fieldErrors } from '~/text';
import { ANSWER_ERRORS, type AnswerErrors, type AnswerFormValues, type answerSchema } from './answerForm';

export interface Judged {
  /** What can be saved of the field; null where nothing can. */
  readonly send: Partial<AnswerFormValues> | null;
  readonly errors: AnswerErrors;
}

/**
 * @param values the whole form; only this field of it is judged
 * @param known what is saved already: a link that is being mistyped does not take the saved one away
 */
export function judgeField(
  schema: ReturnType<typeof answerSchema>,
  field: AnswerField,
  values: AnswerFormValues,
  known: AnswerFormValues,
): Judged {
  const parsed = parseField(schema, field, values);
  const send = only(values, field);
  if (parsed.success) return { send, errors: {} };
  const errors = fieldErrors(parsed.error, ANSWER_ERRORS, 'level');
  if (field !== 'evidence' || errors.evidence !== undefined) return { send: null, errors };
  const isFaulty = (row: number) => Object.keys(errors).some((path) => path.startsWith(`evidence.${row}.`));
  const urls = values.evidence.map(({ url }) => url.trim());
  const rows = values.evidence.flatMap((row, index) => {
    if (!isFaulty(index)) return [row];
    const saved = known.evidence[index];
    return saved && !urls.includes(saved.url) ? [saved] : [];
  });
  return { send: { evidence: rows }, errors };
}

/** One field as it is stored. */
export function parseField(
  schema: ReturnType<typeof answerSchema>,
  field: AnswerField,
  values: AnswerFormValues,
) {
  return partOf(schema).safeParse(only(values, field));
}

const partOf = remembered((schema: ReturnType<typeof answerSchema>) => z.partial(schema));

/** Putting a schema together costs many times what asking it does, and every save asks it for every field. */
function remembered<Whole extends object, Part>(make: (whole: Whole) => Part): (whole: Whole) => Part {
  const made = new WeakMap<Whole, Part>();
  return (whole) => {
    const known = made.get(whole) ?? make(whole);
    made.set(whole, known);
    return known;
  };
}
