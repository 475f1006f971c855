/** The one thing an agency's own people should do next with an assessment. */
import type { AssessmentState, RakerdaState } from '#db/schema';
import { rakerdaPath } from '~/paths';

export type NextStep =
  /** Filling in has not been opened. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'start' }
  | { readonly kind: 'fill'; readonly indicatorNo: number; readonly left: number }
  /** Complete, but it came back with a note. */
  | { readonly kind: 'mend' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'review' }
  | { readonly kind: 'result'; readonly because: 'waitingForHead' | 'approved' | 'closed' };

export interface Situation {
  readonly rakerdaState: RakerdaState;
  readonly state: AssessmentState;
  /** Number of the first indicator without a level; null where all have one. */
  readonly firstUnanswered: number | null;
  readonly answered: number;
  readonly total: number;
  /** It was returned or reopened with a note and has not been submitted since. */
  readonly reopened: boolean;
  readonly mayApprove: boolean;
}

export function nextStep(situation: Situation): NextStep {
  const { rakerdaState, state, firstUnanswered, answered, total } = situation;
  if (state === 'approved') return { kind: 'result', because: 'approved' };
  if (rakerdaState === 'preparation') return { kind: 'wait' };
  if (rakerdaState === 'closed' || rakerdaState === 'archived') return { kind: 'result', because: 'closed' };
  if (state === 'submitted') {
    return situation.mayApprove ? { kind: 'review' } : { kind: 'result', because: 'waitingForHead' };
  }
  if (answered === 0) return { kind: 'start' };
  if (firstUnanswered !== null) return { kind: 'fill', indicatorNo: firstUnanswered, left: total - answered };
  return situation.reopened ? { kind: 'mend' } : { kind: 'submit' };
}

/** Where the step is taken. */
export function nextStepPath(step: NextStep, rakerdaId: string, assessmentPath: string): string {
  switch (step.kind) {
    case 'wait':
      return rakerdaPath(rakerdaId);
    case 'fill':
      return `${assessmentPath}/isi/${String(step.indicatorNo)}`;
    case 'start':
    case 'mend':
      return `${assessmentPath}/isi`;
    case 'submit':
      return `${assessmentPath}/status`;
    case 'review':
      return `${assessmentPath}/telaah`;
    case 'result':
      return assessmentPath;
  }
}
