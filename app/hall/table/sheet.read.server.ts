/** One agency's sheet: every topic, the years, where it is strong and weak, what it takes, what was promised. */
import { notFound } from '~/accounts/requestScope.server';
import { parseLevels } from '~/assessment';
import { commitmentsFor } from '~/hall/commitments/index.server';
import { formatFigure, formatNumber, formatQuantity, sharedWords } from '~/i18n';
import { dayOf } from '~/i18n/zonedTime';
import { indexQuantity, type Locale, localize, wholeIndex } from '~/instrument';
import type { RakerdaPage } from '~/paths';
import { maySeeFigures } from '~/policy';
import type { CommitmentStatus } from '#db/schema';
import { findRakerdaPlace, type MeetingScope } from '~/rakerda/meetingScope.server';
import { loadPinned, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { REMARK } from '~/rakerda/remarkSign';
import { publishedResults } from '~/published/index.server';
import { distanceText, goalText } from '~/rakerda/topicTargetText';
import { topicTargetWords } from '~/rakerda/topicTargetWords';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { newestSeq } from '~/record/read.server';
import { detailOf, type SheetDetail } from './sheetDetail';
import { sheetWords } from './sheetWords';
import { cellsOf } from './shown';
import type { ShownCell } from './shownSchema';
import { tableWords } from './tableWords';
import { type Cell, isRanked, type Topic } from './topic';
import { readTable, sourceFor } from './topics.server';

/** What page and paper are made of: put into words once. */
export interface SheetView {
  readonly agency: { readonly code: string; readonly name: string };
  readonly headline: string;
  readonly topics: readonly SheetTopic[];
  readonly details: readonly SheetDetail[];
  /** What is open first, by date; what was dropped is left out. */
  readonly commitments: readonly SheetCommitment[];
}

export interface SheetTopic {
  readonly key: string;
  readonly name: string;
  readonly measure: string;
  readonly cell: ShownCell | null;
  readonly band: string | null;
  /** Why there is no finished figure, or how far an unfinished one may still go. */
  readonly says: string;
  /** `2023: 2,45 · 2024: 2,60`; empty where there is none. */
  readonly years: string;
  readonly target: string;
  /** Of its result; null where the topic has no page of its own, or the reader may not open it. */
  readonly path: string | null;
}

export interface SheetCommitment {
  readonly what: string;
  readonly who: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly status: CommitmentStatus;
  readonly isLate: boolean;
}

export interface SheetPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly sheet: SheetView;
  readonly asOf: number;
}

