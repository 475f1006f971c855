/**
 * The one way to write to the append-only record. A use case calls `record` in the transaction of its change;
 * what the record says happened is exactly what happened.
 */
import type { Transaction } from 'kysely';
import type { Database } from './schema.js';

export interface RecordedEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly rakerdaId?: string | null;
  readonly agencyCode?: string | null;
  readonly assessmentId?: string | null;
  readonly indicatorNo?: number | null;
  readonly changeId?: string | null;
  readonly requestId?: string | null;
  readonly payload?: unknown;
}

/** Appends one event and gives its sequence number. `at` is ISO 8601 UTC. */
export async function record(
  trx: Transaction<Database>,
  event: RecordedEvent,
  at: string = new Date().toISOString(),
): Promise<number> {
  const row = await trx
    .insertInto('event')
    .values({
      at,
      type: event.type,
      actor_id: event.actorId,
      rakerda_id: event.rakerdaId ?? null,
      agency_code: event.agencyCode ?? null,
      assessment_id: event.assessmentId ?? null,
      indicator_no: event.indicatorNo ?? null,
      change_id: event.changeId ?? null,
      request_id: event.requestId ?? null,
      payload: JSON.stringify(event.payload ?? {}),
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return row.seq;
}
