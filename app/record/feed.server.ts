/**
 * Reads the append-only record as it grows and hands every new event to whoever listens.
 * `change` wakes it after its commit; nothing else publishes, so a listener sees exactly what was committed, in order.
 * That nothing comes later below a number that was read is the doing of `append`, whatever the engine and however many write.
 */
import type { Db } from '#db/database';
import type { EventRow } from '#db/schema';
import { newestSeq } from './read.server';

export type FeedListener = (events: readonly EventRow[]) => void;

export interface EventFeed {
  /** Tells the feed that something was committed. Cheap; many calls become one read. */
  wake(): void;
  /**
   * Calls back with each batch of new events in sequence order, and once when the feed closes.
   * Gives the function that ends it.
   */
  subscribe(listener: FeedListener, onClose?: () => void): () => void;
  /** Sequence number of the newest event handed out. */
  lastSeq(): number;
  close(): void;
}

/** What other processes commit, such as a command of the administrator, wakes nobody here: so often it is looked for. */
const LOOK_MS = 3000;
/** Most events read at once; a longer backlog is read in several turns. */
const BATCH = 500;

/** Starts a feed at the end of the record. */
export async function startFeed(db: Db, onError: (error: unknown) => void): Promise<EventFeed> {
  let last = await newestSeq(db);
  let reading = false;
  /** How often the feed was woken; a rise while it reads means that there is more. */
  let wakes = 0;
  let closed = false;
  const listeners = new Map<FeedListener, (() => void) | undefined>();

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
      for (const listener of [...listeners.keys()]) {
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
    let seen: number;
    try {
      do {
        seen = wakes;
        if (listeners.size > 0) await drain();
      } while (wakes !== seen);
    } catch (error) {
      onError(error);
    } finally {
      reading = false;
    }
  }

  function wake(): void {
    if (closed) return;
    wakes += 1;
    if (!reading) void read();
  }
  const look = setInterval(wake, LOOK_MS).unref();

  return {
    wake,
    subscribe(listener, onClose) {
      if (closed) onClose?.();
      else listeners.set(listener, onClose);
      return () => {
        listeners.delete(listener);
      };
    },
    lastSeq: () => last,
    close() {
      closed = true;
      clearInterval(look);
      const closings = [...listeners.values()];
      listeners.clear();
      for (const onClose of closings) onClose?.();
    },
  };
}
