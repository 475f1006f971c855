/** Who may look at one agency's figures. */
import type { AssessmentState } from '#db/schema';
import { type Actor, may, type Place } from '~/accounts';

/**
 * Whether the actor may see the levels and figures of an assessment: whoever may read the assessment itself, and,
 * once its head approved it, everybody who takes part.
 */
export function mayReadResult(actor: Actor, place: Place, state: AssessmentState): boolean {
  return (
    may(actor, 'assessment.read', place) ||
    (state === 'approved' && may(actor, 'assessment.readApproved', place))
  );
}
