import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAPOR } from '#tests/house/house';
import { quantityOf, shownUnits } from './quantity';
import {
  canStillRise,
  countReached,
  distanceTo,
  goalOf,
  isReached,
  judgeTarget,
  kindOf,
  type TargetFigure,
  targetFigures,
} from './topic';

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
    ['95%', 9500],
    [' 95,5  % ', 9550],
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
    ['9%5', 'notNumber'],
    ['a 95 %', 'notNumber'],
    ['sembilan', 'notNumber'],
  ])('“%s” is none: %s', (value, problem) => {
    expect(judged(value)).toEqual({ ok: false, problem });
  });

  it('may be left out, and is of a figure that was offered', () => {
    expect(judged('  ')).toEqual({ ok: true, target: null });
    expect(judgeTarget([figure()], { measure: 'lain', value: ' ' }, 'id')).toEqual({
      ok: true,
      target: null,
    });
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

describe('a target as a figure of its topic', () => {
  it('is none without a target, or with one of a figure that this version does not have', () => {
    for (const target of [
      null,
      undefined,
      { measure: 'lain', units: 5 },
      { measure: 'in-process-share', units: 5 },
    ])
      expect(goalOf(LAPOR, target)).toBeNull();
  });

  it('has the place and the unit of its figure, and says whether that one stands for the topic', () => {
    const { columns } = kindOf(LAPOR);
    for (const of of targetFigures(LAPOR)) {
      const found = goalOf(LAPOR, { measure: of.code, units: 7 });
      expect(found).toEqual({
        figure: of,
        goal: quantityOf(of, 7),
        place: columns.findIndex(({ code }) => code === of.code),
        isHeadline: of.code === LAPOR.headline,
      });
      expect(found && columns[found.place]?.code).toBe(of.code);
      expect(of.unitName).toEqual(columns[found?.place ?? -1]?.unitName ?? null);
    }
    expect(targetFigures(LAPOR).some(({ unitName }) => unitName !== null)).toBe(true);
  });
});

describe('how many have reached it', () => {
  const goal = (direction: 'higher' | 'lower') => quantityOf(figure({ direction, decimals: 0 }), 20);
  const at = (value: number | null, filled = 5) => ({
    measures: [null, value === null ? null : quantityOf(figure({ decimals: 0 }), value)],
    filled,
    total: 5,
  });

  it.each([
    ['higher', 4, 5, false],
    ['higher', 5, 5, false],
    ['lower', 4, 5, true],
    ['lower', 5, 5, false],
  ] as const)('where %s is better, %i of %i answered can still rise: %s', (direction, filled, total, can) => {
    expect(canStillRise({ goal: goal(direction) }, { filled, total })).toBe(can);
  });

  it('leaves out who has no figure, and where fewer is better who is not filled in', () => {
    const rows = [
      at(20),
      at(19),
      at(21),
      at(null),
      at(30, 4),
      at(10, 4),
      { measures: [], filled: 5, total: 5 },
    ];
    const of = (direction: 'higher' | 'lower') => ({
      figure: figure({ direction }),
      goal: goal(direction),
      place: 1,
      isHeadline: true,
    });
    expect(countReached(of('higher'), rows)).toEqual({ known: 5, reached: 3 });
    expect(countReached(of('lower'), rows)).toEqual({ known: 3, reached: 2 });
  });
});
