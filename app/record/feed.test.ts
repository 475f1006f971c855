import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '#db/database';
import { type House, openHouse } from '#tests/house/house';
import { BEAT } from '~/live/liveEvents';
import { openLiveStream } from '~/live/liveStream.server';
import type { Actor } from '~/policy';
import { doingIn, write } from './change.server';
import { type EventFeed, startFeed } from './feed.server';
import { newestSeq } from './read.server';

/** A second and a third process on the same file, as far as the database can tell. */
interface Process {
  readonly opened: OpenDatabase;
  readonly feed: EventFeed;
}

let house: House;
let facilitator: Actor;
let rakerda: readonly string[];
let processes: readonly Process[];
const errors: unknown[] = [];

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  rakerda = [await house.rakerda(), await house.rakerda()];
  processes = await Promise.all(
    [0, 1, 2].map(async () => {
      const opened = openDatabase(`file:${house.services.sqlite.name}`);
      return { opened, feed: await startFeed(opened.db, (error) => errors.push(error)) };
    }),
  );
});
afterEach(async () => {
  for (const { opened, feed } of processes) {
    feed.close();
    await opened.close();
  }
  await house.close();
  expect(errors.splice(0)).toEqual([]);
});

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** Something to tell in a Rakerda, with pauses before and between, and what becomes of it in the end. */
const writing = fc.record({
  kind: fc.constant('write' as const),
  process: fc.nat(2),
  rakerda: fc.nat(1),
  events: fc.nat(3),
  turns: fc.nat(4),
  fails: fc.boolean(),
  isShared: fc.boolean(),
});
/** Somebody opens a page, which stands on the newest event, and its stream. */
const joining = fc.record({ kind: fc.constant('join' as const), process: fc.nat(2), rakerda: fc.nat(1) });
/** A process hears that there is something new. */
const waking = fc.record({ kind: fc.constant('wake' as const), process: fc.nat(2) });
const moments = fc.array(fc.array(fc.oneof(writing, joining, waking), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 5,
});

class Undone extends Error {}

async function carryOut(step: typeof writing extends fc.Arbitrary<infer Step> ? Step : never): Promise<void> {
  const { opened, feed } = at(processes, step.process);
  const by = { actorId: null, rakerdaId: at(rakerda, step.rakerda) };
  const work = write(
    { db: opened.db, feed },
    by,
    async ({ tell }) => {
      for (let issue = 0; issue < step.events; issue += 1) {
        await tell('projector.linkChanged', { issue });
        for (let n = 0; n < step.turns; n += 1) await turn();
      }
      if (step.fails) throw new Undone();
    },
    step.isShared,
  );
  await work.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

interface Viewer {
  readonly process: Process;
  readonly rakerdaId: string;
  readonly since: number;
  readonly received: () => readonly number[];
  readonly leave: () => void;
}

async function join(process: Process, rakerdaId: string): Promise<Viewer> {
  const since = await newestSeq(process.opened.db);
  const abort = new AbortController();
  const viewer = {
    actor: facilitator,
    rakerdaId,
    rakerda: { id: rakerdaId, isDemo: false, actorIsMember: true, actorParticipates: false },
  };
  const stream = openLiveStream({
    db: process.opened.db,
    feed: process.feed,
    viewer,
    since,
    signal: abort.signal,
    recheck: () => Promise.resolve(viewer),
    onError: (error) => errors.push(error),
  });
  let text = '';
  const decoder = new TextDecoder();
  void stream.pipeTo(new WritableStream({ write: (part) => void (text += decoder.decode(part)) }));
  return {
    process,
    rakerdaId,
    since,
    // A beat says how far the stream has come, and is no event.
    received: () =>
      text
        .split('\n\n')
        .filter((part) => !part.includes(`event: ${BEAT}`))
        .flatMap((part) => /^id: (\d+)$/m.exec(part)?.[1] ?? [])
        .map(Number),
    leave: () => abort.abort(),
  };
}

/** What can be read at this moment by somebody who takes part in nothing. */
function visible(): readonly number[] {
  const rows = house.services.sqlite.prepare('select seq from event order by seq').pluck().all();
  return rows.map(Number);
}

const upTo = (end: number) => Array.from({ length: end }, (_, n) => n + 1);

test('whoever writes how, in however many processes: nobody loses an event, hears it twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (all) => {
      const viewers: Viewer[] = [];
      for (const steps of all) {
        const moment = { isOver: false };
        const done = Promise.all(
          steps.map(async (step) => {
            if (step.kind === 'write') await carryOut(step);
            else if (step.kind === 'wake') at(processes, step.process).feed.wake();
            else viewers.push(await join(at(processes, step.process), at(rakerda, step.rakerda)));
          }),
        ).finally(() => {
          moment.isOver = true;
        });
        // At every moment whoever reads up to a number has everything below it.
        while (!moment.isOver) {
          const seqs = visible();
          expect(seqs).toEqual(upTo(seqs.length));
          await turn();
        }
        await done;
      }
      for (const { feed } of processes) feed.wake();
      const rows = await house.db
        .selectFrom('event')
        .select(['seq', 'rakerda_id'])
        .where('type', '=', 'projector.linkChanged')
        .orderBy('seq')
        .execute();
      for (const viewer of viewers) {
        const theirs = rows
          .filter((row) => row.rakerda_id === viewer.rakerdaId && row.seq > viewer.since)
          .map((row) => row.seq);
        await expect.poll(viewer.received, { timeout: 5000 }).toEqual(theirs);
        viewer.leave();
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a number that is not the next one is refused, whoever writes it', async () => {
  const { db, sqlite } = house.services;
  const newest = await newestSeq(db);
  const early = sqlite.prepare(`insert into event (seq, at, type, payload) values (?, '', 'x', '{}')`);
  expect(() => early.run(newest + 2)).toThrow('record_end');
  expect(() => early.run(newest + 1)).toThrow('record_end');
  expect(await newestSeq(db)).toBe(newest);
  await write({ db, feed: house.services.feed }, { actorId: null }, ({ tell }) =>
    tell('card.issued', { count: 1 }),
  );
  expect(await newestSeq(db)).toBe(newest + 1);
});

test('what is told is numbered when the work is done, and as it was told', async () => {
  const { db, feed } = house.services;
  const newest = await newestSeq(db);
  await write({ db, feed }, { actorId: null }, async ({ trx, tell }) => {
    await tell('card.issued', { count: 1 });
    await tell('card.issued', { count: 2 });
    expect(await newestSeq(trx)).toBe(newest);
    await doingIn(trx, { actorId: null }, '').tell('card.issued', { count: 0 });
  });
  const rows = await db
    .selectFrom('event')
    .select('payload')
    .where('seq', '>', newest)
    .orderBy('seq')
    .execute();
  expect(rows.map((row) => row.payload)).toEqual(['{"count":0}', '{"count":1}', '{"count":2}']);
});
