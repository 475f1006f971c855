/**
 * The scene of what a topic is made of: its nodes for every agency, or its register district by district, the weakest
 * first. Which kind of topic it is nobody asks.
 */
import { cellsOf, orderAgencies, readTable, sourceForHall, withoutYear } from '~/hall/table/index.server';
import { formatNumber, formatPercent, formatQuantity, shortAgencyName, wholePercent } from '~/i18n';
import { type CountedText, type Locale, localize, localizeCounted, type Quantity } from '~/instrument';
import { type FigureRange, kindOf, type NodeFigure, type Topic, type TopicColumn } from '~/instrument/topic';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { type DistrictRow, hasParts, type NodeRow, readTopicParts } from '~/topics/index.server';
import type { ShownCell } from '~/hall/table';
import type { SceneOf } from '../scene';
import { HALL_ROWS, MOST_COLUMNS, NOTHING_OF } from '../scenes/scenePaging';
import type { Draw, Drawing } from './drawing.server';
import { amountOf, pickDistricts } from './districtBoard';
import { districtsHeadline, middleOf, nodesHeadline } from './partsHeadline';
import { partNames } from './partNames';
import { keyOfIndex, keyOfShares, toneOfIndex, toneOfPercent, toneOfShare } from './partTone';
import { TITLE_LETTERS } from './table.server';

type PartsScene = SceneOf<'topicParts'>;
type Row = PartsScene['rows'][number];
type Body = Omit<PartsScene, 'scene' | 'key' | 'name'>;

/** So many districts stand on five pages: about as many as a province has where something is missing. A country has seven thousand. */
const MOST_DISTRICTS = 5 * HALL_ROWS;
/** Beside a district and its agency no more can be read from the last row. */
const DISTRICT_COLUMNS = 4;

export const drawTopicParts: Draw<'topicParts'> = async (drawing) => {
  const { db, instruments, rakerda, state } = drawing;
  const topics = (await loadTopics({ db, instruments }, rakerda.id)).filter(hasParts);
  const topic =
    topics.find(({ code }) => code === state.options.topic) ??
    topics.find((one) => kindOf(one).districts !== null) ??
    topics[0];
  if (!topic) {
    const nothing = {
      headline: '',
      plain: '',
      isOfFull: false,
      orderedBy: null,
      highest: null,
      columns: [],
      shades: [],
      median: null,
      rows: [],
      unbegun: 0,
    };
    return { scene: 'topicParts', key: '', name: null, isByDistrict: false, tally: null, ...nothing };
  }
  const parts = await readTopicParts(db, rakerda, topic);
  return {
    scene: 'topicParts',
    key: topic.code,
    name: withoutYear(localize(topic.shortName, drawing.locale)),
    ...(parts.kind === 'nodes'
      ? await nodesBody(drawing, topic, parts.rows)
      : districtsBody(drawing, parts.columns, parts.rows)),
  };
};

async function nodesBody(drawing: Drawing, topic: Topic, rows: readonly NodeRow[]): Promise<Body> {
  const { locale, tie } = drawing;
  const { headline: lead, nodes: parts, rangeOf } = kindOf(topic);
  const { topics } = await readTable(sourceForHall(drawing));
  const standing = topics.find(({ key }) => key === topic.code);
  const cellOfAgency = standing ? cellsOf(standing, locale) : () => null;
  const headlineOf = ({ agency }: NodeRow) => figureOf(cellOfAgency(agency.code));
  const own = new Map(rows.map((row) => [row.agency.code, row]));
  const ordered = orderAgencies(
    rows.map(({ agency }) => agency),
    standing,
    false,
    tie,
  ).flatMap(({ code }) => own.get(code) ?? []);
  const whole = ordered.filter(({ nodes }) => nodes.every((node) => node !== null));
  const begun = ordered.filter((row) => row.nodes.some((node) => node !== null) && !whole.includes(row));
  const shown = [...whole, ...begun];
  const names = parts.all.map(({ name }) => localize(name, locale));
  // Points of parts that have different maxima cannot be held against one another.
  const isOfFull = shown.every(({ nodes }) =>
    nodes.every((node) => node === null || (node.quantity.unit === 'points' && node.share !== null)),
  );
  // The headline tells the weakest of them in the same measure.
  const figureIn = ({ quantity, share }: NodeFigure) =>
    isOfFull && share !== null ? formatPercent(share, 1000, locale) : formatQuantity(quantity, locale);
  const ranges = parts.all.map(({ code }) => rangeOf(code));
  const indexed = shown.some(({ nodes }) => nodes.some((node) => node?.quantity.unit === 'index'));
  // What shares are of is in every word of their names.
  const columns = (isOfFull || indexed ? partNames(names) : names)
    .slice(0, MOST_COLUMNS)
    .map((name, at) => ({ name, isLowerBetter: isLowerIn(shown, at) }));
  const body = shown.map((row): Row => ({
    agency: drawing.agencies.place(row.agency),
    place: null,
    amount: null,
    isFinished: whole.includes(row),
    headline: headlineOf(row),
    cells: row.nodes.slice(0, MOST_COLUMNS).map(
      (node, at) =>
        node && {
          figure: figureIn(node),
          shade: toneOf(node, ranges[at] ?? null),
          isHeld: node.isHeld,
        },
    ),
  }));
  const [range = null] = indexed ? ranges : [];
  return {
    ...nodesHeadline(
      shown.map(({ nodes }) => nodes),
      { locale, agencies: rows.length, names, most: TITLE_LETTERS },
    ),
    isByDistrict: false,
    isOfFull,
    orderedBy: standing ? localize(standing.measure, locale) : null,
    highest: standing ? highestOf(lead, rangeOf(lead.code), locale) : null,
    columns,
    shades: range ? [keyOfIndex(range, locale)] : shadesOf(columns, body, locale),
    median: medianOf(whole, columns.length, figureIn, headlineOf),
    rows: body,
    unbegun: rows.length - shown.length,
    tally: null,
  };
}

