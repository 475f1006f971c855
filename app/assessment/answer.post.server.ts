/** Reads a posted answer, whoever posted it – the plain form or the browser's autosave – and saves it. */
import { findIndicator, type Instrument, storedRange } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import {
  type AnswerErrors,
  answerErrors,
  type AnswerFormValues,
  answerSchema,
  readAnswerForm,
} from './answerForm';
import { saveAnswer, type SaveResult } from './saveAnswer.server';

export type PostResult =
  SaveResult | { readonly kind: 'invalid'; readonly errors: AnswerErrors } | { readonly kind: 'noIndicator' };

export interface PostedAnswer {
  readonly result: PostResult;
  readonly values: AnswerFormValues;
  /** The version that it was filled in on. */
  readonly version: number;
}

/** Built once per instrument: a hall full of operators posts here every second. */
const schemas = new WeakMap<Instrument, ReturnType<typeof answerSchema>>();

function schemaOf(instrument: Instrument): ReturnType<typeof answerSchema> {
  let schema = schemas.get(instrument);
  if (!schema) schemas.set(instrument, (schema = answerSchema(storedRange(instrument))));
  return schema;
}

export async function postAnswer(
  scope: AssessmentScope,
  indicatorNo: number,
  form: FormData,
): Promise<PostedAnswer> {
  const values = readAnswerForm(form);
  const version = Number(form.get('version')) || 0;
  const posted = (result: PostResult) => ({ result, values, version });
  if (!findIndicator(scope.instrument, indicatorNo)) return posted({ kind: 'noIndicator' });
  const parsed = schemaOf(scope.instrument).safeParse(values);
  if (!parsed.success) return posted({ kind: 'invalid', errors: answerErrors(parsed.error) });
  const changeId = form.get('changeId');
  return posted(
    await saveAnswer(
      scope,
      { indicatorNo, input: parsed.data, baseVersion: version },
      typeof changeId === 'string' && /^[\w-]{8,64}$/.test(changeId) ? changeId : null,
    ),
  );
}
