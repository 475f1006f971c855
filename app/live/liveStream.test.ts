import { describe, expect, it } from 'vitest';
import {
  answerOf,
  eachInALiveRakerda,
  facilitator,
  happened,
  live,
  move,
  open,
  save,
  saveMany,
  viewer,
} from '#tests/liveRakerda';
import { pause } from '#tests/product';
import type { RecordEvent } from './liveEvents';
import { MAX_UNSENT_BYTES, openLiveStream, readSince } from './liveStream.server';
import type { Viewer } from './visibleEvents.server';

eachInALiveRakerda();

const BEATING = { timing: { heartbeatMs: 5 } };
/** A beat carries a number as soon as the past is read: what happens from then on comes live. */
const isLive = (_events: readonly RecordEvent[], text: string) => /^id: \d+\nevent: beat$/m.test(text);

describe('live stream', () => {
  it('begins with what happens next when nothing else is asked', async () => {
    await save('63.01', 1, 2);
    const reader = open(facilitator(), null, BEATING);
    await reader.until(isLive);
    const seq = await save('63.01', 2, 4);
    await reader.until((events) => events.length > 0);
    expect(reader.events()).toEqual([
      {
        type: 'level',
        seq,
        assessmentId: '63.01',
        agency: '63.01',
        indicator: 2,
        version: 1,
        level: 4,
        discuss: false,
      },
    ]);
    expect(reader.text()).toContain('retry: 1000\n\n');
    expect(reader.text()).toContain(`id: ${String(seq)}\nevent: level\n`);
    reader.stop();
    await reader.ended;
  });

  it('resumes without loss or doubles while writing goes on', async () => {
    const expected: number[] = [];
    const total = 400;
    const writing = (async () => {
      for (let n = 0; n < total; n += 1) expected.push(await save('63.01', (n % 3) + 1, (n % 5) + 1));
    })();
    const seen: number[] = [];
    let since = 0;
    // Connects, is cut off after a while, comes back with the last number it has: over and over.
    while (seen.length < total) {
      const reader = open(facilitator(), since);
      const wanted = Math.min(total, seen.length + 47) - seen.length;
      await reader.until((events) => events.length >= wanted);
      reader.stop();
      await reader.ended;
      for (const event of reader.events()) seen.push(event.seq);
      since = seen.at(-1) ?? 0;
    }
    await writing;
    expect(seen).toEqual(expected);
  });

  it('catches up over several readings of the table', async () => {
    const expected = await saveMany('63.02', 1100);
    const reader = open(facilitator(), 0);
    await reader.until((events) => events.length >= expected.length);
    expect(reader.events().map((event) => event.seq)).toEqual(expected);
    reader.stop();
  });

  it('keeps texts, other Rakerda and changes of texts alone to itself', async () => {
    const reader = open(facilitator(), 0);
    await save('63.03', 1, 5, 'other');
    await happened(
      'answer.saved',
      { version: 2, level: 2, discuss: false, changes: { note: ['', 'rahasia'] } },
      answerOf('63.01', 1),
    );
    await move('63.01', 'returned', 'draft');
    const last = await save('63.01', 3, 1);
    await reader.until((events) => events.some((event) => event.seq === last));
    expect(reader.events().map((event) => event.type)).toEqual(['state', 'level']);
    expect(reader.text()).not.toContain('rahasia');
    reader.stop();
  });

  it('tells the agency itself that texts were saved, and nobody else', async () => {
    const own = open(viewer('head', '63.01'), 0);
    const others = [open(viewer('operator', '63.02'), 0), open(facilitator(), 0)];
    const seq = await happened(
      'answer.saved',
      { version: 2, level: 2, discuss: false, changes: { note: ['', 'rahasia'] } },
      answerOf('63.01', 1),
    );
    const last = await move('63.01', 'approved', 'approved');
    for (const reader of [own, ...others]) await reader.until((events) => events.at(-1)?.seq === last);
    expect(own.events()[0]).toEqual({
      type: 'answer',
      seq,
      assessmentId: '63.01',
      agency: '63.01',
      indicator: 1,
      version: 2,
    });
    expect(own.text()).not.toContain('rahasia');
    for (const reader of others) expect(reader.events().map(({ type }) => type)).toEqual(['state']);
    for (const reader of [own, ...others]) reader.stop();
  });

  it('shows a foreign operator approvals only, and takes them away again', async () => {
    const foreign = open(viewer('operator', '63.02'), 0);
    const own = open(viewer('operator', '63.01'), 0);
    await save('63.01', 1, 3);
    await move('63.01', 'submitted', 'submitted');
    const approved = await move('63.01', 'approved', 'approved');
    await foreign.until((events) => events.length === 1);
    const reopened = await move('63.01', 'reopened', 'draft');
    await save('63.01', 1, 4);
    await own.until((events) => events.length === 5);
    await foreign.until((events) => events.length === 2);
    expect(foreign.events()).toEqual([
      {
        type: 'state',
        seq: approved,
        assessmentId: '63.01',
        agency: '63.01',
        state: 'approved',
        levels: [3, 4, null],
      },
      { type: 'state', seq: reopened, assessmentId: '63.01', agency: '63.01', state: 'draft' },
    ]);
    foreign.stop();
    own.stop();
  });

  it('takes an agency away from a foreign operator when its head takes the approval back', async () => {
    const foreign = open(viewer('operator', '63.02'), 0);
    await move('63.01', 'approved', 'approved');
    await foreign.until((events) => events.length === 1);
    const seq = await move('63.01', 'approvalTakenBack', 'submitted');
    await foreign.until((events) => events.length === 2);
    expect(foreign.events()[1]).toEqual({
      type: 'state',
      seq,
      assessmentId: '63.01',
      agency: '63.01',
      state: 'submitted',
    });
    foreign.stop();
  });

  it('never shows a foreign operator an approval of the past that was withdrawn since', async () => {
    await move('63.01', 'approved', 'approved');
    const reopened = await move('63.01', 'reopened', 'draft');
    const foreign = open(viewer('head', '63.02'), 0);
    await foreign.until((events) => events.length === 1);
    expect(foreign.events().map((event) => event.seq)).toEqual([reopened]);
    expect(foreign.text()).not.toContain('levels');
    foreign.stop();
  });

  it('cuts a reader that takes nothing, and forgets it', async () => {
    const abort = new AbortController();
    const stream = openLiveStream({
      ...live(),
      viewer: facilitator(),
      since: null,
      signal: abort.signal,
      recheck: () => Promise.resolve(facilitator()),
    });
    const reader = stream.getReader();
    await reader.read();
    await pause(30);
    // An event is about 130 bytes on the wire.
    await saveMany('63.01', Math.ceil((MAX_UNSENT_BYTES / 130) * 1.3));
    await pause(300);
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow('does not keep up');
  });

  it('cuts a reader whose network takes nothing, which the stream itself cannot see', async () => {
    let cuts = 0;
    const reader = open(facilitator(), null, {
      outgoing: { unsentBytes: () => MAX_UNSENT_BYTES + 1, cut: () => (cuts += 1) },
    });
    await pause(30);
    await save('63.01', 1, 2);
    await reader.ended;
    expect(cuts).toBe(1);
  });

  it('ends with the feed, also for who comes too late', async () => {
    const reader = open(facilitator(), null);
    await pause(30);
    live().feed.close();
    await reader.ended;
    await open(facilitator(), null).ended;
  });

  it('ends once the reader may no longer watch', async () => {
    const reader = open(facilitator(), null, {
      timing: { recheckMs: 20 },
      recheck: () => Promise.resolve(null),
    });
    await reader.ended;
  });

  const ME = 'me';
  const mine = { accountId: ME, username: 'me' };
  const theirs = { accountId: 'you', username: 'you' };
  it.each<[string, () => Promise<number>]>([
    ['signs out', () => happened('account.signedOut', {}, { actorId: ME })],
    ['signs out everywhere', () => happened('account.signedOutEverywhere', {}, { actorId: ME })],
    ['is disabled', () => happened('account.disabled', mine)],
    ['is given a new password', () => happened('account.passwordReset', mine)],
    ['has a card revoked', () => happened('card.revoked', { cardId: 'c', role: 'operator' })],
    ['is removed', () => happened('rakerda.membersChanged', { added: [], removed: [ME] })],
  ])('ends at once where the reader %s, however long the next look is away', async (_name, happen) => {
    await live()
      .db.insertInto('account')
      .values({
        id: ME,
        username: 'me',
        name: 'Me',
        role: 'facilitator',
        agency_code: null,
        password_hash: '',
        must_change_password: 0,
        is_demo: 0,
        created_at: '',
      })
      .execute();
    const me = facilitator();
    const who: Viewer = { ...me, actor: me.actor && { ...me.actor, id: ME } };
    let asked = 0;
    let mayWatch = true;
    const reader = open(who, 0, {
      timing: { heartbeatMs: 5, recheckMs: 3_600_000 },
      recheck: () => {
        asked += 1;
        return Promise.resolve(mayWatch ? who : null);
      },
    });
    await reader.until(isLive);
    // What concerns others asks nobody.
    await happened('account.disabled', theirs, { rakerdaId: null });
    await happened('card.revoked', { cardId: 'd', role: 'operator' }, { rakerdaId: 'other' });
    await save('63.01', 1, 3);
    await reader.until((events) => events.length > 0);
    expect(asked).toBe(0);
    mayWatch = false;
    await happen();
    await reader.ended;
  });

  it('beats, and a beat carries the reader past what is not theirs', async () => {
    const reader = open(viewer('operator', '63.02'), 0, { timing: { heartbeatMs: 15 } });
    const seq = await save('63.01', 1, 3);
    await reader.until((_events, text) => text.includes(`id: ${String(seq)}\nevent: beat\n`));
    expect(reader.events()).toEqual([]);
    reader.stop();
  });

  it('starts afresh where the asked number lies in the future', async () => {
    const reader = open(facilitator(), 999_999, BEATING);
    await reader.until(isLive);
    const seq = await save('63.01', 1, 3);
    await reader.until((events) => events[0]?.seq === seq);
    reader.stop();
  });
});

describe('readSince', () => {
  const request = (url: string, id?: string) =>
    new Request(`http://x${url}`, id === undefined ? {} : { headers: { 'Last-Event-ID': id } });

  it('believes the browser first, then the address, and nothing that is not a number', () => {
    expect(readSince(request('/?sejak=7'))).toBe(7);
    expect(readSince(request('/?sejak=7', '12'))).toBe(12);
    expect(readSince(request('/'))).toBeNull();
    expect(readSince(request('/?sejak=-1'))).toBeNull();
    expect(readSince(request('/?sejak=1e9'))).toBeNull();
    expect(readSince(request('/?sejak=7%0Aid:1'))).toBeNull();
  });
});
