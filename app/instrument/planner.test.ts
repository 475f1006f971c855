import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanRequest, planRises, targetForPredicate } from './planner';
import { indicatorsOf } from './lookup';
import type { Instrument } from './schema';
import { type Levels, standingLevels, wholeIndex } from './score';
import { SPBE_2020_WEIGHTS, buildInstrument, levelsFor } from '#tests/house/instruments';

const spbe = buildInstrument(SPBE_2020_WEIGHTS);
const all = (level: number | null) => Array<number | null>(47).fill(level);

type Found = { key: number[]; to: number[] };

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    if (x !== y) return x < y;
  }
  return false;
}

/** Every way to lift every indicator to a whole level; the first by cost, touched, overshoot, low numbers. */
function bruteForce(instrument: Instrument, levels: Levels, request: PlanRequest): Found | null {
  const { max, unit } = instrument.level;
  const standing = standingLevels(instrument, levels);
  const choices = standing.map((from, i) => {
    const list = [from];
    if (!request.locked?.has(i + 1)) {
      for (let whole = Math.floor(from / unit) + 1; whole <= max; whole += 1) list.push(whole * unit);
    }
    return list;
  });
  let found: Found | null = null;
  const to = [...standing];
  const visit = (i: number): void => {
    if (i < choices.length) {
      for (const level of choices[i] ?? []) {
        to[i] = level;
        visit(i + 1);
      }
      return;
    }
    const index = wholeIndex(instrument, to);
    const isThere = request.isExact
      ? 100 * index.numerator >= request.targetHundredths * index.denominator
      : index.hundredths >= request.targetHundredths;
    if (!isThere) return;
    const steps = standing.map((from, k) => (to[k] ?? 0) / unit - Math.floor(from / unit));
    const raised = standing.map((from, k) => (to[k] ?? 0) > from);
    const cost = steps.reduce((s, n, k) => s + (raised[k] ? n * (request.effort?.[k + 1] ?? 1) : 0), 0);
    const key = [cost, raised.filter(Boolean).length, index.numerator, ...to.map((level) => -level)];
    if (found === null || isBefore(key, found.key)) found = { key, to: [...to] };
  };
  visit(0);
  return found;
}

