/** The geometry of the radar, on a square from −100 to 100. Pure. */

/** How up to eight agencies are told apart: colour, dash and mark, so that colour is never alone. */
export interface SeriesLook {
  /** Classes of the line and of the mark: written out, so that the style sheet holds them. */
  readonly stroke: string;
  readonly fill: string;
  readonly dash: string | undefined;
  /** Path around 0,0, about seven units wide. */
  readonly mark: string;
}

const LOOKS: readonly SeriesLook[] = [
  {
    stroke: 'stroke-series-1',
    fill: 'fill-series-1',
    dash: undefined,
    mark: 'M3.5 0a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0z',
  },
  { stroke: 'stroke-series-2', fill: 'fill-series-2', dash: '6 3', mark: 'M-3.2-3.2h6.4v6.4h-6.4z' },
  { stroke: 'stroke-series-3', fill: 'fill-series-3', dash: '2 2.5', mark: 'M0-4.2l4 7h-8z' },
  {
    stroke: 'stroke-series-4',
    fill: 'fill-series-4',
    dash: '8 2.5 2 2.5',
    mark: 'M0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z',
  },
  { stroke: 'stroke-series-5', fill: 'fill-series-5', dash: '11 4', mark: 'M0 4.2l4-7h-8z' },
  {
    stroke: 'stroke-series-6',
    fill: 'fill-series-6',
    dash: '4 2',
    mark: 'M-1.4-4.2h2.8v2.8h2.8v2.8h-2.8v2.8h-2.8v-2.8h-2.8v-2.8h2.8z',
  },
  { stroke: 'stroke-series-7', fill: 'fill-series-7', dash: '1.5 4', mark: 'M-4-1.3h8v2.6h-8z' },
  { stroke: 'stroke-series-8', fill: 'fill-series-8', dash: '9 2 2 2 2 2', mark: 'M-1.3-4h2.6v8h-2.6z' },
];

/** The look of a series by its position, from 0. */
export function seriesLook(position: number): SeriesLook {
  return LOOKS[position % LOOKS.length] ?? { stroke: '', fill: '', dash: undefined, mark: '' };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Axis 0 points up, the others follow clockwise. */
export function pointAt(axis: number, axes: number, radius: number): Point {
  const angle = (axis / Math.max(axes, 1)) * 2 * Math.PI - Math.PI / 2;
  return { x: round(Math.cos(angle) * radius), y: round(Math.sin(angle) * radius) };
}

/** The points of a series: the lowest figure lies a little outside the middle, so that it can be seen. */
export function polygon(values: readonly number[], bottom: number, top: number): readonly Point[] {
  return values.map((value, axis) => pointAt(axis, values.length, radiusOf(value, bottom, top)));
}

export function radiusOf(value: number, bottom: number, top: number): number {
  const inner = 15;
  const part = top <= bottom ? 0 : (Math.min(Math.max(value, bottom), top) - bottom) / (top - bottom);
  return inner + part * (100 - inner);
}

export function pathOf(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(({ x, y }) => `${String(x)} ${String(y)}`).join('L')}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
