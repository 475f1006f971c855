/**
 * What engines spell or type in different ways, said so that SQLite and PostgreSQL both understand it and give the same.
 * What only one of them can do is in `dialect.ts` and `json.ts`; docs/decisions/0032 lists what another engine would need.
 */
import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';

/** A count or a sum as a number: PostgreSQL makes 64 bits of it, which arrive as text. */
export function whole(figure: Expression<unknown>): RawBuilder<number> {
  return sql<number>`cast(${figure} as integer)`;
}

/** Whether a column holds something, as the flag that all flags are here. */
export function isFilled(column: Expression<unknown>): RawBuilder<0 | 1> {
  return sql<0 | 1>`case when ${column} is null then 0 else 1 end`;
}

/**
 * A word that is the same in every run, written out in the query. Compared with a column that an index is limited by
 * (`… where state = 'open'`), a value that comes with the run would have its plan made anew each time.
 */
export function fixed<Word extends string>(word: Word): RawBuilder<Word> {
  return sql.lit(word);
}

/** Whether a text holds the words, whatever their case. Null holds nothing. */
export function contains(text: Expression<string | null>, words: string): RawBuilder<SqlBool> {
  return isLike(text, `%${literally(words)}%`);
}

/** Whether a text begins with the words, whatever their case. */
export function startsWith(text: Expression<string | null>, words: string): RawBuilder<SqlBool> {
  return isLike(text, `${literally(words)}%`);
}

/** Without `lower`, SQLite would overlook the case of Latin letters and PostgreSQL would not. */
function isLike(text: Expression<string | null>, pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(coalesce(${text}, '')) like lower(${pattern}) escape '\\'`;
}

/** People look for names, not for wildcards. */
function literally(words: string): string {
  return words.trim().replace(/[\\%_]/g, '\\$&');
}
