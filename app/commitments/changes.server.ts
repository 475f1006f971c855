/** What every change of this room shares: whether the stage allows it, whether the form came before, what it refers to. */
import type { Transaction } from 'kysely';
import type { Database } from '#db/schema';
import type { Instrument } from '~/instrument';
import type { Services } from '~/server/context';
import { allows } from '~/policy';

type Trx = Transaction<Database>;

/** Whether the Rakerda's stage, read in the transaction of the change, still allows it. */
export async function isAllowed(
  trx: Trx,
  rakerdaId: string,
  what: 'notes' | 'commitments' | 'commitmentStatus',
): Promise<boolean> {
  const { state } = await trx
    .selectFrom('rakerda')
    .select('state')
    .where('id', '=', rakerdaId)
    .executeTakeFirstOrThrow();
  return allows(state, what);
}

/** Whether a form with this mark was taken already. */
export async function wasTaken(trx: Trx, key: string): Promise<boolean> {
  const known = await trx.selectFrom('event').select('seq').where('change_id', '=', key).executeTakeFirst();
  return known !== undefined;
}

/** Whether everything that was chosen from a list belongs to the Rakerda. */
export async function isOfRakerda(
  trx: Trx,
  rakerdaId: string,
  chosen: {
    readonly agendaItemId: string | null;
    readonly agencyCode: string | null;
  },
): Promise<boolean> {
  const { agendaItemId, agencyCode } = chosen;
  if (agendaItemId !== null) {
    const item = await trx
      .selectFrom('agenda_item')
      .select('id')
      .where('id', '=', agendaItemId)
      .where('rakerda_id', '=', rakerdaId)
      .executeTakeFirst();
    if (!item) return false;
  }
  if (agencyCode !== null) {
    const agency = await trx
      .selectFrom('rakerda_agency')
      .select('agency_code')
      .where('rakerda_id', '=', rakerdaId)
      .where('agency_code', '=', agencyCode)
      .executeTakeFirst();
    if (!agency) return false;
  }
  return true;
}

/**
 * The instrument of a code in the version that the Rakerda holds; null where it has none. Read before a transaction begins:
 * inside one, the library would wait for the very connection that the transaction holds.
 */
export async function pinnedInstrument(
  { db, instruments }: Pick<Services, 'db' | 'instruments'>,
  rakerdaId: string,
  code: string | null,
): Promise<Instrument | null> {
  if (code === null) return null;
  const pinned = await db
    .selectFrom('rakerda_instrument')
    .select('instrument_version')
    .where('rakerda_id', '=', rakerdaId)
    .where('instrument_code', '=', code)
    .executeTakeFirst();
  return pinned ? instruments.get(code, pinned.instrument_version) : null;
}

/** What differs between two records of facts, as `field: [before, after]`. */
export function differences<Facts extends object>(
  before: Facts,
  after: Facts,
): Readonly<Record<string, readonly [unknown, unknown]>> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value))
      .map(([field, value]) => [field, [old.get(field) ?? null, value] as const]),
  );
}
