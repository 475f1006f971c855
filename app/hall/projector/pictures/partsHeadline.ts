/**
 * What the parts of a topic say, as one sentence of their own figures. It comes twice: as it may be told, and without
 * any name, for a screen where names are hidden. Pure.
 */
import { formatNumber, formatPercent, formatQuantity } from '~/i18n';
import { counted } from '~/i18n/counted';
import { compareBetter, compareQuantities, type Locale, type Quantity } from '~/instrument';
import type { NodeFigure } from '~/instrument/topic';
import { partsHeadlineWords } from './partsHeadlineWords';

export interface PartsHeadline {
  readonly headline: string;
  /** The same without a name. */
  readonly plain: string;
}

interface Asked {
  readonly locale: Locale;
  /** Letters that there is room for. */
  readonly most: number;
}

/** The longest that fits; the first is the most that can be said. */
function fitting(most: number, sentences: readonly string[]): string {
  return sentences.find(({ length }) => length <= most) ?? sentences.at(-1) ?? '';
}

/**
 * @param finished districts whose rows lack nothing, the worst first
 * @param asked `districts` is how many there are in all
 */
export function districtsHeadline(
  finished: readonly { readonly district: string; readonly value: Quantity | null }[],
  asked: Asked & {
    readonly districts: number;
    readonly measure: string;
    readonly unitName: { readonly one: string; readonly several: string };
  },
): PartsHeadline {
  const { districts, locale, measure, most, unitName } = asked;
  const words = partsHeadlineWords[locale];
  const number = (count: number) => formatNumber(count, locale);
  const told = finished.flatMap(({ district, value }) => (value ? [{ district, value }] : []));
  const [worst] = told;
  const same = (sentence: string): PartsHeadline => ({ headline: sentence, plain: sentence });
  if (districts === 0) return same('');
  if (!worst) return same(words.noDistrict({ of: number(districts) }));
  const of = number(told.length);
  const isAll = told.length === districts;
  const figure = formatQuantity(worst.value, locale);
  const alike = told.filter(({ value }) => compareQuantities(value, worst.value) === 0);
  if (worst.value.unit !== 'count' || worst.value.direction !== 'lower') {
    const lead = isAll ? words.at : words.atFinished;
    return same(lead({ measure, count: number(alike.length), of, figure }));
  }
  const hit = told.filter(({ value }) => value.numerator > 0);
  const where = { measure, of };
  if (hit.length === 0) return same((isAll ? words.nowhere : words.nowhereFinished)(where));
  const sum = hit.reduce((all, { value }) => all + value.numerator / value.denominator, 0);
  const said = {
    ...where,
    sum: counted(number(sum), unitName.one, unitName.several).trimEnd(),
    count: number(hit.length),
  };
  const lead = (isAll ? words.sum : words.sumFinished)(said);
  // Of several that have as many none is named.
  const plain = fitting(most, [words.join({ first: lead, second: words.mostIn({ figure }) }), lead]);
  if (alike.length > 1) return same(plain);
  const named = words.join({ first: lead, second: words.mostAt({ place: worst.district, figure }) });
  return { headline: fitting(most, [named, plain]), plain };
}

/**
 * @param rows what each agency has of every node; null where it is not finished
 * @param asked `agencies` is how many take part
 */
export function nodesHeadline(
  rows: readonly (readonly (NodeFigure | null)[])[],
  asked: Asked & { readonly agencies: number; readonly names: readonly string[] },
): PartsHeadline {
  const { agencies, locale, most, names } = asked;
  const words = partsHeadlineWords[locale];
  const number = (count: number) => formatNumber(count, locale);
  const same = (sentence: string): PartsHeadline => ({ headline: sentence, plain: sentence });
  if (agencies === 0) return same('');
  const whole = rows.flatMap((nodes) => {
    const finished = nodes.flatMap((node) => node ?? []);
    return finished.length === nodes.length ? [finished] : [];
  });
  if (whole.length === 0) return same(words.noAgency({ of: number(agencies) }));
  const held = whole.filter((nodes) => nodes.some(({ isHeld }) => isHeld)).length;
  const second = held === 0 ? null : words.held({ count: number(held), of: number(whole.length) });
  const finished = words.finished({ count: number(whole.length), of: number(agencies) });
  const weakest = weakestOf(whole, names, locale);
  const lead = weakest ? words.weakest(weakest) : finished;
  return same(second === null ? lead : fitting(most, [words.join({ first: lead, second }), lead]));
}

/** The median of one node, as one that somebody has: of an even number the lower of the two in the middle. */
export function middleOf(column: readonly NodeFigure[]): NodeFigure | undefined {
  const worstFirst = [...column].sort((a, b) => compareBetter(b.quantity, a.quantity));
  return worstFirst[Math.floor((worstFirst.length - 1) / 2)];
}

/** The node with the lowest median of all; null where several share that, or where nothing says which way is better. */
function weakestOf(
  whole: readonly (readonly NodeFigure[])[],
  names: readonly string[],
  locale: Locale,
): { readonly name: string; readonly figure: string } | null {
  const medians = names.flatMap((name, at) => {
    const middle = middleOf(whole.flatMap((nodes) => nodes[at] ?? []));
    const share = middle?.share ?? null;
    return !middle || share === null ? [] : [{ name, ...middle, share }];
  });
  const lowest = Math.min(...medians.map(({ share }) => share));
  const [first, second] = medians.filter(({ share }) => share === lowest);
  if (!first || second || medians.length < 2) return null;
  const isPoints = first.quantity.unit === 'points';
  return {
    name: first.name,
    figure: isPoints
      ? partsHeadlineWords[locale].ofFull({ figure: formatPercent(first.share, 1000, locale) })
      : formatQuantity(first.quantity, locale),
  };
}
