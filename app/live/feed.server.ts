/**
 * Reads the append-only record as it grows and hands every new event to whoever listens.
 * A use case calls `wake` after its commit; nothing else publishes, so a listener sees exactly what was committed, in order.
 */
import type { Db } from '#db/database';
import type { EventRow } from '#db/schema';

export type FeedListener = (events: readonly EventRow[]) => void;

export interface EventFeed {
  /** Tells the feed that something was committed. Cheap; many calls become one read. */
  wake(): void;
  /** Calls back with each batch of new events in sequence order. Gives the function that ends it. */
  subscribe(listener: FeedListener): () => void;
  /** Sequence number of the newest event handed out. */
  lastSeq(): number;
  close(): void;
}

/** Most events read at once; a longer backlog is read in several turns. */
const BATCH = 500;

/** Starts a feed at the end of the record. */
export async function startFeed(db: Db, onError: (error: unknown) => void): Promise<EventFeed> {
  const newest = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  let last = Number(newest?.seq ?? 0);
  let reading = false;
  let wokenWhileReading = false;
  let closed = false;
  const listeners = new Set<FeedListener>();

  async function drain(): Promise<void> {
    for (;;) {
      const events = await db
        .selectFrom('event')
        .selectAll()
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(BATCH)
        .execute();
      const final = events.at(-1);
      if (!final) return;
      last = final.seq;
      for (const listener of listeners) {
        try {
          listener(events);
        } catch (error) {
          onError(error);
        }
      }
    }
  }

  async function read(): Promise<void> {
    reading = true;
    try {
      do {
        wokenWhileReading = false;
        if (listeners.size > 0) await drain();
      } while (wokenWhileReading && !closed);
    } catch (error) {
      onError(error);
    } finally {
      reading = false;
    }
  }

  return {
    wake() {
      if (closed) return;
      if (reading) wokenWhileReading = true;
      else void read();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastSeq: () => last,
    close() {
      closed = true;
      listeners.clear();
    },
  };
}
