/** The colours of parts follow how bad a share is, in the direction that the instrument gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '~/instrument';
import { goodness, toneOf } from './partTone';

const share = (numerator: number, denominator: number, direction: Quantity['direction']): Quantity => ({
  numerator,
  denominator,
  unit: 'percent',
  decimals: 2,
  direction,
});
const tone = (quantity: Quantity) => toneOf(quantity.unit, goodness(quantity));
const parts = fc.integer({ min: 1, max: 400 }).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));

describe('the colour of a share', () => {
  it.each([
    // Half of the villages without a signal is as weak as can be.
    [11, 22, 'lower', 100],
    [11, 23, 'lower', 200],
    [1, 4, 'lower', 300],
    [1, 10, 'lower', 400],
    [1, 400, 'lower', 400],
    [0, 23, 'lower', 500],
    [0, 23, 'higher', 100],
    [23, 23, 'higher', 500],
    [22, 23, 'higher', 400],
  ] as const)('%i of %i where %s is better', (part, whole, direction, expected) => {
    expect(tone(share(part, whole, direction))).toBe(expected);
  });

  it('is the same for what is there and for what is missing', () => {
    fc.assert(
      fc.property(parts, ([part, whole]) => {
        expect(tone(share(part, whole, 'lower'))).toBe(tone(share(whole - part, whole, 'higher')));
      }),
    );
  });

  it('is never better where there is less, and the best only where nothing lacks', () => {
    fc.assert(
      fc.property(parts, fc.nat(400), ([part, whole], less) => {
        const own = tone(share(part, whole, 'higher')) ?? NaN;
        expect(tone(share(Math.max(0, part - less), whole, 'higher'))).toBeLessThanOrEqual(own);
        expect(own === 500).toBe(part === whole);
        expect(own === 100).toBe(2 * part <= whole);
      }),
    );
  });

  it('is none where neither way is better, and of a count', () => {
    expect(tone(share(1, 2, 'neither'))).toBeNull();
    expect(tone({ ...share(9, 1, 'lower'), unit: 'count' })).toBeNull();
  });

  it('of an index is that of its level', () => {
    expect([0, 250, 500, 1000].map((part) => toneOf('index', part))).toEqual([100, 200, 300, 500]);
  });
});
