/** Forgets the answers kept for changes that may be sent twice, once no device will come back with one. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '#db/database';

/** Longer than a device that holds unsent changes stays in a drawer. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
/** A statement holds up every other; between two of them everybody else has their turn. */
const AT_ONCE = 500;
/** A year's worth of a large hall is forgotten over some days rather than in one go. */
const MOST_A_RUN = 10_000;

/** Forgets what is old enough at that moment, the oldest first. Gives how much that was. */
export async function forgetChanges(db: Db, now: Date): Promise<number> {
  const limit = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  let forgotten = 0;
  while (forgotten < MOST_A_RUN) {
    const { numDeletedRows } = await db
      .deleteFrom('change')
      .where((eb) =>
        eb(
          eb.refTuple('actor_id', 'id'),
          'in',
          eb
            .selectFrom('change')
            .select(['actor_id', 'id'])
            .where('at', '<', limit)
            .orderBy('at')
            .limit(AT_ONCE)
            .$asTuple('actor_id', 'id'),
        ),
      )
      .executeTakeFirstOrThrow();
    forgotten += Number(numDeletedRows);
    if (numDeletedRows < AT_ONCE) break;
    await turn();
  }
  return forgotten;
}

/** Forgets now and once a day from now on. Gives what ends it, which waits for a run that is under way. */
export function forgetDaily(db: Db, onError: (error: unknown) => void): () => Promise<void> {
  let run = Promise.resolve();
  const start = () => {
    run = forgetChanges(db, new Date()).then(() => undefined, onError);
  };
  start();
  const timer = setInterval(start, DAY_MS).unref();
  return () => {
    clearInterval(timer);
    return run;
  };
}
