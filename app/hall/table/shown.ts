/** The table put into figures and words of one language: what a page or a screen of the hall is sent. */
import * as z from 'zod/mini';
import { formatMovement, formatNumber, formatQuantity } from '~/i18n';
import { type Locale, localize, movementOf } from '~/instrument';
import { type Finding, findingsOf } from './finding';
import { weakestOf } from './ordering';
import { tableWords } from './tableWords';
import { type Cell, isRanked, type Topic } from './topic';

const text = z.string();
const place = z.int().check(z.minimum(0));

/** What is left out is not there: a country's table is thousands of these. */
export const shownCellSchema = z.object({
  /** As it is read: `3,83`, `95,7%`, `6/7`; left out where there is none. */
  figure: z.optional(text),
  /** `12/47` where it is unfinished. */
  part: z.optional(text),
  /** Place among the bands of the topic. */
  band: z.optional(place),
  /** `+0,30` against the year before, where it is finished. */
  change: z.optional(text),
  /** Of a change that goes one way or the other. */
  isBetter: z.optional(z.boolean()),
  isWeak: z.optional(z.boolean()),
  remarks: z.optional(z.array(text)),
  /** The reader may not see it yet. */
  isClosed: z.optional(z.boolean()),
});
export type ShownCell = z.infer<typeof shownCellSchema>;

export const shownTopicSchema = z.object({
  key: text,
  name: text,
  measure: text,
  isLowerBetter: z.boolean(),
  /** The lowest first. */
  bands: z.array(text),
  yearBefore: z.nullable(z.int()),
});
export type ShownTopic = z.infer<typeof shownTopicSchema>;

export function shownTopic(topic: Topic, locale: Locale): ShownTopic {
  return {
    key: topic.key,
    name: localize(topic.name, locale),
    measure: localize(topic.measure, locale),
    isLowerBetter: topic.isLowerBetter,
    bands: topic.bands.map(({ name }) => localize(name, locale)),
    yearBefore: [...topic.cells.values()].some((cell) => isRanked(cell) && cell.before !== null)
      ? topic.yearBefore
      : null,
  };
}

/** How the cells of a topic are shown; made once, asked for each agency. */
export function cellsOf(topic: Topic, locale: Locale): (agencyCode: string) => ShownCell | null {
  const weak = weakestOf(topic);
  const places = new Map(topic.bands.map(({ code }, at) => [code, at]));
  return (agencyCode) => {
    const cell = topic.cells.get(agencyCode);
    return cell ? shownCell(cell, places, weak.has(agencyCode), locale) : null;
  };
}

function shownCell(
  cell: Cell,
  bands: ReadonlyMap<string, number>,
  isWeak: boolean,
  locale: Locale,
): ShownCell {
  if (!cell.isOpen) return { isClosed: true };
  const { headline, filled, total, band, remarks } = cell.outcome;
  const noted = remarks.length > 0 ? { remarks: remarks.map((remark) => localize(remark, locale)) } : {};
  if (headline === null) return noted;
  const figure = formatQuantity(headline, locale);
  if (!isRanked(cell)) {
    return { figure, part: `${formatNumber(filled, locale)}/${formatNumber(total, locale)}`, ...noted };
  }
  const moved = cell.before && movementOf(headline, cell.before);
  const at = band ? bands.get(band.code) : undefined;
  return {
    figure,
    ...(at !== undefined && { band: at }),
    ...(moved && { change: formatMovement(moved, locale) }),
    ...(typeof moved?.isBetter === 'boolean' && { isBetter: moved.isBetter }),
    ...(isWeak && { isWeak }),
    ...noted,
  };
}

/**
 * What the table says, as one line; empty where it says nothing yet.
 * @param most letters that there is room for: what does not fit whole is left out whole
 */
export function headlineOf(
  topics: readonly Topic[],
  lead: Topic | undefined,
  locale: Locale,
  most = Infinity,
): string {
  const [first = '', ...further] = findingsOf(topics, lead).map((finding) => inWords(finding, locale));
  const whole = [first, ...further].join('; ');
  return whole.length <= most ? whole : first;
}

function inWords(finding: Finding, locale: Locale): string {
  const words = tableWords[locale].finding;
  const number = (count: number) => formatNumber(count, locale);
  const topic = localize(finding.topic, locale);
  switch (finding.kind) {
    case 'moved':
      return words.moved({
        topic,
        better: number(finding.better),
        compared: number(finding.compared),
        year: String(finding.year),
      });
    case 'reached':
      return words.reached({
        topic,
        band: localize(finding.band, locale),
        agencies: number(finding.agencies),
        ranked: number(finding.ranked),
      });
    case 'unfinished':
      return words.unfinished({ topic, ranked: number(finding.ranked), all: number(finding.all) });
    case 'nothing':
      return words.nothing({ topic, agencies: number(finding.agencies), ranked: number(finding.ranked) });
    case 'parts':
      return words.parts({ topic, done: number(finding.done), all: number(finding.all) });
  }
}
