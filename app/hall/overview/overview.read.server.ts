/** Puts the overview page together: facts, rows, sums, and what the actor may do there. */
import { sharedWords } from '~/i18n';
import { indicatorsOf, type Instrument, type Locale, localize } from '~/instrument';
import { allows, may } from '~/policy';
import { countOpenMatters } from './openMatters.server';
import { readOrder, sortRows, summarize } from './overviewRows';
import { readMembers, readOverview, readTargetTable } from './overviewRows.server';
import type { InstrumentFacts, OverviewProps } from './overviewScreen';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { listRakerdaPlaces, loadPinned, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';

export interface OverviewPage extends OverviewProps {
  readonly title: string;
  readonly asOf: number;
}

/**
 * @param params the page's address: `instrumen`, `urut`, `arah`, `pesan`
 * @returns null where the Rakerda has no such instrument
 */
export async function readOverviewPage(
  scope: MeetingScope,
  params: URLSearchParams,
): Promise<OverviewPage | null> {
  const { actor, place, locale } = scope;
  const pinned = await loadPinned(scope, place.row.id);
  const wished = params.get('instrumen') ?? pinned[0]?.code;
  const instrument = pinned.find(({ code }) => code === wished);
  if (!instrument) return null;
  const { rows, flagged, asOf } = await readOverview(scope, instrument);
  const order = readOrder(params);
  const manages = may(actor, 'rakerda.manage', place);
  const { previous_id: previousId } = place.row;
  const previous =
    previousId === null
      ? undefined
      : (await listRakerdaPlaces(scope)).find((one) => one.row.id === previousId);
  return {
    title: `${place.row.name} – ${sharedWords[locale].productName}`,
    rakerda: rakerdaFacts(place.row),
    instrument: instrumentFacts(instrument, locale),
    others: pinned
      .filter((one) => one !== instrument)
      .map(({ code, shortName }) => ({ code, name: localize(shortName, locale) })),
    rows: sortRows(rows, order, locale),
    order,
    summary: summarize(rows, indicatorsOf(instrument).length),
    flagged,
    readsOwnOnly: rows.every(
      (row) => row.own || !may(actor, 'assessment.read', { ...place, agencyCode: row.agencyCode }),
    ),
    mayCompare: may(actor, 'comparison.read', place),
    mayDownload: may(actor, 'release.download', place),
    mayManageAccounts: may(actor, 'account.manage'),
    manage: manages
      ? {
          ...(await readMembers(scope)),
          targets: await readTargetTable(scope),
          targetsOpen: allows(place.row.state, 'setUp'),
          openMatters: await countOpenMatters(scope, place.row.id),
        }
      : null,
    pages: rakerdaPagesFor(actor, place),
    previous: previous ? { id: previous.row.id, name: previous.row.name } : null,
    mayCopy: manages && place.row.is_demo === 0 && may(actor, 'rakerda.create'),
    message: params.get('pesan'),
    asOf,
  };
}

function instrumentFacts(instrument: Instrument, locale: Locale): InstrumentFacts {
  const { regulation } = instrument;
  return {
    code: instrument.code,
    name: localize(instrument.name, locale),
    indicators: indicatorsOf(instrument).length,
    repealed:
      regulation.status === 'repealed'
        ? {
            citation: regulation.citation,
            by: regulation.repealedBy ?? null,
            note: localize(regulation.note, locale),
          }
        : null,
  };
}
