/**
 * Opens the database that `DATABASE_URL` names and brings its schema up to date.
 * SQLite today; the dialect is the only place that would change for another engine.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openHandle, type Sqlite } from './handle.js';
import { DEFAULT_MIGRATION_TABLE, type Kysely as KyselyType, Kysely, Migrator, sql } from 'kysely';
import { ImmediateDialect } from './dialect.js';
import { migrationProvider, migrations } from './migrations/index.js';
import type { Database } from './schema.js';

export { isBusy } from './dialect.js';
export { HeldElsewhere, holdAlone } from './lock.js';
export { cannotWrite, troubleOf } from './trouble.js';

export type Db = KyselyType<Database>;

export interface OpenDatabase {
  readonly db: Db;
  /** The driver's own handle, for the few jobs that are SQLite's: rate limits, backup, integrity check. */
  readonly sqlite: Sqlite;
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
  const file = databaseFile(url);
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  const sqlite = openHandle(file ?? ':memory:');
  // FULL: an acknowledged save survives a power cut, not only a crashed process.
  sqlite.exec(
    `pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON; pragma busy_timeout = ${String(BUSY_TIMEOUT_MS)}`,
  );
  const db = new Kysely<Database>({ dialect: new ImmediateDialect(sqlite, BUSY_TIMEOUT_MS) });
  return { db, sqlite, close: () => db.destroy() };
}

/** The schema was made by a newer version of the product. */
export class NewerSchema extends Error {
  constructor(readonly migrations: readonly string[]) {
    super(`Unknown migrations: ${migrations.join(', ')}`);
  }
}

/** Runs every migration that the database has not seen, all in one transaction. Throws the first failure. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const unknown = (await appliedMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new NewerSchema(unknown);
  const { error, results } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** The migrations that the database has seen, the first one first; none where it is new. */
export async function appliedMigrations(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  return rows.rows.map(({ name }) => name);
}

/** The first thing that is wrong with the pages of the file; null where it is whole. */
export function findDamage(sqlite: Sqlite): string | null {
  const found: unknown = sqlite.pragma('quick_check(1)', { simple: true });
  return found === 'ok' ? null : String(found);
}

/**
 * The file that a `DATABASE_URL` names, absolute and without symbolic links as far as it exists; null in memory.
 * @throws Error when the URL names an engine this build cannot speak to.
 */
export function databaseFile(url: string): string | null {
  if (url === ':memory:') return null;
  if (!url.startsWith('file:')) {
    throw new Error(
      `DATABASE_URL must start with "file:" (an SQLite file); got "${url.split(':')[0] ?? ''}:…"`,
    );
  }
  const file = resolve(url.slice('file:'.length));
  return real(file) ?? join(real(dirname(file)) ?? dirname(file), basename(file));
}

function real(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
