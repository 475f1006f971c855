/** Who may see which figures: the one rule that every page, file and stream asks. */
import type { AssessmentState } from '#db/schema';
import { type Actor, may, type Place } from './actions';

/**
 * Whether the figures of an assessment are open to the reader: a draft to those whom the policy lets read drafts, an
 * approved one to everybody in its Rakerda.
 * @param place the Rakerda as the reader stands to it; an agency in it is set aside
 * @param agencyCode whose assessment it is
 */
export function maySeeFigures(
  actor: Actor,
  place: Place,
  agencyCode: string,
  state: AssessmentState,
): boolean {
  const there = { ...place, agencyCode };
  return (
    may(actor, 'assessment.read', there) ||
    (state === 'approved' && may(actor, 'assessment.readApproved', there))
  );
}
