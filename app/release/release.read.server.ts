/** What the release page tells before anything is downloaded. */
import { maySeeFigures } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { readStates } from './releaseSnapshot.server';

export interface StateTotals {
  readonly all: number;
  readonly draft: number;
  readonly submitted: number;
  readonly approved: number;
}

export interface ReleasePage {
  readonly instrumentVersion: string;
  readonly totals: StateTotals;
}

/** How many assessments the actor could take home, by state; null where the Rakerda does not use the instrument. */
export async function readReleasePage(
  { db, actor, place }: MeetingScope,
  instrumentCode: string,
): Promise<ReleasePage | null> {
  const found = await readStates(db, place.row.id, instrumentCode);
  if (!found) return null;
  const states = found.states.filter(({ agencyCode, state }) =>
    maySeeFigures(actor, place, agencyCode, state),
  );
  const count = (wanted: string) => states.filter(({ state }) => state === wanted).length;
  return {
    instrumentVersion: found.version,
    totals: {
      all: states.length,
      draft: count('draft'),
      submitted: count('submitted'),
      approved: count('approved'),
    },
  };
}
