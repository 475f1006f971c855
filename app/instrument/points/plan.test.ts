/** The fewest questions to a status and to an open gate, against every set that there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, LOW_CATEGORY, pointsFile } from '#tests/house/points';
import { ALL, first, sheets, SMALL_ONE, statusAt, sumOf } from '#tests/house/pointsSheets';
import type { Figures } from '../topicKind';
import { carriedOut, nextStatus, planGate, planStatus } from './plan';
import { parsePoints } from './schema';
import { scoreWhole } from './score';

/** The fewest questions of all sets that lead where `isThere` says; every set is tried. */
function fewest(figures: Figures, isThere: (then: Figures) => boolean): number | null {
  const open = ALL.filter(({ code }) => (figures[code] ?? 0) < 3);
  let best: number | null = null;
  for (let set = 0; set < 2 ** open.length; set += 1) {
    const taken = open.filter((_, at) => (set >> at) % 2 === 1);
    if (best !== null && taken.length >= best) continue;
    if (isThere(carriedOut(figures, taken))) best = taken.length;
  }
  return best;
}

/** The small instrument, its highest status from so many points on. */
const upTo = (points: number) =>
  parsePoints({
    ...pointsFile(),
    statusFrom: ['rendah', 'tinggi'].map((category) => ({ category, points: [0, 5, points] })),
  });

describe('the plan', () => {
  it('to a status takes as few questions as the smallest of all sets, and reaches what it says', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: 2 }), (figures, status) => {
        const plan = planStatus(SMALL_ONE, figures, status);
        expect(plan?.questions.length ?? null).toBe(fewest(figures, (then) => statusAt(then) >= status));
        if (!plan) return;
        const then = carriedOut(figures, plan.questions);
        expect(statusAt(then)).toBeGreaterThanOrEqual(status);
        expect(sumOf(then)).toBe(plan.sum);
        expect(new Set(plan.questions).size).toBe(plan.questions.length);
      }),
      { numRuns: 150 },
    );
  });

  it('to a gate takes as few questions as the smallest of all sets', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const [gated, other] = SMALL_ONE.areas;
        if (!gated || !other) throw new Error('no area');
        expect(planGate(SMALL_ONE, other, figures)).toBeNull();
        const plan = planGate(SMALL_ONE, gated, figures);
        const needed = fewest(figures, (then) => first(then).gate.kind === 'open');
        expect(plan?.questions.length ?? 0).toBe(needed);
        if (plan)
          expect(first(carriedOut(figures, plan.questions))).toMatchObject({
            sum: plan.sum,
            gate: { kind: 'open' },
          });
      }),
      { numRuns: 150 },
    );
  });

  it('lifts an area above its floor even where the points would be enough', () => {
    const figures = { ...LOW_CATEGORY, ...area(2, 0, 0, 0), ...area(3, 3, 3) };
    expect(planStatus(upTo(20), figures, 0)).toEqual({ questions: [], sum: 9 });
    expect(planStatus(upTo(20), figures, 1)?.questions).toHaveLength(1);
  });

  it('counts what lies behind a gate that is reached to the point', () => {
    // 2 + 3 + 3 + 2 points are the ten that the gate asks for; one question behind it adds nine.
    const figures = { ...LOW_CATEGORY, ...area(2, 2, 3, 3, 1, 0, 0), ...area(3, 3, 3) };
    expect(planStatus(upTo(26), figures, 2)).toMatchObject({ questions: [{ stage: 3 }], sum: 28 });
  });

  it('keeps the best of several ways that take as many questions', () => {
    // Two questions of the second area add nine, one of each area only seven or eight.
    const figures = { ...LOW_CATEGORY, ...area(2, 3, 3, 3, 2, 3, 3), ...area(3, 0, 0) };
    const plan = planStatus(upTo(40), figures, 2);
    expect(plan?.questions.map(({ code }) => code).sort()).toEqual(['3.1', '3.2']);
    expect(plan?.sum).toBe(40);
  });

  it('does not exist without a category, and goes from one status to the next', () => {
    expect(planStatus(SMALL_ONE, area(2, 3, 3, 3), 1)).toBeNull();
    expect(planStatus(SMALL_ONE, LOW_CATEGORY, 3)).toBeNull();
    const next = (figures: Figures) =>
      nextStatus(SMALL_ONE, scoreWhole(SMALL_ONE, figures, 'self'))?.code ?? null;
    expect(next(area(2, 3))).toBeNull();
    expect(next(LOW_CATEGORY)).toBe('cukup');
    expect(next({ ...LOW_CATEGORY, ...area(2, 3, 3, 3, 3, 3, 3) })).toBeNull();
  });
});
