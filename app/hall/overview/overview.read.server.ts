/** Puts the overview page together: facts, rows, sums, and what the actor may do there. */
import { sharedWords } from '~/i18n';
import { indicatorsOf, type Instrument, type Locale, localize } from '~/instrument';
import { allows, may } from '~/policy';
import { countLate } from '~/assessment/index.server';
import { topicStates } from '~/topics/index.server';
import { countOpenMatters } from './openMatters.server';
import { namingFew, ownFirst, readOrder, sortRows, summarize } from './overviewRows';
import { readMembers, readOverview, readTargetTable, type TargetTable } from './overviewRows.server';
import type { InstrumentFacts, OverviewProps } from './overviewScreen';
import { partOf, PER_PAGE } from '~/ui/listPart';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { listRakerdaPlaces, loadPinned, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';

export interface OverviewPage extends OverviewProps {
  readonly title: string;
  readonly asOf: number;
}

/**
 * @param params the page's address: `instrumen`, `urut`, `arah`, `cari`, `hal`, `pesan`
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
  const sorted = sortRows(rows, order, locale, indicatorsOf(instrument).length);
  const part = partOf(rows.length > PER_PAGE ? ownFirst(sorted, ({ own }) => own) : sorted, params);
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
    part,
    order,
    topics: await topicStates(scope, place.row.id),
    summary: summarize(rows, indicatorsOf(instrument).length),
    late: may(actor, 'answer.decideLate', place) ? await countLate(scope.db, place.row.id, asOf) : [],
    flagged: namingFew(flagged, actor.agencyCode),
    readsOwnOnly: rows.every(
      (row) => row.own || !may(actor, 'assessment.read', { ...place, agencyCode: row.agencyCode }),
    ),
    ownAgency: rows.find((row) => row.own)?.agencyCode ?? null,
    mayCompare: may(actor, 'comparison.read', place),
    mayDownload: may(actor, 'release.download', place),
    mayManageAccounts: may(actor, 'account.manage'),
    manage: manages
      ? {
          ...(await readMembers(scope)),
          targets: shownTargets(await readTargetTable(scope), part.items),
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

/** The fields of the agencies on this page: a form for each agency of the country would be longer than the page. */
function shownTargets(table: TargetTable, shown: readonly { readonly agencyCode: string }[]): TargetTable {
  const codes = new Set(shown.map(({ agencyCode }) => agencyCode));
  return table.agencies.length <= PER_PAGE
    ? table
    : { ...table, agencies: table.agencies.filter(({ code }) => codes.has(code)) };
}

function instrumentFacts(instrument: Instrument, locale: Locale): InstrumentFacts {
  const { regulation } = instrument;
  return {
    code: instrument.code,
    name: localize(instrument.name, locale),
    shortName: localize(instrument.shortName, locale),
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
