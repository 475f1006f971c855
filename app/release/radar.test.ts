import { describe, expect, it } from 'vitest';
import { radarLabel, radarOutline, radarPoint } from './radar';

const frame = { center: { x: 100, y: 100 }, radius: 80, min: 0, max: 5 };

describe('the radar', () => {
  it('starts at the top and goes clockwise', () => {
    expect(radarPoint(frame, 0, 4, 5)).toEqual({ x: 100, y: 20 });
    expect(radarPoint(frame, 1, 4, 5)).toEqual({ x: 180, y: 100 });
    expect(radarPoint(frame, 2, 4, 2.5)).toEqual({ x: 100, y: 140 });
    expect(radarPoint(frame, 3, 4, 0)).toEqual({ x: 100, y: 100 });
  });

  it('keeps values outside the scale at its edge', () => {
    expect(radarPoint(frame, 0, 4, 9)).toEqual({ x: 100, y: 20 });
    expect(radarPoint(frame, 0, 4, -1)).toEqual({ x: 100, y: 100 });
  });

  it('joins one point per axis', () => {
    expect(radarOutline(frame, [5, 5, 5, 5])).toEqual([
      { x: 100, y: 20 },
      { x: 180, y: 100 },
      { x: 100, y: 180 },
      { x: 20, y: 100 },
    ]);
  });

  it('writes labels away from the chart', () => {
    expect(radarLabel(frame, 0, 4, 10)).toEqual({ x: 100, y: 10, anchor: 'middle' });
    expect(radarLabel(frame, 1, 4, 10)).toEqual({ x: 190, y: 100, anchor: 'start' });
    expect(radarLabel(frame, 3, 4, 10)).toEqual({ x: 10, y: 100, anchor: 'end' });
  });
});
