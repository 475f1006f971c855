/**
 * The scene of what a topic is made of: its nodes for every agency, or its register district by district, the weakest
 * first. Which kind of topic it is nobody asks.
 */
import { orderAgencies, readTable, sourceForHall } from '~/hall/table/index.server';
import { formatQuantity } from '~/i18n';
import { compareBetter, type Locale, localize, type Quantity } from '~/instrument';
import { kindOf, type Topic } from '~/instrument/topic';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { type DistrictRow, hasParts, type NodeRow, readTopicParts } from '~/topics/index.server';
import type { SceneOf } from '../scene';
import { HALL_ROWS, MOST_COLUMNS } from '../scenes/scenePaging';
import type { Draw, Drawing } from './drawing.server';
import { districtsHeadline, nodesHeadline, type PartsHeadline } from './partsHeadline';
import { TITLE_LETTERS } from './table.server';

type PartsScene = SceneOf<'topicParts'>;
type Row = PartsScene['rows'][number];
type Body = Pick<PartsScene, 'columns' | 'rows' | 'more' | 'isByDistrict'> & PartsHeadline;

/** So many districts stand on three pages; a country has seven thousand. */
const MOST_DISTRICTS = 3 * HALL_ROWS;
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
    const nothing = { headline: '', plain: '', columns: [], rows: [], more: 0, isByDistrict: false };
    return { scene: 'topicParts', key: '', name: null, ...nothing };
  }
  const parts = await readTopicParts(db, rakerda, topic);
  return {
    scene: 'topicParts',
    key: topic.code,
    name: localize(topic.shortName, drawing.locale),
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
    columns: all.slice(0, MOST_COLUMNS).map(({ name }) => localize(name, locale)),
    rows: shown.map(({ agency, nodes }) => ({
      agency: drawing.agencies.place(agency),
      place: null,
      isFinished: nodes.every((node) => node !== null),
      cells: nodes.slice(0, MOST_COLUMNS).map((node) =>
        node === null
          ? null
          : {
              figure: formatQuantity(node.quantity, locale),
              shade: shadeOf(node.share),
              isHeld: node.isHeld,
            },
      ),
    })),
    more: rows.length - shown.length,
  };
}

function districtsBody(
  drawing: Drawing,
  columns: readonly {
    readonly name: { readonly id: string; readonly en: string };
    readonly unitName?: { readonly id: string; readonly en: string } | undefined;
  }[],
  rows: readonly DistrictRow[],
): Body {
  const { locale, tie } = drawing;
  const worstFirst = [...rows].sort(
    (a, b) => worse(a, b) || tie(a.agency, b.agency) || (a.district < b.district ? -1 : 1),
  );
  const finished = worstFirst.filter(({ lacking }) => lacking === 0);
  // Where fewer is better, those without any have nothing to be seen for.
  const telling = worstFirst.filter((row) => !isSpotless(row));
  const shown = (telling.length > 0 ? telling : worstFirst).slice(0, MOST_DISTRICTS);
  const [lead] = columns;
  const tops = columns.map((_, at) => Math.max(0, ...finished.map(({ values }) => partOf(values[at]))));
  return {
    ...districtsHeadline(
      finished.map(({ district, values }) => ({ district, value: values[0] ?? null })),
      {
        locale,
        districts: rows.length,
        measure: lead ? localize(lead.name, locale) : '',
        unitName: lead?.unitName ? localize(lead.unitName, locale) : '',
        most: TITLE_LETTERS,
      },
    ),
    isByDistrict: true,
    columns: columns.slice(0, DISTRICT_COLUMNS).map(({ name }) => localize(name, locale)),
    rows: shown.map((row): Row => ({
      agency: drawing.agencies.place(row.agency),
      place: row.district,
      isFinished: row.lacking === 0,
      cells: row.values
        .slice(0, DISTRICT_COLUMNS)
        .map((value, at) => (row.lacking > 0 ? null : cellOf(value, tops[at] ?? 0, locale))),
    })),
    more: rows.length - shown.length,
  };
}

/** Finished ones first, the worst of them before the others. */
function worse(a: DistrictRow, b: DistrictRow): number {
  const [left, right] = [a, b].map(({ lacking, values }) => (lacking > 0 ? null : (values[0] ?? null)));
  if (!left || !right) return Number(!left) - Number(!right);
  return compareBetter(right, left);
}

function isSpotless({ lacking, values: [lead] }: DistrictRow): boolean {
  return lacking === 0 && lead?.direction === 'lower' && lead.numerator === 0;
}

function partOf(quantity: Quantity | null | undefined): number {
  return quantity ? quantity.numerator / quantity.denominator : 0;
}

/** A part of a whole is seen against the whole, a count against the largest one. */
function cellOf(quantity: Quantity | null, top: number, locale: Locale): Row['cells'][number] {
  // Nothing to take a part of: that is not unfinished.
  if (quantity === null) return { figure: '–', shade: null, isHeld: false };
  const { direction, unit } = quantity;
  const of = unit === 'percent' ? 1 : top;
  const part = of === 0 ? 0 : Math.min(partOf(quantity) / of, 1);
  const share = direction === 'neither' ? null : Math.round((direction === 'lower' ? 1 - part : part) * 1000);
  return { figure: formatQuantity(quantity, locale), shade: shadeOf(share), isHeld: false };
}

/** From the lowest level's colour to the highest's. */
function shadeOf(share: number | null): number | null {
  return share === null ? null : 100 + Math.round(share * 0.4);
}
