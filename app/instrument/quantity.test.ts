import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIMAL, WHOLE } from '#tests/house/house';
import { maturityOutcome } from './maturityOutcome';
import type { Quantity } from './outcome';
import { compareBetter, compareQuantities, movementOf, shownUnits } from './quantity';
import { score } from './score';

const index = (numerator: number, denominator: number, more: Partial<Quantity> = {}): Quantity => ({
  numerator,
  denominator,
  unit: 'index',
  decimals: 2,
  direction: 'higher',
  ...more,
});

describe('a quantity as it is shown', () => {
  it.each([
    [index(259, 100), 259],
    [index(1, 3), 33],
    [index(2, 3), 67],
    [index(1005, 1000), 101],
    [index(-1005, 1000), -100],
    [index(7797, 8146, { unit: 'percent', decimals: 2 }), 9572],
    [index(7797, 8146, { unit: 'percent', decimals: 1 }), 957],
    [index(61, 1, { unit: 'count', decimals: 0 }), 61],
  ])('%j is %i of its last digit', (quantity, units) => {
    expect(shownUnits(quantity)).toBe(units);
  });

  it('never differs from the exact value by more than half a digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        expect(Math.abs(shownUnits(index(n, d)) - (100 * n) / d)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

describe('which of two is better', () => {
  it('follows the direction', () => {
    const [few, many] = [index(3, 1), index(19, 1)];
    expect(compareBetter(many, few)).toBeLessThan(0);
    expect(compareBetter({ ...few, direction: 'lower' }, { ...many, direction: 'lower' })).toBeLessThan(0);
    expect(compareQuantities(index(1, 3), index(2, 6))).toBe(0);
  });
});

describe('the movement between two years', () => {
  it('is the difference of the shown figures, and says whether it is for the better', () => {
    expect(movementOf(index(2994, 1000), index(2636, 1000))).toEqual({
      units: 35,
      decimals: 2,
      isBetter: true,
    });
    const spots = (count: number) => index(count, 1, { unit: 'count', decimals: 0, direction: 'lower' });
    expect(movementOf(spots(61), spots(75))).toMatchObject({ units: -14, isBetter: true });
    expect(movementOf(spots(75), spots(61))).toMatchObject({ units: 14, isBetter: false });
    expect(movementOf(spots(61), spots(61))).toMatchObject({ units: 0, isBetter: null });
    expect(movementOf(index(3, 1, { direction: 'neither' }), index(2, 1))?.isBetter).toBeNull();
  });

  it('is none between different units or parts of different wholes', () => {
    expect(movementOf(index(3, 1), index(3, 1, { unit: 'points' }))).toBeNull();
    expect(movementOf(index(3, 5, { unit: 'ratio' }), index(2, 5, { unit: 'ratio' }))).toBeNull();
  });
});

describe('the outcome of levels of maturity', () => {
  const none = WHOLE.domains.flatMap(({ aspects }) =>
    aspects.flatMap(({ indicators }) => indicators.map(() => null)),
  );

  it('says nothing where nothing is answered', () => {
    expect(maturityOutcome(WHOLE, none)).toMatchObject({
      headline: null,
      band: null,
      ceiling: null,
      filled: 0,
      total: 47,
    });
  });

  it('is the index and predicate of the score, with the range that is still open', () => {
    const levels = none.map((_, place) => (place < 10 ? 4 : null));
    const { whole, predicate } = score(WHOLE, levels);
    const outcome = maturityOutcome(WHOLE, levels);
    expect(outcome.headline && shownUnits(outcome.headline)).toBe(whole.index.hundredths);
    expect(outcome.ceiling && shownUnits(outcome.ceiling)).toBe(whole.ceiling.hundredths);
    expect(outcome).toMatchObject({ band: { code: predicate.code }, filled: 10, total: 47 });
    expect(maturityOutcome(WHOLE, levels, true).ceiling).toBeNull();
  });

  it('has no range where everything is answered, with decimals too', () => {
    const outcome = maturityOutcome(DECIMAL, [100, 250, 300, 400]);
    expect(outcome).toMatchObject({ ceiling: null, filled: 4, total: 4 });
    expect(outcome.headline && shownUnits(outcome.headline)).toBe(
      score(DECIMAL, [100, 250, 300, 400]).whole.index.hundredths,
    );
  });
});
