/**
 * Every handle on an SQLite file is opened here. Handles and their prepared statements are kept, for two reasons:
 * preparing a statement costs several times what running it does; and from Node 24.19 on, better-sqlite3 12 brings the
 * whole process down when either is collected as garbage while nothing runs (version 13 is cured but cannot run on Node 20).
 */
import SqliteDatabase, { type Database as Sqlite, type Options, type Statement } from 'better-sqlite3';

export type { Sqlite };
export const { SqliteError } = SqliteDatabase;

/** More than the house has queries; lists of varying length make several statements of one query. */
const MOST = 400;

/** Of this process, closed ones too. */
const handles: Sqlite[] = [];

/**
 * Opens a file, or `:memory:`.
 * @throws SqliteError where it cannot be opened, see `troubleOf`
 */
export function openHandle(file: string, options: Options = {}): Sqlite {
  const sqlite = new SqliteDatabase(file, options);
  handles.push(sqlite);
  keepStatements(sqlite);
  return sqlite;
}

/**
 * Makes `prepare` of this handle give the same statement for the same SQL, whoever asks: the query builder, the
 * sign-in limits, the health check. Statements that make room for others are set aside, never let go.
 */
function keepStatements(sqlite: Sqlite): void {
  const prepare = sqlite.prepare.bind(sqlite);
  const kept = new Map<string, Statement>();
  const aside: Statement[] = [];
  const setAside = (sql: string, statement: Statement) => {
    kept.delete(sql);
    aside.push(statement);
  };
  const keptOne = (sql: string): Statement => {
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
  };
  Object.defineProperty(sqlite, 'prepare', { value: keptOne });
  // The driver's own way prepares a statement that nobody keeps.
  Object.defineProperty(sqlite, 'pragma', {
    value: (source: string, { simple = false }: { readonly simple?: boolean } = {}): unknown => {
      const statement = keptOne(`pragma ${source}`);
      if (!statement.reader) return statement.run();
      return simple ? statement.pluck().get() : statement.pluck(false).all();
    },
  });
}
