/** Puts the monitor together: the rows of one page, the sums of all, and the agency that is open. */
import { randomUUID } from 'node:crypto';
import { localize } from '~/instrument';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { topicStates } from '~/topics/index.server';
import { arrange, readWish, sumUp } from './monitor';
import type { MonitorPage, OpenAgency } from './monitorPage';
import { listFlagged, listSent, readInstruments, readMonitor } from './monitorRows.server';

/**
 * @param params the page's address
 * @returns null where the Rakerda has no such instrument
 */
export async function readMonitorPage(
  scope: MeetingScope,
  params: URLSearchParams,
): Promise<MonitorPage | null> {
  const { db, actor, place, locale } = scope;
  const chosen = await readInstruments(scope, params.get('instrumen'));
  if (!chosen) return null;
  const { all, instrument } = chosen;
  const { rows, asOf } = await readMonitor(scope, instrument);
  const wish = readWish(params);
  const isOpen = allows(place.row.state, 'answers');
  const now = Date.now();
  const openRow = rows.find((row) => row.agencyCode === wish.open);
  const open: OpenAgency | null = openRow
    ? {
        row: openRow,
        flagged: await listFlagged(scope, instrument, openRow.agencyCode),
        messages: await listSent(db, place.row.id, openRow.agencyCode),
      }
    : null;
  return {
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    instruments: all.map((one) => ({
      code: one.code,
      name: localize(one.shortName, locale),
      current: one === instrument,
    })),
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
    topics: await topicStates(scope, place.row.id),
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
