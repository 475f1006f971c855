/**
 * The axis of an index: the instrument's own scale from its lowest to its highest index, with its predicates as bands.
 * Every drawing of an index asks here where a figure stands, so that none begins at zero or ends at a target. Pure;
 * figures are hundredths.
 */
export interface Axis {
  readonly bottom: number;
  readonly top: number;
  /** The lowest first, each with the index that it begins at. */
  readonly bands: readonly { readonly name: string; readonly from: number }[];
}

/** The axis of an instrument, or of its outline. */
export function axisOf(instrument: {
  readonly level: { readonly min: number; readonly max: number };
  readonly predicates: readonly { readonly name: string; readonly minHundredths: number }[];
}): Axis {
  const { level, predicates } = instrument;
  return {
    bottom: level.min * 100,
    top: level.max * 100,
    bands: predicates.map(({ name, minHundredths }) => ({ name, from: minHundredths })).reverse(),
  };
}

/** How far along the axis a figure stands, as per cent of its length; what lies beyond an end stands on it. */
export function partOn({ bottom, top }: Pick<Axis, 'bottom' | 'top'>, figure: number): number {
  if (top <= bottom) return 0;
  return Math.round(((Math.min(Math.max(figure, bottom), top) - bottom) / (top - bottom)) * 1000) / 10;
}

/** The same as an attribute of SVG: `62.5%`. */
export function placeOn(axis: Pick<Axis, 'bottom' | 'top'>, figure: number): string {
  return `${String(partOn(axis, figure))}%`;
}

export interface AxisBand {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Per cent of the axis. */
  readonly start: number;
  readonly width: number;
}

/** The bands as columns behind a drawing. */
export function bandsOn(axis: Axis): readonly AxisBand[] {
  return axis.bands.map(({ name, from }, place, all) => {
    const to = all[place + 1]?.from ?? axis.top;
    const start = partOn(axis, from);
    return { name, from, to, start, width: Math.round((partOn(axis, to) - start) * 10) / 10 };
  });
}

/** No more than this stands out behind discs and lines. */
const MOST_OPACITY = 0.32;

/**
 * Grey, and the more of it the higher the predicate. The colours are those of levels: a predicate does not begin where a
 * level does, so that the same index would have one colour here and another on the map of aspects.
 */
export function bandOpacity(place: number): number {
  return Math.min(MOST_OPACITY, 0.08 + place * 0.06);
}

/** What is written below the axis: both ends and the borders of bands, as far as `least` per cent lie between them. */
export function ticksOn(axis: Axis, least: number): readonly number[] {
  const ticks = [axis.bottom];
  for (const { from } of axis.bands) {
    const last = ticks.at(-1) ?? axis.bottom;
    if (partOn(axis, from) - partOn(axis, last) >= least && 100 - partOn(axis, from) >= least)
      ticks.push(from);
  }
  return [...ticks, axis.top];
}

/** Whole levels, the lowest first: the rings of a radar, the lines of a chart. */
export function levelsOn({ bottom, top }: Pick<Axis, 'bottom' | 'top'>): readonly number[] {
  return Array.from({ length: Math.floor((top - bottom) / 100) + 1 }, (_, step) => bottom + step * 100);
}
