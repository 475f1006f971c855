/**
 * The live stream of one viewer as server-sent events.
 *
 * Written by hand on a ReadableStream instead of with better-sse: its Fetch adapter (0.16) writes into a
 * TransformStream without looking whether anybody reads, so that a phone that fell asleep would grow the server's
 * memory without end; it also counts as connected only once somebody reads, and throws when pushed to after a
 * disconnect. What a stream needs here — an id per event, a bounded buffer, an end — is this file.
 */
import type { Db } from '#db/database';
import type { EventRow } from '#db/schema';
import type { EventFeed } from '~/record/feed.server';
import { newestSeq } from '~/record/read.server';
import { mayEndAccess } from './access.server';
import { BEAT, type PresenceEvent, type RecordEvent } from './liveEvents';
import { rowsAfter, stillApproved } from './past.server';
import type { Presence } from './presence.server';
import type { StreamPlace } from './streamPlaces.server';
import { mayWatchPresence, presenceOf, type Viewer, visibleEvents } from './visibleEvents.server';

/** How the response reaches the network; the stream cannot see that far by itself. */
export interface Outgoing {
  /** Bytes handed to the response that the reader has not taken yet. */
  unsentBytes(): number;
  /** Drops the connection together with what is unsent. */
  cut(): void;
}

export interface LiveStreamOptions {
  readonly db: Db;
  readonly feed: EventFeed;
  readonly viewer: Viewer;
  /** The last event the reader has; null to begin with what comes next. */
  readonly since: number | null;
  /** Aborts when the reader is gone. Whoever makes it sees to it that it does: a stream cannot notice by itself. */
  readonly signal: AbortSignal;
  /** Asked after events that may have ended it, and now and then: the viewer as they stand now, or null where they may no longer watch. */
  readonly recheck: () => Promise<Viewer | null>;
  readonly outgoing?: Outgoing | undefined;
  /** Where an open screen of an agency is counted, and the counts come from for those who may watch them. */
  readonly presence?: Presence | undefined;
  /** Given back when the stream has ended, however that came. */
  readonly place?: StreamPlace | undefined;
  readonly onError: (error: unknown) => void;
  readonly timing?: Partial<Timing>;
}

interface Timing {
  readonly heartbeatMs: number;
  readonly recheckMs: number;
  /** How long a reader may take over one portion of the past before it is cut. */
  readonly patienceMs: number;
}

const TIMING: Timing = { heartbeatMs: 5_000, recheckMs: 60_000, patienceMs: 30_000 };

/** Most bytes kept for a reader that does not keep up; then it is cut, reconnects and resumes where it was. */
export const MAX_UNSENT_BYTES = 256 * 1024;
const CATCH_UP_POLL_MS = 50;

const encoder = new TextEncoder();

/** The reader asked to begin here: `Last-Event-ID` of a reconnecting browser, else `?sejak=`; null where neither. */
export function readSince(request: Request): number | null {
  const asked = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('sejak');
  if (asked === null || !/^\d{1,15}$/.test(asked)) return null;
  return Number(asked);
}

/** Many readers are sent the same event object: it is written out once. */
const frames = new WeakMap<RecordEvent, string>();

