import type { Insertable, Kysely } from 'kysely';
import type { Database } from '#db/schema';
import { append } from '~/record/append.server';

/** Puts an event of any type on record, also of one that no version knows. Gives its sequence number. */
export async function rawEvent(
  trx: Kysely<Database>,
  type: string,
  about: Partial<Insertable<Database['event']>> = {},
): Promise<number> {
  return append(trx, { at: '', type, payload: '{}', ...about });
}
