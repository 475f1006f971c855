import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, type OpenDatabase, openDatabase } from '#db/database';
import type { Role } from '#db/schema';
import type { Actor } from '~/policy';
import type { About } from '~/record/append.server';
import { write } from '~/record/change.server';
import type { EventType, Payloads } from '~/record/events';
import { type EventFeed, startFeed } from '~/record/feed.server';
import { newestSeq } from '~/record/read.server';
import { parseLiveEvent, type RecordEvent } from './liveEvents';
import { createPresence, type Presence } from './presence.server';
import { type LiveStreamOptions, MAX_UNSENT_BYTES, openLiveStream, readSince } from './liveStream.server';
import type { Viewer } from './visibleEvents.server';

let folder: string;
let opened: OpenDatabase;
let feed: EventFeed;
const errors: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'langsung-'));
  opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
  await migrate(opened.db);
  await addRakerda();
  feed = await startFeed(opened.db, (error) => errors.push(error));
});

afterEach(async () => {
  feed.close();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
  expect(errors.splice(0)).toEqual([]);
});

/** Two agencies with three indicators each, in the Rakerda `r` and a third in another one. */
async function addRakerda(): Promise<void> {
  const { db } = opened;
  await db
    .insertInto('agency')
    .values(
      ['63.01', '63.02', '63.03'].map((code) => ({
        code,
        kind: 'regency' as const,
        name: `Kabupaten ${code}`,
        province_code: null,
      })),
    )
    .execute();
  await db
    .insertInto('instrument')
    .values({ code: 'i', version: '1.0.0', body: '{}', sha256: '', added_at: '' })
    .execute();
  for (const id of ['r', 'other']) {
    await db
      .insertInto('rakerda')
      .values({
        id,
        name: id,
        year: 2025,
        starts_on: '',
        ends_on: '',
        place: '',
        host: '',
        state: 'filling',
        is_demo: 0,
        created_at: '',
      })
      .execute();
    await db
      .insertInto('rakerda_instrument')
      .values({ rakerda_id: id, instrument_code: 'i', instrument_version: '1.0.0' })
      .execute();
    for (const code of id === 'r' ? ['63.01', '63.02'] : ['63.03']) {
      await db.insertInto('rakerda_agency').values({ rakerda_id: id, agency_code: code }).execute();
      await db
        .insertInto('assessment')
        .values({
          id: code,
          rakerda_id: id,
          agency_code: code,
          instrument_code: 'i',
          instrument_version: '1.0.0',
          state: 'draft',
          levels: '[null,null,null]',
          answered: 0,
          updated_at: '',
        })
        .execute();
    }
  }
}

function viewer(role: Role, agencyCode: string | null): Viewer {
  const actor: Actor = {
    id: 'a',
    username: 'a',
    name: 'A',
    role,
    agencyCode,
    isDemo: false,
    mustChangePassword: false,
    onlyRakerdaId: null,
    isProven: true,
  };
  return {
    actor,
    rakerdaId: 'r',
    rakerda: { id: 'r', isDemo: false, actorIsMember: true, actorParticipates: true },
  };
}

/** Puts an event of the Rakerda `r` on record, as a use case does. Gives its sequence number. */
function happened<Type extends EventType>(
  type: Type,
  payload: Payloads[Type],
  about: Partial<About> = {},
): Promise<number> {
  return write({ db: opened.db, feed }, { actorId: null, rakerdaId: 'r' }, async ({ trx, tell }) => {
    await tell(type, payload, about);
    return (await newestSeq(trx)) + 1;
  });
}

function save(agency: string, indicator: number, level: number | null, rakerdaId = 'r'): Promise<number> {
  return happened('answer.saved', saved(level), { ...answerOf(agency, indicator), rakerdaId });
}

/** Many answers in one transaction: a disk that syncs for each would take long. */
function saveMany(agency: string, count: number): Promise<readonly number[]> {
  const by = { actorId: null, rakerdaId: 'r', ...answerOf(agency, 1) };
  return write({ db: opened.db, feed }, by, async ({ trx, tell }) => {
    const newest = await newestSeq(trx);
    const seqs = Array.from({ length: count }, (_, n) => newest + n + 1);
    for (const n of seqs.keys()) await tell('answer.saved', saved((n % 5) + 1));
    return seqs;
  });
}

function answerOf(agency: string, indicatorNo: number) {
  return { agencyCode: agency, assessmentId: agency, indicatorNo };
}

function saved(level: number | null): Payloads['answer.saved'] {
  return {
    version: 1,
    level,
    discuss: false,
    changes: { level: [null, level], justification: ['', 'rahasia'] },
  };
}

async function move(
  agency: string,
  step: 'submitted' | 'approved' | 'returned' | 'approvalTakenBack' | 'reopened',
  to: 'draft' | 'submitted' | 'approved',
): Promise<number> {
  await opened.db.updateTable('assessment').set({ state: to }).where('id', '=', agency).execute();
  const payload = { from: 'draft' as const, to, levels: [3, 4, null], note: 'rahasia' };
  return happened(`assessment.${step}`, payload, { agencyCode: agency, assessmentId: agency });
}

interface Reader {
  /** Everything received so far. */
  text(): string;
  events(): readonly RecordEvent[];
  /** Waits until something holds of what was received. */
  until(holds: (events: readonly RecordEvent[], text: string) => boolean): Promise<void>;
  readonly ended: Promise<void>;
  stop(): void;
}

