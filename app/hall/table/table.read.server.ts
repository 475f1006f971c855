/** Puts the page of the table together: who stands where, which part of a long hall, what it says. */
import { sharedWords } from '~/i18n';
import type { RakerdaPage } from '~/paths';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { newestSeq } from '~/record/read.server';
import { type ListPart, partOf, PER_PAGE } from '~/ui/listPart';
import { byName, type Order, orderAgencies, readOrder } from './ordering';
import { cellsOf, headlineOf, shownTopic } from './shown';
import type { ShownCell, ShownTopic } from './shownSchema';
import { tableWords } from './tableWords';
import { readTable, sourceFor } from './topics.server';

export interface TablePage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topics: readonly ShownTopic[];
  readonly part: ListPart<TableRow>;
  readonly order: Order;
  /** What the table says; empty where it says nothing yet. */
  readonly headline: string;
  /** Assessments whose figures the reader may not see. */
  readonly hidden: number;
  readonly asOf: number;
}

export interface TableRow {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly own: boolean;
  /** In the order of the topics; null where the agency has nothing to do with one. */
  readonly cells: readonly (ShownCell | null)[];
}

/** A cell takes so many nodes at most, a row so many besides. */
const NODES = { cell: 9, row: 6, most: 2200 };

/** @param asked the page's address: `urut`, `arah`, `cari`, `hal` */
export async function readTablePage(scope: MeetingScope, asked: URLSearchParams): Promise<TablePage> {
  const { actor, place, locale } = scope;
  const asOf = await newestSeq(scope.db);
  const { agencies, topics } = await readTable(sourceFor(scope));
  const order = readOrder(asked, topics);
  const lead = topics.find(({ key }) => key === order.key);
  const named = agencies.map((agency) => ({ ...agency, agencyName: agency.name }));
  const ordered = orderAgencies(named, lead, order.isReversed, byName(locale));
  const isOwn = ({ code }: { readonly code: string }) => code === actor.agencyCode;
  // Nobody should have to look for their own agency, whatever the order.
  const ownFirst = [...ordered.filter(isOwn), ...ordered.filter((agency) => !isOwn(agency))];
  const perPage = Math.floor(NODES.most / (NODES.row + NODES.cell * topics.length));
  const part = partOf(ownFirst, asked, Math.min(PER_PAGE, perPage));
  const show = topics.map((topic) => cellsOf(topic, locale));
  return {
    title: `${tableWords[locale].title} – ${place.row.name} – ${sharedWords[locale].productName}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    topics: topics.map((topic) => shownTopic(topic, locale)),
    part: {
      ...part,
      items: part.items.map((agency) => ({
        agencyCode: agency.code,
        agencyName: agency.name,
        own: isOwn(agency),
        cells: show.map((cellOf) => cellOf(agency.code)),
      })),
    },
    order,
    headline: headlineOf(topics, lead, locale),
    hidden: topics.reduce(
      (sum, { cells }) => sum + [...cells.values()].filter(({ isOpen }) => !isOpen).length,
      0,
    ),
    asOf,
  };
}
