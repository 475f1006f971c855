/** Takes the steps of a sheet to the head and back, as its review posts them. */
import { type StepName, STEPS, TRANSITIONS } from '~/policy';
import { type PostedStep, readStep } from '~/rakerda/stepForm';
import type { StepErrorKey } from '~/rakerda/stepNote';
import { authorize } from '~/record/change.server';
import { textIn, unreadableForm } from '~/text';
import { seenVersion } from '../sheetForm';
import { takeSheetStep } from '../takeSheetStep.server';
import type { SheetScope } from '../topicScope.server';
import type { SheetStepMessage } from '../topicWords';

export interface StepAnswer {
  readonly reason: 'stepMoved' | 'wrongState' | 'stepLocked' | 'takeBackTooLate' | 'mend';
  readonly step: string;
  /** What was written stays in its field, where the step is still there to be taken. */
  readonly note: string;
  readonly error: StepErrorKey | null;
}

export type StepPost =
  | { readonly kind: 'done'; readonly message: SheetStepMessage }
  | { readonly kind: 'refused'; readonly answer: StepAnswer };

const MESSAGES = {
  submit: 'diajukan',
  approve: 'disetujui',
  return: 'dikembalikan',
  takeBack: 'ditarik',
  reopen: 'dibuka',
} as const satisfies Record<PostedStep['step'], SheetStepMessage>;

export async function postStep(scope: SheetScope, form: FormData): Promise<StepPost> {
  const sentBy = textIn(form, 'sentBy');
  // Typed on this device by somebody who was signed in here before: it is not this person's to send.
  if (sentBy !== '' && sentBy !== scope.actor.id) throw unreadableForm();
  const version = seenVersion(form);
  const name = STEPS.find((step) => step === textIn(form, 'step'));
  if (version === null || name === undefined) throw unreadableForm();
  return post(scope, form, name, version);
}

async function post(scope: SheetScope, form: FormData, name: StepName, version: number): Promise<StepPost> {
  const { actor, agency, place } = scope;
  authorize(actor, TRANSITIONS[name].action, { ...place, agencyCode: agency.code });
  const parsed = readStep(form);
  if (!parsed.ok) {
    const { step, note, error } = parsed;
    return { kind: 'refused', answer: { reason: 'mend', step, note, error } };
  }
  const { step } = parsed;
  const refuse = (reason: StepAnswer['reason'], error: StepErrorKey | null = null): StepPost => {
    const note = 'note' in step ? step.note : '';
    return { kind: 'refused', answer: { reason, step: step.step, note, error } };
  };
  const result = await takeSheetStep(scope, version, step);
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message: MESSAGES[step.step] };
    case 'unconfirmed':
      return refuse('mend', 'confirmNeeded');
    case 'locked':
      return refuse(step.step === 'takeBack' ? 'takeBackTooLate' : 'stepLocked');
    case 'moved':
      return refuse('stepMoved');
    case 'wrongState':
      return refuse('wrongState');
  }
}
