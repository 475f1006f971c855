/**
 * Opens the database that `DATABASE_URL` names and brings its schema up to date.
 * SQLite today; the dialect is the only place that would change for another engine.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type Kysely as KyselyType, Kysely, Migrator } from 'kysely';
import { ImmediateDialect } from './dialect.js';
import { migrationProvider } from './migrations/index.js';
import { keepStatements } from './statements.js';
import type { Database } from './schema.js';

export { isBusy } from './dialect.js';

export type Db = KyselyType<Database>;

export interface OpenDatabase {
  readonly db: Db;
  /** The driver's own handle, for the few jobs that are SQLite's: rate limits, backup, integrity check. */
  readonly sqlite: SqliteDatabase.Database;
  close(): Promise<void>;
}

/** For statements outside a transaction: SQLite then stops the whole process while it waits, so not for long. */
const BUSY_TIMEOUT_MS = 500;

/**
 * Opens (and creates where missing) an SQLite file.
 * @param url `file:` followed by a path, or `:memory:`.
 * @throws Error when the URL names an engine this build cannot speak to.
 */
export function openDatabase(url: string): OpenDatabase {
  const path = sqlitePath(url);
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new SqliteDatabase(path);
  // FULL: an acknowledged save survives a power cut, not only a crashed process.
  sqlite.exec(
    `pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON; pragma busy_timeout = ${String(BUSY_TIMEOUT_MS)}`,
  );
  keepStatements(sqlite);
  const db = new Kysely<Database>({ dialect: new ImmediateDialect(sqlite, BUSY_TIMEOUT_MS) });
  return { db, sqlite, close: () => db.destroy() };
}

/** Runs every migration that the database has not seen, all in one transaction. Throws the first failure. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const { error, results } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

function sqlitePath(url: string): string {
  if (url === ':memory:') return url;
  if (url.startsWith('file:')) return url.slice('file:'.length);
  throw new Error(
    `DATABASE_URL must start with "file:" (an SQLite file); got "${url.split(':')[0] ?? ''}:…"`,
  );
}
