/**
 * Prepared statements that are kept, for two reasons: preparing one costs several times what running it does; and from
 * Node 24.19 on, better-sqlite3 12 brings the whole process down when a statement is collected as garbage while nothing
 * runs (version 13 is cured but cannot run on Node 20).
 */
import type { Database as Sqlite, Statement } from 'better-sqlite3';

/** More than the house has queries; lists of varying length make several statements of one query. */
const MOST = 400;

/**
 * Makes `prepare` of this handle give the same statement for the same SQL, whoever asks: the query builder, the
 * sign-in limits, the health check. Statements that make room for others are set aside, never let go.
 */
export function keepStatements(sqlite: Sqlite): void {
  const prepare = sqlite.prepare.bind(sqlite);
  const kept = new Map<string, Statement>();
  const aside: Statement[] = [];
  const setAside = (sql: string, statement: Statement) => {
    kept.delete(sql);
    aside.push(statement);
  };
  Object.defineProperty(sqlite, 'prepare', {
    value: (sql: string): Statement => {
      // A changed table may change what a statement gives back.
      if (/^\s*(create|alter|drop)\b/i.test(sql))
        kept.forEach((statement, known) => setAside(known, statement));
      let statement = kept.get(sql);
      if (statement) kept.delete(sql);
      else statement = prepare(sql);
      // The one used last stands last, so that the first is the one to make room.
      kept.set(sql, statement);
      const [oldest] = kept;
      if (kept.size > MOST && oldest) setAside(...oldest);
      return statement;
    },
  });
}
