/**
 * One server to a database file. Two of them would each keep figures, limits and open streams that the other changes
 * behind its back. The lock is one of the operating system, taken by SQLite on a file of its own beside the database:
 * it ends with the process that holds it, however that ended, and the database itself stays open to backups and tools.
 */
import { openHandle, type Sqlite, SqliteError } from './handle.js';

/** The database is in the hands of another server. */
export class HeldElsewhere extends Error {
  constructor(
    /** The number of the process that holds it, as it is counted where that one runs; null where it is not known. */
    readonly pid: number | null,
  ) {
    super('Another server has this database');
  }
}

/**
 * Takes the lock of a database file.
 * @param file absolute, without symbolic links, so that one database has one lock
 * @returns lets go
 * @throws HeldElsewhere
 */
export function holdAlone(file: string): () => void {
  const lock = openHandle(`${file}.lock`, { timeout: 250 });
  try {
    // In two steps: what the first one leaves can be read by whoever is refused.
    lock.exec(`begin immediate; pragma user_version = ${String(process.pid)}; commit`);
    lock.exec('begin immediate');
  } catch (error) {
    const pid = readHolder(lock);
    lock.close();
    const isHeld = error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw isHeld ? new HeldElsewhere(pid) : error;
  }
  return () => {
    lock.close();
  };
}

function readHolder(lock: Sqlite): number | null {
  try {
    const pid: unknown = lock.pragma('user_version', { simple: true });
    return typeof pid === 'number' && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
