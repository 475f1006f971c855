/** Puts together what the comparison page shows. */
import { type Instrument, type InstrumentOutline, outlineOf } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import type { ComparedAgency } from './comparedAgency';
import {
  type Choice,
  chooseAgencies,
  matches,
  type QuickChoice,
  quickChoices,
  readCodes,
} from './agencyChoice';
import { hasPublished } from '~/published/index.server';
import { findInstrumentVersion, readVisibleAgencies } from './comparedAgencies.server';
import { parseSort, type RankedAgency, rankAgencies, type Sort, sortAgencies, type Summary } from './ranking';
import { parseSection, type SectionKey } from './sections';

/** Up to here every agency's levels go to the browser, which keeps the whole page moving by itself. */
const LIVE_LIMIT = 60;
/** Beyond, the ranking comes in pages of this many. */
const PAGE_SIZE = 50;
/** There the form offers this many besides the chosen ones; the search finds the others. */
const OFFERED = 20;

/** What a ranking shows of an agency: its levels stay on the server. */
export type RankingRow = Omit<RankedAgency, 'levels'>;

/** The ranking of a Rakerda too large to be sent whole. */
export interface WideRanking {
  readonly rows: readonly RankingRow[];
  readonly summary: Summary;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  /** What the form offers: the chosen ones, then what matches the search. */
  readonly offered: readonly { readonly code: string; readonly name: string }[];
}

/** Everything the page shows. */
export interface ComparisonView {
  readonly rakerda: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  readonly instrument: InstrumentOutline;
  /** Newest event the figures include: where a live stream starts. */
  readonly asOf: number;
  /** How many agencies this reader may not see. */
  readonly hidden: number;
  /** With their levels; only the drawn ones where the ranking is a {@link WideRanking}. */
  readonly agencies: readonly ComparedAgency[];
  readonly wide: WideRanking | null;
  readonly choice: Choice;
  readonly quick: readonly QuickChoice[];
  readonly sort: Sort;
  /** The one section that is shown; null for all. */
  readonly section: SectionKey | null;
  /** Tables hold all agencies, not only the chosen ones. */
  readonly showAll: boolean;
  /** There are published results to look at. */
  readonly isPublished: boolean;
}

/** Loads the page. Throws 404 where the Rakerda does not use the instrument. */
export async function loadComparison(
  scope: MeetingScope,
  instrumentCode: string | undefined,
  search: URLSearchParams,
): Promise<ComparisonView> {
  const { actor, place, locale } = scope;
  const { instrument, agencies, hidden, asOf } = await readComparison(scope, instrumentCode);
  const { ranked, summary } = rankAgencies(instrument, agencies);
  const choice = chooseAgencies(readCodes(search), ranked, actor.agencyCode);
  const sort = parseSort(search.get('urut'), instrument);
  const isWide = agencies.length > LIVE_LIMIT;
  const drawn = new Set(choice.drawn);
  return {
    rakerda: { id: place.row.id, name: place.row.name, isDemo: place.row.is_demo === 1 },
    instrument: outlineOf(instrument, locale),
    asOf,
    hidden,
    agencies: isWide ? agencies.filter((agency) => drawn.has(agency.code)) : agencies,
    wide: isWide ? wideRanking(instrument, ranked, summary, sort, choice, search) : null,
    choice,
    quick: quickChoices(ranked, actor.agencyCode),
    sort,
    section: parseSection(search.get('tampil')),
    showAll: search.get('semua') === '1' && !isWide,
    isPublished: await hasPublished(scope.db, instrument.code),
  };
}

/** The instrument and the agencies that the actor may compare with it. Throws 404 as {@link loadComparison}. */
export async function readComparison(
  { db, instruments, actor, place }: MeetingScope,
  instrumentCode: string | undefined,
): Promise<{
  readonly instrument: Instrument;
  readonly agencies: readonly ComparedAgency[];
  readonly hidden: number;
  readonly asOf: number;
}> {
  const { code, version } = await findInstrumentVersion(db, place.row.id, instrumentCode);
  const instrument = instruments.get(code, version);
  return { instrument, ...(await readVisibleAgencies(db, actor, place, code)) };
}

function wideRanking(
  instrument: Instrument,
  ranked: readonly RankedAgency[],
  summary: Summary,
  sort: Sort,
  choice: Choice,
  search: URLSearchParams,
): WideRanking {
  const wanted = (search.get('cari') ?? '').slice(0, 80);
  const found = sortAgencies(instrument, ranked, sort).filter((agency) => matches(agency, wanted));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get('hal') ?? '1')) || 1));
  const selected = new Set(choice.selected);
  const offered = [
    ...ranked.filter((agency) => selected.has(agency.code)),
    ...found.filter((agency) => !selected.has(agency.code)).slice(0, OFFERED),
  ];
  return {
    rows: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ levels: _levels, ...row }) => row),
    summary,
    found: found.length,
    page,
    pages,
    search: wanted,
    offered: offered.map(({ code, name }) => ({ code, name })),
  };
}
