import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, bandsOn, levelsOn, partOn, placeOn, ticksOn } from './indexAxis';

const spbe = axisOf({
  level: { min: 1, max: 5 },
  predicates: [
    { name: 'Memuaskan', minHundredths: 420 },
    { name: 'Sangat Baik', minHundredths: 350 },
    { name: 'Baik', minHundredths: 260 },
    { name: 'Cukup', minHundredths: 180 },
    { name: 'Kurang', minHundredths: 100 },
  ],
});

describe('the axis', () => {
  it('runs from the lowest to the highest index, never from zero or to a target', () => {
    expect([spbe.bottom, spbe.top]).toEqual([100, 500]);
    expect([100, 200, 300, 500].map((figure) => placeOn(spbe, figure))).toEqual(['0%', '25%', '50%', '100%']);
    expect(levelsOn(spbe)).toEqual([100, 200, 300, 400, 500]);
  });

  it('keeps every figure on it, and in order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [low, high] = [partOn(spbe, Math.min(a, b)), partOn(spbe, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
    expect(partOn({ bottom: 100, top: 100 }, 100)).toBe(0);
  });

  it('has the predicates as columns without a gap', () => {
    const bands = bandsOn(spbe);
    expect(bands.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Kurang', 100, 180],
      ['Cukup', 180, 260],
      ['Baik', 260, 350],
      ['Sangat Baik', 350, 420],
      ['Memuaskan', 420, 500],
    ]);
    for (const [place, band] of bands.entries()) {
      expect(band.start + band.width).toBeCloseTo(bands[place + 1]?.start ?? 100, 5);
    }
  });

  it('writes both ends, and borders only where there is room', () => {
    expect(ticksOn(spbe, 17)).toEqual([100, 180, 260, 350, 420, 500]);
    expect(ticksOn(spbe, 19)).toEqual([100, 180, 260, 350, 500]);
    expect(ticksOn(spbe, 60)).toEqual([100, 500]);
  });
});