describe('planRises, by hand', () => {
  it('says already when the published figure is there, even by rounding', () => {
    expect(planRises(spbe, all(3), { targetHundredths: 300 })).toEqual({ kind: 'already' });
    const thousandths = buildInstrument([[[5, 995]]]);
    expect(planRises(thousandths, [2, 3], { targetHundredths: 300 })).toEqual({ kind: 'already' });
  });

  it('takes the heaviest indicators first when every step costs the same', () => {
    // Four steps: only a whole 3 % indicator (0.12) gives 1.12 alone; 2.75 % gives 0.11, published 1.11.
    expect(planRises(spbe, all(null), { targetHundredths: 112 })).toEqual({
      kind: 'reached',
      cost: 4,
      rises: [
        { no: 42, from: 1, to: 5, cost: 4, gain: { numerator: 1200, denominator: 10000, hundredths: 12 } },
      ],
      resulting: { numerator: 11200, denominator: 10000, hundredths: 112 },
      predicate: spbe.predicates.at(-1),
    });
  });

  it('counts on the rounding: 1.025 is published 1.03, so the lighter rise does', () => {
    const plan = planRises(spbe, all(1), { targetHundredths: 103 });
    // 2.5 %, 2.75 % and 3 % all do with one step: the smallest overshoot wins, then the lowest number.
    expect(plan).toMatchObject({ kind: 'reached', cost: 1, rises: [{ no: 11, from: 1, to: 2 }] });
  });

  it('weighs effort against gain', () => {
    const two = buildInstrument([[[60, 40]]]);
    expect(planRises(two, [1, 1], { targetHundredths: 140, effort: { 1: 9 } })).toMatchObject({
      cost: 1,
      rises: [{ no: 2, to: 2 }],
    });
    expect(planRises(two, [1, 1], { targetHundredths: 180, effort: { 1: 3 } })).toMatchObject({
      cost: 2,
      rises: [{ no: 2, to: 3, cost: 2 }],
    });
  });

  it('leaves locked indicators alone, and says what is then the best', () => {
    const two = buildInstrument([[[60, 40]]]);
    expect(planRises(two, [1, 1], { targetHundredths: 261, locked: new Set([1]) })).toEqual({
      kind: 'impossible',
      best: { numerator: 260, denominator: 100, hundredths: 260 },
    });
    expect(planRises(two, [1, 1], { targetHundredths: 260, locked: new Set([1]) })).toMatchObject({
      kind: 'reached',
      rises: [{ no: 2, from: 1, to: 5, cost: 4 }],
    });
    expect(planRises(two, [5, 5], { targetHundredths: 501 }).kind).toBe('impossible');
    expect(planRises(two, [1, 1], { targetHundredths: 101, locked: new Set([1, 2]) }).kind).toBe(
      'impossible',
    );
  });

  it('breaks ties towards fewer indicators, smaller overshoot, lower numbers', () => {
    const equal = buildInstrument([[[25, 25, 25, 25]]]);
    expect(planRises(equal, [1, 1, 1, 1], { targetHundredths: 150 })).toMatchObject({
      rises: [{ no: 1, to: 3 }],
    });
    expect(planRises(equal, [4, 4, 4, 4], { targetHundredths: 450 })).toMatchObject({
      rises: [{ no: 1 }, { no: 2 }],
    });
  });

  it('raises levels with decimals to whole levels', () => {
    const decimal = buildInstrument([[[50, 50]]], { unit: 100 });
    expect(planRises(decimal, [275, 240], { targetHundredths: 270 })).toMatchObject({
      cost: 1,
      rises: [{ no: 1, from: 275, to: 300, gain: { hundredths: 13 } }],
      resulting: { hundredths: 270 },
    });
  });

  it('refuses nonsense', () => {
    expect(() => planRises(spbe, all(1), { targetHundredths: 2.6 })).toThrow(RangeError);
    expect(() => planRises(spbe, all(1), { targetHundredths: 260, effort: { 3: 0 } })).toThrow(/indicator 3/);
    expect(() => planRises(spbe, all(1), { targetHundredths: 260, effort: { 3: 1.5 } })).toThrow(RangeError);
    expect(() => planRises(spbe, all(1), { targetHundredths: 260, effort: { 48: 1 } })).toThrow(/48/);
    expect(() => planRises(spbe, all(1), { targetHundredths: 260, locked: new Set([0]) })).toThrow(
      RangeError,
    );
    expect(() => planRises(spbe, all(7), { targetHundredths: 260 })).toThrow(/indicator 1/);
    expect(() => planRises(spbe, [1], { targetHundredths: 260 })).toThrow(RangeError);
  });

  it('takes effort from 1 to 9 and the numbers of its indicators, to the edge', () => {
    const two = buildInstrument([[[60, 40]]]);
    const ask = (effort: Record<number, number>, locked: readonly number[] = []) =>
      planRises(two, [1, 1], { targetHundredths: 500, effort, locked: new Set(locked) });
    expect(ask({ 1: 1, 2: 9 })).toMatchObject({ kind: 'reached', cost: 4 * 1 + 4 * 9 });
    for (const cost of [0, 10]) {
      expect(() => ask({ 2: cost })).toThrow(
        new RangeError(`indicator 2: effort ${cost} is not an integer from 1 to 9`),
      );
    }
    expect(ask({}, [2])).toMatchObject({ kind: 'impossible' });
    expect(() => ask({ 3: 1 })).toThrow(new RangeError('effort: the instrument has no indicator 3'));
    for (const no of [0, 3, 1.5]) {
      expect(() => ask({}, [no])).toThrow(new RangeError(`locked: the instrument has no indicator ${no}`));
    }
    expect(() => planRises(two, [1, 1], { targetHundredths: 2.5 })).toThrow(
      new RangeError('target 2.5 is not an integer number of hundredths'),
    );
    expect(() => targetForPredicate(two, 'none')).toThrow(
      new RangeError('instrument test has no predicate "none"'),
    );
  });

  it('is as exact for weights and levels as fine as an instrument may have', () => {
    // A table over every possible gain would hold four thousand million of them.
    const fine = buildInstrument([[[333_333, 299_999, 33_334]], [[333_334]]], { unit: 1000 });
    const levels = [1001, 2999, 1500, null];
    for (const targetHundredths of [200, 313, 377, 499, 500]) {
      const request = { targetHundredths, effort: { 1: 2, 4: 3 } };
      const plan = planRises(fine, levels, request);
      const expected = bruteForce(fine, levels, request);
      const to = standingLevels(fine, levels);
      for (const rise of plan.kind === 'reached' ? plan.rises : []) to[rise.no - 1] = rise.to;
      expect(to).toEqual(expected?.to);
    }
  });

  it('targetForPredicate gives the least published index of a predicate', () => {
    expect(targetForPredicate(spbe, 'upper')).toEqual({ targetHundredths: 300, isExact: false });
    const exact = { ...spbe, predicateFrom: 'exact' as const };
    expect(targetForPredicate(exact, 'upper')).toEqual({ targetHundredths: 300, isExact: true });
    expect(() => targetForPredicate(spbe, 'none')).toThrow(RangeError);
  });
});

