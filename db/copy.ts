/** Copies of a database file, made while a server writes to it, and what is asked of such a copy. */
import { openHandle, type Sqlite } from './handle.js';
import { DEFAULT_MIGRATION_TABLE } from 'kysely';
import { migrations } from './migrations/index.js';

/** All pages in one step: between two steps a save of the server would make SQLite begin anew, again and again. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a database as it is at one moment, with what is still in its write-ahead log; the server goes on writing.
 * To be called in a process of its own: it stops for as long as the copy takes.
 */
export async function copyDatabase(file: string, to: string): Promise<void> {
  const sqlite = openHandle(file, { fileMustExist: true });
  try {
    await sqlite.backup(to, { progress: () => ALL_PAGES });
  } finally {
    sqlite.close();
  }
}

/** Opens a copy as one file that needs no others beside it. */
export function openCopy(file: string): Sqlite {
  const sqlite = openHandle(file, { fileMustExist: true });
  sqlite.pragma('journal_mode = delete');
  return sqlite;
}

/** The first thing that is wrong with a copy: its pages, its indexes, rows that point nowhere; null where it is whole. */
export function findFault(sqlite: Sqlite): string | null {
  const pages: unknown = sqlite.pragma('integrity_check(1)', { simple: true });
  if (pages !== 'ok') return String(pages);
  const astray: unknown = sqlite.pragma('foreign_key_check');
  return Array.isArray(astray) && astray.length > 0
    ? `foreign_key_check: ${String(astray.length)} rows`
    : null;
}

/** How many rows each table has. */
export function countRows(sqlite: Sqlite): Readonly<Record<string, number>> {
  const tables = sqlite
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => [
      name,
      sqlite.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0,
    ]),
  );
}

/** Migrations of a newer version of the product. */
export function unknownMigrations(sqlite: Sqlite): readonly string[] {
  return sqlite
    .prepare<[], string>(`select name from ${DEFAULT_MIGRATION_TABLE} order by name`)
    .pluck()
    .all()
    .filter((name) => !Object.hasOwn(migrations, name));
}
