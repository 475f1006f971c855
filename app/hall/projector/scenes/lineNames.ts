/** Which lines of the closing picture bear a name at their end, so that none lies on another. Pure. */

export interface Line {
  readonly agency: number;
  readonly before: number;
  readonly now: number;
}

/** Ends nearer to one another than this many per cent of the picture's height have no room for two names. */
export const LEAST_GAP = 11;

/**
 * Whoever is spoken of first, then the best, then who rose the most: each as far as its name does not lie on one that is
 * there already.
 * @param first agencies whose line must have a name before all others
 * @param heightOf where an index stands, in per cent of the height
 */
export function namedLines(
  lines: readonly Line[],
  first: (agency: number) => boolean,
  heightOf: (index: number) => number,
): readonly Line[] {
  const best = lines.reduce<Line | undefined>(
    (top, one) => (top && top.now >= one.now ? top : one),
    undefined,
  );
  const riser = lines.reduce<Line | undefined>(
    (top, one) => (top && riseOf(top) >= riseOf(one) ? top : one),
    undefined,
  );
  const wanted = [
    ...lines.filter(({ agency }) => first(agency)),
    ...(best ? [best] : []),
    ...(riser && riseOf(riser) > 0 ? [riser] : []),
  ];
  const named: Line[] = [];
  for (const one of wanted) {
    const isFree = named.every(({ now }) => Math.abs(heightOf(now) - heightOf(one.now)) >= LEAST_GAP);
    if (isFree) named.push(one);
  }
  return named;
}

function riseOf({ before, now }: Line): number {
  return now - before;
}
