/**
 * Commits together what waits at the same time. A commit waits for the disk, whatever is in it: when many people save
 * in the same moment, their units of work share one transaction and each is acknowledged once it is on the disk.
 */
import type { Transaction } from 'kysely';
import type { Db } from './database.js';
import { isBusy } from './dialect.js';
import { cannotWrite } from './trouble.js';
import type { Database } from './schema.js';

/** One unit of work, and the ways to tell whoever waits for it. */
interface Waiting {
  /** Does the work; the function it gives says so, to be called once the work is committed. */
  readonly work: (trx: Transaction<Database>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

interface Queue {
  waiting: Waiting[];
  isScheduled: boolean;
}

/** A transaction holds up every other query, so it takes no more than this many. */
const MOST = 32;

const queues = new WeakMap<Db, Queue>();

/**
 * Runs a unit of work in a transaction that it may share with others, one after the other, and settles after the
 * commit. A unit that throws is undone and undoes nothing else: then every unit of that transaction runs again, each
 * in its own. So a unit does nothing but read and write the database.
 */
export function commitTogether<Result>(
  db: Db,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const queue = queues.get(db) ?? { waiting: [], isScheduled: false };
  queues.set(db, queue);
  return new Promise<Result>((resolve, reject) => {
    queue.waiting.push({
      work: async (trx) => {
        const result = await work(trx);
        return () => resolve(result);
      },
      fail: reject,
    });
    schedule(db, queue);
  });
}

/** Runs a unit of work in a transaction of its own and settles after the commit. */
export function commitAlone<Result>(
  db: Db,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(work);
}

/** Reads several things of one moment, and holds nobody up who writes; inside a transaction that is its own moment. */
export function readTogether<Result>(db: Db, read: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? read(db) : db.transaction().setAccessMode('read only').execute(read);
}

function schedule(db: Db, queue: Queue): void {
  if (queue.isScheduled || queue.waiting.length === 0) return;
  queue.isScheduled = true;
  const begin = () => {
    const batch = queue.waiting.slice(0, MOST);
    queue.waiting = queue.waiting.slice(MOST);
    void commit(db, batch).finally(() => {
      queue.isScheduled = false;
      schedule(db, queue);
    });
  };
  // After the requests that the process has received in this turn, and those that arrived while it was busy with them.
  setImmediate(() => setImmediate(begin));
}

async function commit(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    const done = await db.transaction().execute(async (trx) => {
      const settles: (() => void)[] = [];
      for (const unit of batch) settles.push(await unit.work(trx));
      return settles;
    });
    for (const settle of done) settle();
  } catch (error) {
    const [first, ...others] = batch;
    // Where the lock could not be had or the disk is full, none of them is to blame, and none would fare better alone.
    if (isBusy(error) || cannotWrite(error)) for (const unit of batch) unit.fail(error);
    else if (others.length === 0) first?.fail(error);
    else for (const unit of batch) await commit(db, [unit]);
  }
}
