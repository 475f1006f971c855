/** The history of one note or commitment, out of the record: who, when, before and after. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#db/database';
import { formatDate } from '~/i18n';
import type { Locale } from '~/instrument';
import { words } from './words';

/** How much of a text the history repeats. */
const LONGEST = 400;

export interface HistoryChange {
  readonly field: string;
  /** Worded for reading; empty where there was or is nothing. */
  readonly before: string;
  readonly after: string;
}

export interface HistoryEntry {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly type: string;
  /** Null for what was there from the start. */
  readonly actorName: string | null;
  readonly changes: readonly HistoryChange[];
}

/** Names of what the record holds as codes. What was removed since keeps its code. */
export interface HistoryNames {
  readonly agenda: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, string>;
  /** Stored levels are real levels times this. */
  readonly unit: number;
  readonly indicator: (instrumentCode: string | null, no: number) => string;
}

const payloadSchema = z.object({
  changes: z.optional(z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))),
  after: z.optional(z.record(z.string(), z.unknown())),
  before: z.optional(z.record(z.string(), z.unknown())),
});

/**
 * Everything that happened to one note or commitment, the newest first.
 * @param rakerdaIds where it was written down, and the Rakerda after it that may have followed it up
 */
export async function readHistory(
  db: Db,
  rakerdaIds: readonly string[],
  what: 'note' | 'commitment',
  id: string,
  names: HistoryNames,
  locale: Locale,
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.seq', 'event.at', 'event.type', 'event.payload', 'account.name as actor_name'])
    .where('event.rakerda_id', 'in', [...rakerdaIds])
    .where('event.type', 'like', `${what}.%`)
    .where(sql<string>`json_extract(event.payload, '$.id')`, '=', id)
    .orderBy('event.seq', 'desc')
    .execute();
  const word = wording(names, locale);
  return rows.map((row) => {
    const { changes, after, before } = payloadSchema.parse(JSON.parse(row.payload));
    const pairs =
      changes ??
      Object.fromEntries(
        Object.entries(after ?? before ?? {}).map(([field, value]): [string, [unknown, unknown]] => [
          field,
          after ? [null, value] : [value, null],
        ]),
      );
    return {
      seq: row.seq,
      at: row.at,
      type: row.type,
      actorName: row.actor_name,
      changes: Object.entries(pairs)
        .filter(([field]) => field !== 'instrumentCode')
        .map(([field, [old, now]]) => ({ field, before: word(field, old), after: word(field, now) }))
        .filter(({ before: old, after: now }) => old !== now),
    };
  });
}

const risesSchema = z.array(z.object({ no: z.number(), toLevel: z.number() }));
const indicatorSchema = z.object({ instrumentCode: z.string(), no: z.number() });

function wording(names: HistoryNames, locale: Locale): (field: string, value: unknown) => string {
  const { kind, status, board } = words[locale];
  const named = (map: Readonly<Record<string, string>>, value: string) => map[value] ?? value;
  return (field, value) => {
    if (field === 'rises') {
      const rises = risesSchema.safeParse(value);
      if (!rises.success) return '';
      return rises.data
        .map(
          ({ no, toLevel }) =>
            `${names.indicator(null, no)} ${board.toLevel({ level: String(toLevel / names.unit) })}`,
        )
        .join('; ');
    }
    if (field === 'indicator') {
      const one = indicatorSchema.safeParse(value);
      return one.success ? names.indicator(one.data.instrumentCode, one.data.no) : '';
    }
    if (typeof value !== 'string') return '';
    switch (field) {
      case 'kind':
        return named(kind, value);
      case 'status':
        return named(status, value);
      case 'agendaItemId':
        return names.agenda.get(value) ?? value;
      case 'agencyCode':
        return names.agencies.get(value) ?? value;
      case 'dueOn':
        return formatDate(value, locale);
      default:
        return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    }
  };
}
