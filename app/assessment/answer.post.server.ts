/** Reads a posted answer, whoever posted it – the plain form or the browser's own code – and saves it. */
import { findIndicator, type Instrument, storedRange } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { listIn, textIn } from '~/text';
import { type AnswerField, FIELDS, only } from './answerChanges';
import {
  type AnswerErrors,
  type AnswerFormValues,
  type AnswerInput,
  answerSchema,
  readAnswerForm,
} from './answerForm';
import { formValues } from './answerValues';
import type { Question } from './editingTypes';
import { judgeField, parseField } from './judgeField';
import { keepLate } from './lateChange.server';
import {
  type AnswerChange,
  readAnswer,
  readSnapshot,
  saveAnswer,
  type SaveResult,
} from './saveAnswer.server';

export interface PostedAnswer {
  readonly result:
    | SaveResult
    | { readonly kind: 'noIndicator' }
    /** The form was filled in by somebody else than who is signed in now. */
    | { readonly kind: 'otherAccount' };
  readonly values: AnswerFormValues;
  /** What is wrong with single fields; all others are saved. */
  readonly errors: AnswerErrors;
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
  const account = textIn(form, 'account');
  if (account !== '' && account !== scope.actor.id) {
    return { result: { kind: 'otherAccount' }, values, errors: {} };
  }
  const indicator = findIndicator(scope.instrument, indicatorNo);
  if (!indicator) {
    return { result: { kind: 'noIndicator' }, values, errors: {} };
  }
  const fields = (fieldsIn(form, 'field') ?? FIELDS).filter(
    (field) => field !== 'service' || indicator.namesService === true,
  );
  const { input, errors } = await judge(scope, indicatorNo, values, fields);
  const changeId = textIn(form, 'changeId');
  const change: AnswerChange = {
    indicatorNo,
    input,
    baseVersion: Number(textIn(form, 'version')) || 0,
    setAside: fieldsIn(form, 'aside') ?? [],
    device: deviceIn(form),
  };
  const name = NAME.test(changeId) ? changeId : null;
  const saved = await saveAnswer(scope, change, name);
  const mayBeLate = saved.kind === 'locked' && name !== null && change.device !== null;
  const result = mayBeLate ? await keepLate(scope, change, name, ageIn(form)) : saved;
  return { result, values, errors };
}

const NAME = /^[\w-]{8,64}$/;

function fieldsIn(form: FormData, name: 'field' | 'aside'): readonly AnswerField[] | null {
  const named = listIn(form, name);
  return named.length === 0 ? null : FIELDS.filter((field) => named.includes(field));
}

const YEAR_MS = 366 * 24 * 3600 * 1000;

/** How many milliseconds ago the device says that it was typed; null where that cannot be. */
function ageIn(form: FormData): number | null {
  const said = textIn(form, 'age');
  const age = Number(said);
  return said !== '' && Number.isSafeInteger(age) && age >= 0 && age < YEAR_MS ? age : null;
}

function deviceIn(form: FormData): { readonly id: string; readonly seq: number } | null {
  const id = textIn(form, 'device');
  const seq = Number(textIn(form, 'seq'));
  return NAME.test(id) && Number.isSafeInteger(seq) && seq > 0 ? { id, seq } : null;
}

/** Each field for itself: what is faulty in one holds back nothing else. */
async function judge(
  scope: AssessmentScope,
  indicatorNo: number,
  values: AnswerFormValues,
  fields: readonly AnswerField[],
): Promise<{ readonly input: Partial<AnswerInput>; readonly errors: AnswerErrors }> {
  const schema = schemaOf(scope.instrument);
  let input: Partial<AnswerInput> = {};
  let errors: AnswerErrors = {};
  for (const field of fields) {
    const parsed = parseField(schema, field, values);
    if (parsed.success) {
      input = { ...input, ...parsed.data };
      continue;
    }
    const stored = formValues(await readAnswer(scope.db, scope.place.assessment.id, indicatorNo));
    const judged = judgeField(schema, field, values, stored);
    errors = { ...errors, ...judged.errors };
    if (judged.send) input = { ...input, ...parseField(schema, field, { ...values, ...judged.send }).data };
  }
  return { input, errors };
}

/** What a page without scripts has to show after a post of which not everything could be saved. */
export interface RefusedPost {
  /** As typed where a field is faulty or asked about, as saved everywhere else. */
  readonly values: AnswerFormValues;
  /** The version that the page's answer has now. */
  readonly version: number;
  readonly errors: AnswerErrors;
  readonly questions: readonly (Question & { readonly field: AnswerField })[];
  /** Somebody else was signed in when it was filled in; then all is as typed. */
  readonly isOthers: boolean;
}

export async function refusedPost(
  scope: AssessmentScope,
  indicatorNo: number,
  { result, values: typed, errors }: PostedAnswer,
): Promise<RefusedPost> {
  const { version, values: stored } = await readSnapshot(scope, indicatorNo);
  const isOthers = result.kind === 'otherAccount';
  const conflicts = result.kind === 'conflict' ? result.conflicts : [];
  const questions = conflicts.map(({ field, theirName: name, own, at }) => {
    return { field, theirs: only(stored, field), version, name, own, at };
  });
  const open = FIELDS.filter(
    (field) =>
      isOthers ||
      conflicts.some((conflict) => conflict.field === field) ||
      Object.keys(errors).some((path) => path === field || path.startsWith(`${field}.`)),
  );
  const values = open.reduce<AnswerFormValues>((all, field) => ({ ...all, ...only(typed, field) }), stored);
  return { values, version, errors, questions, isOthers };
}
