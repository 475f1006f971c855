import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessments, buildInstrument } from '#tests/house/instruments';
import { planRises } from './planner';
import { wholeIndex } from './score';
import { staircase } from './staircase';

/** Three indicators of weights 1, 2 and 5 of 8. */
const three = buildInstrument([[[1, 2, 5]]]);

describe('a plan as stairs', () => {
  it('begins with what brings most for its effort, and says where each step leads', () => {
    const plan = planRises(three, [1, 1, 4], { targetHundredths: 500, effort: { 1: 1, 2: 4, 3: 2 } });
    if (plan.kind !== 'reached') throw new Error('a plan was expected');
    // Per effort: 1 for the first, 2 × 4 / 16 for the second, 5 / 2 for the third.
    expect(
      staircase(three, [1, 1, 4], plan.rises).map(({ rise, effort, reaches, predicate }) => [
        rise.no,
        effort,
        reaches.hundredths,
        predicate?.code ?? null,
      ]),
    ).toEqual([
      [3, 2, 350, 'upper'],
      [1, 6, 400, null],
      [2, 22, 500, null],
    ]);
  });

  it('among equals takes the larger first, then the lower number', () => {
    const plan = planRises(buildInstrument([[[2, 2, 1]]]), [1, 1, 1], {
      targetHundredths: 500,
      effort: { 1: 2, 2: 2 },
    });
    if (plan.kind !== 'reached') throw new Error('a plan was expected');
    expect(
      staircase(buildInstrument([[[2, 2, 1]]]), [1, 1, 1], plan.rises).map(({ rise }) => rise.no),
    ).toEqual([1, 2, 3]);
  });

  it('goes up step by step, is never steeper later on, and ends where the plan ends', () => {
    fc.assert(
      fc.property(assessments, fc.integer({ min: 0, max: 100 }), ({ instrument, levels }, part) => {
        const start = wholeIndex(instrument, levels).hundredths;
        const plan = planRises(instrument, levels, {
          targetHundredths: start + Math.ceil(((instrument.level.max * 100 - start) * part) / 100),
        });
        if (plan.kind !== 'reached') return;
        const stairs = staircase(instrument, levels, plan.rises);
        expect(stairs.at(-1)?.reaches).toEqual(plan.resulting);
        expect(stairs.at(-1)?.effort).toBe(plan.cost);
        expect(stairs.map(({ rise }) => rise.no).sort((a, b) => a - b)).toEqual(
          plan.rises.map(({ no }) => no),
        );
        const worth = stairs.map(({ rise }) => rise.gain.numerator / rise.cost);
        for (const [place, one] of worth.entries()) {
          expect(one).toBeGreaterThan(0);
          expect(one).toBeLessThanOrEqual((worth[place - 1] ?? Infinity) + 1e-9);
        }
      }),
    );
  });
});
