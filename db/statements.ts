/** Prepared statements that are kept: preparing one costs several times what running it does. */
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More than the house has queries; lists of varying length make several statements of one query. */
const MOST = 400;

/** The driver's handle as Kysely takes it, with the statements used last kept ready. */
export function keepingStatements(sqlite: Sqlite): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    prepare(sql) {
      // A changed table may change what a statement gives back.
      if (/^\s*(create|alter|drop)\b/i.test(sql)) kept.clear();
      let statement = kept.get(sql);
      if (statement) kept.delete(sql);
      else statement = sqlite.prepare(sql);
      // The one used last stands last, so that the first is the one to let go.
      kept.set(sql, statement);
      if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
      return statement;
    },
    close: () => sqlite.close(),
  };
}