/** Of complete agencies alone, and of a figure that all of them have. */
function medianOf(
  whole: readonly NodeRow[],
  columns: number,
  figureIn: (node: NodeFigure) => string,
  headlineOf: (row: NodeRow) => string | null,
): Body['median'] {
  if (whole.length === 0) return null;
  const told = whole.map(headlineOf);
  return {
    complete: whole.length,
    cells: Array.from({ length: columns }, (_, at) => {
      const middle = middleOf(whole.flatMap(({ nodes }) => nodes[at] ?? []));
      return middle ? figureIn(middle) : NOTHING_OF;
    }),
    // They stand in the order of this figure, the best first: the lower one of the two in the middle, as in the columns.
    headline: told.includes(null) ? null : (told[Math.floor(told.length / 2)] ?? null),
  };
}

function toneOf({ quantity, share }: NodeFigure, range: FigureRange | null): number | null {
  if (quantity.unit === 'index') return range && toneOfIndex(quantity, range);
  if (quantity.unit !== 'points') return toneOfShare(quantity);
  return share === null ? null : toneOfPercent(wholePercent(share, 1000), share === 1000);
}

/** What the colours of the columns say: of those where more is better, and of those where fewer is, as far as there are any. */
function shadesOf(
  columns: Body['columns'],
  rows: readonly { readonly cells: Row['cells'] }[],
  locale: Locale,
): Body['shades'] {
  return [false, true]
    .filter((isLower) =>
      columns.some(
        ({ isLowerBetter }, at) =>
          isLowerBetter === isLower && rows.some(({ cells }) => typeof cells[at]?.shade === 'number'),
      ),
    )
    .map((isLower) => keyOfShares(isLower, locale));
}

/** Of a score and of an index it is not known to everybody; a per cent says it itself, and a count has none. */
function highestOf({ unit }: TopicColumn, range: FigureRange | null, locale: Locale): string | null {
  return range && (unit === 'points' || unit === 'index') ? formatNumber(range.highest, locale) : null;
}

/** Whoever is not complete has no figure on the stage. */
function figureOf(cell: ShownCell | null): string | null {
  return cell?.figure === undefined || cell.part !== undefined ? null : cell.figure;
}

function isLowerIn(
  rows: readonly { readonly nodes: readonly (NodeFigure | null)[] }[],
  column: number,
): boolean {
  return rows.some(({ nodes }) => nodes[column]?.quantity.direction === 'lower');
}

function districtsBody(
  drawing: Drawing,
  columns: readonly {
    readonly name: { readonly id: string; readonly en: string };
    readonly unitName?: CountedText | undefined;
    readonly direction: Quantity['direction'];
  }[],
  rows: readonly DistrictRow[],
): Body {
  const { locale, tie } = drawing;
  const { clean, complete, finished, shown, sum } = pickDistricts(
    rows,
    MOST_DISTRICTS,
    (a, b) => tie(a.agency, b.agency) || (a.district < b.district ? -1 : 1),
  );
  const placeOf = placesOf(rows);
  const [lead] = columns;
  const unit = (of: string) => (lead?.unitName ? localizeCounted(lead.unitName, of, locale) : '');
  const unitName = { one: unit('1'), several: unit('2') };
  const heads = columns.slice(0, DISTRICT_COLUMNS).map(({ name, direction }) => ({
    name: localize(name, locale),
    isLowerBetter: direction === 'lower',
  }));
  const body = shown.map((row): Row => ({
    agency: drawing.agencies.place(row.agency),
    amount: sum === null ? null : amountOf(row),
    place: row.district,
    isFinished: true,
    // The first column has it.
    headline: null,
    cells: row.values.slice(0, DISTRICT_COLUMNS).map((value) => cellOf(value, locale)),
  }));
  return {
    ...districtsHeadline(
      finished.map((row) => ({ district: placeOf(row), value: row.values[0] ?? null })),
      {
        locale,
        districts: rows.length,
        measure: lead ? localize(lead.name, locale) : '',
        unitName,
        most: TITLE_LETTERS,
      },
    ),
    isByDistrict: true,
    isOfFull: false,
    orderedBy: null,
    highest: null,
    columns: heads,
    shades: shadesOf(heads, body, locale),
    median: null,
    rows: body,
    unbegun: 0,
    tally: {
      begun: new Set(rows.map(({ agency }) => agency.code)).size,
      all: rows.length,
      finished: finished.length,
      clean,
      sum,
      complete,
      unitName,
    },
  };
}

/** The headline has no agency beside a district: where two have one of that name, it says whose it is. */
function placesOf(rows: readonly DistrictRow[]): (row: DistrictRow) => string {
  const whose = new Map<string, string | null>();
  for (const { agency, district } of rows) {
    const other = whose.get(district);
    whose.set(district, other === undefined || other === agency.code ? agency.code : null);
  }
  return ({ agency, district }) =>
    whose.get(district) === null ? `${district}, ${shortAgencyName(agency.name)}` : district;
}

function cellOf(quantity: Quantity | null, locale: Locale): Row['cells'][number] {
  // Nothing to take a part of: that is not unfinished.
  if (quantity === null) return { figure: NOTHING_OF, shade: null, isHeld: false };
  return { figure: formatQuantity(quantity, locale), shade: toneOfShare(quantity), isHeld: false };
}
