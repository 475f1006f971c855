/** Puts the monitor together: the rows of one page, the sums of all, and the agency that is open. */
import { randomUUID } from 'node:crypto';
import { type Locale, localize } from '~/instrument';
import { listPinned, rakerdaFacts, rakerdaPagesFor } from '~/rakerda/index.server';
import type { Services } from '~/server/context';
import { type Actor, allows, may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { arrange, readWish, sumUp } from './monitor';
import type { MonitorPage, OpenAgency } from './page';
import { listFlagged, listSent, readMonitor } from './queries.server';

/**
 * @param params the page's address
 * @returns null where the Rakerda has no such instrument
 */
export async function readMonitorPage(
  { db, presence, instruments }: Pick<Services, 'db' | 'presence' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  locale: Locale,
  params: URLSearchParams,
): Promise<MonitorPage | null> {
  const pinned = await listPinned(db, place.row.id);
  const wished = params.get('instrumen');
  const chosen = wished === null ? pinned[0] : pinned.find((one) => one.code === wished);
  if (!chosen) return null;
  const named = await Promise.all(
    pinned.map(async ({ code, version }) => ({
      code,
      name: localize(instruments.get(code, version).shortName, locale),
      current: code === chosen.code,
    })),
  );
  const instrument = instruments.get(chosen.code, chosen.version);
  const { rows, asOf } = await readMonitor({ db, presence }, actor, place, instrument);
  const wish = readWish(params);
  const isOpen = allows(place.row.state, 'answers');
  const now = Date.now();
  const openRow = rows.find((row) => row.agencyCode === wish.open);
  const open: OpenAgency | null = openRow
    ? {
        row: openRow,
        flagged: await listFlagged(db, place, instrument, openRow.agencyCode, locale),
        messages: await listSent(db, place.row.id, openRow.agencyCode),
      }
    : null;
  return {
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    instruments: named,
    aspects: instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: localize(aspect.name, locale),
        total: aspect.indicators.length,
      })),
    ),
    wish,
    table: arrange(rows, wish, isOpen, locale, now),
    tiles: sumUp(rows, isOpen, now),
    screens: Object.fromEntries(
      rows.flatMap((row) => (row.screens > 0 ? [[row.agencyCode, row.screens]] : [])),
    ),
    isOpen,
    open,
    mayWrite: may(actor, 'rakerda.manage', place) && allows(place.row.state, 'messages'),
    draftId: randomUUID(),
    now,
    asOf,
  };
}