/** One event of the record as the wire carries it. */
export function frame(event: RecordEvent): string {
  const known = frames.get(event);
  if (known !== undefined) return known;
  const text = `id: ${String(event.seq)}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  frames.set(event, text);
  return text;
}

/** Without an id: a reader must not resume from something that is not in the record. */
function presenceFrame(event: PresenceEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/**
 * Opens the stream: first what happened after `since`, then everything as it happens, without loss or doubles.
 * It ends when the reader leaves, the feed closes, or the viewer may no longer watch.
 */
export function openLiveStream(options: LiveStreamOptions): ReadableStream<Uint8Array> {
  const stream = new LiveStream(options);
  return new ReadableStream<Uint8Array>(
    { start: (controller) => stream.start(controller), cancel: () => stream.end() },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNSENT_BYTES }),
  );
}

class LiveStream {
  private readonly timing: Timing;
  private viewer: Viewer;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  /** Everything up to here was sent, or is not for this viewer. */
  private cursor = 0;
  /** False while the past is read from the table; the feed then only says that there is more. */
  private isLive = false;
  /** Batches the feed handed over while the past was still being read. */
  private missed = 0;
  private readonly endings: (() => void)[] = [];

  constructor(private readonly options: LiveStreamOptions) {
    this.viewer = options.viewer;
    this.timing = { ...TIMING, ...options.timing };
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { feed, signal, place } = this.options;
    this.controller = controller;
    if (place) {
      this.endings.push(() => place.leave());
      place.onLookAgain(() => void this.recheck());
    }
    if (signal.aborted) {
      this.end();
      return;
    }
    const onAbort = () => this.end();
    signal.addEventListener('abort', onAbort);
    const unsubscribe = feed.subscribe(
      (rows) => this.onFeed(rows),
      () => this.end(),
    );
    const heartbeat = setInterval(() => this.beat(), this.timing.heartbeatMs).unref();
    const recheck = setInterval(() => void this.recheck(), this.timing.recheckMs).unref();
    this.endings.push(
      () => signal.removeEventListener('abort', onAbort),
      unsubscribe,
      () => clearInterval(heartbeat),
      () => clearInterval(recheck),
    );
    this.watchPresence();
    this.send('retry: 1000\n\n');
    this.catchUp().catch((error: unknown) => {
      // The reader comes back by itself and resumes; the log says why it had to.
      this.options.onError(error);
      this.end();
    });
  }

  /** Stops listening and closes the stream; calling it again does nothing. */
  end(): void {
    const controller = this.controller;
    this.controller = null;
    for (const ending of this.endings.splice(0)) ending();
    try {
      controller?.close();
    } catch {
      // Cancelled by the reader: closed already.
    }
  }

  private onFeed(rows: readonly EventRow[]): void {
    if (!this.isLive) {
      this.missed += 1;
      this.recheckAfter(rows);
      return;
    }
    this.pass(rows, () => true);
    this.recheckAfter(rows);
    if (this.unsent() > MAX_UNSENT_BYTES) this.cut();
  }

  private watchPresence(): void {
    const { presence } = this.options;
    if (!presence) return;
    const agencyCode = presenceOf(this.viewer);
    if (agencyCode !== null) this.endings.push(presence.enter(this.viewer.rakerdaId, agencyCode));
    if (!mayWatchPresence(this.viewer)) return;
    this.endings.push(
      presence.watch(this.viewer.rakerdaId, (agency, screens) =>
        this.send(presenceFrame({ type: 'presence', agency, screens })),
      ),
    );
  }

  /** Sends what the viewer may see of rows that were not sent before. */
  private pass(rows: readonly EventRow[], approvedNow: (assessmentId: string) => boolean): void {
    const fresh = rows.filter((row) => row.seq > this.cursor);
    this.cursor = fresh.at(-1)?.seq ?? this.cursor;
    const text = visibleEvents(this.viewer, fresh, approvedNow).map(frame).join('');
    if (text !== '') this.send(text);
  }

  /**
   * Reads the past from the table until nothing is left, then lets the feed take over. What is committed in
   * between is never lost: the feed has been listened to since before the first read and asks for one more.
   */
  private async catchUp(): Promise<void> {
    const newest = await newestSeq(this.options.db);
    // A number from the future belongs to a database that was since restored from a backup.
    this.cursor = Math.min(this.options.since ?? newest, newest);
    while (this.controller) {
      const missedBefore = this.missed;
      const rows = await rowsAfter(this.options.db, this.cursor);
      const approved = await stillApproved(this.options.db, rows);
      this.pass(rows, (assessmentId) => approved.has(assessmentId));
      if (rows.length > 0) await this.untilTaken();
      else if (this.missed === missedBefore) break;
    }
    this.isLive = true;
    // At once: only what arrives tells the page that nothing between us holds the stream back.
    this.beat();
  }

  /** Waits until the reader has taken most of what was sent; cuts it where that takes too long. */
  private async untilTaken(): Promise<void> {
    const deadline = Date.now() + this.timing.patienceMs;
    while (this.controller && this.unsent() > MAX_UNSENT_BYTES / 2) {
      if (Date.now() > deadline) this.cut();
      else await new Promise((resolve) => setTimeout(resolve, CATCH_UP_POLL_MS).unref());
    }
  }

  /**
   * Keeps proxies from closing the connection, and the page sees by it that the connection still stands. The id lets a
   * reader resume past what is not theirs.
   */
  private beat(): void {
    this.send(`${this.isLive ? `id: ${String(this.cursor)}\n` : ''}event: ${BEAT}\ndata: {}\n\n`);
    if (this.unsent() > MAX_UNSENT_BYTES) this.cut();
  }

  private recheckAfter(rows: readonly EventRow[]): void {
    if (rows.some((row) => mayEndAccess(this.viewer, row))) void this.recheck();
  }

  private async recheck(): Promise<void> {
    try {
      const viewer = await this.options.recheck();
      if (viewer) this.viewer = viewer;
      else this.end();
    } catch (error) {
      this.options.onError(error);
      this.end();
    }
  }

  private send(text: string): void {
    this.controller?.enqueue(encoder.encode(text));
  }

  private unsent(): number {
    if (!this.controller) return 0;
    const queued = MAX_UNSENT_BYTES - (this.controller.desiredSize ?? MAX_UNSENT_BYTES);
    return queued + (this.options.outgoing?.unsentBytes() ?? 0);
  }

  private cut(): void {
    if (this.options.outgoing) this.options.outgoing.cut();
    else this.controller?.error(new Error('The reader does not keep up'));
    this.end();
  }
}