function open(who: Viewer, since: number | null, options: Partial<LiveStreamOptions> = {}): Reader {
  const abort = new AbortController();
  const stream = openLiveStream({
    db: opened.db,
    feed,
    viewer: who,
    since,
    signal: abort.signal,
    recheck: () => Promise.resolve(who),
    onError: (error) => errors.push(error),
    ...options,
  });
  const decoder = new TextDecoder();
  let received = '';
  const ended = (async () => {
    const taker = stream.getReader();
    for (let part = await taker.read(); !part.done; part = await taker.read()) {
      received += decoder.decode(part.value);
    }
  })();
  const events = () =>
    [...received.matchAll(/^data: (.*)$/gm)].flatMap((match) => {
      const event = parseLiveEvent(match[1] ?? '');
      return event && event.type !== 'presence' ? [event] : [];
    });
  return {
    text: () => received,
    events,
    async until(holds) {
      const deadline = Date.now() + 30_000;
      while (!holds(events(), received)) {
        if (Date.now() > deadline) throw new Error(`Waited in vain; received:\n${received.slice(-2000)}`);
        await pause(5);
      }
    },
    ended,
    stop: () => abort.abort(),
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const facilitator = () => viewer('facilitator', null);

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
      db: opened.db,
      feed,
      viewer: facilitator(),
      since: null,
      signal: abort.signal,
      recheck: () => Promise.resolve(facilitator()),
      onError: (error) => errors.push(error),
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
    feed.close();
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
    await opened.db
      .insertInto('account')
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

describe('what is not figures', () => {
  const hall = (): Viewer => ({
    actor: null,
    rakerdaId: 'r',
    rakerda: { id: 'r', isDemo: false, actorIsMember: false, actorParticipates: false },
    followsScreen: true,
  });

  it('tells of a message those it is for and who watches, and nobody its words', async () => {
    const readers = {
      facilitator: open(facilitator(), 0),
      own: open(viewer('operator', '63.01'), 0),
      foreign: open(viewer('operator', '63.02'), 0),
      hall: open(hall(), 0),
    };
    const message = { id: 'm', body: 'rahasia' };
    const seq = await happened('message.sent', message, { agencyCode: '63.01' });
    const end = await happened('rakerda.changed', {});
    for (const [name, reader] of Object.entries(readers)) {
      await reader.until((events) => events.some((event) => event.seq === end));
      const isTold = name === 'facilitator' || name === 'own';
      expect(reader.events(), name).toEqual([
        ...(isTold ? [{ type: 'message', seq, agency: '63.01' }] : []),
        { type: 'hint', seq: end, about: 'rakerda' },
      ]);
      expect(reader.text(), name).not.toContain('rahasia');
      reader.stop();
    }
  });

  it('gives only the last of several hints about one thing, and cards only to who manages', async () => {
    await happened('agenda.itemAdded', { itemId: 'i', after: {} });
    await happened('card.issued', { count: 2 });
    const agenda = await happened('agenda.itemChanged', { itemId: 'i', before: {}, after: {} });
    const end = await happened('projector.changed', { kind: 'blank' });
    const operator = open(viewer('operator', '63.01'), 0);
    const manager = open(facilitator(), 0);
    await operator.until((events) => events.at(-1)?.seq === end);
    await manager.until((events) => events.at(-1)?.seq === end);
    expect(operator.events()).toEqual([
      { type: 'hint', seq: agenda, about: 'agenda' },
      { type: 'projector', seq: end },
    ]);
    expect(manager.events().map((event) => event.type)).toEqual(['hint', 'hint', 'projector']);
    operator.stop();
    manager.stop();
  });

  it('tells that somebody voted, never who nor what', async () => {
    const reader = open(viewer('operator', '63.02'), 0);
    const cast = { voteId: 'v', level: 5, accountId: 'rahasia' };
    const seq = await happened('vote.cast', cast);
    await reader.until((events) => events.length === 1);
    expect(reader.events()).toEqual([{ type: 'vote', seq, voteId: 'v', step: 'cast' }]);
    expect(reader.text()).not.toContain('rahasia');
    reader.stop();
  });

  it('tells a screen of the hall that an answer changed, not which', async () => {
    const reader = open(hall(), 0);
    const seq = await save('63.01', 1, 3);
    await reader.until((events) => events.length === 1);
    expect(reader.events()).toEqual([{ type: 'hint', seq, about: 'answers' }]);
    expect(reader.text()).not.toContain('63.01');
    reader.stop();
  });

  it('counts the screens of agencies for who watches, and for nobody else', async () => {
    const presence = createPresence();
    const watching = open(facilitator(), 0, { presence });
    const foreign = open(viewer('operator', '63.02'), 0, { presence });
    const own = open(viewer('operator', '63.01'), 0, { presence });
    await watching.until((_events, text) => text.includes('"agency":"63.01","screens":1'));
    expect([...presence.of('r')].sort()).toEqual([
      ['63.01', 1],
      ['63.02', 1],
    ]);
    own.stop();
    await watching.until((_events, text) => text.includes('"agency":"63.01","screens":0'));
    expect(foreign.text()).not.toContain('presence');
    // Nobody resumes from what is not in the record.
    expect(watching.text()).not.toMatch(/id: .*\nevent: presence/);
    foreign.stop();
    watching.stop();
    await foreign.ended;
    expect([...presence.of('r')]).toEqual([]);
  });
});

describe('a reader that leaves early', () => {
  const quiet = (signal: AbortSignal, presence: Presence) =>
    openLiveStream({
      db: opened.db,
      feed,
      viewer: viewer('operator', '63.01'),
      since: 0,
      signal,
      presence,
      recheck: () => Promise.resolve(null),
      onError: (error) => errors.push(error),
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
