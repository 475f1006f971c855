/**
 * Where changes wait on the device: IndexedDB, one database for all tabs and accounts of this browser. Whatever is
 * promised to be on the device has been written to its disk before (`strict`).
 */
import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import { FIELDS, sameValues } from './answerChanges';
import { deviceDatabase, type DeviceWriting, inTime } from './deviceDatabase';
import type { Entry } from './editingTypes';
import { answerValuesSchema } from './saveResponse';
import { newName } from './sendChange';

const NAME = 'rakerda';
/** A change that is over is remembered so long, in case a tab that slept still holds it. */
const REMEMBER_MS = 7 * 24 * 3600 * 1000;

interface Schema extends DBSchema {
  waiting: { key: string; value: unknown; indexes: { account: string } };
  over: { key: string; value: { id: string; at: number }; indexes: { at: number } };
  device: { key: string; value: { id: string; seq: number } };
}

const some = z.partial(answerValuesSchema);
const entrySchema: z.ZodMiniType<Entry> = z.object({
  id: z.string(),
  account: z.string(),
  tab: z.string(),
  url: z.string(),
  field: z.enum(FIELDS),
  at: z.number(),
  typedAt: z.optional(z.number()),
  version: z.number(),
  values: some,
  besides: z.optional(answerValuesSchema.shape.evidence),
  send: z.nullable(some),
  readyAt: z.nullable(z.number()),
  seq: z.nullable(z.number()),
  device: z.nullable(z.string()),
  isAside: z.boolean(),
  question: z.nullable(
    z.object({ theirs: some, version: z.number(), name: z.string(), own: z.boolean(), at: z.string() }),
  ),
  refusal: z.nullable(z.enum(['stage', 'locked', 'forbidden', 'invalid'])),
});

const STORES = ['waiting', 'over', 'device'] as const;
/** An open transaction over all that is kept on the device. */
type Writing = DeviceWriting<Schema, typeof STORES>;

export interface Found {
  readonly entries: readonly Entry[];
  readonly over: ReadonlySet<string>;
}

/** A change that was sent already, or answered (null), when an edit of it arrived. */
export interface Frozen {
  readonly seq: number | null;
}

export interface OutboxStore {
  find(account: string): Promise<Found>;
  /** Keeps a change, in place of another where one is named and has not been edited meanwhile. */
  put(entry: Entry, instead: Entry | null): Promise<Frozen | null>;
  /** Keeps what is left of a change that is over now; false where another tab has done it. */
  follow(entry: Entry, after: string): Promise<boolean>;
  /** Marks a change as sent and numbers it; null where it is over. */
  claim(entry: Entry): Promise<{ readonly device: string; readonly seq: number } | null>;
  remove(id: string): Promise<void>;
  /** Nothing of this account stays on the device. */
  clear(account: string): Promise<void>;
}

export function openOutboxStore(): OutboxStore {
  const database = deviceDatabase<Schema>(NAME, 1, (created) => {
    created.createObjectStore('waiting', { keyPath: 'id' }).createIndex('account', 'account');
    created.createObjectStore('over', { keyPath: 'id' }).createIndex('at', 'at');
    created.createObjectStore('device');
  });

  /** Does something in one transaction, which is on the disk when this resolves: a full disk fails only then. */
  async function write<Result>(work: (trx: Writing) => Promise<Result>): Promise<Result> {
    const trx = await database.writing(STORES, { durability: 'strict' });
    const [result] = await inTime(Promise.all([work(trx), trx.done]));
    return result;
  }
  async function end(trx: Writing, id: string): Promise<void> {
    await trx.objectStore('waiting').delete(id);
    const over = trx.objectStore('over');
    await over.put({ id, at: Date.now() });
    const old = IDBKeyRange.upperBound(Date.now() - REMEMBER_MS);
    for (const key of await over.index('at').getAllKeys(old)) await over.delete(key);
  }
  async function stored(trx: Writing, id: string): Promise<Entry | 'over' | null> {
    if ((await trx.objectStore('over').get(id)) !== undefined) return 'over';
    return entrySchema.safeParse(await trx.objectStore('waiting').get(id)).data ?? null;
  }
  async function isEdited(trx: Writing, seen: Entry): Promise<boolean> {
    const there = await stored(trx, seen.id);
    return there !== null && there !== 'over' && !sameValues(there, seen);
  }

  return {
    async find(account) {
      const opened = await database.open();
      const [rows, over] = await inTime(
        Promise.all([opened.getAllFromIndex('waiting', 'account', account), opened.getAllKeys('over')]),
      );
      // A row of another release that cannot be read holds back nothing else.
      const entries = rows.flatMap((row) => entrySchema.safeParse(row).data ?? []);
      return { entries: entries.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), over: new Set(over) };
    },
    async put(entry, instead) {
      return write(async (trx) => {
        const there = await stored(trx, entry.id);
        if (there === 'over') return { seq: null };
        if (there && there.seq !== null) return { seq: there.seq };
        await trx.objectStore('waiting').put(entry);
        if (instead !== null && !(await isEdited(trx, instead))) await end(trx, instead.id);
        return null;
      });
    },
    async follow(entry, after) {
      return write(async (trx) => {
        if ((await stored(trx, after)) !== 'over') {
          await trx.objectStore('waiting').put(entry);
          await end(trx, after);
          return true;
        }
        if ((await stored(trx, entry.id)) === null) await end(trx, entry.id);
        return false;
      });
    },
    async claim(waiting) {
      return write(async (trx) => {
        const there = await stored(trx, waiting.id);
        if (there === 'over') return null;
        const { seq, device } = there ?? waiting;
        if (seq !== null && device !== null) return { seq, device };
        const devices = trx.objectStore('device');
        const own = (await devices.get('own')) ?? { id: newName(), seq: 0 };
        const next = { id: own.id, seq: own.seq + 1 };
        await devices.put(next, 'own');
        await trx.objectStore('waiting').put({ ...(there ?? waiting), seq: next.seq, device: next.id });
        return { seq: next.seq, device: next.id };
      });
    },
    remove: (id) => write((trx) => end(trx, id)),
    async clear(account) {
      await write(async (trx) => {
        for (const id of await trx.objectStore('waiting').index('account').getAllKeys(account)) {
          await trx.objectStore('waiting').delete(id);
        }
      });
    },
  };
}
