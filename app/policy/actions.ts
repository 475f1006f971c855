/**
 * The one table of who may do what. Every use case asks it through `may`; no other place looks at a role.
 *
 * Scopes, from wide to narrow:
 * - `any`: everywhere
 * - `assigned`: in a Rakerda the account is a member of
 * - `participating`: in a Rakerda the account's own agency takes part in
 * - `own`: the account's own agency, in a Rakerda that agency takes part in
 */
import type { Role } from '#db/schema';

export type Reach = 'any' | 'assigned' | 'participating' | 'own' | 'never';

export const ACTIONS = [
  'rakerda.read',
  'rakerda.create',
  'rakerda.manage',
  'assessment.read',
  'assessment.readApproved',
  'answer.write',
  'assessment.submit',
  'assessment.approve',
  'assessment.return',
  'assessment.takeBack',
  'assessment.reopen',
  'answer.decideLate',
  'comparison.read',
  'release.download',
  'monitor.read',
  'message.read',
  'projector.control',
  'vote.manage',
  'vote.cast',
  'note.write',
  'commitment.write',
  'minutes.read',
  'minutes.make',
  'instrument.prepare',
  'instrument.publish',
  'account.manage',
  'audit.read',
] as const;
export type Action = (typeof ACTIONS)[number];

type Row = Readonly<Record<Role, Reach>>;

// A table reads as a table: one line per action.
// prettier-ignore
export const POLICY: Readonly<Record<Action, Row>> = {
  'rakerda.read':            { administrator: 'any',   facilitator: 'assigned', head: 'participating', operator: 'participating', reviewer: 'assigned', liaison: 'assigned' },
  'rakerda.create':          { administrator: 'any',   facilitator: 'any',      head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'rakerda.manage':          { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'assessment.read':         { administrator: 'any',   facilitator: 'assigned', head: 'own',           operator: 'own',           reviewer: 'assigned', liaison: 'assigned' },
  'assessment.readApproved': { administrator: 'any',   facilitator: 'assigned', head: 'participating', operator: 'participating', reviewer: 'assigned', liaison: 'assigned' },
  'answer.write':            { administrator: 'never', facilitator: 'never',    head: 'own',           operator: 'own',           reviewer: 'never',    liaison: 'never' },
  'assessment.submit':       { administrator: 'never', facilitator: 'never',    head: 'own',           operator: 'own',           reviewer: 'never',    liaison: 'never' },
  'assessment.approve':      { administrator: 'never', facilitator: 'never',    head: 'own',           operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'assessment.return':       { administrator: 'never', facilitator: 'never',    head: 'own',           operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'assessment.takeBack':     { administrator: 'never', facilitator: 'never',    head: 'own',           operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'assessment.reopen':       { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'answer.decideLate':       { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'comparison.read':         { administrator: 'any',   facilitator: 'assigned', head: 'participating', operator: 'participating', reviewer: 'assigned', liaison: 'assigned' },
  'release.download':        { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'assigned' },
  'monitor.read':            { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'assigned', liaison: 'assigned' },
  'message.read':            { administrator: 'any',   facilitator: 'assigned', head: 'own',           operator: 'own',           reviewer: 'assigned', liaison: 'assigned' },
  'projector.control':       { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'vote.manage':             { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'vote.cast':               { administrator: 'never', facilitator: 'never',    head: 'participating', operator: 'participating', reviewer: 'assigned', liaison: 'never' },
  'note.write':              { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'assigned', liaison: 'never' },
  'commitment.write':        { administrator: 'any',   facilitator: 'assigned', head: 'own',           operator: 'own',           reviewer: 'never',    liaison: 'never' },
  'minutes.read':            { administrator: 'any',   facilitator: 'assigned', head: 'participating', operator: 'participating', reviewer: 'assigned', liaison: 'assigned' },
  'minutes.make':            { administrator: 'any',   facilitator: 'assigned', head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'instrument.prepare':      { administrator: 'any',   facilitator: 'never',    head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'instrument.publish':      { administrator: 'any',   facilitator: 'never',    head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'account.manage':          { administrator: 'any',   facilitator: 'never',    head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
  'audit.read':              { administrator: 'any',   facilitator: 'never',    head: 'never',         operator: 'never',         reviewer: 'never',    liaison: 'never' },
};

/** What nobody does at a browser that somebody else may have left open: these ask for the own password again. */
const NEEDS_PROOF: ReadonlySet<Action> = new Set(['account.manage', 'instrument.publish']);

/** Who acts: a signed-in account. */
export interface Actor {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyCode: string | null;
  readonly isDemo: boolean;
  readonly mustChangePassword: boolean;
  /** The one Rakerda that an access card reaches; null for an ordinary account. */
  readonly onlyRakerdaId: string | null;
  /** Whether the password was typed in this browser so short a while ago that nobody else has sat down at it. */
  readonly isProven: boolean;
}

/** Where it happens. Leave out what the action does not concern. */
export interface Place {
  readonly rakerda?: {
    readonly id: string;
    readonly isDemo: boolean;
    /** The actor is a member of it. */
    readonly actorIsMember: boolean;
    /** The actor's own agency takes part in it. */
    readonly actorParticipates: boolean;
  };
  readonly agencyCode?: string;
}

/** Whether the actor, who may do the action, must first type the own password again to change something by it. */
export function mustProve(actor: Actor, action: Action): boolean {
  return NEEDS_PROOF.has(action) && !actor.isProven;
}

/**
 * Whether the actor may do the action at the place. Demo accounts reach only demo Rakerda, an access card only its own.
 */
export function may(actor: Actor, action: Action, place: Place = {}): boolean {
  if (actor.mustChangePassword) return false;
  if (actor.isDemo && !place.rakerda?.isDemo) return false;
  if (actor.onlyRakerdaId !== null && place.rakerda?.id !== actor.onlyRakerdaId) return false;
  switch (POLICY[action][actor.role]) {
    case 'any':
      return true;
    case 'assigned':
      return place.rakerda?.actorIsMember ?? false;
    case 'participating':
      return place.rakerda?.actorParticipates ?? false;
    case 'own':
      return (place.rakerda?.actorParticipates ?? false) && place.agencyCode === actor.agencyCode;
    case 'never':
      return false;
  }
}
