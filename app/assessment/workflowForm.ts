/** The posted form of a step in the workflow. */
import * as z from 'zod/mini';
import { textField } from '~/text';
import type { Step } from './takeStep.server';

export type StepErrorKey = 'noteMissing' | 'noteTooLong' | 'confirmNeeded';

const note = textField<StepErrorKey>({ most: 1000, tooLong: 'noteTooLong', required: 'noteMissing' }).check(
  z.minLength(5, { error: 'noteMissing' }),
);

const stepSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('submit'), unansweredConfirmed: z.boolean() }),
  z.object({ step: z.literal('approve') }),
  z.object({ step: z.literal('return'), note }),
  z.object({ step: z.literal('reopen'), note }),
]);

export type ParsedStep =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly step: string; readonly note: string; readonly error: StepErrorKey };

/** Reads a posted step. A form with no known step is treated as a note that is missing. */
export function readStep(form: FormData): ParsedStep {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const posted = {
    step: field('step'),
    note: field('note').replace(/\r\n?/g, '\n'),
    unansweredConfirmed: form.get('unansweredConfirmed') === 'on',
  };
  const parsed = stepSchema.safeParse(posted);
  if (parsed.success) return { ok: true, step: parsed.data };
  return {
    ok: false,
    step: posted.step,
    note: posted.note,
    error: parsed.error.issues.some((issue) => issue.message === 'noteTooLong')
      ? 'noteTooLong'
      : 'noteMissing',
  };
}
