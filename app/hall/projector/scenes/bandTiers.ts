/** In how many lines the names of predicates stand above a board, so that none touches another. Pure. */

/** A letter is about so wide, in per cent of the narrowest board of a wide screen in the widest typeface. */
const LETTER = 2.6;
/** What lies between two names at least, in the same measure. */
const GAP = 2;

export interface NamedBand {
  readonly name: string;
  /** Per cent of the axis. */
  readonly start: number;
  readonly width: number;
}

/**
 * The line that each name stands in, counted from the board: all in the first, or every other one a line higher, where it
 * has the room of its neighbours too. Null where that is not enough.
 */
export function bandTiers(bands: readonly NamedBand[]): readonly number[] | null {
  for (const lines of [1, 2]) {
    const tiers = bands.map((_, place) => place % lines);
    if (isApart(bands, tiers)) return tiers;
  }
  return null;
}

function isApart(bands: readonly NamedBand[], tiers: readonly number[]): boolean {
  // Where the last name of each line ends.
  const ends = new Map<number, number>();
  return bands.every(({ name, start, width }, place) => {
    const half = (name.length * LETTER) / 2;
    const middle = start + width / 2;
    const tier = tiers[place] ?? 0;
    const end = ends.get(tier);
    ends.set(tier, middle + half);
    return end === undefined ? true : middle - half - end >= GAP;
  });
}
