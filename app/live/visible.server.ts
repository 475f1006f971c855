/** From rows of the record to what one viewer may see of them. */
import { z } from 'zod';
import type { EventRow } from '#db/schema';
import { type Actor, may, type Place } from '~/policy';
import type { Hint, RecordEvent, StateEvent } from './events';

/** Who watches, and how they stand to the Rakerda they watch. */
export interface Viewer {
  /** Null for a screen of the hall that was opened by its link: it is told that something changed, never what. */
  readonly actor: Actor | null;
  readonly rakerdaId: string;
  readonly rakerda: NonNullable<Place['rakerda']>;
  /** Shows what the hall sees, and therefore asks to be told when any answer changes. */
  readonly followsScreen?: boolean;
}

const savedPayload = z.object({
  level: z.int().nullable(),
  discuss: z.boolean(),
  /** Which fields differ; a change of texts alone shows nowhere in the figures. */
  changes: z.object({ level: z.unknown().optional(), discuss: z.unknown().optional() }),
});

const movedPayload = z.object({
  to: z.enum(['draft', 'submitted', 'approved']),
  levels: z.array(z.int().nullable()),
});

const votePayload = z.object({ voteId: z.string() });

const STATE_EVENTS: ReadonlySet<string> = new Set([
  'assessment.submitted',
  'assessment.approved',
  'assessment.returned',
  'assessment.reopened',
]);

const VOTE_STEPS = {
  'vote.opened': 'opened',
  'vote.cast': 'cast',
  'vote.closed': 'closed',
  'vote.revealed': 'revealed',
  'vote.agreed': 'agreed',
} as const;

/** What the first word of an event's type says to a screen that shows such things. */
const HINT_OF: Readonly<Record<string, Hint>> = {
  rakerda: 'rakerda',
  agenda: 'agenda',
  card: 'cards',
  attendance: 'attendance',
  note: 'notes',
  commitment: 'commitments',
  minutes: 'minutes',
};

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
  const { seq, type } = row;
  if (type.startsWith('projector.')) return { type: 'projector', seq };
  const step = Object.entries(VOTE_STEPS).find(([name]) => name === type)?.[1];
  if (step) return { type: 'vote', seq, step, ...votePayload.parse(JSON.parse(row.payload)) };
  if (type.startsWith('message.') && row.agency_code !== null) {
    return { type: 'message', seq, agency: row.agency_code };
  }
  const about = HINT_OF[type.slice(0, type.indexOf('.'))];
  if (about) return { type: 'hint', seq, about };
  return readAssessment(row);
}

function readAssessment(row: EventRow): Understood | null {
  if (row.assessment_id === null || row.agency_code === null) return null;
  const place = { seq: row.seq, assessmentId: row.assessment_id, agency: row.agency_code };
  if (row.type === 'answer.saved' && row.indicator_no !== null) {
    const { level, discuss, changes } = savedPayload.parse(JSON.parse(row.payload));
    if (changes.level === undefined && changes.discuss === undefined) return null;
    return { type: 'level', ...place, indicator: row.indicator_no, level, discuss };
  }
  if (STATE_EVENTS.has(row.type)) {
    const { to, levels } = movedPayload.parse(JSON.parse(row.payload));
    return { type: 'state', ...place, state: to, levels };
  }
  return null;
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
      return figuresFor(viewer, event, approvedNow) ?? (viewer.followsScreen ? answersHint(row) : null);
    case 'message':
      return isForViewer(viewer, 'message.read', event.agency) ? event : null;
    case 'hint':
      return event.about !== 'cards' || isForViewer(viewer, 'rakerda.manage') ? event : null;
    case 'projector':
    case 'vote':
      return event;
  }
}

/**
 * Who may read the drafts of an agency sees every change. Everybody else in the Rakerda sees an approval with its
 * levels, and a withdrawal (returned, reopened) without them: the agency disappears from their screen.
 */
function figuresFor(
  viewer: Viewer,
  event: Extract<Understood, { type: 'level' | 'state' }>,
  approvedNow: (assessmentId: string) => boolean,
): RecordEvent | null {
  if (isForViewer(viewer, 'assessment.read', event.agency)) return event;
  if (event.type !== 'state' || !isForViewer(viewer, 'assessment.readApproved', event.agency)) return null;
  if (event.state === 'approved') return approvedNow(event.assessmentId) ? event : null;
  if (event.state === 'submitted') return null;
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
  action: 'assessment.read' | 'assessment.readApproved' | 'message.read' | 'monitor.read' | 'rakerda.manage',
  agencyCode?: string,
): boolean {
  return actor !== null && may(actor, action, { rakerda, ...(agencyCode !== undefined && { agencyCode }) });
}
