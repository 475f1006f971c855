/**
 * One connection per page, however many parts of it listen: browsers allow six per server. Each listener has its own
 * place in the record; the connection resumes from the oldest of them, and nobody is told anything twice.
 */
import { LIVE_EVENT_TYPES, type LiveEvent, parseLiveEvent } from './liveEvents';

export type LiveState = 'connecting' | 'open' | 'lost';

export interface Listener {
  /** Sequence number of the last event that the listener knows. */
  since(): number;
  /** Wants to be told of every change of an answer, see `Viewer.followsScreen`. */
  readonly followsScreen: boolean;
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
}

/** A page nobody looks at gives its connection back after this long. */
const HIDDEN_MS = 30_000;
/** First and longest pause after the browser itself gave up (signed out, server away behind a proxy). */
const RETRY_MS = { first: 1000, longest: 30_000 };

const connections = new Map<string, Connection>();

/** Listens to a stream until the given function is called. */
export function listen(address: string, listener: Listener): () => void {
  const connection = connections.get(address) ?? new Connection(address);
  connections.set(address, connection);
  return connection.add(listener);
}

class Connection {
  private readonly listeners = new Set<Listener>();
  private source: EventSource | null = null;
  private state: LiveState = 'connecting';
  private retry: number | undefined;
  private hide: number | undefined;
  private pause = RETRY_MS.first;
  /** Everything up to here was handed out on the open source. */
  private position = 0;
  private tellsAnswers = false;

  constructor(private readonly address: string) {}

  add(listener: Listener): () => void {
    if (this.listeners.size === 0) document.addEventListener('visibilitychange', this.onVisibility);
    this.listeners.add(listener);
    const isTooLate = this.source === null || listener.since() < this.position;
    if (isTooLate || (listener.followsScreen && !this.tellsAnswers)) this.open();
    else listener.onState(this.state);
    return () => {
      this.listeners.delete(listener);
      // The next page of the same Rakerda often begins to listen at once.
      window.setTimeout(() => this.closeUnheard(), 100);
    };
  }

  private closeUnheard(): void {
    if (this.listeners.size > 0) return;
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.clearTimeout(this.hide);
    this.close();
    connections.delete(this.address);
  }

  private close(): void {
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private open(): void {
    this.close();
    const listeners = [...this.listeners];
    this.position = Math.min(...listeners.map((listener) => listener.since()));
    this.tellsAnswers = listeners.some((listener) => listener.followsScreen);
    const opened = new EventSource(
      `${this.address}?sejak=${String(this.position)}${this.tellsAnswers ? '&layar=1' : ''}`,
    );
    this.source = opened;
    opened.onopen = () => {
      this.pause = RETRY_MS.first;
      this.tell('open');
    };
    opened.onerror = () => {
      this.tell('lost');
      if (opened.readyState !== EventSource.CLOSED) return;
      this.close();
      this.retry = window.setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, RETRY_MS.longest);
    };
    for (const type of LIVE_EVENT_TYPES) {
      opened.addEventListener(type, (message) => {
        const event = parseLiveEvent(String(message.data));
        if (!event) return;
        if (event.type !== 'presence') this.position = Math.max(this.position, event.seq);
        for (const listener of [...this.listeners]) listener.onEvent(event);
      });
    }
  }

  private tell(state: LiveState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener.onState(state);
  }

  private readonly onVisibility = () => {
    window.clearTimeout(this.hide);
    if (document.visibilityState === 'hidden') {
      this.hide = window.setTimeout(() => this.close(), HIDDEN_MS);
    } else if (!this.source && this.listeners.size > 0) {
      this.tell('connecting');
      this.open();
    }
  };
}
