/** Appends to the record. What it says happened is what the transaction it stands in did. */
import type { Kysely, Selectable } from 'kysely';
import { compiled } from '#db/compiled';
import type { Database, EventTable } from '#db/schema';
import type { EventType, Payloads } from './events';

/** Whom and what an event concerns. */
export interface About {
  readonly actorId: string | null;
  readonly rakerdaId?: string | null;
  readonly agencyCode?: string | null;
  readonly assessmentId?: string | null;
  readonly indicatorNo?: number | null;
  /** Names the change, so that a second event of the same change is refused by the database. */
  readonly changeId?: string | null;
  readonly requestId?: string | null;
}

type EventValues = Omit<Selectable<EventTable>, 'seq'>;

/**
 * An event as the record keeps it.
 * @param at ISO 8601 UTC
 */
export function eventValues<Type extends EventType>(
  type: Type,
  about: About,
  payload: Payloads[Type],
  at: string,
): EventValues {
  return {
    at,
    type,
    actor_id: about.actorId,
    rakerda_id: about.rakerdaId ?? null,
    agency_code: about.agencyCode ?? null,
    assessment_id: about.assessmentId ?? null,
    indicator_no: about.indicatorNo ?? null,
    change_id: about.changeId ?? null,
    request_id: about.requestId ?? null,
    payload: JSON.stringify(payload),
  };
}

/**
 * Appends one event and gives its number. Taking the number locks the end of the record until the commit: nobody else
 * gets a higher one before this event can be read, so whoever has read up to a number has missed nothing below it.
 * To be done last in a transaction, where the lock is held for the shortest time and nothing is waited for under it.
 */
export async function append(trx: Kysely<Database>, event: EventValues): Promise<number> {
  const {
    rows: [end],
  } = await takeNumber(trx, {});
  if (!end) throw new Error('the record has no end');
  await insertEvent(trx, { ...event, seq: end.seq });
  return end.seq;
}

const takeNumber = compiled()((db) =>
  db
    .updateTable('record_end')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .returning('seq'),
);

const insertEvent = compiled<EventValues & { seq: number }>()((db, given) =>
  db.insertInto('event').values({
    seq: given('seq'),
    at: given('at'),
    type: given('type'),
    actor_id: given('actor_id'),
    rakerda_id: given('rakerda_id'),
    agency_code: given('agency_code'),
    assessment_id: given('assessment_id'),
    indicator_no: given('indicator_no'),
    change_id: given('change_id'),
    request_id: given('request_id'),
    payload: given('payload'),
  }),
);
