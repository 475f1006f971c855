/** Appends to the record. What it says happened is what the transaction it stands in did. */
import type { Transaction } from 'kysely';
import type { Database } from '#db/schema';
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

/**
 * Appends one event and gives its sequence number.
 * @param at ISO 8601 UTC
 */
export async function append<Type extends EventType>(
  trx: Transaction<Database>,
  type: Type,
  about: About,
  payload: Payloads[Type],
  at: string,
): Promise<number> {
  const row = await trx
    .insertInto('event')
    .values({
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
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return row.seq;
}
