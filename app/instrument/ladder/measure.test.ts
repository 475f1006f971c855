import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderFile } from '#tests/house/ladder';
import { ladderIndicators } from './answers';
import { measureOf, MOST_MEASURE } from './measure';
import { parseLadder } from './schema';
import { scoreIndicator } from './score';

type Item = { readonly role: string; readonly points?: number };
const items = (role: string, count: number, points?: number): readonly Item[] =>
  Array.from({ length: count }, () => ({ role, ...(points !== undefined && { points }) }));
/** One aspect with one indicator for each of these. */
const aspectsOf = (...indicators: Parameters<typeof measureOf>[0]['aspects'][number]['indicators']) =>
  measureOf({ aspects: [{ indicators }] });
const rungs = (...levels: readonly (readonly Item[])[]) => ({
  rungs: levels.map((one) => ({ items: one })),
});
const scored = (...conversion: readonly (readonly [number, number])[]) => ({
  rungs: [],
  external: { conversion },
});

describe('the measure that makes every value whole', () => {
  it('is one where every level has one item', () => {
    expect(aspectsOf(rungs(items('main', 1), items('main', 1)))).toBe(1);
    expect(measureOf({ aspects: [] })).toBe(1);
  });

  it('can be divided by the number of items of each level that is shared evenly', () => {
    expect(aspectsOf(rungs(items('main', 4), items('main', 6)))).toBe(12);
    expect(aspectsOf(rungs(items('main', 3)), rungs(items('main', 5)))).toBe(15);
    // A level with points of its own divides nothing, and a supporting item counts nothing.
    expect(aspectsOf(rungs(items('main', 7, 10), items('main', 2)))).toBe(2);
    expect(aspectsOf(rungs([...items('main', 2), ...items('supporting', 5)]))).toBe(2);
    expect(aspectsOf(rungs(items('supporting', 3)))).toBe(1);
  });

  it('can be divided by the steps between the scores from outside', () => {
    expect(aspectsOf(scored([0, 100], [2500, 150], [10000, 350]))).toBe(7500);
    expect(aspectsOf(scored([1000, 100], [1400, 150]))).toBe(400);
    // A file that is still to be refused may have them in any order.
    expect(aspectsOf(scored([5, 100], [5, 150], [3, 350]))).toBe(1);
  });

  it('stops where values would no longer be exact', () => {
    const most = MOST_MEASURE + 1;
    expect(aspectsOf(scored([0, 1], [9973, 2]), scored([0, 1], [9967, 2]))).toBe(9973 * 9967);
    const primes = [9973, 9967, 9949].map((step) => scored([0, 1], [step, 2]));
    expect(aspectsOf(...primes)).toBe(most);
    expect(aspectsOf(...primes, rungs(items('main', 7)))).toBe(most);
  });

  it('makes the value of any indicator whole, whatever is ready of it', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 10_000 }), (one, two, score) => {
        const ladder = parseLadder(ladderFile([one, two, null], [50, 30, 20]));
        const ready = { 'I1-L1-01': 2, 'I2-L1-01': 2, I3: score };
        for (const indicator of ladderIndicators(ladder))
          expect(Number.isInteger(scoreIndicator(ladder, indicator, ready, 'self').value.numerator)).toBe(
            true,
          );
      }),
      { numRuns: 30 },
    );
  });
});
