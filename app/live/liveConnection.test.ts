/** The page's one connection. A browser stands in for itself: only what is used of it, told to do what browsers do. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, type Listener, type LiveState } from './liveConnection';

class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Source[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    Source.opened.push(this);
  }

  close(): void {
    this.readyState = Source.CLOSED;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** The line breaks; the browser tries again by itself unless it has given up. */
  breaks(hasGivenUp: boolean): void {
    this.readyState = hasGivenUp ? Source.CLOSED : 0;
    this.onerror?.();
  }

  brings(event: { readonly type: string } & Readonly<Record<string, unknown>>): void {
    this.dispatchEvent(new MessageEvent(event.type, { data: JSON.stringify(event) }));
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
function look(state: 'visible' | 'hidden'): void {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
}

const ends: (() => void)[] = [];
let address: string;
let pages = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', globalThis);
  Source.opened.length = 0;
  pages += 1;
  address = `/rakerda/${String(pages)}/langsung`;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.runAllTimers();
  look('visible');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A part of the page that listens and writes down what it hears. */
function hear(since = 0, followsScreen = false, where = address) {
  const states: LiveState[] = [];
  const events: number[] = [];
  const listener: Listener = {
    since: () => since,
    followsScreen,
    onEvent: (event) => events.push(event.type === 'presence' ? -event.screens : event.seq),
    onState: (state) => states.push(state),
  };
  const end = listen(where, listener);
  ends.push(end);
  return { states, events, end };
}
const urls = () => Source.opened.map(({ url }) => url.slice(url.indexOf('?')));
function newest(): Source {
  const source = Source.opened.at(-1);
  if (!source) throw new Error('nothing was opened');
  return source;
}
const vote = (seq: number) => ({ type: 'vote', seq, voteId: 'v', step: 'cast' });

describe('one connection', () => {
  it('serves every part of a page, from the place of the one that opened it', () => {
    const first = hear(4);
    newest().opens();
    const second = hear(4);
    expect(urls()).toEqual(['?sejak=4']);
    expect([first.states, second.states]).toEqual([['open'], ['open']]);
    newest().brings(vote(5));
    newest().brings({ type: 'presence', agency: '63.01', screens: 2 });
    expect([first.events, second.events]).toEqual([
      [5, -2],
      [5, -2],
    ]);
  });

  it('is another one at another address', () => {
    hear(1);
    hear(2, false, `${address}/lain`);
    expect(Source.opened.map(({ url }) => url)).toEqual([`${address}?sejak=1`, `${address}/lain?sejak=2`]);
  });

  it('is opened anew for who knows less than it has handed out, and from the oldest place', () => {
    hear(4);
    newest().brings(vote(9));
    hear(9);
    expect(urls()).toEqual(['?sejak=4']);
    const [before] = Source.opened;
    hear(8);
    expect(urls()).toEqual(['?sejak=4', '?sejak=4']);
    expect(before?.readyState).toBe(Source.CLOSED);
    expect(newest().readyState).not.toBe(Source.CLOSED);
  });

  it('does not take the count of screens for a place in the record', () => {
    hear(4);
    newest().brings({ type: 'presence', agency: '63.01', screens: 2 });
    hear(4);
    expect(urls()).toHaveLength(1);
  });

  it('asks for every answer as soon as somebody follows the screen, and no second time', () => {
    hear(4);
    hear(4, true);
    hear(4, true);
    expect(urls()).toEqual(['?sejak=4', '?sejak=4&layar=1']);
  });

  it('passes over what it cannot read', () => {
    const { events } = hear();
    newest().brings({ type: 'vote' });
    newest().brings({ type: 'tari' });
    newest().brings(vote(1));
    expect(events).toEqual([1]);
  });
});

describe('a line that breaks', () => {
  it('says so, and open again when the browser has it back', () => {
    const { states } = hear();
    newest().opens();
    newest().breaks(false);
    newest().opens();
    expect(states).toEqual(['open', 'lost', 'open']);
    vi.runAllTimers();
    expect(urls()).toHaveLength(1);
  });

  it('that the browser gave up is tried after pauses that double up to half a minute, and begin anew once it is open', () => {
    hear(7);
    const pauses: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      newest().breaks(true);
      const opened = Source.opened.length;
      let waited = 0;
      for (; Source.opened.length === opened; waited += 500) vi.advanceTimersByTime(500);
      pauses.push(waited);
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(new Set(urls())).toEqual(new Set(['?sejak=7']));
    newest().opens();
    newest().breaks(true);
    vi.advanceTimersByTime(1000);
    expect(urls()).toHaveLength(9);
  });
});

describe('who stops listening', () => {
  it('hears nothing more, while others do', () => {
    const [one, two] = [hear(), hear()];
    one.end();
    newest().brings(vote(1));
    vi.runAllTimers();
    newest().brings(vote(2));
    expect([one.events, two.events]).toEqual([[], [1, 2]]);
    expect(newest().readyState).not.toBe(Source.CLOSED);
  });

  it('as the last one closes it, unless the next page listens at once', () => {
    hear().end();
    const next = hear();
    vi.runAllTimers();
    expect(urls()).toHaveLength(1);
    expect(newest().readyState).not.toBe(Source.CLOSED);
    next.end();
    vi.runAllTimers();
    expect(newest().readyState).toBe(Source.CLOSED);
    look('hidden');
    look('visible');
    expect(urls()).toHaveLength(1);
    hear(3);
    expect(urls()).toEqual(['?sejak=0', '?sejak=3']);
  });

  it('ends the tries too', () => {
    const { end } = hear();
    newest().breaks(true);
    end();
    vi.runAllTimers();
    expect(urls()).toHaveLength(1);
  });
});

describe('a page that nobody looks at', () => {
  it('gives its connection back after half a minute, and asks anew when it is looked at', () => {
    const { states } = hear(5);
    newest().opens();
    look('hidden');
    vi.advanceTimersByTime(29_999);
    expect(newest().readyState).toBe(1);
    vi.advanceTimersByTime(1);
    expect(newest().readyState).toBe(Source.CLOSED);
    look('visible');
    expect(urls()).toEqual(['?sejak=5', '?sejak=5']);
    expect(states).toEqual(['open', 'connecting']);
  });

  it('keeps it where it is looked at again before', () => {
    hear();
    look('hidden');
    vi.advanceTimersByTime(20_000);
    look('visible');
    vi.advanceTimersByTime(20_000);
    expect(urls()).toHaveLength(1);
    expect(newest().readyState).not.toBe(Source.CLOSED);
  });
});
