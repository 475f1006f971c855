/**
 * One supply of events per page, however many parts of it listen. Each listener has its own place in the record; the
 * supply resumes from the oldest of them, and nobody is told anything twice.
 */
import type { LiveState } from './line';
import type { LiveEvent } from './liveEvents';
import { SharedSource } from './sharedSource';
import { type EventSupply, Source, type Wish } from './source';

export interface Listener {
  /** Sequence number of the last event that the listener knows. */
  since(): number;
  /** Wants to be told of every change of an answer, see `Viewer.followsScreen`. */
  readonly followsScreen: boolean;
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
}

/** A page nobody looks at gives its connection back after this long. */
const HIDDEN_MS = 60_000;

const connections = new Map<string, Connection>();

/**
 * Listens to a stream until the given function is called.
 * @param account shares one connection with the other tabs of the same account; null for a page of nobody's
 */
export function listen(address: string, account: string | null, listener: Listener): () => void {
  const name = JSON.stringify([address, account]);
  const connection =
    connections.get(name) ?? new Connection(address, account, () => connections.delete(name));
  connections.set(name, connection);
  return connection.add(listener);
}

class Connection {
  private readonly listeners = new Set<Listener>();
  private supply: EventSupply | null = null;
  private state: LiveState = 'connecting';
  private hide: number | undefined;

  constructor(
    private readonly address: string,
    private readonly account: string | null,
    private readonly onUnheard: () => void,
  ) {
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('pagehide', this.close);
    window.addEventListener('pageshow', this.open);
  }

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.supply) {
      listener.onState(this.state);
      this.supply.wish(this.wish());
    } else this.open();
    return () => {
      this.listeners.delete(listener);
      // The next page of the same Rakerda often begins to listen at once.
      window.setTimeout(() => this.endUnheard(), 100);
    };
  }

  private endUnheard(): void {
    if (this.listeners.size > 0) return;
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('pagehide', this.close);
    window.removeEventListener('pageshow', this.open);
    window.clearTimeout(this.hide);
    this.close();
    this.onUnheard();
  }

  private readonly close = () => {
    this.supply?.close();
    this.supply = null;
  };

  private readonly open = () => {
    if (this.supply || this.listeners.size === 0) return;
    this.tell('connecting');
    const heard = {
      onEvent: (event: LiveEvent) => {
        for (const listener of [...this.listeners]) listener.onEvent(event);
      },
      onState: (state: LiveState) => this.tell(state),
    };
    this.supply =
      this.account !== null && 'BroadcastChannel' in window
        ? new SharedSource(this.address, this.account, () => this.wish(), heard)
        : new Source(this.address, this.wish(), heard);
  };

  private wish(): Wish {
    const listeners = [...this.listeners];
    return {
      since: Math.min(...listeners.map((listener) => listener.since())),
      followsScreen: listeners.some((listener) => listener.followsScreen),
    };
  }

  private tell(state: LiveState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener.onState(state);
  }

  private readonly onVisibility = () => {
    window.clearTimeout(this.hide);
    if (document.visibilityState === 'hidden') this.hide = window.setTimeout(this.close, HIDDEN_MS);
    else this.open();
  };
}
