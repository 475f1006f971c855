/** Submit, approve, return, take back, reopen: the states of an assessment, each change on the record. */
import type { AssessmentState } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import { leadsFrom, type StepName, TRANSITIONS } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked } from '~/record/change.server';
import { stepColumns } from '~/rakerda/stepColumns.server';
import type { PostedStep } from '~/rakerda/stepForm';
import { listAnswers } from './answers.server';
import { parseLevels } from './levels';

/** What the person decided; a return may say more about single indicators. */
export type Step =
  | Exclude<PostedStep, { readonly step: 'return' }>
  | {
      readonly step: 'return';
      readonly note: string;
      /** What is said to single indicators, by number. */
      readonly notes?: ReadonlyMap<number, string>;
    };

export type StepResult =
  | { readonly kind: 'done'; readonly state: AssessmentState }
  /** The state had already moved on, for example because somebody else was faster. */
  | { readonly kind: 'wrongState'; readonly state: AssessmentState }
  /** These indicators have no level and the person has not confirmed that. */
  | { readonly kind: 'unconfirmed'; readonly unanswered: readonly number[] }
  /** Something is missing in the answers, and the person has not approved a second time, knowing it. */
  | { readonly kind: 'gaps' }
  | Locked;

export const EVENTS = {
  submit: 'assessment.submitted',
  approve: 'assessment.approved',
  return: 'assessment.returned',
  takeBack: 'assessment.approvalTakenBack',
  reopen: 'assessment.reopened',
} as const satisfies Readonly<Record<StepName, string>>;

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
  if (!leadsFrom(step.step, assessment.state)) return { kind: 'wrongState', state: assessment.state };

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
    .set({ state: transition.to, updated_at: at, ...stepColumns(step, actorId, at) })
    .where('id', '=', assessmentId)
    .execute();
  await tell(
    EVENTS[step.step],
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
