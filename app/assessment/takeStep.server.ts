/** Submit, approve, return, reopen: the states of an assessment, each change on the record. */
import type { AssessmentState } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import type { Action } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked } from '~/record/change.server';
import { parseLevels } from './levels';

/** What the person decided; a return and a reopening say why. */
export type Step =
  | { readonly step: 'submit'; readonly unansweredConfirmed: boolean }
  | { readonly step: 'approve' }
  | { readonly step: 'return'; readonly note: string }
  | { readonly step: 'reopen'; readonly note: string };

export type StepResult =
  | { readonly kind: 'done'; readonly state: AssessmentState }
  /** The state had already moved on, for example because somebody else was faster. */
  | { readonly kind: 'wrongState'; readonly state: AssessmentState }
  /** These indicators have no level and the person has not confirmed that. */
  | { readonly kind: 'unconfirmed'; readonly unanswered: readonly number[] }
  | Locked;

interface Transition {
  readonly action: Action;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly event:
    'assessment.submitted' | 'assessment.approved' | 'assessment.returned' | 'assessment.reopened';
}

export const TRANSITIONS: Readonly<Record<Step['step'], Transition>> = {
  submit: { action: 'assessment.submit', from: ['draft'], to: 'submitted', event: 'assessment.submitted' },
  approve: {
    action: 'assessment.approve',
    from: ['submitted'],
    to: 'approved',
    event: 'assessment.approved',
  },
  return: { action: 'assessment.return', from: ['submitted'], to: 'draft', event: 'assessment.returned' },
  reopen: {
    action: 'assessment.reopen',
    from: ['submitted', 'approved'],
    to: 'draft',
    event: 'assessment.reopened',
  },
};

/** Takes one step. The answer says what happened; throws 403 where the policy says no. */
export function takeStep(scope: AssessmentScope, step: Step): Promise<StepResult> {
  return change(scope, { may: TRANSITIONS[step.step].action, part: 'answers' }, (doing) =>
    takeStepIn(
      doing,
      { assessmentId: scope.place.assessment.id, instrument: scope.instrument, actorId: scope.actor.id },
      step,
    ),
  );
}

/** The same inside a transaction of the caller, without asking policy or stage: for seeding. */
export async function takeStepIn(
  { trx, at, tell }: Doing,
  where: { readonly assessmentId: string; readonly instrument: Instrument; readonly actorId: string },
  step: Step,
): Promise<StepResult> {
  const { assessmentId, actorId } = where;
  const transition = TRANSITIONS[step.step];
  const assessment = await trx
    .selectFrom('assessment')
    .select(['state', 'levels'])
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  if (!transition.from.includes(assessment.state)) return { kind: 'wrongState', state: assessment.state };

  const levels = parseLevels(assessment.levels);
  const unanswered = indicatorsOf(where.instrument)
    .filter((_indicator, position) => levels[position] === null)
    .map((indicator) => indicator.no);
  if (step.step === 'submit' && unanswered.length > 0 && !step.unansweredConfirmed) {
    return { kind: 'unconfirmed', unanswered };
  }

  await trx
    .updateTable('assessment')
    .set({ state: transition.to, updated_at: at, ...columnsOf(step, actorId, at) })
    .where('id', '=', assessmentId)
    .execute();
  await tell(
    transition.event,
    {
      from: assessment.state,
      to: transition.to,
      levels: [...levels],
      ...(step.step === 'submit' && { unanswered }),
      ...((step.step === 'return' || step.step === 'reopen') && { note: step.note }),
    },
    { actorId, assessmentId },
  );
  return { kind: 'done', state: transition.to };
}

function columnsOf(step: Step, actorId: string, at: string) {
  switch (step.step) {
    case 'submit':
      return { submitted_at: at, submitted_by: actorId, return_note: null };
    case 'approve':
      return { approved_at: at, approved_by: actorId };
    case 'return':
    case 'reopen':
      return { approved_at: null, approved_by: null, return_note: step.note };
  }
}
