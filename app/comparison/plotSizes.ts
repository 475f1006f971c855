/** How high the dot plot is: known before it is drawn, so that its place is kept. Pure. */

/** On a phone names stand above their row; a projector is read from farther away. */
export type PlotSize = 'narrow' | 'usual' | 'large';

const ROW = { narrow: 58, usual: 23, large: 36 } as const;
/** The axis, and the names of targets above the first row. */
const MARGIN = { narrow: 56, usual: 54, large: 72 } as const;

/** Marks of more agencies in one place need more room. */
export function rowHeight(size: PlotSize, agencies: number): number {
  return ROW[size] + 2 * agencies;
}

export function heightOf(size: PlotSize, rows: number, agencies: number): number {
  return MARGIN[size] + rows * rowHeight(size, agencies);
}
