/** Readers that leave before the stream has begun, or without a word: presence counts none of them. */
import { describe, expect, it } from 'vitest';
import { eachInALiveRakerda, live, viewer } from '#tests/liveRakerda';
import { openLiveStream } from './liveStream.server';
import { createPresence, type Presence } from './presence.server';

eachInALiveRakerda();

describe('a reader that leaves early', () => {
  const quiet = (signal: AbortSignal, presence: Presence) =>
    openLiveStream({
      ...live(),
      viewer: viewer('operator', '63.01'),
      since: 0,
      signal,
      presence,
      recheck: () => Promise.resolve(null),
    });

  it('is never counted where it left before the stream was made', async () => {
    const presence = createPresence();
    const changes: number[] = [];
    presence.watch('r', (_agency, screens) => changes.push(screens));
    const stream = quiet(AbortSignal.abort(), presence);
    expect(presence.of('r').size).toBe(0);
    expect(changes).toEqual([]);
    expect((await stream.getReader().read()).done).toBe(true);
  });

  it('is counted no longer once it is gone, though nobody ever read the stream', () => {
    const presence = createPresence();
    const leave = new AbortController();
    quiet(leave.signal, presence);
    expect(presence.of('r').get('63.01')).toBe(1);
    leave.abort();
    expect(presence.of('r').size).toBe(0);
  });

  it('is counted off once, whichever of its ends is noticed first', async () => {
    const presence = createPresence();
    const stays = new AbortController();
    quiet(stays.signal, presence);
    const leave = new AbortController();
    const stream = quiet(leave.signal, presence);
    await stream.cancel();
    leave.abort();
    expect(presence.of('r').get('63.01')).toBe(1);
    stays.abort();
    expect(presence.of('r').size).toBe(0);
  });
});
