/** Reads a posted answer, whoever posted it – the plain form or the browser's autosave – and saves it. */
import { findIndicator, type Instrument, storedRange } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { judge, textIn } from '~/text';
import {
  ANSWER_ERRORS,
  type AnswerErrors,
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
  const version = Number(textIn(form, 'version')) || 0;
  const posted = (result: PostResult) => ({ result, values, version });
  if (!findIndicator(scope.instrument, indicatorNo)) return posted({ kind: 'noIndicator' });
  const judged = judge(schemaOf(scope.instrument), values, ANSWER_ERRORS, 'level');
  if (!judged.ok) return posted({ kind: 'invalid', errors: judged.errors });
  const changeId = textIn(form, 'changeId');
  return posted(
    await saveAnswer(
      scope,
      { indicatorNo, input: judged.input, baseVersion: version },
      /^[\w-]{8,64}$/.test(changeId) ? changeId : null,
    ),
  );
}
