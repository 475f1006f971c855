/** The geometry of a radar chart: pure numbers, no drawing. The first axis points up, the rest follow clockwise. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RadarFrame {
  readonly center: Point;
  /** Distance from the centre at which the highest value lies. */
  readonly radius: number;
  /** The value at the centre and the one at the rim. */
  readonly min: number;
  readonly max: number;
}

/** Where a value lies on axis `axis` of `axes`; values outside the frame are drawn at its edge. */
export function radarPoint(frame: RadarFrame, axis: number, axes: number, value: number): Point {
  const share = Math.min(1, Math.max(0, (value - frame.min) / (frame.max - frame.min)));
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2;
  return {
    x: round(frame.center.x + Math.cos(angle) * frame.radius * share),
    y: round(frame.center.y + Math.sin(angle) * frame.radius * share),
  };
}

/** The corners of the closed outline through one value per axis. */
export function radarOutline(frame: RadarFrame, values: readonly number[]): readonly Point[] {
  return values.map((value, axis) => radarPoint(frame, axis, values.length, value));
}

export interface RadarLabel extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Where the name of an axis stands: a little outside the rim, its text growing away from the chart. */
export function radarLabel(frame: RadarFrame, axis: number, axes: number, gap: number): RadarLabel {
  const outside = { ...frame, radius: frame.radius + gap };
  const point = radarPoint(outside, axis, axes, frame.max);
  const sideways = point.x - frame.center.x;
  return {
    ...point,
    anchor: Math.abs(sideways) < frame.radius / 10 ? 'middle' : sideways > 0 ? 'start' : 'end',
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
