/** The stages of a Rakerda in their order. A facilitator goes one forward or one back, never further at once. */
import type { RakerdaState } from '#db/schema';

export const STAGES = [
  'preparation',
  'filling',
  'plenary',
  'closed',
  'archived',
] as const satisfies readonly RakerdaState[];

/** The stages that can be reached from here in one step; null where there is none. */
export function neighbours(state: RakerdaState): {
  readonly back: RakerdaState | null;
  readonly forward: RakerdaState | null;
} {
  const place = STAGES.indexOf(state);
  return { back: STAGES[place - 1] ?? null, forward: STAGES[place + 1] ?? null };
}

/** Whether a Rakerda still runs: what comes after belongs to the earlier ones. */
export function isUnderWay(state: RakerdaState): boolean {
  return state === 'preparation' || state === 'filling' || state === 'plenary';
}
