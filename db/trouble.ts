/** What is wrong with a database that cannot be opened, read or written, whoever says so: SQLite or the file system. */
import { SqliteError } from './handle.js';

export type Trouble =
  /** The file is something else. */
  | 'foreign'
  /** Pages are broken or missing. */
  | 'damaged'
  /** Another program holds its lock. */
  | 'busy'
  | 'readOnly'
  /** No room left, or no more allowed. */
  | 'full'
  /** The device fails. */
  | 'device'
  /** Its folder cannot be made or entered, or the file cannot be opened. */
  | 'closed';

/** By how SQLite's code begins: the extended codes say more than is asked here. */
const SQLITE: readonly (readonly [string, Trouble])[] = [
  ['SQLITE_NOTADB', 'foreign'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'device'],
  ['SQLITE_CANTOPEN', 'closed'],
  ['SQLITE_AUTH', 'closed'],
  ['SQLITE_PERM', 'closed'],
];

const SYSTEM: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EIO: 'device',
  EACCES: 'closed',
  EPERM: 'closed',
  ENOENT: 'closed',
  ENOTDIR: 'closed',
  EISDIR: 'closed',
  ELOOP: 'closed',
};

/** Null where the error is of another kind, and so a fault of ours. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  if (error instanceof SqliteError) {
    return SQLITE.find(([beginning]) => code.startsWith(beginning))?.[1] ?? null;
  }
  return SYSTEM[code] ?? null;
}

/** Whether nothing can be written just now, though what is there can still be read. */
export function cannotWrite(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble === 'full' || trouble === 'device' || trouble === 'readOnly';
}
