/**
 * The scene of what a topic is made of: its nodes for every agency, or its register district by district, the weakest
 * first. Which kind of topic it is nobody asks.
 */
import { cellsOf, orderAgencies, readTable, sourceForHall, withoutYear } from '~/hall/table/index.server';
import { formatPercent, formatQuantity, shortAgencyName } from '~/i18n';
import { type CountedText, type Locale, localize, localizeCounted, type Quantity } from '~/instrument';
import { kindOf, type NodeFigure, type Topic } from '~/instrument/topic';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { type DistrictRow, hasParts, type NodeRow, readTopicParts } from '~/topics/index.server';
import type { ShownCell } from '~/hall/table';
import type { SceneOf } from '../scene';
import { HALL_ROWS, MOST_COLUMNS } from '../scenes/scenePaging';
import type { Draw, Drawing } from './drawing.server';
import { amountOf, pickDistricts } from './districtBoard';
import { districtsHeadline, nodesHeadline } from './partsHeadline';
import { goodness, toneOf } from './partTone';
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
      columns: [],
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
  const { all } = kindOf(topic).nodes;
  const { topics } = await readTable(sourceForHall(drawing));
  const standing = topics.find(({ key }) => key === topic.code);
  const headlineOf = standing ? cellsOf(standing, locale) : () => null;
  const own = new Map(rows.map((row) => [row.agency.code, row]));
  const ordered = orderAgencies(
    rows.map(({ agency }) => agency),
    standing,
    false,
    tie,
  ).flatMap(({ code }) => own.get(code) ?? []);
  const whole = ordered.filter(({ nodes }) => nodes.every((node) => node !== null));
  const begun = ordered.filter(
    ({ nodes }) => nodes.some((node) => node !== null) && !whole.some((one) => one.nodes === nodes),
  );
  const shown = [...whole, ...begun];
  // Points of parts that have different maxima cannot be held against one another.
  const isOfFull = shown.every(({ nodes }) =>
    nodes.every((node) => node === null || (node.quantity.unit === 'points' && node.share !== null)),
  );
  return {
    ...nodesHeadline(
      shown.map(({ nodes }) => nodes),
      {
        locale,
        agencies: rows.length,
        names: all.map(({ name }) => localize(name, locale)),
        most: TITLE_LETTERS,
      },
    ),
    isByDistrict: false,
    isOfFull,
    orderedBy: standing ? localize(standing.measure, locale) : null,
    columns: all
      .slice(0, MOST_COLUMNS)
      .map(({ name }, at) => ({ name: localize(name, locale), isLowerBetter: isLowerIn(shown, at) })),
    rows: shown.map(({ agency, nodes }) => ({
      agency: drawing.agencies.place(agency),
      place: null,
      amount: null,
      isFinished: nodes.every((node) => node !== null),
      headline: figureOf(headlineOf(agency.code)),
      cells: nodes.slice(0, MOST_COLUMNS).map((node) =>
        node === null
          ? null
          : {
              // The headline tells the weakest of them in the same measure.
              figure:
                isOfFull && node.share !== null
                  ? formatPercent(node.share, 1000, locale)
                  : formatQuantity(node.quantity, locale),
              shade: toneOf(node.quantity.unit, node.share),
              isHeld: node.isHeld,
            },
      ),
    })),
    unbegun: rows.length - shown.length,
    tally: null,
  };
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
    columns: columns.slice(0, DISTRICT_COLUMNS).map(({ name, direction }) => ({
      name: localize(name, locale),
      isLowerBetter: direction === 'lower',
    })),
    rows: shown.map((row): Row => ({
      agency: drawing.agencies.place(row.agency),
      amount: sum === null ? null : amountOf(row),
      place: row.district,
      isFinished: row.lacking === 0,
      // The first column has it.
      headline: null,
      cells: row.values
        .slice(0, DISTRICT_COLUMNS)
        .map((value) => (row.lacking > 0 ? null : cellOf(value, locale))),
    })),
    unbegun: 0,
    tally: {
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
  if (quantity === null) return { figure: '–', shade: null, isHeld: false };
  return {
    figure: formatQuantity(quantity, locale),
    shade: toneOf(quantity.unit, goodness(quantity)),
    isHeld: false,
  };
}
