import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shares } from './shares';

describe('shares', () => {
  it('give what rounding down loses to those that lost most', () => {
    expect(shares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(shares([1, 0, 2, 3])).toEqual([17, 0, 33, 50]);
    expect(shares([0, 7, 0])).toEqual([0, 100, 0]);
    expect(shares([0, 0])).toEqual([0, 0]);
    expect(shares([])).toEqual([]);
  });

  it('add up to 100, lie within one of the exact share, and keep the order of the counts', () => {
    const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (given) => {
        const total = given.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const got = shares(given);
        expect(got.reduce((sum, share) => sum + share, 0)).toBe(100);
        for (const [place, share] of got.entries()) {
          expect(Math.abs(share - ((given[place] ?? 0) * 100) / total)).toBeLessThan(1);
          for (const [other, otherShare] of got.entries()) {
            if ((given[place] ?? 0) > (given[other] ?? 0)) expect(share).toBeGreaterThanOrEqual(otherShare);
          }
        }
      }),
    );
  });
});
