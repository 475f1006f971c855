/** Reads a posted answer, whoever posted it – the plain form or the browser's autosave – and saves it. */
import type { AppLoadContext } from '@remix-run/node';
import { findIndicator, type Instrument, storedRange } from '~/instrument';
import type { Actor } from '~/policy';
import type { AssessmentPlace } from '~/rakerda/scope.server';
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
  context: AppLoadContext,
  actor: Actor,
  place: AssessmentPlace,
  instrument: Instrument,
  indicatorNo: number,
  form: FormData,
): Promise<PostedAnswer> {
  const values = readAnswerForm(form);
  const version = Number(form.get('version')) || 0;
  const posted = (result: PostResult) => ({ result, values, version });
  if (!findIndicator(instrument, indicatorNo)) return posted({ kind: 'noIndicator' });
  const parsed = schemaOf(instrument).safeParse(values);
  if (!parsed.success) return posted({ kind: 'invalid', errors: answerErrors(parsed.error) });
  const changeId = form.get('changeId');
  const result = await saveAnswer(context.db, actor, {
    place,
    instrument,
    indicatorNo,
    input: parsed.data,
    baseVersion: version,
    changeId: typeof changeId === 'string' && /^[\w-]{8,64}$/.test(changeId) ? changeId : null,
    requestId: context.requestId,
  });
  if (result.kind === 'saved') context.feed.wake();
  return posted(result);
}
