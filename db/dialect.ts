/**
 * SQLite for Kysely, with one difference: a transaction that writes takes the write lock when it begins.
 *
 * A transaction that begins by reading and asks for the lock later is refused at once where another process holds it
 * (a backup, a tool): SQLite does not wait then, lest two of them wait for each other. And where SQLite does wait it
 * stops the whole process, event streams too. So the waiting is done here, between two attempts.
 */
import { type Sqlite, SqliteError } from './handle.js';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

/** How long a transaction waits for the write lock of another process. Longer, and the person is told to try again. */
export const LOCK_WAIT_MS = 5000;
const RETRY_MS = 20;
/** Where the last refusal is longer ago than this, the next one is of another lock and is waited for anew. */
const SAME_LOCK_MS = 1000;

/** Whether the database refused because another process holds its lock: nothing was written, and later it will do. */
export function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * Transactions begin immediate, except those that say `setAccessMode('read only')`.
 * @param busyTimeoutMs how long single statements outside transactions wait, with the process stopped
 */
export class ImmediateDialect extends SqliteDialect {
  constructor(
    private readonly sqlite: Sqlite,
    private readonly busyTimeoutMs: number,
  ) {
    super({ database: sqlite });
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.sqlite, this.busyTimeoutMs);
  }
}

class ImmediateDriver extends SqliteDriver {
  /** The first and the last refusal since the lock was last taken, on the clock that nobody can set. */
  private refusals: { readonly first: number; readonly last: number } | null = null;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly busyTimeoutMs: number,
  ) {
    super({ database: sqlite });
  }

  /** @throws SqliteError `SQLITE_BUSY` where the lock could not be taken in time; `isBusy` knows it. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    if (settings?.accessMode === 'read only') {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      return;
    }
    for (;;) {
      try {
        this.beginImmediate();
        this.refusals = null;
        return;
      } catch (error) {
        // Whoever comes while a long lock is held waits for the rest of its time only: no queue of waits builds up.
        if (!isBusy(error) || this.waitedLongEnough()) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** A full disk makes SQLite roll back by itself; asking again would hide why behind "no transaction is active". */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.sqlite.inTransaction) await super.rollbackTransaction(connection);
  }

  private waitedLongEnough(): boolean {
    const now = performance.now();
    const earlier = this.refusals;
    const first = earlier && now - earlier.last < SAME_LOCK_MS ? earlier.first : now;
    this.refusals = { first, last: now };
    return now - first > LOCK_WAIT_MS;
  }

  private beginImmediate(): void {
    this.setBusyTimeout(0);
    try {
      this.sqlite.prepare('begin immediate').run();
    } finally {
      this.setBusyTimeout(this.busyTimeoutMs);
    }
  }

  private setBusyTimeout(ms: number): void {
    this.sqlite.prepare(`pragma busy_timeout = ${String(ms)}`).get();
  }
}
