/** Submit, approve, return, take back, reopen: the states of an assessment, each change on the record. */
import type { AssessmentState } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import { type Action, type Actor, allows, may, type Part } from '~/policy';
import type { AssessmentPlace, AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked } from '~/record/change.server';
import { listAnswers } from './answers.server';
import { parseLevels } from './levels';

/** What the person decided; a return and a reopening say why. */
export type Step =
  | { readonly step: 'submit'; readonly unansweredConfirmed: boolean }
  | { readonly step: 'approve'; readonly gapsConfirmed: boolean }
  | {
      readonly step: 'return';
      readonly note: string;
      /** What is said to single indicators, by number. */
      readonly notes?: ReadonlyMap<number, string>;
    }
  /** The head withdraws the own approval. */
  | { readonly step: 'takeBack' }
  | { readonly step: 'reopen'; readonly note: string };

export type StepResult =
  | { readonly kind: 'done'; readonly state: AssessmentState }
  /** The state had already moved on, for example because somebody else was faster. */
  | { readonly kind: 'wrongState'; readonly state: AssessmentState }
  /** These indicators have no level and the person has not confirmed that. */
  | { readonly kind: 'unconfirmed'; readonly unanswered: readonly number[] }
  /** Something is missing in the answers, and the person has not approved a second time, knowing it. */
  | { readonly kind: 'gaps' }
  | Locked;

interface Transition {
  readonly action: Action;
  /** What the stage of the Rakerda must allow. */
  readonly part: Part;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly event:
    | 'assessment.submitted'
    | 'assessment.approved'
    | 'assessment.returned'
    | 'assessment.approvalTakenBack'
    | 'assessment.reopened';
}

export const TRANSITIONS: Readonly<Record<Step['step'], Transition>> = {
  submit: {
    action: 'assessment.submit',
    part: 'answers',
    from: ['draft'],
    to: 'submitted',
    event: 'assessment.submitted',
  },
  approve: {
    action: 'assessment.approve',
    part: 'answers',
    from: ['submitted'],
    to: 'approved',
    event: 'assessment.approved',
  },
  return: {
    action: 'assessment.return',
    part: 'answers',
    from: ['submitted'],
    to: 'draft',
    event: 'assessment.returned',
  },
  takeBack: {
    action: 'assessment.takeBack',
    part: 'takeBack',
    from: ['approved'],
    to: 'submitted',
    event: 'assessment.approvalTakenBack',
  },
  reopen: {
    action: 'assessment.reopen',
    part: 'answers',
    from: ['submitted', 'approved'],
    to: 'draft',
    event: 'assessment.reopened',
  },
};

const STEPS: readonly Step['step'][] = ['submit', 'approve', 'return', 'takeBack', 'reopen'];

/** What the actor may do with the assessment as it stands now. */
export function stepsOpenTo(actor: Actor, place: AssessmentPlace): readonly Step['step'][] {
  return STEPS.filter((step) => {
    const { action, part, from } = TRANSITIONS[step];
    return (
      from.includes(place.assessment.state) && allows(place.row.state, part) && may(actor, action, place)
    );
  });
}

/** Takes one step. The answer says what happened; throws 403 where the policy says no. */
export function takeStep(scope: AssessmentScope, step: Step): Promise<StepResult> {
  const { action, part } = TRANSITIONS[step.step];
  return change(scope, { may: action, part }, (doing) =>
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
  if (step.step === 'approve' && !step.gapsConfirmed) {
    const { answers } = await listAnswers(trx, assessmentId, where.instrument, levels);
    if (answers.some(({ gaps }) => gaps.length > 0)) return { kind: 'gaps' };
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
  if (step.step === 'return') {
    for (const [indicatorNo, note] of step.notes ?? [])
      await tell('answer.returned', { note }, { actorId, assessmentId, indicatorNo });
  }
  return { kind: 'done', state: transition.to };
}

function columnsOf(step: Step, actorId: string, at: string) {
  switch (step.step) {
    case 'submit':
      return { submitted_at: at, submitted_by: actorId, return_note: null };
    case 'approve':
      return { approved_at: at, approved_by: actorId };
    case 'takeBack':
      return { approved_at: null, approved_by: null };
    case 'return':
    case 'reopen':
      return { approved_at: null, approved_by: null, return_note: step.note };
  }
}
