import { expect, it } from 'vitest';
import type { Role } from '#db/schema';
import type { Actor, Place } from './actions';
import { maySeeFigures } from './figures';
import { belongsToAgency, ROLES } from './roles';

const OWN = '63.01';
const OTHER = '63.02';

const actor = (role: Role, agencyCode = OWN): Actor => ({
  id: role,
  username: role,
  name: role,
  role,
  agencyCode: belongsToAgency(role) ? agencyCode : null,
  isDemo: false,
  mustChangePassword: false,
  onlyRakerdaId: null,
  isProven: true,
});

const within: Place = {
  rakerda: { id: 'r', isDemo: false, actorIsMember: true, actorParticipates: true },
};
const outside: Place = {
  rakerda: { id: 'r', isDemo: false, actorIsMember: false, actorParticipates: false },
};
const whoSees = (place: Place, code: string, state: 'draft' | 'submitted' | 'approved') =>
  ROLES.filter((role) => maySeeFigures(actor(role), place, code, state));

const OF_THE_MEETING = ['administrator', 'facilitator', 'reviewer', 'liaison'];

it('a draft is open to who runs and reviews the Rakerda, and to its own agency', () => {
  for (const state of ['draft', 'submitted'] as const) {
    expect(whoSees(within, OWN, state)).toEqual([...ROLES]);
    expect(whoSees(within, OTHER, state)).toEqual(OF_THE_MEETING);
  }
});

it('what is approved is open to everybody in the Rakerda, and to nobody outside of it', () => {
  expect(whoSees(within, OTHER, 'approved')).toEqual([...ROLES]);
  for (const state of ['draft', 'approved'] as const) {
    expect(whoSees(outside, OTHER, state)).toEqual(['administrator']);
    expect(whoSees(outside, OWN, state)).toEqual(['administrator']);
  }
});

it('the agency asked about counts, not one that the place names', () => {
  const own = { ...within, agencyCode: OWN };
  const other = { ...within, agencyCode: OTHER };
  expect(maySeeFigures(actor('operator'), own, OTHER, 'draft')).toBe(false);
  expect(maySeeFigures(actor('operator'), other, OWN, 'draft')).toBe(true);
});
