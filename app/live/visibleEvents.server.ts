/** From rows of the record to what one viewer may see of them. */
import type { EventRow } from '#db/schema';
import { type Actor, may, type Place } from '~/policy';
import { type EventType, isEventType } from '~/record/events';
import { payloadOf } from '~/record/read.server';
import type { Hint, RecordEvent, StateEvent, VoteEvent } from './liveEvents';

/** Who watches, and how they stand to the Rakerda they watch. */
export interface Viewer {
  /** Null for a screen of the hall that was opened by its link: it is told that something changed, never what. */
  readonly actor: Actor | null;
  readonly rakerdaId: string;
  readonly rakerda: NonNullable<Place['rakerda']>;
  /** Shows what the hall sees, and therefore asks to be told when any answer changes. */
  readonly followsScreen?: boolean;
}

type Understood = Exclude<RecordEvent, { type: 'state' }> | Required<StateEvent>;

/** Many viewers are handed the same row objects: each row is understood once. */
const understood = new WeakMap<EventRow, Understood | null>();
const answersHints = new WeakMap<EventRow, RecordEvent>();

function understand(row: EventRow): Understood | null {
  const known = understood.get(row);
  if (known !== undefined) return known;
  const event = read(row);
  understood.set(row, event);
  return event;
}

function read(row: EventRow): Understood | null {
  return isEventType(row.type) ? READ_AS[row.type](row) : null;
}

type Reading = (row: EventRow) => Understood | null;

/** What a type of event says to an open screen. Every type has its line: none is passed over by mistake. */
const READ_AS: Readonly<Record<EventType, Reading>> = {
  'account.signedIn': () => null,
  'account.signInFailed': () => null,
  'account.signedOut': () => null,
  'account.signedOutEverywhere': () => null,
  'account.signInEnded': () => null,
  'account.passwordChanged': () => null,
  'account.proved': () => null,
  'account.proofFailed': () => null,
  'account.refused': () => null,
  'account.created': () => null,
  'account.agencyAccountsCreated': () => null,
  'account.renamed': () => null,
  'account.passwordReset': () => null,
  'account.disabled': () => null,
  'account.enabled': () => null,
  'account.membershipsChanged': () => null,
  'instrument.drafted': () => null,
  'instrument.discarded': () => null,
  'instrument.published': () => null,
  'rakerda.created': hint('rakerda'),
  'rakerda.stateChanged': hint('rakerda'),
  'rakerda.membersChanged': hint('rakerda'),
  'rakerda.targetsChanged': hint('rakerda'),
  'rakerda.topicTargetChanged': hint('rakerda'),
  'rakerda.changed': hint('rakerda'),
  'rakerda.agencyRemoved': hint('rakerda'),
  'rakerda.armsChanged': hint('rakerda'),
  'answer.saved': readSaved,
  'answer.setAside': () => null,
  'answer.returned': () => null,
  'answer.takenOver': () => null,
  'answer.confirmed': () => null,
  'answer.restored': () => null,
  'answer.late': hint('late'),
  'answer.lateAccepted': hint('late'),
  'answer.lateLeft': hint('late'),
  'assessment.submitted': readState('assessment.submitted'),
  'assessment.approved': readState('assessment.approved'),
  'assessment.returned': readState('assessment.returned'),
  'assessment.approvalTakenBack': readState('assessment.approvalTakenBack'),
  'assessment.reopened': readState('assessment.reopened'),
  'release.downloaded': () => null,
  'agenda.itemAdded': hint('agenda'),
  'agenda.itemChanged': hint('agenda'),
  'agenda.itemRemoved': hint('agenda'),
  'agenda.copied': hint('agenda'),
  'card.issued': hint('cards'),
  'card.printed': () => null,
  'card.reissued': hint('cards'),
  'card.revoked': hint('cards'),
  'card.joined': hint('cards'),
  'card.codeFailed': hint('cards'),
  'attendance.added': hint('attendance'),
  'attendance.changed': hint('attendance'),
  'attendance.removed': hint('attendance'),
  'message.sent': readMessage,
  'message.seen': readMessage,
  'projector.changed': ({ seq }) => ({ type: 'projector', seq }),
  'projector.linkChanged': ({ seq }) => ({ type: 'projector', seq }),
  'vote.opened': readVote('vote.opened', 'opened'),
  'vote.cast': readVote('vote.cast', 'cast'),
  'vote.closed': readVote('vote.closed', 'closed'),
  'vote.reopened': readVote('vote.reopened', 'opened'),
  'vote.withdrawn': readVote('vote.withdrawn', 'withdrawn'),
  'vote.revealed': readVote('vote.revealed', 'revealed'),
  'vote.agreed': readVote('vote.agreed', 'agreed'),
  'note.added': hint('notes'),
  'note.changed': hint('notes'),
  'note.removed': hint('notes'),
  'commitment.added': hint('commitments'),
  'commitment.changed': hint('commitments'),
  'commitment.removed': hint('commitments'),
  'commitment.statusChanged': hint('commitments'),
  'topic.saved': hint('topics'),
  'register.saved': hint('topics'),
  'topic.submitted': hint('topics'),
  'topic.approved': hint('topics'),
  'topic.returned': hint('topics'),
  'topic.approvalTakenBack': hint('topics'),
  'topic.reopened': hint('topics'),
  'minutes.made': hint('minutes'),
  'minutes.downloaded': hint('minutes'),
};

