import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedRange } from './levels';
import { indicatorsOf } from './lookup';
import { type Figure, figure } from './figure';
import {
  type Levels,
  earns,
  isAtEdge,
  meanHundredths,
  median,
  predicateFor,
  predicateShown,
  score,
  standingLevels,
  wholeIndex,
  wholeIndexHundredths,
} from './score';
import {
  SPBE_2020_WEIGHTS,
  assessments,
  buildInstrument,
  instruments,
  levelsFor,
  weightTrees,
} from '#tests/house/instruments';

/** The oracle: 100 × n / d rounded half up, in integers of any size, written apart from the code under test. */
function oracle(n: bigint, d: bigint): number {
  const floor = (100n * n - ((((100n * n) % d) + d) % d)) / d;
  const rest = 100n * n - floor * d;
  return Number(2n * rest >= d ? floor + 1n : floor);
}

const spbe = buildInstrument(SPBE_2020_WEIGHTS);
const all = (level: number | null): (number | null)[] => Array<number | null>(47).fill(level);
const withLevel = (levels: Levels, no: number, level: number | null) => levels.with(no - 1, level);

describe('score, by hand (SPBE 2020 weights)', () => {
  it.each([1, 2, 3, 4, 5])('all at %i gives that index everywhere', (level) => {
    const result = score(spbe, all(level));
    for (const node of [result.whole, ...result.domains, ...result.aspects]) {
      expect(node.index.hundredths).toBe(level * 100);
      expect(node.ceiling).toEqual(node.index);
    }
    expect(result.completeness).toEqual({ answered: 47, total: 47, weightAnswered: 10000 });
  });

  it('one rise adds its weight: 1.3 %, 2.5 %, 1.5 %, 2.75 %, 3 % of a level, half a hundredth rounded up', () => {
    // 1 + 0.013 = 1.013 → 1.01; 1.025 → 1.03; 1.015 → 1.02; 1.0275 → 1.03; 1.03
    const expected = new Map([
      [1, 101],
      [11, 103],
      [21, 102],
      [32, 103],
      [42, 103],
    ]);
    for (const [no, hundredths] of expected) {
      expect(wholeIndexHundredths(spbe, withLevel(all(1), no, 2))).toBe(hundredths);
    }
  });

  it('a mixed assessment: domains 2, 3, 2, 4 give 0.26 + 0.75 + 0.33 + 1.82 = 3.16', () => {
    const levels = indicatorsOf(spbe).map((i) => [2, 3, 2, 4][i.domainNo - 1] ?? 1);
    const result = score(spbe, levels);
    expect(result.domains.map((d) => d.index.hundredths)).toEqual([200, 300, 200, 400]);
    expect(result.whole.index).toEqual({ numerator: 31600, denominator: 10000, hundredths: 316 });
  });

  it('rounds from the exact fraction, never from rounded parts', () => {
    // Four domains of a quarter each, each 1.004: rounded parts would say 1.00, the whole is 1.004 → 1.00;
    // each 1.005 → parts 1.01; whole of two at 1.005 and two at 1.00 is 1.0025 → 1.00, not (1.01+1.01+1+1)/4 = 1.005 → 1.01.
    const four = buildInstrument(Array<readonly (readonly number[])[]>(4).fill([[1, 199]]));
    const levels = [2, 1, 2, 1, 1, 1, 1, 1];
    const result = score(four, levels);
    expect(result.domains.map((d) => d.index.hundredths)).toEqual([101, 101, 100, 100]);
    expect(result.whole.index.hundredths).toBe(100);
  });

  it('an empty assessment stands at the lowest index and can still reach the highest', () => {
    const { whole, predicate, ceilingPredicate, completeness } = score(spbe, all(null));
    expect([whole.index.hundredths, whole.ceiling.hundredths]).toEqual([100, 500]);
    expect([predicate.code, ceilingPredicate.code]).toEqual(['lower', 'upper']);
    expect(completeness).toEqual({ answered: 0, total: 47, weightAnswered: 0 });
  });

  it('a half-filled assessment spans what is open', () => {
    const result = score(
      spbe,
      all(null).map((_, i) => (i < 10 ? 3 : null)),
    );
    // 0.13 × 3 + 0.87 × 1 = 1.26; 0.39 + 0.87 × 5 = 4.74
    expect([result.whole.index.hundredths, result.whole.ceiling.hundredths]).toEqual([126, 474]);
    expect(result.completeness).toEqual({ answered: 10, total: 47, weightAnswered: 1300 });
    expect(result.aspects[0]).toMatchObject({ no: 1, domainNo: 1, answered: 10, total: 10 });
    expect(result.aspects[1]).toMatchObject({ no: 2, domainNo: 2, answered: 0, total: 4 });
  });

  it('levels with decimals: 2.75 and 3.25 at equal weight are 3.00', () => {
    const decimal = buildInstrument([[[50, 50]]], { unit: 100 });
    expect(score(decimal, [275, 325]).whole.index).toEqual({
      numerator: 30000,
      denominator: 10000,
      hundredths: 300,
    });
  });
});

