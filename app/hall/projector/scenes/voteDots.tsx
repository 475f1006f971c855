/** Ballots as dots: those that came in, and how they fell. */

/** More dots than this are no dots any more: then each stands for several ballots. */
const MOST_DOTS = 400;

/** How many ballots a dot stands for. */
export function ballotsPerDot(ballots: number): number {
  return Math.max(1, Math.ceil(ballots / MOST_DOTS));
}

const dotsFor = (ballots: number, perDot: number) => Math.ceil(ballots / perDot);

/** One dot for everybody who may vote, large for everybody who has: how many, never what. A ring would be last year's. */
export function TurnoutDots({ voted, eligible }: { readonly voted: number; readonly eligible: number }) {
  const all = Math.max(voted, eligible);
  const perDot = ballotsPerDot(all);
  const dots = dotsFor(all, perDot);
  const filled = voted === 0 ? 0 : dotsFor(voted, perDot);
  const rows = dots <= 30 ? 1 : dots <= 90 ? 2 : 4;
  const columns = Math.max(1, Math.ceil(dots / rows));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${String(columns)} ${String(rows)}`}
      preserveAspectRatio="xMinYMid meet"
      className="block h-10 w-full min-w-0 hall:h-14"
    >
      {Array.from({ length: dots }, (_, place) => (
        <circle
          key={place}
          cx={(place % columns) + 0.5}
          cy={Math.floor(place / columns) + 0.5}
          r={place < filled ? '0.4' : '0.18'}
          className={`transition-[fill,r] duration-500 in-data-[motion=calm]:transition-none motion-reduce:transition-none ${place < filled ? 'fill-brand' : 'fill-line-strong'}`}
        />
      ))}
    </svg>
  );
}

/** The ballots of one level, stacked from below; all columns of a vote are `width` dots wide and `height` high. */
export function ColumnDots({
  votes,
  perDot,
  shape,
}: {
  readonly votes: number;
  readonly perDot: number;
  readonly shape: ColumnShape;
}) {
  const { width, height } = shape;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      preserveAspectRatio="xMidYMax meet"
      className="block size-full min-h-0"
    >
      {Array.from({ length: dotsFor(votes, perDot) }, (_, place) => (
        <circle
          key={place}
          data-grow="dot"
          data-step={place}
          cx={(place % width) + 0.5}
          cy={height - Math.floor(place / width) - 0.5}
          r="0.4"
          className="origin-center fill-brand [transform-box:fill-box]"
        />
      ))}
    </svg>
  );
}

export interface ColumnShape {
  readonly width: number;
  readonly height: number;
}

/** Wide enough for the longest column to be about as high as it is wide. */
export function columnShape(most: number, perDot: number): ColumnShape {
  const dots = Math.max(1, dotsFor(most, perDot));
  const width = Math.max(3, Math.ceil(Math.sqrt(dots)));
  return { width, height: Math.max(2, Math.ceil(dots / width)) };
}
