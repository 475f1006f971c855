/**
 * The colour of a part of a topic, as the level that it belongs to in hundredths, and what the key says of it: both out
 * of the same steps. An index has the colour of its own level. Of a share it is how much of the best there is, whichever
 * way is better there: where half is missing it is as weak as can be, and the best colour is kept for what lacks nothing.
 * What counts is the figure as it is shown, or the key would speak against it. A count says nothing of how bad it is: a
 * large district has more of everything. Pure.
 */
import { formatNumber } from '~/i18n';
import { type Locale, type Quantity, shownUnits } from '~/instrument';
import type { FigureRange } from '~/instrument/topic';

/** From so many per cent of the best on, the level whose colour it has; below the last it is the first. */
export const STEPS = [
  { percent: 100, level: 5 },
  { percent: 90, level: 4 },
  { percent: 75, level: 3 },
  // Half of it is as weak as can be: what lies above begins the next.
  { percent: 50, level: 2, isAbove: true },
] as const;

const LEVELS = 5;

/** The colours of shares as a key tells them, the weakest first. */
export interface ToneKey {
  /** Of the columns in which fewer is better. */
  readonly isLowerBetter: boolean;
  readonly steps: string[];
}

/** Null where neither way is better, and of what is no share. */
export function toneOfShare(quantity: Quantity): number | null {
  const { decimals, direction, denominator, numerator, unit } = quantity;
  if (unit !== 'percent' || direction === 'neither') return null;
  const one = 10 ** decimals;
  const shown = Math.min(Math.max(shownUnits(quantity), 0), 100 * one);
  return direction === 'lower'
    ? toneOfPercent((100 * one - shown) / one, numerator <= 0)
    : toneOfPercent(shown / one, numerator >= denominator);
}

/**
 * @param percent of the best there is, as it is shown
 * @param isAll nothing lacks: what is only rounded up to all of it has not the best colour
 */
export function toneOfPercent(percent: number, isAll: boolean): number {
  const step = STEPS.find((one) => ('isAbove' in one ? percent > one.percent : percent >= one.percent));
  const level = step?.level ?? 1;
  return (level === LEVELS && !isAll ? LEVELS - 1 : level) * 100;
}

/** How far an index is along its scale, as if that began at the first level and ended at the last. */
export function toneOfIndex(quantity: Quantity, { lowest, highest }: FigureRange): number {
  const shown = shownUnits(quantity) / 10 ** quantity.decimals;
  const way = Math.min(Math.max((shown - lowest) / (highest - lowest), 0), 1);
  return 100 + Math.round(way * (LEVELS - 1) * 100);
}

/** `≤ 50%`, `> 50%` … `100%`; of a share of what there should be none of `≥ 50%`, `< 50%` … `0%`. */
export function keyOfShares(isLowerBetter: boolean, locale: Locale): ToneKey {
  const percent = (of: number) => `${formatNumber(isLowerBetter ? 100 - of : of, locale)}%`;
  const [atLeast, above, atMost] = isLowerBetter ? ['≤', '<', '≥'] : ['≥', '>', '≤'];
  const steps = [...STEPS].reverse();
  const [first] = steps;
  return {
    isLowerBetter,
    steps: [
      ...(first ? [`${atMost} ${percent(first.percent)}`] : []),
      ...steps.map((step) =>
        step.level === LEVELS
          ? percent(step.percent)
          : `${'isAbove' in step ? above : atLeast} ${percent(step.percent)}`,
      ),
    ],
  };
}

/** `≥ 1`, `≥ 2` … `5`: the whole figure that an index has reached. */
export function keyOfIndex({ lowest, highest }: FigureRange, locale: Locale): ToneKey {
  const steps = Array.from({ length: LEVELS }, (_, place) =>
    formatNumber(lowest + ((highest - lowest) * place) / (LEVELS - 1), locale),
  );
  return {
    isLowerBetter: false,
    steps: steps.map((step, place) => (place === LEVELS - 1 ? step : `≥ ${step}`)),
  };
}
