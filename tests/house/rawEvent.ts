import type { Kysely, Selectable } from 'kysely';
import type { Database } from '#db/schema';
import { append } from '~/record/append.server';

/** Puts an event of any type on record, also of one that no version knows. Gives its sequence number. */
export async function rawEvent(
  trx: Kysely<Database>,
  type: string,
  about: Partial<Selectable<Database['event']>> = {},
): Promise<number> {
  return append(trx, { ...NOTHING, type, ...about });
}

const NOTHING = {
  at: '',
  payload: '{}',
  actor_id: null,
  rakerda_id: null,
  agency_code: null,
  assessment_id: null,
  indicator_no: null,
  change_id: null,
  request_id: null,
};
