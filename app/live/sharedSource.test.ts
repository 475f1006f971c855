/** Tabs of one browser, and which of them has the connection. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from './liveEvents';
import { SharedSource } from './sharedSource';
import type { Heard, Wish } from './source';

/** Longer than a leader may say nothing and all of them wait. */
const SETTLED_MS = 10_000;

/** What is said on a channel reaches everybody else on it a little later, in the order it was said. */
class Channel {
  static all = new Set<Channel>();
  onmessage: ((message: { readonly data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    Channel.all.add(this);
  }

  postMessage(data: unknown): void {
    if (!Channel.all.has(this)) return;
    const others = [...Channel.all].filter((one) => one !== this && one.name === this.name);
    setTimeout(() => {
      for (const one of others) if (Channel.all.has(one)) one.onmessage?.({ data });
    }, 5);
  }

  close(): void {
    Channel.all.delete(this);
  }
}

interface Tab {
  readonly source: SharedSource;
  readonly channel: Channel;
  readonly heard: LiveEvent[];
  /** What it wished for last, of the connection that it has; null while it has none. */
  connection: { readonly heard: Heard; wish: Wish } | null;
  /** How many it opened so far. */
  opened: number;
}

let tabs: Tab[];
let killed: Tab[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('BroadcastChannel', Channel);
  tabs = [];
  killed = [];
});
afterEach(() => {
  for (const { source } of [...tabs, ...killed]) source.close();
  Channel.all.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const leaders = () => tabs.filter(({ connection }) => connection !== null);

function openTab(account = 'a', since = 0): Tab {
  const heard: LiveEvent[] = [];
  const listeners: Heard = { onEvent: (event) => heard.push(event), onState: () => undefined };
  const wished = { since, followsScreen: false };
  const source = new SharedSource(
    '/langsung',
    account,
    () => wished,
    listeners,
    (_address, wish, told) => {
      const connection = { heard: told, wish };
      tab.connection = connection;
      tab.opened += 1;
      told.onState('open');
      return {
        wish: (more: Wish) => {
          connection.wish = more;
        },
        close: () => {
          tab.connection = null;
        },
      };
    },
  );
  const [channel] = [...Channel.all].slice(-1);
  if (!channel) throw new Error('a tab without a channel');
  const tab: Tab = { source, channel, heard, connection: null, opened: 0 };
  tabs.push(tab);
  return tab;
}

function closeTab(tab: Tab): void {
  tab.source.close();
  tabs = tabs.filter((one) => one !== tab);
}

/** As where the browser ends the process of a tab: nothing is said any more. */
function killTab(tab: Tab): void {
  Channel.all.delete(tab.channel);
  tabs = tabs.filter((one) => one !== tab);
  killed.push(tab);
}

const event = (seq: number): LiveEvent => ({ type: 'projector', seq });

describe('tabs of one browser', () => {
  it('the first one has the connection, and all hear what it hears', () => {
    const [first, ...others] = [openTab(), openTab(), openTab()];
    vi.advanceTimersByTime(SETTLED_MS);
    expect(leaders()).toHaveLength(1);
    const [leader] = leaders();
    leader?.connection?.heard.onEvent(event(7));
    vi.advanceTimersByTime(50);
    for (const tab of [first, ...others]) expect(tab.heard).toEqual([event(7)]);
  });

  it('another account has a connection of its own', () => {
    openTab('a');
    openTab('b');
    vi.advanceTimersByTime(SETTLED_MS);
    expect(leaders()).toHaveLength(2);
  });

  it('one that closes names the next, which leads at once and alone', () => {
    for (let n = 0; n < 8; n += 1) {
      openTab();
      vi.advanceTimersByTime(1000);
    }
    const [leader] = leaders();
    if (!leader) throw new Error('nobody leads');
    closeTab(leader);
    vi.advanceTimersByTime(20);
    expect(leaders()).toHaveLength(1);
    vi.advanceTimersByTime(SETTLED_MS);
    expect(tabs.map(({ opened }) => opened).filter((opened) => opened > 0)).toEqual([1]);
  });

  it('one that is killed is missed, and another leads', () => {
    for (let n = 0; n < 4; n += 1) openTab();
    vi.advanceTimersByTime(SETTLED_MS);
    const [leader] = leaders();
    if (!leader) throw new Error('nobody leads');
    killTab(leader);
    expect(leaders()).toHaveLength(0);
    vi.advanceTimersByTime(SETTLED_MS);
    expect(leaders()).toHaveLength(1);
  });

  it('what the others wished for is wished for again of the next', () => {
    openTab('a', 9);
    vi.advanceTimersByTime(1000);
    openTab('a', 9);
    openTab('a', 3);
    vi.advanceTimersByTime(1000);
    const [leader] = leaders();
    if (!leader) throw new Error('nobody leads');
    closeTab(leader);
    vi.advanceTimersByTime(1000);
    const wishes = leaders().map(({ connection }) => connection?.wish.since);
    expect(wishes).toHaveLength(1);
    expect([3, 9]).toContain(wishes[0]);
  });

  it('whatever is opened, closed and killed, in the end one leads and every tab hears', () => {
    const act = fc.record({
      what: fc.constantFrom('open', 'close', 'kill'),
      which: fc.nat(),
      pause: fc.nat({ max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        for (const { what, which, pause } of acts) {
          const tab = tabs[which % Math.max(tabs.length, 1)];
          if (what === 'open' || !tab) openTab();
          else if (what === 'close') closeTab(tab);
          else killTab(tab);
          vi.advanceTimersByTime(pause);
        }
        openTab();
        vi.advanceTimersByTime(SETTLED_MS);
        expect(leaders()).toHaveLength(1);
        leaders()[0]?.connection?.heard.onEvent(event(1));
        vi.advanceTimersByTime(50);
        for (const tab of tabs) expect(tab.heard).toContainEqual(event(1));
        for (const tab of tabs.slice()) closeTab(tab);
        vi.advanceTimersByTime(50);
      }),
      { numRuns: 60 },
    );
  });
});
