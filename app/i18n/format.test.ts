import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent } from './format';

describe('a share in whole per cent', () => {
  it.each([
    [597, 658, '91%'],
    [1, 200, '1%'],
    [1, 3, '33%'],
    [29, 200, '15%'],
    [657, 658, '99%'],
    [658, 658, '100%'],
    [1, 658, '1%'],
    [0, 658, '0%'],
    [0, 0, '0%'],
  ])('%i of %i is %s', (part, whole, said) => {
    expect(formatPercent(part, whole, 'id')).toBe(said);
  });

  it('says all and nothing of all and nothing alone, and is never half a per cent away otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), (whole, seed) => {
        const part = seed % (whole + 1);
        const percent = Number(formatPercent(part, whole, 'id').replace('%', ''));
        expect(percent === 100).toBe(part === whole);
        expect(percent === 0).toBe(part === 0);
        expect(Math.abs(percent - (part / whole) * 100)).toBeLessThan(1);
        if (percent > 1 && percent < 99)
          expect(Math.abs(percent - (part / whole) * 100)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
