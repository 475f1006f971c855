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

/** The mark alone, as the dot plot draws it. */
export function MarkSample({ position }: { position: number }) {
  const { colour, mark } = seriesLook(position);
  return (
    <svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16" className="shrink-0">
      <path d={mark} fill={colour} />
    </svg>
  );
}
