/** The posted form of a step in the workflow. */
import { z } from 'zod';
import type { Step } from './workflow.server';

export type StepErrorKey = 'noteMissing' | 'noteTooLong' | 'confirmNeeded';

const note = z.string().trim().min(5, { error: 'noteMissing' }).max(1000, { error: 'noteTooLong' });

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
  const posted = {
    step: form.get('step'),
    note: String(form.get('note') ?? '').replace(/\r\n?/g, '\n'),
    unansweredConfirmed: form.get('unansweredConfirmed') === 'on',
  };
  const parsed = stepSchema.safeParse(posted);
  if (parsed.success) return { ok: true, step: parsed.data };
  return {
    ok: false,
    step: String(posted.step),
    note: posted.note,
    error: parsed.error.issues.some((issue) => issue.message === 'noteTooLong')
      ? 'noteTooLong'
      : 'noteMissing',
  };
}
