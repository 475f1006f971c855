/** Takes the forms of a sheet: its figures, and its steps to the head and back. */
import { kindOf } from '~/instrument/topic';
import { type StepName, STEPS, TRANSITIONS } from '~/policy';
import { authorize } from '~/record/change.server';
import { textIn } from '~/text';
import { type PostedStep, readStep } from '~/rakerda/stepForm';
import type { StepErrorKey } from '~/rakerda/stepNote';
import { saveSheet } from './saveSheet.server';
import {
  languageOf,
  readTyped,
  seenVersion,
  sentPart,
  type SheetProblems,
  type TypedFigures,
  typedFrom,
} from './sheetForm';
import { takeSheetStep } from './takeSheetStep.server';
import type { SheetScope } from './topicScope.server';
import type { SheetStepMessage } from './topicWords';

export interface SheetAnswer {
  readonly reason:
    | 'problems'
    | 'moved'
    | 'contradictory'
    | 'locked'
    | 'submitted'
    | 'approved'
    | 'stepMoved'
    | 'wrongState'
    | 'stepLocked'
    | 'takeBackTooLate'
    | 'mend';
  /** What the fields hold now; null where no figures were sent. */
  readonly typed: TypedFigures | null;
  readonly problems: SheetProblems;
  /** The version that saving again is a decision about; null where it stays the one that was seen. */
  readonly version: number | null;
  /** The step that a field has to be mended for; null where none was posted. */
  readonly step: { readonly step: string; readonly note: string; readonly error: StepErrorKey | null } | null;
}

export type SheetPost =
  | {
      readonly kind: 'done';
      readonly message: 'disimpan' | SheetStepMessage;
      /** The part that was saved; null where there are none. */
      readonly part: string | null;
    }
  | { readonly kind: 'refused'; readonly answer: SheetAnswer }
  | { readonly kind: 'unreadable' };

export async function postSheet(scope: SheetScope, form: FormData): Promise<SheetPost> {
  const sentBy = textIn(form, 'sentBy');
  // Typed on this device by somebody who was signed in here before: it is not this person's to send.
  if (sentBy !== '' && sentBy !== scope.actor.id) return { kind: 'unreadable' };
  const version = seenVersion(form);
  if (version === null) return { kind: 'unreadable' };
  if (textIn(form, 'intent') === 'save') return postFigures(scope, form, version);
  const name = STEPS.find((step) => step === textIn(form, 'step'));
  return name === undefined ? { kind: 'unreadable' } : postStep(scope, form, name, version);
}

const MESSAGES = {
  submit: 'diajukan',
  approve: 'disetujui',
  return: 'dikembalikan',
  takeBack: 'ditarik',
  reopen: 'dibuka',
} as const satisfies Record<PostedStep['step'], SheetStepMessage>;

async function postStep(
  scope: SheetScope,
  form: FormData,
  name: StepName,
  version: number,
): Promise<SheetPost> {
  const { actor, agency, place } = scope;
  authorize(actor, TRANSITIONS[name].action, { ...place, agencyCode: agency.code });
  const parsed = readStep(form);
  if (!parsed.ok) return refuse('mend', null, { step: parsed });
  const { step } = parsed;
  const result = await takeSheetStep(scope, version, step);
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message: MESSAGES[step.step], part: null };
    case 'unconfirmed':
      return refuse('mend', null, { step: { step: step.step, note: '', error: 'confirmNeeded' } });
    case 'locked': {
      const reason = step.step === 'takeBack' ? 'takeBackTooLate' : 'stepLocked';
      return refuse(reason, null, { step: keptNote(step) });
    }
    case 'moved':
      return refuse('stepMoved', null, { step: keptNote(step) });
    case 'wrongState':
      return refuse('wrongState', null, { step: keptNote(step) });
  }
}

/** What was written stays in its field, where the step is still there to be taken. */
function keptNote(step: PostedStep): SheetAnswer['step'] {
  return 'note' in step ? { step: step.step, note: step.note, error: null } : null;
}

async function postFigures(scope: SheetScope, form: FormData, version: number): Promise<SheetPost> {
  const { actor, agency, place, topic, locale } = scope;
  // Who may not write learns that, and not what is wrong with the figures.
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const part = sentPart(topic, form);
  if (part === undefined) return { kind: 'unreadable' };
  const typed = readTyped(form);
  const judged = kindOf(topic).judge(part, typed, languageOf(form, locale));
  if (!judged.ok) return refuse('problems', typed, { problems: judged.problems });
  const result = await saveSheet(scope, version, judged.figures);
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: 'done', message: 'disimpan', part };
    case 'locked':
    case 'submitted':
    case 'approved':
      return refuse(result.kind, typed);
    case 'contradictory':
      return refuse('contradictory', typed, { problems: result.problems });
    case 'moved': {
      const moved = result.fields.map(
        (code) => [code, { kind: 'moved', now: result.now[code] ?? null }] as const,
      );
      const filled = typedFrom(topic, result.after, locale);
      return refuse('moved', filled, { problems: Object.fromEntries(moved), version: result.version });
    }
  }
}

function refuse(
  reason: SheetAnswer['reason'],
  typed: TypedFigures | null,
  more: Partial<Pick<SheetAnswer, 'problems' | 'version' | 'step'>> = {},
): SheetPost {
  return {
    kind: 'refused',
    answer: { reason, typed, problems: {}, version: null, step: null, ...more },
  };
}
