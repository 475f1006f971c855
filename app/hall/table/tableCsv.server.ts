/** The table as a file: one row per agency, numbers as numbers, every column named after its topic. */
import { type Cell as FileCell, csvFile, STYLES } from '~/files/csv';
import { downloadName } from '~/files/downloadName';
import { type Locale, localize, type Quantity, shownUnits } from '~/instrument';
import { distanceTo } from '~/instrument/topic';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { byName, orderAgencies, readOrder } from './ordering';
import { tableWords } from './tableWords';
import { type Cell, isRanked, type Target, type Topic } from './topic';
import { readTable, sourceFor } from './topics.server';

/** @param asked `urut` and `arah`, as on the page */
export async function readTableCsv(
  scope: MeetingScope,
  asked: URLSearchParams,
): Promise<{ readonly name: string; readonly body: string }> {
  const { place, locale } = scope;
  const { agencies, topics } = await readTable(sourceFor(scope));
  const order = readOrder(asked, topics);
  const lead = topics.find(({ key }) => key === order.key);
  const isDemo = place.row.is_demo === 1;
  const { file } = tableWords[locale];
  const columns = topics.map((topic) => columnsOf(topic, locale));
  const rows = orderAgencies(agencies, lead, order.isReversed, byName(locale)).map(({ code, name }) => [
    code,
    name,
    ...columns.flatMap(({ cellsOf }) => cellsOf(code)),
    isDemo ? file.yes : file.no,
  ]);
  const header = [file.code, file.name, ...columns.flatMap(({ titles }) => titles), file.demo];
  return {
    name: downloadName(isDemo, ['meja', place.row.id], 'csv'),
    body: csvFile([header, ...rows], STYLES[locale]),
  };
}

/** The same columns for every agency of a topic, also where one has nothing in them. */
function columnsOf(topic: Topic, locale: Locale) {
  const { file } = tableWords[locale];
  const name = localize(topic.name, locale);
  const cells = [...topic.cells.values()];
  const headlines = cells.flatMap((cell) => (cell.isOpen ? (cell.outcome.headline ?? []) : []));
  const isRatio = headlines.some(({ unit }) => unit === 'ratio');
  const hasRemarks = cells.some((cell) => cell.isOpen && cell.outcome.remarks.length > 0);
  const year = topic.yearBefore;
  const has = {
    band: topic.bands.length > 0,
    filled: !isRatio,
    target: cells.some((cell) => cell.isOpen && cell.target !== null),
    before: year !== null && cells.some((cell) => cell.isOpen && cell.before !== null),
  };
  const titles = [
    `${name} (${localize(topic.measure, locale)}${topic.isProposal ? `, ${tableWords[locale].proposal}` : ''})`,
    ...(isRatio ? [file.of({ topic: name })] : []),
    ...(has.band ? [file.band({ topic: name })] : []),
    ...(has.filled ? [file.filled({ topic: name }), file.total({ topic: name })] : []),
    ...(has.before ? [file.before({ topic: name, year: String(year) })] : []),
    ...(has.target ? [file.target({ topic: name }), file.distance({ topic: name })] : []),
    ...(hasRemarks ? [file.remarks({ topic: name })] : []),
  ];
  const cellsOf = (code: string): readonly FileCell[] => {
    const cell = openOf(topic.cells.get(code));
    const outcome = cell?.outcome;
    const headline = outcome?.headline ?? null;
    // The band of a figure that still moves would be read as a result.
    const band = isRanked(cell) ? cell.outcome.band : null;
    return [
      headline && numberOf(headline),
      ...(isRatio ? [headline?.denominator ?? null] : []),
      ...(has.band ? [band && localize(band.name, locale)] : []),
      ...(has.filled ? [outcome?.filled ?? null, outcome?.total ?? null] : []),
      ...(has.before ? [cell?.before ? numberOf(cell.before) : null] : []),
      ...(has.target ? targetCells(cell?.target ?? null) : []),
      ...(hasRemarks ? [outcome?.remarks.map((remark) => localize(remark, locale)).join('; ') ?? null] : []),
    ];
  };
  return { titles, cellsOf };
}

/** The distance of who has reached it is zero or less. */
function targetCells(target: Target | null): readonly FileCell[] {
  if (!target) return [null, null];
  const { goal, now } = target;
  return [numberOf(goal), now && inUnits(distanceTo(goal, now), goal.decimals)];
}

function openOf(cell: Cell | undefined) {
  return cell?.isOpen ? cell : undefined;
}

/** A ratio is its part alone: `6/7` in one cell becomes the sixth of July. */
function numberOf(quantity: Quantity): FileCell {
  if (quantity.unit === 'ratio') return quantity.numerator;
  return inUnits(shownUnits(quantity), quantity.decimals);
}

function inUnits(units: number, decimals: number): FileCell {
  return decimals === 0 ? units : { hundredths: units * 10 ** (2 - decimals) };
}
