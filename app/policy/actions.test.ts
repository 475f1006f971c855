import { describe, expect, test } from 'vitest';
import type { Role } from '#db/schema';
import { type Action, ACTIONS, type Actor, may, type Place, POLICY } from './actions';
import { belongsToAgency, ROLES } from './roles';

function actor(role: Role, changes: Partial<Actor> = {}): Actor {
  return {
    id: role,
    username: role,
    name: role,
    role,
    agencyCode: belongsToAgency(role) ? '63.01' : null,
    isDemo: false,
    mustChangePassword: false,
    onlyRakerdaId: null,
    isProven: true,
    ...changes,
  };
}

/** A Rakerda the actor works in or whose agency takes part in it, at the actor's own agency. */
const INSIDE: Place = {
  rakerda: { id: 'r', isDemo: false, actorIsMember: true, actorParticipates: true },
  agencyCode: '63.01',
};
const OUTSIDE: Place = {
  rakerda: { id: 'r', isDemo: false, actorIsMember: false, actorParticipates: false },
  agencyCode: '63.01',
};
const ASSIGNED: Place = {
  rakerda: { id: 'r', isDemo: false, actorIsMember: true, actorParticipates: false },
  agencyCode: '63.01',
};
const NEIGHBOUR: Place = { ...INSIDE, agencyCode: '63.02' };
const DEMO: Place = {
  rakerda: { id: 'r', isDemo: true, actorIsMember: true, actorParticipates: true },
  agencyCode: '63.01',
};

const WRITES: readonly Action[] = [
  'answer.write',
  'assessment.submit',
  'assessment.approve',
  'assessment.return',
  'assessment.takeBack',
];

interface Promised {
  readonly promise: string;
  readonly who: readonly Role[];
  readonly can: boolean;
  readonly actions: readonly Action[];
  readonly at: Place;
}

const PROMISES: readonly Promised[] = [
  {
    promise: 'the operator and the head of an agency answer for it',
    who: ['operator', 'head'],
    can: true,
    actions: ['answer.write', 'assessment.submit', 'assessment.read'],
    at: INSIDE,
  },
  {
    promise: 'nobody answers, submits, approves or returns for a neighbouring agency',
    who: ROLES,
    can: false,
    actions: WRITES,
    at: NEIGHBOUR,
  },
  {
    promise: 'agencies do not read the drafts of their neighbours',
    who: ['operator', 'head'],
    can: false,
    actions: ['assessment.read'],
    at: NEIGHBOUR,
  },
  {
    promise: 'agencies read what their neighbours approved, and compare',
    who: ['operator', 'head'],
    can: true,
    actions: ['assessment.readApproved', 'comparison.read', 'rakerda.read'],
    at: NEIGHBOUR,
  },
  {
    promise: 'agencies see nothing of a Rakerda they take no part in',
    who: ['operator', 'head'],
    can: false,
    actions: ACTIONS,
    at: OUTSIDE,
  },
  {
    promise: 'only the head approves, returns and takes an approval back, an operator does not',
    who: ['operator', 'facilitator', 'reviewer', 'liaison', 'administrator'],
    can: false,
    actions: ['assessment.approve', 'assessment.return', 'assessment.takeBack'],
    at: INSIDE,
  },
  {
    promise: 'the head approves, returns and takes an approval back for the own agency',
    who: ['head'],
    can: true,
    actions: ['assessment.approve', 'assessment.return', 'assessment.takeBack'],
    at: INSIDE,
  },
  {
    promise: 'only the facilitator or an administrator reopens, and decides about what came late',
    who: ['operator', 'head', 'reviewer', 'liaison'],
    can: false,
    actions: ['assessment.reopen', 'answer.decideLate'],
    at: INSIDE,
  },
  {
    promise: 'the facilitator reopens and decides about late changes in an assigned Rakerda',
    who: ['facilitator', 'administrator'],
    can: true,
    actions: ['assessment.reopen', 'answer.decideLate', 'rakerda.manage'],
    at: INSIDE,
  },
  {
    promise: 'facilitators, reviewers and liaisons have nothing to do in a Rakerda they are not assigned to',
    who: ['facilitator', 'reviewer', 'liaison'],
    can: false,
    actions: ACTIONS.filter((action) => action !== 'rakerda.create'),
    at: OUTSIDE,
  },
  {
    promise: 'reviewers and liaisons change nothing',
    who: ['reviewer', 'liaison'],
    can: false,
    actions: [
      ...WRITES,
      'assessment.reopen',
      'answer.decideLate',
      'rakerda.create',
      'rakerda.manage',
      'account.manage',
      'instrument.prepare',
      'instrument.publish',
    ],
    at: INSIDE,
  },
  {
    promise: 'those who judge or are judged vote; those who run the vote or only watch do not',
    who: ['facilitator', 'administrator', 'liaison'],
    can: false,
    actions: ['vote.cast'],
    at: INSIDE,
  },
  {
    promise: 'agencies and reviewers vote',
    who: ['operator', 'head', 'reviewer'],
    can: true,
    actions: ['vote.cast'],
    at: INSIDE,
  },
  {
    promise: 'only who runs the Rakerda runs its screen, its votes and its Berita Acara',
    who: ['operator', 'head', 'reviewer', 'liaison'],
    can: false,
    actions: ['projector.control', 'vote.manage', 'minutes.make'],
    at: INSIDE,
  },
  {
    promise: 'an agency promises for itself only',
    who: ['operator', 'head'],
    can: false,
    actions: ['commitment.write', 'note.write'],
    at: NEIGHBOUR,
  },
  {
    promise: 'an agency writes its own commitments',
    who: ['operator', 'head'],
    can: true,
    actions: ['commitment.write'],
    at: INSIDE,
  },
  {
    promise: 'the liaison takes figures home, an agency does not',
    who: ['liaison', 'facilitator'],
    can: true,
    actions: ['release.download'],
    at: INSIDE,
  },
  {
    promise: 'agencies and reviewers download no release',
    who: ['operator', 'head', 'reviewer'],
    can: false,
    actions: ['release.download'],
    at: INSIDE,
  },
  {
    promise: 'only administrators manage accounts and instruments, and read the audit trail',
    who: ['facilitator', 'head', 'operator', 'reviewer', 'liaison'],
    can: false,
    actions: ['account.manage', 'instrument.prepare', 'instrument.publish', 'audit.read'],
    at: INSIDE,
  },
  {
    promise: 'administrators read and run every Rakerda, without being assigned',
    who: ['administrator'],
    can: true,
    actions: [
      'rakerda.read',
      'rakerda.create',
      'rakerda.manage',
      'assessment.read',
      'assessment.readApproved',
      'assessment.reopen',
      'comparison.read',
      'release.download',
      'monitor.read',
      'message.read',
      'projector.control',
      'vote.manage',
      'note.write',
      'commitment.write',
      'minutes.read',
      'minutes.make',
      'instrument.prepare',
      'instrument.publish',
      'account.manage',
      'audit.read',
    ],
    at: OUTSIDE,
  },
  {
    promise: 'who is assigned works there, whether or not an agency of theirs takes part',
    who: ['facilitator', 'reviewer', 'liaison'],
    can: true,
    actions: ['rakerda.read', 'assessment.read', 'comparison.read', 'monitor.read', 'message.read'],
    at: ASSIGNED,
  },
  {
    promise: 'administrators do not answer for an agency',
    who: ['administrator'],
    can: false,
    actions: WRITES,
    at: INSIDE,
  },
];