export async function readSheetPage(scope: MeetingScope, agencyCode: string | undefined): Promise<SheetPage> {
  const asOf = await newestSeq(scope.db);
  const sheet = await readSheet(scope, agencyCode);
  const { actor, place, locale } = scope;
  return {
    title: `${sheetWords[locale].title} – ${sheet.agency.name} – ${sharedWords[locale].productName}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    sheet,
    asOf,
  };
}

/** Throws 404 where no such agency takes part. */
export async function readSheet(scope: MeetingScope, agencyCode: string | undefined): Promise<SheetView> {
  const { locale, place } = scope;
  const { agencies, topics } = await readTable(sourceFor(scope));
  const agency = agencies.find(({ code }) => code === agencyCode) ?? notFound();
  const { details, years } = await readAssessments(scope, agency.code);
  const today = dayOf(Date.now(), place.row.time_zone);
  const commitments = (await commitmentsFor(scope, today))
    .filter((one) => one.agencyCode === agency.code && one.status !== 'dropped')
    .map(({ what, who, dueOn, status, isLate }) => ({ what, who, dueOn, status, isLate }))
    .sort(
      (a, b) =>
        Number(a.status === 'done') - Number(b.status === 'done') ||
        (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)),
    );
  return {
    agency,
    headline: headlineFor(topics, agency.code, commitments, locale),
    topics: topics.map((topic) => sheetTopic(topic, agency.code, years.get(topic.key), locale)),
    details,
    commitments,
  };
}

function sheetTopic(topic: Topic, agencyCode: string, years: string | undefined, locale: Locale): SheetTopic {
  const cell = topic.cells.get(agencyCode);
  const shown = cellsOf(topic, locale)(agencyCode);
  const band = shown?.band === undefined ? undefined : topic.bands[shown.band];
  return {
    key: topic.key,
    name: localize(topic.name, locale),
    measure: [
      localize(topic.measure, locale),
      ...(topic.isProposal ? [tableWords[locale].proposal] : []),
    ].join(', '),
    cell: shown,
    band: band ? localize(band.name, locale) : null,
    says: saysOf(cell, shown, locale),
    years: years ?? beforeText(topic, cell, locale),
    target: targetText(cell, locale),
    path: cell?.isOpen ? (topic.pathOf?.(agencyCode) ?? null) : null,
  };
}

function saysOf(cell: Cell | undefined, shown: ShownCell | null, locale: Locale): string {
  const words = sheetWords[locale];
  if (cell && !cell.isOpen) return words.closed;
  // The sign that the table and the hall's screen have.
  const noted = (shown?.remarks ?? []).map((remark) => `${REMARK} ${remark}`);
  if (!cell || shown?.figure === undefined) return [words.none, ...noted].join('; ');
  const ceiling = cell.outcome.ceiling;
  return [
    ...(shown.part === undefined ? [] : [words.unfinished({ part: shown.part })]),
    ...(ceiling === null ? [] : [words.reach({ ceiling: formatQuantity(ceiling, locale) })]),
    ...noted,
  ].join('; ');
}

/** Of a topic that keeps no more years than the one it is measured against. */
function beforeText({ yearBefore }: Topic, cell: Cell | undefined, locale: Locale): string {
  if (yearBefore === null || !cell?.isOpen || cell.before === null) return '';
  return `${String(yearBefore)}: ${formatQuantity(cell.before, locale)}`;
}

/** `3,20 (kurang 0,21)`, `Titik blank spot paling banyak 20 desa (lebih 3)`. */
function targetText(cell: Cell | undefined, locale: Locale): string {
  if (!cell?.isOpen || cell.target === null) return '';
  const { goal, now, figure } = cell.target;
  const spoken = { words: topicTargetWords[locale], locale };
  const target = figure
    ? `${localize(figure.name, locale)} ${goalText(figure, goal, spoken)}`
    : goalText(null, goal, spoken);
  // Whoever is not complete has no distance: what is unanswered counts as the lowest, or still comes on top.
  return now && isRanked(cell) ? `${target} (${distanceText(goal, now, spoken)})` : target;
}

/** The first figure with how it moved, and what is overdue: what somebody reads who reads one line. */
function headlineFor(
  topics: readonly Topic[],
  agencyCode: string,
  commitments: readonly SheetCommitment[],
  locale: Locale,
): string {
  const words = sheetWords[locale].headline;
  const first = topics.flatMap((topic) => {
    const shown = cellsOf(topic, locale)(agencyCode);
    if (shown?.figure === undefined) return [];
    const name = localize(topic.name, locale);
    if (shown.part !== undefined) return [words.unfinished({ topic: name, part: shown.part })];
    const band = shown.band === undefined ? undefined : topic.bands[shown.band];
    return [
      words.figure({
        topic: name,
        figure: shown.figure,
        band: band ? words.band({ band: localize(band.name, locale) }) : '',
      }) +
        (shown.change === undefined
          ? ''
          : words.change({ change: shown.change, year: String(topic.yearBefore ?? '') })),
    ];
  })[0];
  const late = commitments.filter(({ isLate }) => isLate).length;
  return [
    ...(first === undefined ? [] : [first]),
    ...(late > 0 ? [words.late({ count: formatNumber(late, locale) })] : []),
  ].join('; ');
}

/** So many earlier years stand beside this one's figure. */
const MOST_YEARS = 3;

/** What only assessments by levels have: years, aspects, the cheapest road. As far as the reader may see it. */
async function readAssessments({ db, instruments, actor, place, locale }: MeetingScope, agencyCode: string) {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('rakerda', 'rakerda.id', 'assessment.rakerda_id')
    .select(['assessment.instrument_code', 'assessment.instrument_version', 'assessment.levels'])
    .select(['assessment.state', 'assessment.rakerda_id', 'rakerda.year', targetOfAssessment().as('target')])
    .where('assessment.agency_code', '=', agencyCode)
    .where('rakerda.is_demo', '=', place.row.is_demo)
    .orderBy('rakerda.year', 'desc')
    .orderBy('rakerda.ends_on', 'desc')
    .execute();
  const details: SheetDetail[] = [];
  const years = new Map<string, string>();
  for (const { code, version } of await loadPinned({ db, instruments }, place.row.id)) {
    const own = rows.filter((row) => row.instrument_code === code);
    const now = own.find((row) => row.rakerda_id === place.row.id);
    if (now && maySeeFigures(actor, place, agencyCode, now.state)) {
      const detail = detailOf(instruments.get(code, version), parseLevels(now.levels), now.target, locale);
      if (detail) details.push(detail);
    }
    const earlier = new Map<number, string>();
    for (const row of own) {
      if (row.year >= place.row.year || row.state !== 'approved' || earlier.has(row.year)) continue;
      if (earlier.size === MOST_YEARS) break;
      const levels = parseLevels(row.levels);
      const there = await findRakerdaPlace(db, actor, row.rakerda_id);
      if (levels.includes(null) || !maySeeFigures(actor, there, agencyCode, row.state)) continue;
      const index = wholeIndex(instruments.get(code, row.instrument_version), levels);
      earlier.set(row.year, formatQuantity(indexQuantity(index), locale));
    }
    const published = (await publishedResults(db, code, agencyCode)).slice(0, MOST_YEARS);
    years.set(
      code,
      [
        ...published
          .map(({ year, index }) =>
            sheetWords[locale].published({ year: String(year), index: formatFigure(index, locale) }),
          )
          .reverse(),
        ...[...earlier].reverse().map(([year, figure]) => `${String(year)}: ${figure}`),
      ].join(' · '),
    );
  }
  return { details, years };
}