describe('rounding and predicate at the boundary', () => {
  it.each([
    [25945, 10000, 259], // 2.5945 → 2.59
    [25949, 10000, 259],
    [2595, 1000, 260], // 2.595 → 2.60
    [25950, 10000, 260],
    [1005, 1000, 101], // binary floating point would say 1.00
    [1045, 1000, 105],
    [4195, 1000, 420],
    [41949, 10000, 419],
    [1, 3, 33],
    [2, 3, 67],
    [-5, 1000, 0], // half goes towards +∞
    [-51, 10000, -1],
    [0, 7, 0],
  ])('%i/%i is published as %i hundredths', (numerator, denominator, hundredths) => {
    expect(figure(numerator, denominator).hundredths).toBe(hundredths);
  });

  it('equals the oracle for any fraction', () => {
    const numerator = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(numerator, fc.integer({ min: 1, max: 1_000_000_000 }), (n, d) => {
        expect(figure(n, d).hundredths).toBe(oracle(BigInt(n), BigInt(d)));
      }),
    );
  });

  it('refuses what is not an exact fraction', () => {
    for (const [n, d] of [
      [1, 0],
      [1, -2],
      [0.5, 1],
      [1, 1.5],
      [Number.MAX_SAFE_INTEGER, 1],
    ] as const) {
      expect(() => figure(n, d)).toThrow(new RangeError(`${n}/${d} is not an exact fraction`));
    }
  });

  it('the predicate follows the published figure: 2.995 is published 3.00 and earns what starts at 3.00', () => {
    const thousandths = buildInstrument([[[5, 995]]]);
    const { whole, predicate } = score(thousandths, [2, 3]);
    expect(whole.index).toEqual({ numerator: 2995, denominator: 1000, hundredths: 300 });
    expect(predicate.code).toBe('upper');
    expect(score(thousandths, [1, 3]).predicate.code).toBe('lower');
  });

  it('predicateFor takes the highest band reached', () => {
    expect(predicateFor(spbe, figure(300, 100)).code).toBe('upper');
    expect(predicateShown(spbe, 299).code).toBe('lower');
    expect(() => predicateShown(spbe, 99)).toThrow(
      new RangeError('no predicate of test reaches down to 0.99'),
    );
  });

  it('follows the exact index where the instrument says so, and says where the published figure shows another', () => {
    const thousandths = { ...buildInstrument([[[5, 995]]]), predicateFrom: 'exact' as const };
    const { whole, predicate } = score(thousandths, [2, 3]);
    expect(whole.index.hundredths).toBe(300);
    expect(predicate.code).toBe('lower');
    expect(isAtEdge(thousandths, whole.index)).toBe(true);
    expect(isAtEdge(thousandths, figure(3000, 1000))).toBe(false);
    expect(isAtEdge(buildInstrument([[[5, 995]]]), whole.index)).toBe(false);
    expect(earns(thousandths, figure(2999, 1000), 300)).toBe(false);
    expect(earns(thousandths, figure(3000, 1000), 300)).toBe(true);
  });
});

describe('invalid levels', () => {
  it.each([0, 6, 2.5, -1, Number.NaN, Infinity])('refuses level %s, naming the indicator', (level) => {
    const levels = withLevel(all(3), 12, level);
    for (const scoring of [score, wholeIndex, wholeIndexHundredths, standingLevels]) {
      expect(() => scoring(spbe, levels)).toThrow(RangeError);
      expect(() => scoring(spbe, levels)).toThrow(/indicator 12/);
    }
  });

  it('refuses a wrong number of levels', () => {
    for (const length of [0, 46, 48]) {
      const levels = Array<number>(length).fill(1);
      for (const scoring of [score, wholeIndex, wholeIndexHundredths, standingLevels]) {
        expect(() => scoring(spbe, levels)).toThrow(
          new RangeError(`${length} levels given, the instrument has 47 indicators`),
        );
      }
    }
  });
});

