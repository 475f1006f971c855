/** What answers come to: points, the gate of the last stage, maturity, category, status. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, HIGH_CATEGORY, LOW_CATEGORY, pointsFile } from '#tests/house/points';
import { ALL, first, sheets, SMALL_ONE, statusAt, sumOf } from '#tests/house/pointsSheets';
import type { Figures } from '../topicKind';
import { NOT_APPLICABLE } from './answers';
import { gateText, maturityCode } from './names';
import { pointsOutcome } from './outcome';
import { parsePoints } from './schema';
import { belowFloor, scoreCategory, scoreSupplement, scoreWhole, statusOf } from './score';

describe('points of an area', () => {
  it.each<readonly [string, readonly (number | null)[], number]>([
    ['nothing', [], 0],
    ['nothing done', [0, 0, 0, 0, 0, 0], 0],
    ['one point per state in the first stage', [1, 2, 3], 6],
    ['two points per state in the second', [null, null, null, 1], 2],
    ['as much as possible where it does not apply', [0, NOT_APPLICABLE, 0], 3],
    ['everything', [3, 3, 3, 3, 3, 3], 33],
    ['three points per state in the last', [3, 3, 3, 3, 1, 2], 15 + 3 + 6],
  ])('%s', (_, states, sum) => {
    expect(first(area(2, ...states)).sum).toBe(sum);
  });

  it.each<readonly [string, readonly (number | null)[], string, number]>([
    ['open at the points it asks for', [3, 2, 3, 1, 3, 3], 'open', 10 + 18],
    ['open with as many in part as may be', [3, 3, 2, 3, 3, 0], 'open', 14 + 9],
    ['open where the one that is left does not apply', [3, 4, 3, 3, 3, 3], 'open', 33],
    ['one point short', [3, 3, 3, 0, 3, 3], 'closed', 9],
    ['one too many in part', [2, 2, 3, 3, 3, 3], 'closed', 13],
    ['one only planned', [1, 3, 3, 3, 3, 3], 'closed', 13],
    ['one not done', [0, 3, 3, 3, 3, 3], 'closed', 12],
    ['one not answered', [null, 3, 3, 3, 3, 3], 'closed', 12],
  ])('behind the gate: %s', (_, states, gate, sum) => {
    const score = first(area(2, ...states));
    expect(score.gate.kind).toBe(gate);
    expect(score.sum).toBe(sum);
  });

  it('says why the gate is closed, each reason with its number', () => {
    const says = (...states: readonly (number | null)[]) =>
      gateText(SMALL_ONE, first(area(2, ...states)).gate);
    expect(says(0, 2, 2, 0)).toEqual({
      id: '1 butir tahap 1 di bawah “Sebagian”, 1 butir tahap 1 lagi harus “Penuh”, kurang 6 poin',
      en: '1 of stage 1 is below “Sebagian (en)”, 1 more of stage 1 must be “Penuh (en)”, 6 points are missing',
    });
    expect(says(0, 1, 3, 3)?.en).toContain('2 of stage 1 are below');
    expect(says(3, 3, 3, 3)).toBeNull();
    expect(
      gateText(SMALL_ONE, scoreWhole(SMALL_ONE, {}, 'self').areas[1]?.gate ?? { kind: 'open' }),
    ).toBeNull();
  });
});

describe('maturity', () => {
  it.each<readonly [readonly (number | null)[], string]>([
    [[], 'I'],
    [[1, 1, 0, 0, 0, 0], 'I'],
    [[1, 1, 1, 0, 0, 0], 'I+'],
    [[2, 2, 1, 0, 0, 0], 'I+'],
    [[2, 2, 2, 3, 0, 0], 'II'],
    // Past the gate, and the tier above is looked at.
    [[3, 3, 2, 1, 0, 0], 'II'],
    [[3, 3, 2, 2, 0, 0], 'II+'],
    [[3, 3, 2, 3, 1, 0], 'II+'],
    [[3, 3, 2, 3, 2, 0], 'III'],
    // The next one is not looked at below its entry of 13 points.
    [[3, 3, 3, 3, 2, 3], 'III'],
    [[3, 3, 3, 3, 3, 0], 'III'],
    [[3, 3, 3, 3, 3, 1], 'III+'],
    [[3, 3, 3, 3, 3, 2], 'IV'],
    // All of the tiers below must be there.
    [[3, 3, 2, 3, 3, 3], 'III+'],
    // In the first tier everything but one, which holds the gate closed.
    [[3, 3, 1, 3, 3, 3], 'II'],
  ])('%o is %s', (states, code) => {
    expect(maturityCode(SMALL_ONE, first(area(2, ...states)).maturity)).toBe(code);
  });

  it('needs no gate where there is no last stage', () => {
    const maturity = (...states: readonly number[]) => {
      const [, second] = scoreWhole(SMALL_ONE, area(3, ...states), 'self').areas;
      return second && maturityCode(SMALL_ONE, second.maturity);
    };
    expect([
      maturity(0, 3),
      maturity(1, 3),
      maturity(2, 3),
      maturity(3, 0),
      maturity(3, 1),
      maturity(3, 2),
    ]).toEqual(['I', 'I+', 'II', 'II', 'II+', 'III']);
  });
});

describe('category and status', () => {
  it.each([
    [[2, 2, 2], 3, 'rendah'],
    [[0, 2, 2], 7, 'rendah'],
    [[0, 1, 2], 8, 'tinggi'],
    [[0, 0, 0], 15, 'tinggi'],
  ])('%o are %i points: %s', (choices, sum, code) => {
    const category = scoreCategory(SMALL_ONE, area(1, ...choices));
    expect(category).toMatchObject({ answered: 3, sum, band: { code } });
  });

  it('has no category before the last question', () => {
    expect(scoreCategory(SMALL_ONE, area(1, 0, 0))).toEqual({ answered: 2, sum: 10, band: null });
    expect(statusOf(SMALL_ONE, scoreWhole(SMALL_ONE, area(1, 0, 0), 'self'))).toBeNull();
  });

  // 42 points in all: 14 and 21 in the low category, 21 and 37 in the high one.
  it.each<readonly [Figures, readonly number[], readonly number[], number, string]>([
    [LOW_CATEGORY, [3, 3, 3, 1], [2, 0], 13, 'kurang'],
    [LOW_CATEGORY, [3, 3, 3, 1], [3, 0], 14, 'cukup'],
    [LOW_CATEGORY, [3, 3, 2, 3], [3, 1], 19, 'cukup'],
    [LOW_CATEGORY, [3, 3, 3, 3], [2, 2], 21, 'baik'],
    [HIGH_CATEGORY, [3, 3, 2, 3], [0, 3], 20, 'kurang'],
    [HIGH_CATEGORY, [3, 3, 3, 3], [2, 2], 21, 'cukup'],
    [HIGH_CATEGORY, [3, 3, 3, 3, 2, 2], [3, 3], 36, 'cukup'],
    [HIGH_CATEGORY, [3, 3, 3, 3, 3, 2], [2, 3], 38, 'baik'],
  ])('%#: %i', (category, one, other, sum, code) => {
    const whole = scoreWhole(SMALL_ONE, { ...category, ...area(2, ...one), ...area(3, ...other) }, 'self');
    expect(whole.sum).toBe(sum);
    expect(statusOf(SMALL_ONE, whole)?.code).toBe(code);
  });

  it('is the lowest where an area lies below its floor', () => {
    const status = (...states: readonly number[]) => {
      const figures = { ...LOW_CATEGORY, ...area(2, ...states), ...area(3, 3, 3) };
      const points = parsePoints({
        ...pointsFile(),
        statusFrom: [
          { category: 'rendah', points: [0, 2, 20] },
          { category: 'tinggi', points: [0, 2, 20] },
        ],
      });
      const whole = scoreWhole(points, figures, 'self');
      return [statusOf(points, whole)?.code, belowFloor(whole.areas).map(({ area: { code } }) => code)];
    };
    expect(status(2, 0, 0)).toEqual(['kurang', ['II']]);
    expect(status(3, 0, 0)).toEqual(['cukup', []]);
  });
});

describe('every sheet', () => {
  it('lies between nothing and everything, and below what can still come', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        expect(sumOf(figures)).toBeGreaterThanOrEqual(0);
        expect(sumOf(figures, 'highest')).toBeGreaterThanOrEqual(sumOf(figures));
        expect(sumOf(figures, 'highest')).toBeLessThanOrEqual(42);
      }),
    );
  });

  it('never falls in points, status or maturity when an answer rises', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: ALL.length - 1 }), (figures, at) => {
        const code = ALL[at]?.code ?? '';
        const then = { ...figures, [code]: Math.min(3, (figures[code] ?? -1) + 1) };
        expect(sumOf(then)).toBeGreaterThanOrEqual(sumOf(figures));
        expect(statusAt(then)).toBeGreaterThanOrEqual(statusAt(figures));
        const steps = (of: Figures) =>
          scoreWhole(SMALL_ONE, of, 'self').areas.map(
            ({ maturity }) => 2 * maturity.at + Number(maturity.isPlus),
          );
        const before = steps(figures);
        steps(then).forEach((step, i) => {
          expect(step).toBeGreaterThanOrEqual(before[i] ?? 0);
        });
      }),
    );
  });

  it('is the sum of its areas, in whatever order it was filled in', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const { areas, sum } = scoreWhole(SMALL_ONE, figures, 'self');
        expect(areas.reduce((all, one) => all + one.sum, 0)).toBe(sum);
        const turned = Object.fromEntries(Object.entries(figures).reverse());
        expect(pointsOutcome(SMALL_ONE, turned)).toEqual(pointsOutcome(SMALL_ONE, figures));
      }),
    );
  });

  it('leaves nothing open once it is complete', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const { filled, total, ceiling } = pointsOutcome(SMALL_ONE, figures);
        expect(ceiling === null).toBe(filled === total || filled === 3);
      }),
    );
  });
});

describe('the supplement', () => {
  it('earns what the first stage earns, of all that it can', () => {
    expect(scoreSupplement(SMALL_ONE, { '4.1': 3 })).toMatchObject({
      answered: 1,
      sum: 3,
      most: 6,
      share: { numerator: 3, denominator: 6, unit: 'percent', decimals: 2, direction: 'higher' },
    });
    expect(scoreSupplement(SMALL_ONE, {})).toMatchObject({ answered: 0, sum: 0 });
  });
});
