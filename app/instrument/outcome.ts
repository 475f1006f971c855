/**
 * What an instrument of any kind comes to for one agency: what tables, scenes and papers draw without knowing the kind.
 */
import type { LocalizedText } from './text';

/** What a quantity counts in. */
export type Unit = 'index' | 'points' | 'percent' | 'count' | 'days' | 'ratio';
/** Which way is better; `neither` where a figure only describes. */
export type Direction = 'higher' | 'lower' | 'neither';

/** An exact fraction with what it takes to show it; rounded half up once, where it is shown. */
export interface Quantity {
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: Unit;
  /** Digits after the decimal sign when shown. */
  readonly decimals: number;
  readonly direction: Direction;
}

export interface Outcome {
  /** Null where nothing can be said yet. */
  readonly headline: Quantity | null;
  /** The band or predicate of the headline; null where the kind or the figure has none. */
  readonly band: { readonly code: string; readonly name: LocalizedText } | null;
  /** The highest headline still open to an unfinished agency; null where complete or not known. */
  readonly ceiling: Quantity | null;
  readonly filled: number;
  readonly total: number;
  /** What the reader must know beside the figure, such as a whole that its parts do not reach. */
  readonly remarks: readonly LocalizedText[];
}
