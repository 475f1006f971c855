/** What the release page tells before anything is downloaded. */
import type { Services } from '~/server/context';
import { type Actor, maySeeFigures } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { readStates } from './queries.server';

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
  services: Pick<Services, 'db'>,
  actor: Actor,
  place: RakerdaPlace,
  instrumentCode: string,
): Promise<ReleasePage | null> {
  const found = await readStates(services.db, place.row.id, instrumentCode);
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