describe('score, always', () => {
  it('stays within the levels, the index never above the ceiling, equal when complete', () => {
    fc.assert(
      fc.property(assessments, ({ instrument, levels }) => {
        const { min, max } = instrument.level;
        const result = score(instrument, levels);
        for (const node of [result.whole, ...result.domains, ...result.aspects]) {
          expect(node.index.hundredths).toBeGreaterThanOrEqual(min * 100);
          expect(node.index.numerator).toBeLessThanOrEqual(node.ceiling.numerator);
          expect(node.ceiling.hundredths).toBeLessThanOrEqual(max * 100);
          expect(node.answered === node.total).toBe(node.weightAnswered === node.weight);
          if (node.answered === node.total) expect(node.index).toEqual(node.ceiling);
        }
      }),
    );
  });

  it('rounds each node once from the exact fraction (oracle in rationals)', () => {
    fc.assert(
      fc.property(assessments, ({ instrument, levels }) => {
        const range = storedRange(instrument);
        const flat = indicatorsOf(instrument);
        const expected = (keep: (i: (typeof flat)[number]) => boolean, missing: number) => {
          let n = 0n;
          let d = 0n;
          flat.filter(keep).forEach((i) => {
            n += BigInt(i.weight) * BigInt(levels[i.no - 1] ?? missing);
            d += BigInt(i.weight) * BigInt(instrument.level.unit);
          });
          return oracle(n, d);
        };
        const result = score(instrument, levels);
        expect(result.whole.index.hundredths).toBe(expected(() => true, range.min));
        expect(result.whole.ceiling.hundredths).toBe(expected(() => true, range.max));
        result.domains.forEach((node) => {
          expect(node.index.hundredths).toBe(expected((i) => i.domainNo === node.no, range.min));
        });
        result.aspects.forEach((node) => {
          expect(node.index.hundredths).toBe(expected((i) => i.aspectNo === node.no, range.min));
          expect(node.ceiling.hundredths).toBe(expected((i) => i.aspectNo === node.no, range.max));
        });
      }),
    );
  });

  it('recombines exactly: aspects into domains, domains into the whole, weights and counts alike', () => {
    fc.assert(
      fc.property(assessments, ({ instrument, levels }) => {
        const result = score(instrument, levels);
        const total = (
          nodes: typeof result.domains | typeof result.aspects,
          of: (n: (typeof nodes)[number]) => number,
        ) => nodes.reduce((sum, node) => sum + of(node), 0);
        const parts = [
          [result.whole, result.domains],
          ...result.domains.map((d) => [d, result.aspects.filter((a) => a.domainNo === d.no)] as const),
        ] as const;
        for (const [node, children] of parts) {
          // Σ weight × (n/d) / weight of the node, as fractions with d = weight × unit, is Σ n over the node's d.
          expect(total(children, (c) => c.index.numerator)).toBe(node.index.numerator);
          expect(total(children, (c) => c.index.denominator)).toBe(node.index.denominator);
          expect(total(children, (c) => c.ceiling.numerator)).toBe(node.ceiling.numerator);
          expect(total(children, (c) => c.weight)).toBe(node.weight);
          expect(total(children, (c) => c.answered)).toBe(node.answered);
          expect(total(children, (c) => c.total)).toBe(node.total);
          expect(total(children, (c) => c.weightAnswered)).toBe(node.weightAnswered);
        }
        expect(result.whole.weight).toBe(instrument.weightTotal);
      }),
    );
  });

  it('the lean index is the same figure', () => {
    fc.assert(
      fc.property(assessments, ({ instrument, levels }) => {
        const full = score(instrument, levels).whole.index;
        expect(wholeIndex(instrument, levels)).toEqual(full);
        expect(wholeIndexHundredths(instrument, levels)).toBe(full.hundredths);
        expect(wholeIndex(instrument, standingLevels(instrument, levels))).toEqual(full);
      }),
    );
  });

  it('grows with each level, and answering never widens the range', () => {
    const cases = assessments.chain(({ instrument, levels }) =>
      fc.record({
        instrument: fc.constant(instrument),
        levels: fc.constant(levels),
        place: fc.nat({ max: levels.length - 1 }),
        pair: fc.tuple(fc.integer(storedRange(instrument)), fc.integer(storedRange(instrument))),
      }),
    );
    fc.assert(
      fc.property(cases, ({ instrument, levels, place, pair }) => {
        const [lower, higher] = [Math.min(...pair), Math.max(...pair)];
        const before = score(instrument, levels.with(place, lower)).whole;
        const after = score(instrument, levels.with(place, higher)).whole;
        expect(after.index.numerator - before.index.numerator).toBe(
          (higher - lower) * (indicatorsOf(instrument)[place]?.weight ?? 0),
        );
        expect(after.index.hundredths).toBeGreaterThanOrEqual(before.index.hundredths);
        const open = score(instrument, levels.with(place, null)).whole;
        expect(open.index.numerator).toBeLessThanOrEqual(before.index.numerator);
        expect(open.ceiling.numerator).toBeGreaterThanOrEqual(after.ceiling.numerator);
      }),
    );
  });

  it('does not depend on the order of indicators inside an aspect', () => {
    const cases = weightTrees.chain((weights) =>
      fc.record({
        weights: fc.constant(weights),
        levels: levelsFor(buildInstrument(weights)),
        keys: fc.array(fc.nat(), { minLength: weights.flat(2).length, maxLength: weights.flat(2).length }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ weights, levels, keys }) => {
        let next = 0;
        const shuffled = weights.map((aspects) =>
          aspects.map((indicators) =>
            indicators
              .map((weight) => ({ weight, level: levels[next] ?? null, key: keys[next++] ?? 0 }))
              .sort((a, b) => a.key - b.key),
          ),
        );
        const other = buildInstrument(shuffled.map((d) => d.map((a) => a.map((i) => i.weight))));
        const otherLevels = shuffled.flat(2).map((i) => i.level);
        expect(score(other, otherLevels)).toEqual({
          ...score(buildInstrument(weights), levels),
        });
      }),
    );
  });
});