describe('the policy table', () => {
  for (const { promise, who, can, actions, at } of PROMISES) {
    test(promise, () => {
      const differing = who.flatMap((role) =>
        actions
          .filter((action) => may(actor(role), action, at) !== can)
          .map((action) => `${role}: ${action}`),
      );
      expect(differing).toEqual([]);
    });
  }

  test('says something about every role and action', () => {
    for (const action of ACTIONS) expect(Object.keys(POLICY[action]).sort()).toEqual([...ROLES].sort());
  });

  test('outside of any Rakerda only administrators act, and facilitators create one', () => {
    for (const role of ROLES.filter((one) => one !== 'administrator')) {
      const can = ACTIONS.filter((action) => may(actor(role), action, { agencyCode: '63.01' }));
      expect(can).toEqual(role === 'facilitator' ? ['rakerda.create'] : []);
    }
  });

  test('taking part makes no member', () => {
    const place: Place = {
      rakerda: { id: 'r', isDemo: false, actorIsMember: false, actorParticipates: true },
    };
    for (const role of ['facilitator', 'reviewer', 'liaison'] as const) {
      expect(may(actor(role), 'rakerda.read', place)).toBe(false);
    }
  });

  test('a demo account reaches nothing outside demo Rakerda, whatever its role', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS) {
        expect(may(actor(role, { isDemo: true }), action, INSIDE)).toBe(false);
        expect(may(actor(role, { isDemo: true }), action)).toBe(false);
      }
    }
  });

  test('an access card reaches its own Rakerda and nothing else', () => {
    for (const role of ['head', 'operator'] as const) {
      for (const action of ACTIONS) {
        const here = may(actor(role), action, INSIDE);
        expect(may(actor(role, { onlyRakerdaId: 'r' }), action, INSIDE)).toBe(here);
        expect(may(actor(role, { onlyRakerdaId: 'other' }), action, INSIDE)).toBe(false);
        expect(may(actor(role, { onlyRakerdaId: 'r' }), action)).toBe(false);
      }
    }
  });

  test('a demo operator works in a demo Rakerda as a real one would', () => {
    expect(may(actor('operator', { isDemo: true }), 'answer.write', DEMO)).toBe(true);
    expect(may(actor('operator', { isDemo: true }), 'answer.write', { ...DEMO, agencyCode: '63.02' })).toBe(
      false,
    );
  });

  test('an initial password opens nothing but the page that changes it', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS)
        expect(may(actor(role, { mustChangePassword: true }), action, INSIDE)).toBe(false);
    }
  });

  test('an agency account without an agency may write nowhere', () => {
    expect(
      may(actor('operator', { agencyCode: null }), 'answer.write', { ...INSIDE, agencyCode: undefined }),
    ).toBe(false);
  });
});
