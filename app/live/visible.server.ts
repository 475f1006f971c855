/** From a row of the record to what one viewer may see of it. */
import { z } from 'zod';
import type { EventRow } from '#db/schema';
import { type Actor, may, type Place } from '~/accounts';
import type { LevelEvent, LiveEvent, StateEvent } from './events';

/** Who watches, and how they stand to the Rakerda they watch. */
export interface Viewer {
  readonly actor: Actor;
  readonly rakerdaId: string;
  readonly rakerda: NonNullable<Place['rakerda']>;
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

const STATE_EVENTS: ReadonlySet<string> = new Set([
  'assessment.submitted',
  'assessment.approved',
  'assessment.returned',
  'assessment.reopened',
]);

/** Many viewers are handed the same row objects: each row is understood once. */
const understood = new WeakMap<EventRow, LevelEvent | Required<StateEvent> | null>();

function understand(row: EventRow): LevelEvent | Required<StateEvent> | null {
  const known = understood.get(row);
  if (known !== undefined) return known;
  const event = read(row);
  understood.set(row, event);
  return event;
}

function read(row: EventRow): LevelEvent | Required<StateEvent> | null {
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
 * What the viewer may see of a row of the record; null where it is none of theirs.
 *
 * Who may read the drafts of an agency sees every change. Everybody else in the Rakerda sees an approval with its
 * levels, and a withdrawal (returned, reopened) without them: the agency disappears from their screen.
 * @param approvedNow asked for approvals only: whether it still stands. While catching up on the past, an approval
 *   that was withdrawn since must not be shown once more.
 */
export function visibleEvent(
  viewer: Viewer,
  row: EventRow,
  approvedNow: (assessmentId: string) => boolean,
): LiveEvent | null {
  if (row.rakerda_id !== viewer.rakerdaId) return null;
  const event = understand(row);
  if (!event) return null;
  const place = { rakerda: viewer.rakerda, agencyCode: event.agency };
  if (may(viewer.actor, 'assessment.read', place)) return event;
  if (event.type !== 'state' || !may(viewer.actor, 'assessment.readApproved', place)) return null;
  if (event.state === 'approved') return approvedNow(event.assessmentId) ? event : null;
  if (event.state === 'submitted') return null;
  const { levels: _hidden, ...withoutLevels } = event;
  return withoutLevels;
}