describe('mean and median', () => {
  const figures = (...hundredths: number[]) => hundredths.map((h) => figure(h, 100));

  it('are null of nothing', () => {
    expect(meanHundredths([])).toBeNull();
    expect(median([])).toBeNull();
  });

  it('by hand: mean of 2.59 and 2.60 is 2.595 → 2.60; median takes the middle, or the mean of two', () => {
    expect(meanHundredths(figures(259, 260))).toBe(260);
    expect(meanHundredths(figures(100, 100, 101))).toBe(100);
    expect(median(figures(500, 100, 320))).toBe(320);
    expect(median(figures(500, 100, 320, 321))).toBe(321);
    expect(median(figures(250))).toBe(250);
  });

  it('the mean is of exact figures: three of 1.004 mean 1.00, 1.0049 and 1.0051 mean 1.01', () => {
    expect(meanHundredths([figure(1004, 1000), figure(1004, 1000), figure(1004, 1000)])).toBe(100);
    expect(meanHundredths([figure(10049, 10000), figure(10051, 10000)])).toBe(101);
    expect(meanHundredths([figure(1, 3), figure(1, 6)])).toBe(25);
  });

  it('equal the oracle, in any order, over differing denominators', () => {
    const one: fc.Arbitrary<Figure> = fc
      .tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([n, d]) => figure(n, d));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (list) => {
        let [n, d] = [0n, 1n];
        for (const f of list) {
          n = n * BigInt(f.denominator) + BigInt(f.numerator) * d;
          d *= BigInt(f.denominator);
        }
        expect(meanHundredths(list)).toBe(oracle(n, d * BigInt(list.length)));
        expect(meanHundredths([...list].reverse())).toBe(meanHundredths(list));
        expect(median([...list].reverse())).toBe(median(list));
        const below = list.filter((f) => f.hundredths <= (median(list) ?? 0)).length;
        expect(below * 2).toBeGreaterThanOrEqual(list.length);
      }),
    );
  });

  it('the mean over agencies that answered alike is their index', () => {
    fc.assert(
      fc.property(
        instruments.chain((i) => fc.tuple(fc.constant(i), levelsFor(i), fc.integer({ min: 1, max: 20 }))),
        ([instrument, levels, count]) => {
          const index = wholeIndex(instrument, levels);
          expect(meanHundredths(Array<Figure>(count).fill(index))).toBe(index.hundredths);
        },
      ),
    );
  });
});
