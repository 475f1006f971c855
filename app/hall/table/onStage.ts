/** What a hall reads of a table that a page's reader would look up: names that are no years, and figures that hold others. Pure. */
import { formatQuantity } from '~/i18n';
import {
  type Locale,
  type LocalizedText,
  localize,
  type Quantity,
  quantityOf,
  shownUnits,
} from '~/instrument';
import { isRanked, type Topic } from './topic';

/** The year that a guide bears in its name. */
const YEAR = /\s+(?:19|20)\d{2}$/;

/** `SPBE 2020` → `SPBE`: beside the year of a figure that of a guide is read as another one. */
export function withoutYear(name: string): string {
  return name.replace(YEAR, '');
}

/** The names of topics without the years of their guides; whole where two would be the same. */
export function namesOnStage(names: readonly LocalizedText[], locale: Locale): readonly string[] {
  const short = names.map((name) => withoutYear(localize(name, locale)));
  return names.map((name, place) => {
    const own = short[place] ?? '';
    return short.indexOf(own) === short.lastIndexOf(own) ? own : localize(name, locale);
  });
}

/** An agency that counts what others of the table count too: a province its regencies. */
export interface Whole {
  readonly code: string;
  /** The complete ones among those others. */
  readonly parts: number;
  /** What the figures of these come to, as they are shown: what a reader adds up. */
  readonly sum: string;
}

/** Those of a topic that are complete; only counts hold others, of a share a province has its own. */
export function wholesOf({ cells }: Topic, locale: Locale): readonly Whole[] {
  const ranked = [...cells].flatMap(([code, cell]) =>
    isRanked(cell) ? [{ code, headline: cell.outcome.headline }] : [],
  );
  const within = new Map<string, Quantity[]>();
  const parents = new Set([...cells.keys()].map(parentOf));
  for (const { code, headline } of ranked) {
    const own = within.get(parentOf(code)) ?? [];
    within.set(parentOf(code), own);
    own.push(headline);
  }
  return ranked.flatMap(({ code, headline }) => {
    if (headline.unit !== 'count' || !parents.has(code)) return [];
    const parts = within.get(code) ?? [];
    const units = parts.reduce((sum, part) => sum + shownUnits(part), 0);
    return [{ code, parts: parts.length, sum: formatQuantity(quantityOf(headline, units), locale) }];
  });
}

/** `63.01` lies in `63`; a code of one part lies in nothing. */
function parentOf(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf('.')));
}
