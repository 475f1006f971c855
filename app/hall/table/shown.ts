/** The table put into figures and words of one language: what a page or a screen of the hall is sent. */
import { formatMovement, formatNumber, formatQuantity } from '~/i18n';
import { type Locale, localize, movementOf } from '~/instrument';
import { isReached } from '~/instrument/topic';
import { distanceText, goalText } from '~/rakerda/topicTargetText';
import { topicTargetWords } from '~/rakerda/topicTargetWords';
import { type Finding, findingsOf } from './finding';
import { withoutYear } from './onStage';
import { weakestOf } from './ordering';
import type { ShownCell, ShownTopic } from './shownSchema';
import { tableWords } from './tableWords';
import { type Cell, isRanked, type Target, type Topic } from './topic';

export function shownTopic(topic: Topic, locale: Locale): ShownTopic {
  return {
    key: topic.key,
    name: localize(topic.name, locale),
    measure: localize(topic.measure, locale),
    isProposal: topic.isProposal,
    isLowerBetter: topic.isLowerBetter,
    bands: topic.bands.map(({ name }) => localize(name, locale)),
    yearBefore: [...topic.cells.values()].some((cell) => isRanked(cell) && cell.before !== null)
      ? topic.yearBefore
      : null,
    target: goalOfTopic(topic, locale),
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
  const target = shownTarget(cell.target, locale);
  const at = band ? bands.get(band.code) : undefined;
  return {
    figure,
    ...(at !== undefined && { band: at }),
    ...(moved && { change: formatMovement(moved, locale) }),
    ...(typeof moved?.isBetter === 'boolean' && { isBetter: moved.isBetter }),
    ...(isWeak && { isWeak }),
    ...(target && { target }),
    ...noted,
  };
}

function shownTarget(target: Target | null, locale: Locale): ShownCell['target'] | null {
  if (!target?.now) return null;
  const { goal, now, figure } = target;
  const distance = distanceText(goal, now, { words: topicTargetWords[locale], locale });
  return {
    isReached: isReached(goal, now),
    // Beside a headline nobody should read how far another figure is.
    says: figure
      ? `${localize(figure.name, locale)}: ${distance}`
      : tableWords[locale].target({ target: distance }),
  };
}

/** `paling sedikit 95,00%`; with the name of the figure where that is another one than the headline. */
function goalOfTopic({ target }: Topic, locale: Locale): string | null {
  if (!target) return null;
  const goal = goalText(target.figure, target.goal, { words: topicTargetWords[locale], locale });
  return target.figure ? `${localize(target.figure.name, locale)} ${goal}` : goal;
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
        // Two years in one sentence are read as two years.
        topic: withoutYear(topic),
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
