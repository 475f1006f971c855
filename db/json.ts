/**
 * Reading JSON inside SQL: the one thing of ours that every engine spells in its own way. The columns hold JSON as text;
 * on PostgreSQL they would be `jsonb` and this `column ->> field`.
 */
import { type RawBuilder, sql } from 'kysely';

/**
 * A field of the JSON object in a column, as text; null where the object has none.
 * @param column `table.column`
 */
export function jsonText(column: string, field: string): RawBuilder<string | null> {
  return sql<string | null>`json_extract(${sql.ref(column)}, ${sql.lit(`$.${field}`)})`;
}
