/** What a role is, apart from what it may do: to whom it belongs and how it comes into a Rakerda. */
import type { Role } from '#db/schema';

/** Every role, in the order lists show them. */
export const ROLES = [
  'administrator',
  'facilitator',
  'reviewer',
  'liaison',
  'head',
  'operator',
] as const satisfies readonly Role[];

/** Heads and operators belong to one agency and are where that agency is. */
export function belongsToAgency(role: Role): boolean {
  return role === 'head' || role === 'operator';
}

/** Facilitators, reviewers and liaisons are assigned to a Rakerda one by one. */
export function isAssignedToRakerda(role: Role): boolean {
  return role === 'facilitator' || role === 'reviewer' || role === 'liaison';
}
