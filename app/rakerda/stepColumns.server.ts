/** What a step writes beside the state: who, when and why, of whatever goes its way to the head. */
import type { PostedStep } from './stepForm';

/** @param actorId null for demo data */
export function stepColumns(step: PostedStep, actorId: string | null, at: string) {
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
