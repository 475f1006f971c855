/**
 * Queries that are put together and written out once. Kysely does both anew for every run, which for the few queries of a
 * save was a third of the save.
 */
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type QueryResult,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from './schema.js';

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;
/** Where a value of this name comes in. */
type Given<Of extends Values> = <Name extends keyof Of & string>(name: Name) => RawBuilder<Of[Name]>;

/** Stands in a written-out query where a value comes with each run. */
class Slot {
  constructor(readonly name: string) {}
}

/** Writes queries out and runs none. */
const writer = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * A query that is written out at its first run:
 * `compiled<{ id: string }>()((db, given) => db.selectFrom('rakerda').where('id', '=', given('id'))…)`.
 * @returns runs it on a database or in a transaction, with the values of this time
 */
export function compiled<Of extends Values>(): <Row>(
  build: (db: Kysely<Database>, given: Given<Of>) => Compilable<Row>,
) => (db: Kysely<Database>, values: Of) => Promise<QueryResult<Row>> {
  const given: Given<Of> = <Name extends keyof Of & string>(name: Name) => sql<Of[Name]>`${new Slot(name)}`;
  return <Row>(build: (db: Kysely<Database>, given: Given<Of>) => Compilable<Row>) => {
    let known: CompiledQuery<Row> | null = null;
    return (db, values) => {
      known ??= build(writer, given).compile();
      return db.executeQuery(filledIn(known, values));
    };
  };
}

function filledIn<Row>(query: CompiledQuery<Row>, values: Values): CompiledQuery<Row> {
  const parameters = query.parameters.map((one) => (one instanceof Slot ? values[one.name] : one));
  return { ...query, parameters };
}
