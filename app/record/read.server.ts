/** Reading the record: the payload of a row, and where the record ends. */
import type { Kysely } from 'kysely';
import { compiled } from '#db/compiled';
import type { Database } from '#db/schema';
import { EVENTS, type EventType, type Payloads } from './events';

/**
 * What a row says, when it is of the type asked for; null where it is of another.
 * @throws ZodError where the payload does not fit its type: the record is damaged
 */
export function payloadOf<Type extends EventType>(
  row: { readonly type: string; readonly payload: string },
  type: Type,
): Payloads[Type] | null {
  if (row.type !== type) return null;
  return EVENTS[type].parse(JSON.parse(row.payload));
}

/**
 * Sequence number of the newest event; 0 where there is none. Read before or together with what a page shows: what
 * happens meanwhile is then told once too often rather than never.
 */
export async function newestSeq(db: Kysely<Database>): Promise<number> {
  const {
    rows: [row],
  } = await selectNewest(db, {});
  return row?.seq ?? 0;
}

/** Asked by every page that stays up to date. */
const selectNewest = compiled<Readonly<Record<string, never>>>()((db) =>
  db.selectFrom('event').select((eb) => eb.fn.max('seq').as('seq')),
);
