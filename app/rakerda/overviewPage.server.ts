/** Puts the overview page together: facts, rows, sums, and what the actor may do there. */
import { indicatorsOf, type Instrument, type Locale, localize } from '~/instrument';
import type { Services } from '~/server/context';
import { type Actor, may } from '~/policy';
import type { RakerdaPlace } from './scope.server';
import { mayChangeTargets } from './manage.server';
import { readOrder, sortRows, summarize } from './overview';
import { readMembers, readOverview } from './overview.server';
import { countOpenMatters } from './openMatters.server';
import type { InstrumentFacts, OverviewProps } from './overviewScreen';
import { rakerdaPagesFor } from './pages.server';
import { listPinned, listRakerdaPlaces, rakerdaFacts } from './queries.server';

/**
 * @param params the page's address: `instrumen`, `urut`, `arah`, `pesan`
 * @returns null where the Rakerda has no such instrument
 */
export async function readOverviewPage(
  { db, instruments }: Pick<Services, 'db' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  locale: Locale,
  params: URLSearchParams,
): Promise<(OverviewProps & { readonly asOf: number }) | null> {
  const pinned = await listPinned(db, place.row.id);
  const wished = params.get('instrumen');
  const chosen = wished === null ? pinned[0] : pinned.find((one) => one.code === wished);
  if (!chosen) return null;
  const instrument = instruments.get(chosen.code, chosen.version);
  const others = await Promise.all(
    pinned
      .filter((one) => one !== chosen)
      .map(async ({ code, version }) => ({
        code,
        name: localize(instruments.get(code, version).shortName, locale),
      })),
  );
  const { rows, flagged, asOf } = await readOverview(db, actor, place, instrument, locale);
  const order = readOrder(params);
  const manages = may(actor, 'rakerda.manage', place);
  const { previous_id: previousId } = place.row;
  const previous =
    previousId === null
      ? undefined
      : (await listRakerdaPlaces(db, actor)).find((one) => one.row.id === previousId);
  return {
    rakerda: rakerdaFacts(place.row),
    instrument: instrumentFacts(instrument, locale),
    others,
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
          ...(await readMembers(db, actor, place)),
          targetsOpen: mayChangeTargets(place.row.state),
          openMatters: await countOpenMatters(db, place.row.id),
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
