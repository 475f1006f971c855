/** What is answered in an instrument of this kind, and how it is kept: one figure per code, as every topic keeps its figures. */
import { once } from '../once';
import type { Figures } from '../topicKind';
import type { Ladder, LadderIndicator, LadderItem } from './schema';

/** What is said of an item of evidence, as it is stored. */
export const NONE = 0;
export const IN_WORK = 1;
export const READY = 2;
export const MARKS = [NONE, IN_WORK, READY] as const;
export type Mark = (typeof MARKS)[number];

/** The code of the field that says that a score from outside is still awaited; 1 where it is. */
export const waitingCode = ({ code }: Pick<LadderIndicator, 'code'>) => `${code}-menunggu`;
/** The code of the field that holds the value the assessor gave, in hundredths. */
export const assessorCode = ({ code }: Pick<LadderIndicator, 'code'>) => `${code}-asesor`;

/** All indicators in their order. */
export const ladderIndicators = once(({ aspects }: Ladder): readonly LadderIndicator[] =>
  aspects.flatMap(({ indicators }) => indicators),
);

/** The items that a level counts by, rung by rung. */
export const mainItemsOf = once(({ rungs }: LadderIndicator): readonly (readonly LadderItem[])[] =>
  rungs.map(({ items }) => items.filter(({ role }) => role === 'main')),
);

export function itemsOf({ rungs }: LadderIndicator): readonly LadderItem[] {
  return rungs.flatMap(({ items }) => items);
}

/** The codes of everything that is answered about an indicator. */
export function codesOfIndicator(indicator: LadderIndicator): readonly string[] {
  return [
    ...itemsOf(indicator).map(({ code }) => code),
    ...(indicator.external ? [indicator.code, waitingCode(indicator)] : []),
    assessorCode(indicator),
  ];
}

/** Null where nothing was said. */
export function markOf(figures: Figures, { code }: Pick<LadderItem, 'code'>): Mark | null {
  const figure = figures[code];
  return figure === READY || figure === IN_WORK || figure === NONE ? figure : null;
}

/** What stands where the level of an external indicator comes from. */
export type ExternalState =
  | { readonly kind: 'given'; /** In hundredths. */ readonly score: number }
  /** Somebody said that it is not there yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'open' };

export function externalState(figures: Figures, indicator: LadderIndicator): ExternalState {
  const score = figures[indicator.code] ?? null;
  if (score !== null) return { kind: 'given', score };
  return { kind: figures[waitingCode(indicator)] === 1 ? 'waiting' : 'open' };
}
