/** The posted form of a step from filled in to approved, of whatever is filled in. For both sides. */
import * as z from 'zod/mini';
import { type Fields, isTicked, judge, textField, textsIn } from '~/text';
import { NOTE_ERRORS, STEP_NOTE_MAX, type StepErrorKey } from './stepNote';

const note = textField<StepErrorKey>({
  most: STEP_NOTE_MAX,
  tooLong: 'noteTooLong',
  required: 'noteMissing',
}).check(z.minLength(5, { error: 'noteMissing' }));

const stepSchema = z.discriminatedUnion('step', [
  /** Something is left empty on purpose. */
  z.object({ step: z.literal('submit'), unansweredConfirmed: z.boolean() }),
  /** The head has been told what is missing. */
  z.object({ step: z.literal('approve'), gapsConfirmed: z.boolean() }),
  z.object({ step: z.literal('takeBack') }),
  z.object({ step: z.literal('return'), note }),
  z.object({ step: z.literal('reopen'), note }),
]);

/** What the person decided; a return and a reopening say why. */
export type PostedStep = Readonly<z.infer<typeof stepSchema>>;

export type ParsedStep =
  | { readonly ok: true; readonly step: PostedStep }
  | { readonly ok: false; readonly step: string; readonly note: string; readonly error: StepErrorKey };

/** Reads a posted step. A form with no known step is treated as a note that is missing. */
export function readStep(form: Fields): ParsedStep {
  const typed = textsIn(form, ['step', 'note']);
  const posted = {
    ...typed,
    unansweredConfirmed: isTicked(form, 'unansweredConfirmed'),
    gapsConfirmed: isTicked(form, 'gapsConfirmed'),
  };
  const judged = judge(stepSchema, posted, NOTE_ERRORS, 'noteMissing');
  if (judged.ok) return { ok: true, step: judged.input };
  return { ok: false, ...typed, error: judged.errors.note ?? 'noteMissing' };
}
