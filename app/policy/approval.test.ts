/** Any row of steps, by anybody, at any stage: what is allowed leads on, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentState, RakerdaState, Role } from '#db/schema';
import type { Actor } from './actions';
import { leadsFrom, STEPS, stepsOpenTo, TRANSITIONS } from './approval';
import { ROLES } from './roles';
import { STAGES } from './stages';

const STATES = ['draft', 'submitted', 'approved'] as const satisfies readonly AssessmentState[];
const AGENCY = '63.01';

const actorOf = (role: Role): Actor => ({
  id: role,
  username: role,
  name: role,
  role,
  agencyCode: AGENCY,
  isDemo: false,
  mustChangePassword: false,
  onlyRakerdaId: null,
  isProven: true,
});
const placeOf = (agencyCode: string) => ({
  rakerda: { id: 'r', isDemo: false, actorIsMember: true, actorParticipates: true },
  agencyCode,
});
const openTo = (role: Role, stage: RakerdaState, state: AssessmentState, agencyCode = AGENCY) =>
  stepsOpenTo(actorOf(role), placeOf(agencyCode), stage, state);

describe('the way to the head', () => {
  it('is this one, while figures are filled in', () => {
    const table = (role: Role) => STATES.map((state) => openTo(role, 'filling', state));
    expect(table('operator')).toEqual([['submit'], [], []]);
    expect(table('head')).toEqual([['submit'], ['approve', 'return'], ['takeBack']]);
    expect(table('facilitator')).toEqual([[], ['reopen'], ['reopen']]);
    expect(table('reviewer')).toEqual([[], [], []]);
    expect(table('liaison')).toEqual([[], [], []]);
  });

  it('in the plenary takes nothing back any more, and ends with it', () => {
    expect(openTo('head', 'plenary', 'approved')).toEqual([]);
    expect(openTo('facilitator', 'plenary', 'approved')).toEqual(['reopen']);
    for (const stage of ['preparation', 'closed', 'archived'] as const)
      for (const role of ROLES) for (const state of STATES) expect(openTo(role, stage, state)).toEqual([]);
  });

  it('never lets one agency act on another’s', () => {
    for (const role of ['head', 'operator'] as const)
      for (const stage of STAGES)
        for (const state of STATES) expect(openTo(role, stage, state, '63.02')).toEqual([]);
  });

  it('reaches approved only by the head, right after it was sent, however people press', () => {
    const press = fc.record({ role: fc.constantFrom(...ROLES), step: fc.constantFrom(...STEPS) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), fc.constantFrom(...STAGES), (presses, stage) => {
        let state: AssessmentState = 'draft';
        for (const { role, step } of presses) {
          const before: AssessmentState = state;
          const isOpen = openTo(role, stage, before).includes(step);
          if (isOpen) {
            expect(leadsFrom(step, before)).toBe(true);
            state = TRANSITIONS[step].to;
          }
          if (state === 'approved' && before !== 'approved')
            expect([role, before]).toEqual(['head', 'submitted']);
          // Whoever fills in cannot get back what was sent.
          if (role === 'operator' && before !== 'draft') expect(state).toBe(before);
        }
      }),
    );
  });
});
