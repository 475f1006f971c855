/** A small Rakerda with its record and its feed, and readers of the live stream: what tests of the stream start from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Db, migrate, type OpenDatabase, openDatabase } from '#db/database';
import type { Role } from '#db/schema';
import { parseLiveEvent, type RecordEvent } from '~/live/liveEvents';
import { type LiveStreamOptions, openLiveStream } from '~/live/liveStream.server';
import type { Viewer } from '~/live/visibleEvents.server';
import type { Actor } from '~/policy';
import type { About } from '~/record/append.server';
import { write } from '~/record/change.server';
import type { EventType, Payloads } from '~/record/events';
import { type EventFeed, startFeed } from '~/record/feed.server';
import { newestSeq } from '~/record/read.server';
import { pause } from './product';

let folder: string;
let opened: OpenDatabase;
let feed: EventFeed;
const errors: unknown[] = [];

/** A new database for each test of the file; what a stream reports as an error fails the test. */
export function eachInALiveRakerda(): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'langsung-'));
    opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
    await migrate(opened.db);
    await addRakerda(opened.db);
    feed = await startFeed(opened.db, (error) => errors.push(error));
  });

  afterEach(async () => {
    feed.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
    expect(errors.splice(0)).toEqual([]);
  });
}

/** What a stream of this Rakerda reads from. */
export const live = () => ({
  db: opened.db,
  feed,
  onError: (error: unknown) => {
    errors.push(error);
  },
});

/** Two agencies with three indicators each, in the Rakerda `r` and a third in another one. */
async function addRakerda(db: Db): Promise<void> {
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

/** Somebody who watches the Rakerda `r`. */
export function viewer(role: Role, agencyCode: string | null): Viewer {
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
export function happened<Type extends EventType>(
  type: Type,
  payload: Payloads[Type],
  about: Partial<About> = {},
): Promise<number> {
  return write({ db: opened.db, feed }, { actorId: null, rakerdaId: 'r' }, async ({ trx, tell }) => {
    await tell(type, payload, about);
    return (await newestSeq(trx)) + 1;
  });
}

export function save(
  agency: string,
  indicator: number,
  level: number | null,
  rakerdaId = 'r',
): Promise<number> {
  return happened('answer.saved', saved(level), { ...answerOf(agency, indicator), rakerdaId });
}

/** Many answers in one transaction: a disk that syncs for each would take long. */
export function saveMany(agency: string, count: number): Promise<readonly number[]> {
  const by = { actorId: null, rakerdaId: 'r', ...answerOf(agency, 1) };
  return write({ db: opened.db, feed }, by, async ({ trx, tell }) => {
    const newest = await newestSeq(trx);
    const seqs = Array.from({ length: count }, (_, n) => newest + n + 1);
    for (const n of seqs.keys()) await tell('answer.saved', saved((n % 5) + 1));
    return seqs;
  });
}

export function answerOf(agency: string, indicatorNo: number) {
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

export async function move(
  agency: string,
  step: 'submitted' | 'approved' | 'returned' | 'approvalTakenBack' | 'reopened',
  to: 'draft' | 'submitted' | 'approved',
): Promise<number> {
  await opened.db.updateTable('assessment').set({ state: to }).where('id', '=', agency).execute();
  const payload = { from: 'draft' as const, to, levels: [3, 4, null], note: 'rahasia' };
  return happened(`assessment.${step}`, payload, { agencyCode: agency, assessmentId: agency });
}

export interface Reader {
  /** Everything received so far. */
  text(): string;
  events(): readonly RecordEvent[];
  /** Waits until something holds of what was received. */
  until(holds: (events: readonly RecordEvent[], text: string) => boolean): Promise<void>;
  readonly ended: Promise<void>;
  stop(): void;
}

export function open(who: Viewer, since: number | null, options: Partial<LiveStreamOptions> = {}): Reader {
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

export const facilitator = () => viewer('facilitator', null);
