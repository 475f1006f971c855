/**
 * Reading JSON inside SQL, which every engine spells in its own way. The columns hold JSON as text; on PostgreSQL they
 * would be `jsonb` and this `column #>> path`, which gives null where there is nothing, as here.
 */
import { type RawBuilder, sql } from 'kysely';

/**
 * What stands at a path of the JSON object in a column, as text; null where nothing does.
 * @param column `table.column`
 */
export function jsonText(column: string, ...path: readonly string[]): RawBuilder<string | null> {
  return sql<string | null>`json_extract(${sql.ref(column)}, ${sql.lit(['$', ...path].join('.'))})`;
}

/** The same as a whole number, for what every object has: the schema of the object is asked when it is stored. */
export function jsonInteger(column: string, ...path: readonly string[]): RawBuilder<number> {
  return sql<number>`cast(${jsonText(column, ...path)} as integer)`;
}
