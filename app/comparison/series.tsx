/** How up to eight agencies are told apart: each has its own colour, dash and mark, so that colour is never alone. */

interface SeriesLook {
  /** CSS colour; follows light and dark by itself. */
  readonly colour: string;
  /** SVG dash pattern; none for a solid line. */
  readonly dash: string | undefined;
  /** Path of the mark around 0,0, about ten units wide. */
  readonly mark: string;
}

/** Written out: the style sheet only holds the tokens whose full names stand in the sources. */
const COLOURS = [
  'var(--color-series-1)',
  'var(--color-series-2)',
  'var(--color-series-3)',
  'var(--color-series-4)',
  'var(--color-series-5)',
  'var(--color-series-6)',
  'var(--color-series-7)',
  'var(--color-series-8)',
] as const;

const DASHES = [undefined, '8 4', '3 3', '10 3 2 3', '14 5', '5 2', '2 5', '12 3 2 3 2 3'] as const;

const MARKS = [
  'M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0Z',
  'M-4.5 -4.5H4.5V4.5H-4.5Z',
  'M0 -5.5L5 4H-5Z',
  'M0 -6L6 0L0 6L-6 0Z',
  'M0 5.5L5 -4H-5Z',
  'M-2 -5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z',
  'M0 -6L1.6 -2L6 -1.8L2.6 1L3.7 5.3L0 2.9L-3.7 5.3L-2.6 1L-6 -1.8L-1.6 -2Z',
  'M-5.5 0L-2.7 -5H2.7L5.5 0L2.7 5H-2.7Z',
] as const;

/** The look of a series by its position, from 0. */
export function seriesLook(position: number): SeriesLook {
  const place = position % MARKS.length;
  return {
    colour: COLOURS[place] ?? COLOURS[0],
    dash: DASHES[place],
    mark: MARKS[place] ?? MARKS[0],
  };
}

/** A line with its mark, as charts draw it. */
export function SeriesSample({ position }: { position: number }) {
  const { colour, dash, mark } = seriesLook(position);
  return (
    <svg aria-hidden="true" width="40" height="16" viewBox="-20 -8 40 16" className="shrink-0">
      <line x1="-20" x2="20" y1="0" y2="0" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
      <path d={mark} fill={colour} stroke="var(--color-surface)" strokeWidth="1" />
    </svg>
  );
}

/** Width and height of a pattern tile. */
const TILE = 8;
/** What lies over the colour of a bar, in the surface's colour: nothing, then stripes and dots. */
const OVERLAYS = [
  '',
  'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  'M4 3A1.5 1.5 0 1 1 3.99 3Z',
  'M0 4H8',
  'M0 0L8 8M-2 6L2 10M6 -2L10 2',
  'M4 0V8',
  'M0 4H8M4 0V8',
  'M0 8L8 0M0 0L8 8',
] as const;

/** Fills for bars: the series' colour with the series' own hatching. Put it inside the chart's SVG. */
export function SeriesPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {OVERLAYS.map((overlay, position) => (
        <pattern
          key={overlay}
          id={patternId(prefix, position)}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
        >
          <rect width={TILE} height={TILE} fill={seriesLook(position).colour} />
          <path d={overlay} stroke="var(--color-surface)" strokeWidth="1.25" fill="none" opacity="0.75" />
        </pattern>
      ))}
    </defs>
  );
}

export function patternId(prefix: string, position: number): string {
  return `${prefix}-${String(position % OVERLAYS.length)}`;
}

/** A swatch of a bar's fill, for the legend of bar charts. */
export function BarSample({ prefix, position }: { prefix: string; position: number }) {
  return (
    <svg aria-hidden="true" width="24" height="16" className="shrink-0">
      <SeriesPatterns prefix={`${prefix}-legend`} />
      <rect
        width="24"
        height="16"
        fill={`url(#${patternId(`${prefix}-legend`, position)})`}
        stroke={seriesLook(position).colour}
      />
    </svg>
  );
}
