/** Which events may have taken a viewer's access away: whoever they may concern is asked anew at once. */
import { z } from 'zod';
import type { EventRow } from '#db/schema';
import { type EventType, isEventType } from '~/record/events';
import type { Viewer } from './visibleEvents.server';

/** Of one account: the one who did it, or the one whom the payload names. */
const OF_AN_ACCOUNT: ReadonlySet<EventType> = new Set([
  'account.signedIn',
  'account.signedOut',
  'account.signedOutEverywhere',
  'account.signInEnded',
  'account.passwordChanged',
  'account.passwordReset',
  'account.disabled',
  'account.membershipsChanged',
]);

/** Of everybody in a Rakerda. */
const OF_A_RAKERDA: ReadonlySet<EventType> = new Set([
  'rakerda.stateChanged',
  'rakerda.membersChanged',
  'rakerda.agencyRemoved',
  'card.reissued',
  'card.revoked',
  'projector.linkChanged',
]);

const named = z.object({ accountId: z.string().optional() });

export function mayEndAccess(viewer: Viewer, row: EventRow): boolean {
  if (!isEventType(row.type)) return false;
  if (OF_A_RAKERDA.has(row.type)) return row.rakerda_id === viewer.rakerdaId;
  if (!OF_AN_ACCOUNT.has(row.type) || !viewer.actor) return false;
  const { id } = viewer.actor;
  return row.actor_id === id || named.safeParse(JSON.parse(row.payload)).data?.accountId === id;
}
