import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import { shownUnits } from '../quantity';
import type { Figures } from '../topicKind';
import { ladderQuantity } from './outcome';
import { nextBand, planItems } from './plan';
import { parseLadder } from './schema';

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
