/**
 * How what an agency fills in becomes its word: sent to the head, approved or returned, taken back, opened again. One table
 * for every kind of thing that is filled in. Pure.
 */
import type { AssessmentState, RakerdaState } from '#db/schema';
import { type Action, type Actor, may, type Place } from './actions';
import { allows, type Part } from './stages';

interface Transition {
  readonly action: Action;
  /** What the stage of the Rakerda must allow. */
  readonly part: Part;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
}

export const TRANSITIONS = {
  submit: { action: 'assessment.submit', part: 'answers', from: ['draft'], to: 'submitted' },
  approve: { action: 'assessment.approve', part: 'answers', from: ['submitted'], to: 'approved' },
  return: { action: 'assessment.return', part: 'answers', from: ['submitted'], to: 'draft' },
  /** The head withdraws the own approval. */
  takeBack: { action: 'assessment.takeBack', part: 'takeBack', from: ['approved'], to: 'submitted' },
  reopen: { action: 'assessment.reopen', part: 'answers', from: ['submitted', 'approved'], to: 'draft' },
} as const satisfies Readonly<Record<string, Transition>>;

export type StepName = keyof typeof TRANSITIONS;

export const STEPS = [
  'submit',
  'approve',
  'return',
  'takeBack',
  'reopen',
] as const satisfies readonly StepName[];

/** Whether the step leads on from the state. */
export function leadsFrom(step: StepName, state: AssessmentState): boolean {
  const { from }: Transition = TRANSITIONS[step];
  return from.includes(state);
}

/**
 * What the actor may do with what stands in this state.
 * @param place with the agency whose it is
 */
export function stepsOpenTo(
  actor: Actor,
  place: Place,
  stage: RakerdaState,
  state: AssessmentState,
): readonly StepName[] {
  return STEPS.filter((step) => {
    const { action, part } = TRANSITIONS[step];
    return leadsFrom(step, state) && allows(stage, part) && may(actor, action, place);
  });
}
