import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import { shownUnits } from '../quantity';
import type { Figures } from '../topicKind';
import { ladderQuantity } from './outcome';
import { nextBand, planItems } from './plan';
import { parseLadder } from './schema';
import { scoreWhole } from './score';

const planOf = (figures: Figures, target: number) => {
  const plan = planItems(parseLadder(smallLadder()), figures, target);
  return (
    plan && {
      items: plan.items.map(({ code }) => code),
      cost: plan.cost,
      index: shownUnits(ladderQuantity(plan.index)),
    }
  );
};
/** The first level of both indicators of evidence is complete: 0,5 × 1,5 + 0,3 × 1,5 + 0,2 × 1. */
const FIRST_LEVEL = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I2-L1-01': 2 };

describe('the plan of a ladder', () => {
  it('has nothing to do where it is there already', () => {
    expect(planOf(FIRST_LEVEL, 140)).toEqual({ items: [], cost: 0, index: 140 });
    expect(planOf(FIRST_LEVEL, 100)).toEqual({ items: [], cost: 0, index: 140 });
  });

  it('takes what brings most, counts each item once where no cost is named, and never a supporting one', () => {
    // The second level of the first indicator is a single item.
    expect(planOf(FIRST_LEVEL, 141)).toEqual({ items: ['I1-L2-01'], cost: 1, index: 190 });
    expect(planOf(FIRST_LEVEL, 190)).toEqual({ items: ['I1-L2-01'], cost: 1, index: 190 });
    expect(planOf(FIRST_LEVEL, 191)).toEqual({ items: ['I1-L2-01', 'I1-L3-01'], cost: 2, index: 240 });
  });

  it('takes up what is there already, and what a level below still lacks', () => {
    expect(planOf({ ...FIRST_LEVEL, 'I1-L1-02': 1, 'I1-L2-01': 2 }, 150)).toEqual({
      items: ['I1-L1-02'],
      cost: 1,
      index: 190,
    });
  });

  it('cannot reach what only a score from outside could bring', () => {
    // 0,8 × 3,5 + 0,2 × 1
    expect(planOf({}, 300)).toMatchObject({ cost: 9, index: 300 });
    expect(planOf({}, 301)).toBeNull();
  });
});

describe('the cost of a plan', () => {
  const ladder = parseLadder(smallLadder());
  const MAIN = ladder.aspects
    .flatMap(({ indicators }) => indicators.flatMap(({ rungs }) => rungs.flatMap(({ items }) => items)))
    .filter(({ role }) => role === 'main');
  const costs = fc.tuple(...MAIN.map(() => fc.integer({ min: 1, max: 4 })));
  const states = fc.tuple(...MAIN.map(() => fc.constantFrom(0, 1, 2, 2)));
  const indexOf = (figures: Figures) => scoreWhole(ladder, figures, 'self').index;
  const withReady = (figures: Figures, items: readonly { readonly code: string }[]): Figures => ({
    ...figures,
    ...Object.fromEntries(items.map(({ code }) => [code, 2])),
  });

  it('is that of the cheapest of all sets of items, and the items lead where it says', () => {
    fc.assert(
      fc.property(costs, states, fc.integer({ min: 100, max: 310 }), (cost, state, target) => {
        const costOf = ({ code }: { readonly code: string }) =>
          cost[MAIN.findIndex((item) => item.code === code)] ?? 0;
        const figures = Object.fromEntries(MAIN.map(({ code }, at) => [code, state[at] ?? 0]));
        const open = MAIN.filter(({ code }) => figures[code] !== 2);
        let cheapest: number | null = null;
        for (let set = 0; set < 2 ** open.length; set += 1) {
          const taken = open.filter((_, at) => (set >> at) % 2 === 1);
          const sum = taken.reduce((all, item) => all + costOf(item), 0);
          if (cheapest !== null && sum >= cheapest) continue;
          const { numerator, denominator } = indexOf(withReady(figures, taken));
          if (numerator * 100 >= target * denominator) cheapest = sum;
        }
        const plan = planItems(ladder, figures, target, costOf);
        expect(plan?.cost ?? null).toBe(cheapest);
        if (!plan) return;
        expect(plan.items.reduce((all, item) => all + costOf(item), 0)).toBe(plan.cost);
        expect(plan.items.every(({ code }) => figures[code] !== 2)).toBe(true);
        expect(indexOf(withReady(figures, plan.items))).toEqual(plan.index);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the next band', () => {
  it('is the one above that of the self-assessment; there is none above the highest', () => {
    const ladder = parseLadder(smallLadder());
    expect(nextBand(ladder, {})?.code).toBe('pita-2');
    expect(nextBand(ladder, FIRST_LEVEL)?.code).toBe('pita-2');
    expect(nextBand(ladder, { ...FIRST_LEVEL, 'I1-L2-01': 2 })?.code).toBe('pita-3');
    const all = Object.fromEntries(
      ladder.aspects
        .flatMap(({ indicators }) => indicators)
        .flatMap(({ rungs }) => rungs.flatMap(({ items }) => items))
        .map(({ code }) => [code, 2]),
    );
    expect(nextBand(ladder, all)).toBeNull();
  });
});