/** Small instruments (3–5 indicators) with levels, target, effort and locks. */
const questions = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(25, 50, 100), fc.integer({ min: 1, max: 300 })), {
      minLength: 3,
      maxLength: 5,
    }),
    fc.constantFrom(1, 1, 1, 4, 100),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([weights, unit, cut]) => {
    const tree = cut < weights.length ? [[weights.slice(0, cut)], [weights.slice(cut)]] : [[weights]];
    return buildInstrument(tree, { unit });
  })
  .chain((instrument) => {
    const count = indicatorsOf(instrument).length;
    const no = fc.integer({ min: 1, max: count });
    return fc.record({
      instrument: fc.constant(instrument),
      levels: levelsFor(instrument),
      request: fc.record({
        targetHundredths: fc.integer({ min: 100, max: 505 }),
        isExact: fc.boolean(),
        effort: fc.dictionary(no.map(String), fc.integer({ min: 1, max: 9 })),
        locked: fc.array(no, { maxLength: 2 }).map((list) => new Set(list)),
      }),
    });
  });

describe('planRises, always', () => {
  it('equals brute force: kind, cost, and the very same rises', () => {
    fc.assert(
      fc.property(questions, ({ instrument, levels, request }) => {
        const plan = planRises(instrument, levels, request);
        const expected = bruteForce(instrument, levels, request);
        if (plan.kind !== 'reached') {
          expect(plan.kind).toBe(expected ? 'already' : 'impossible');
          if (expected) expect(expected.key[0]).toBe(0);
          return;
        }
        const to = standingLevels(instrument, levels);
        for (const rise of plan.rises) to[rise.no - 1] = rise.to;
        expect(plan.cost).toBe(expected?.key[0]);
        expect(to).toEqual(expected?.to);
      }),
      { numRuns: 300 },
    );
  });

  it('really reaches the target when scored again, gains adding up to the rise of the index', () => {
    fc.assert(
      fc.property(
        levelsFor(spbe),
        fc.integer({ min: 100, max: 500 }),
        fc.dictionary(fc.integer({ min: 1, max: 47 }).map(String), fc.integer({ min: 1, max: 9 })),
        fc.array(fc.integer({ min: 1, max: 47 })).map((list) => new Set(list)),
        (levels, targetHundredths, effort, locked) => {
          const plan = planRises(spbe, levels, { targetHundredths, effort, locked });
          const standing = standingLevels(spbe, levels);
          const start = wholeIndex(spbe, standing);
          if (plan.kind === 'already') {
            expect(start.hundredths).toBeGreaterThanOrEqual(targetHundredths);
          } else if (plan.kind === 'impossible') {
            expect(plan.best.hundredths).toBeLessThan(targetHundredths);
          } else {
            const raised = [...standing];
            for (const rise of plan.rises) {
              expect(locked.has(rise.no)).toBe(false);
              expect(rise.from).toBe(standing[rise.no - 1]);
              expect(rise.cost).toBe((rise.to - rise.from) * (effort[rise.no] ?? 1));
              raised[rise.no - 1] = rise.to;
            }
            expect(wholeIndex(spbe, raised)).toEqual(plan.resulting);
            expect(plan.resulting.hundredths).toBeGreaterThanOrEqual(targetHundredths);
            const gained = plan.rises.reduce((sum, rise) => sum + rise.gain.numerator, 0);
            expect(gained).toBe(plan.resulting.numerator - start.numerator);
            // Leaving any one rise out falls short.
            for (const rise of plan.rises) {
              const without = wholeIndex(spbe, raised.with(rise.no - 1, rise.from));
              expect(without.hundredths).toBeLessThan(targetHundredths);
            }
          }
        },
      ),
    );
  });
});
