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
): Promise<{ readonly result: PostResult; readonly values: AnswerFormValues }> {
  const values = readAnswerForm(form);
  if (!findIndicator(instrument, indicatorNo)) return { result: { kind: 'noIndicator' }, values };
  const parsed = schemaOf(instrument).safeParse(values);
  if (!parsed.success) return { result: { kind: 'invalid', errors: answerErrors(parsed.error) }, values };
  const changeId = form.get('changeId');
  const result = await saveAnswer(context.db, actor, {
    place,
    instrument,
    indicatorNo,
    input: parsed.data,
    baseVersion: Number(form.get('version')) || 0,
    changeId: typeof changeId === 'string' && /^[\w-]{8,64}$/.test(changeId) ? changeId : null,
    requestId: context.requestId,
  });
  if (result.kind === 'saved') context.feed.wake();
  return { result, values };
}
