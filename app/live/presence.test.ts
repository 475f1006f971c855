import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresence } from './presence.server';

describe('presence', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts screens, tells who watches, and counts a screen that leaves twice once', () => {
    const presence = createPresence();
    const heard: [string, number][] = [];
    const stop = presence.watch('r', (agency, screens) => heard.push([agency, screens]));
    const leaveFirst = presence.enter('r', '63.01');
    const leaveSecond = presence.enter('r', '63.01');
    presence.enter('other', '63.01');
    expect([...presence.of('r')]).toEqual([['63.01', 2]]);
    leaveFirst();
    leaveFirst();
    expect([...presence.of('r')]).toEqual([['63.01', 1]]);
    vi.advanceTimersByTime(1000);
    leaveSecond();
    expect([...presence.of('r')]).toEqual([]);
    stop();
    presence.enter('r', '63.02');
    expect(heard).toEqual([
      ['63.01', 1],
      ['63.01', 1],
      ['63.01', 0],
    ]);
  });

  it('tells the first change at once, and of many that follow how it stands in the end', () => {
    const presence = createPresence();
    const heard: [string, number][] = [];
    for (const agency of ['63.01', '63.02']) {
      presence.watch('r', (code, screens) => {
        if (code === agency) heard.push([code, screens]);
      });
    }
    const leave = Array.from({ length: 1000 }, () => presence.enter('r', '63.01'));
    expect(heard).toEqual([['63.01', 1]]);
    vi.advanceTimersByTime(1000);
    presence.enter('r', '63.02');
    for (const one of leave) one();
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([
      ['63.01', 1],
      ['63.01', 1000],
      ['63.02', 1],
      ['63.01', 0],
    ]);
  });

  it('knows since when an agency is here; a page loaded anew does not begin again', () => {
    let now = 1000;
    const presence = createPresence(() => now);
    const leave = presence.enter('r', '63.01');
    now += 5000;
    leave();
    expect([...presence.since('r')]).toEqual([]);
    now += 60_000;
    const leaveAgain = presence.enter('r', '63.01');
    expect([...presence.since('r')]).toEqual([['63.01', 1000]]);
    leaveAgain();
    now += 60_001;
    presence.enter('r', '63.01');
    expect([...presence.since('r')]).toEqual([['63.01', now]]);
  });
});