function hint(about: Hint): Reading {
  return ({ seq }) => ({ type: 'hint', seq, about });
}

function readMessage({ seq, agency_code: agency }: EventRow): Understood | null {
  return agency === null ? null : { type: 'message', seq, agency };
}

function readVote(type: Extract<EventType, `vote.${string}`>, step: VoteEvent['step']): Reading {
  return (row) => {
    const payload = payloadOf(row, type);
    return payload && { type: 'vote', seq: row.seq, step, voteId: payload.voteId };
  };
}

function readSaved(row: EventRow): Understood | null {
  const saved = payloadOf(row, 'answer.saved');
  if (!saved || row.assessment_id === null || row.agency_code === null || row.indicator_no === null)
    return null;
  const answer = {
    seq: row.seq,
    assessmentId: row.assessment_id,
    agency: row.agency_code,
    indicator: row.indicator_no,
    version: saved.version,
  };
  // A change of texts alone shows nowhere in the figures.
  if (saved.changes.level === undefined && saved.changes.discuss === undefined)
    return { type: 'answer', ...answer };
  return { type: 'level', ...answer, level: saved.level, discuss: saved.discuss };
}

function readState(
  type:
    | 'assessment.submitted'
    | 'assessment.approved'
    | 'assessment.returned'
    | 'assessment.approvalTakenBack'
    | 'assessment.reopened',
): Reading {
  return (row) => {
    const step = payloadOf(row, type);
    if (!step || row.assessment_id === null || row.agency_code === null) return null;
    return {
      type: 'state',
      seq: row.seq,
      assessmentId: row.assessment_id,
      agency: row.agency_code,
      state: step.to,
      levels: step.levels,
    };
  };
}

/**
 * What the viewer may see of some rows, in order. Hints say "ask again": of several about one thing the last is enough.
 * @param approvedNow asked for approvals only: whether it still stands. While catching up on the past, an approval
 *   that was withdrawn since must not be shown once more.
 */
export function visibleEvents(
  viewer: Viewer,
  rows: readonly EventRow[],
  approvedNow: (assessmentId: string) => boolean,
): readonly RecordEvent[] {
  const events = rows.flatMap((row) => visibleEvent(viewer, row, approvedNow) ?? []);
  const last = new Map<Hint, number>();
  for (const event of events) if (event.type === 'hint') last.set(event.about, event.seq);
  if (last.size === 0) return events;
  return events.filter((event) => event.type !== 'hint' || last.get(event.about) === event.seq);
}

function visibleEvent(
  viewer: Viewer,
  row: EventRow,
  approvedNow: (assessmentId: string) => boolean,
): RecordEvent | null {
  if (row.rakerda_id !== viewer.rakerdaId) return null;
  const event = understand(row);
  if (!event) return null;
  switch (event.type) {
    case 'level':
    case 'state':
      return figuresFor(viewer, row, event, approvedNow) ?? (viewer.followsScreen ? answersHint(row) : null);
    case 'answer':
      return viewer.actor?.agencyCode === event.agency && isForViewer(viewer, 'assessment.read', event.agency)
        ? event
        : null;
    case 'message':
      return isForViewer(viewer, 'message.read', event.agency) ? event : null;
    case 'hint':
      return isHintFor(viewer, event.about) ? event : null;
    case 'projector':
    case 'vote':
      return event;
  }
}

function isHintFor(viewer: Viewer, about: Hint): boolean {
  if (about === 'cards') return isForViewer(viewer, 'rakerda.manage');
  return about !== 'late' || isForViewer(viewer, 'answer.decideLate');
}

/**
 * Who may read the drafts of an agency sees every change. Everybody else in the Rakerda sees an approval with its
 * levels, and a withdrawal (returned, taken back, reopened) without them: the agency disappears from their screen.
 */
function figuresFor(
  viewer: Viewer,
  row: EventRow,
  event: Extract<Understood, { type: 'level' | 'state' }>,
  approvedNow: (assessmentId: string) => boolean,
): RecordEvent | null {
  if (isForViewer(viewer, 'assessment.read', event.agency)) return event;
  if (event.type !== 'state' || !isForViewer(viewer, 'assessment.readApproved', event.agency)) return null;
  if (event.state === 'approved') return approvedNow(event.assessmentId) ? event : null;
  if (row.type === 'assessment.submitted') return null;
  const { levels: _hidden, ...withoutLevels } = event;
  return withoutLevels;
}

function answersHint(row: EventRow): RecordEvent {
  const hint = answersHints.get(row) ?? { type: 'hint', seq: row.seq, about: 'answers' };
  answersHints.set(row, hint);
  return hint;
}

/** The agency whose open screen this is; null for those who belong to none of this Rakerda. */
export function presenceOf({ actor, rakerda }: Viewer): string | null {
  return actor && rakerda.actorParticipates ? actor.agencyCode : null;
}

export function mayWatchPresence(viewer: Viewer): boolean {
  return isForViewer(viewer, 'monitor.read');
}

function isForViewer(
  { actor, rakerda }: Viewer,
  action:
    | 'answer.decideLate'
    | 'assessment.read'
    | 'assessment.readApproved'
    | 'message.read'
    | 'monitor.read'
    | 'rakerda.manage',
  agencyCode?: string,
): boolean {
  return actor !== null && may(actor, action, { rakerda, ...(agencyCode !== undefined && { agencyCode }) });
}
