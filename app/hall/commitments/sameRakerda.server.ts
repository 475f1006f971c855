/** What every change of this room shares: whether what it refers to is there, and what it makes different. */
import type { Instrument } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import type { Trx } from '~/record/change.server';

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

/** The instrument of a code in the version that the Rakerda holds; null where it has none. */
export async function pinnedInstrument(
  trx: Trx,
  { instruments, place }: Pick<MeetingScope, 'instruments' | 'place'>,
  code: string,
): Promise<Instrument | null> {
  const pinned = await trx
    .selectFrom('rakerda_instrument')
    .select('instrument_version')
    .where('rakerda_id', '=', place.row.id)
    .where('instrument_code', '=', code)
    .executeTakeFirst();
  return pinned ? instruments.get(code, pinned.instrument_version) : null;
}

/** What differs between two records of facts, as `field: [before, after]`. */
export function differences<Facts extends object>(
  before: Facts,
  after: Facts,
): Record<string, [unknown, unknown]> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value))
      .map(([field, value]): [string, [unknown, unknown]] => [field, [old.get(field) ?? null, value]]),
  );
}
