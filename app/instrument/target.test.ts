import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAPOR } from '#tests/house/house';
import { quantityOf, shownUnits } from './quantity';
import { distanceTo, isReached, judgeTarget, kindOf, type TargetFigure, targetFigures } from './topic';

const figure = (more: Partial<TargetFigure> = {}): TargetFigure => ({
  code: 'uji',
  name: { id: 'Uji', en: 'Test' },
  unit: 'percent',
  unitName: null,
  decimals: 2,
  direction: 'higher',
  lowest: 0,
  highest: 100,
  ...more,
});

const shapes = fc.record({
  unit: fc.constantFrom('percent' as const, 'index' as const, 'count' as const, 'points' as const),
  decimals: fc.constantFrom(0, 1, 2),
});
const units = fc.integer({ min: -1_000_000, max: 1_000_000 });
/** A figure that no last digit has to fit. */
const exact = fc.record({ numerator: units, denominator: fc.integer({ min: 1, max: 10_000 }) });

describe('the distance from a target', () => {
  it.each([
    ['higher', 9500, 9499, 1, false],
    ['higher', 9500, 9500, 0, true],
    ['higher', 9500, 9720, -220, true],
    ['lower', 20, 23, 3, false],
    ['lower', 20, 20, 0, true],
    ['lower', 20, 0, -20, true],
  ] as const)('where %s is better and %i is wanted, %i is %i away', (direction, wanted, now, away, isMet) => {
    const of = figure({ direction, unit: 'count', decimals: 0 });
    const [goal, has] = [quantityOf(of, wanted), quantityOf(of, now)];
    expect([distanceTo(goal, has), isReached(goal, has)]).toEqual([away, isMet]);
  });

  it('is what is shown less what is wanted, so that a reader reckons the same', () => {
    // 94,996 % is shown as 95,00 %.
    const goal = quantityOf(figure(), 9500);
    expect(isReached(goal, { ...goal, numerator: 94_996, denominator: 100_000 })).toBe(true);
    expect(isReached(goal, { ...goal, numerator: 94_994, denominator: 100_000 })).toBe(false);
  });

  it('is zero or less exactly where the target is reached, and the other way round the other way', () => {
    fc.assert(
      fc.property(shapes, units, exact, (shape, wanted, has) => {
        const up = quantityOf({ ...shape, direction: 'higher' }, wanted);
        const down = quantityOf({ ...shape, direction: 'lower' }, wanted);
        const now = { ...up, ...has };
        const below = { ...down, ...has };
        expect(isReached(up, now)).toBe(distanceTo(up, now) <= 0);
        expect(isReached(down, below)).toBe(distanceTo(down, below) <= 0);
        expect(distanceTo(up, now) + distanceTo(down, below)).toBe(0);
        // Somebody is on one side of it or on the other, and on both only where they stand on it.
        expect(isReached(up, now) && isReached(down, below)).toBe(shownUnits(up) === shownUnits(now));
        expect(isReached(up, now) || isReached(down, below)).toBe(true);
      }),
    );
  });

  it('is shown as it was set, in every unit', () => {
    fc.assert(
      fc.property(shapes, units, (shape, wanted) => {
        expect(shownUnits(quantityOf({ ...shape, direction: 'higher' }, wanted))).toBe(wanted);
      }),
    );
  });
});

describe('a typed target', () => {
  const judged = (value: string, more: Partial<TargetFigure> = {}, locale: 'id' | 'en' = 'id') =>
    judgeTarget([figure(more)], { measure: 'uji', value }, locale);

  it.each([
    ['95', 9500],
    ['95,5', 9550],
    ['95,50 %', 9550],
    ['0', 0],
    ['100', 10_000],
  ])('%s is %i', (value, stored) => {
    expect(judged(value)).toEqual({ ok: true, target: { measure: 'uji', units: stored } });
  });

  it.each([
    ['95.5', 'otherLanguage'],
    ['100,01', 'tooLarge'],
    ['-1', 'negative'],
    ['0,001', 'tooFine'],
    ['%', 'notNumber'],
    ['sembilan', 'notNumber'],
  ])('“%s” is none: %s', (value, problem) => {
    expect(judged(value)).toEqual({ ok: false, problem });
  });

  it('may be left out, and is of a figure that was offered', () => {
    expect(judged('  ')).toEqual({ ok: true, target: null });
    expect(judgeTarget([figure()], { measure: 'lain', value: '5' }, 'id')).toEqual({
      ok: false,
      problem: 'noFigure',
    });
    expect(judged('1.000', { highest: 5000, decimals: 0, unit: 'count' })).toMatchObject({
      target: { units: 1000 },
    });
  });
});

describe('the figures that a target can be set for', () => {
  it('are those of which one way is better, the headline first, each with its limits', () => {
    const figures = targetFigures(LAPOR);
    expect(figures[0]?.code).toBe(LAPOR.headline);
    expect(figures.map(({ code }) => code)).not.toContain('in-process-share');
    expect(figures).toHaveLength(
      kindOf(LAPOR).columns.filter(({ direction }) => direction !== 'neither').length,
    );
    for (const { lowest, highest } of figures) expect(lowest).toBeLessThan(highest);
    expect(figures.find(({ code }) => code === 'resolved-share')).toMatchObject({
      lowest: 0,
      highest: 100,
      decimals: 2,
      direction: 'higher',
    });
  });
});
