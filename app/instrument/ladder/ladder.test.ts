import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderFile } from '#tests/house/ladder';
import { kindOf } from '../kinds';
import { compareQuantities, shownUnits } from '../quantity';
import type { Figures } from '../topicKind';
import { assessorCode, IN_WORK, itemsOf, ladderIndicators, NONE, READY } from './answers';
import { ladderCompleteness, ladderOutcome, ladderQuantity } from './outcome';
import { planItems } from './plan';
import { parseLadder } from './schema';
import { assessedOf, bandOf, type Exact, heldBack, scoreIndicator, scoreWhole } from './score';

/** Two indicators of evidence and one that is scored from outside. */
const LADDER = parseLadder(ladderFile([[2, 3, 1], [1, 2, 2], null], [50, 30, 20]));
const [FIRST, , OUTSIDE] = ladderIndicators(LADDER);
const ALL_ITEMS = ladderIndicators(LADDER).flatMap(itemsOf);
const marks = (mark: number, ...codes: readonly string[]): Figures =>
  Object.fromEntries(codes.map((code) => [code, mark]));
const units = (value: Exact) => shownUnits(ladderQuantity(value));
const exactly = (numerator: number, denominator = 1): Exact => ({ numerator, denominator });
const compare = (a: Exact, b: Exact) => compareQuantities(ladderQuantity(a), ladderQuantity(b));

function valueOf(figures: Figures, reading: 'self' | 'simulation' | 'highest' = 'self') {
  if (!FIRST) throw new Error('no indicator');
  const { level, value } = scoreIndicator(LADDER, FIRST, figures, reading);
  return { level, value: units(value) };
}

describe('the value of an indicator', () => {
  it('is the lowest where nothing is ready', () => {
    expect(valueOf({})).toEqual({ level: 0, value: 100 });
  });

  it('rises by the part of a level that is ready, and stands at its top once the level is complete', () => {
    expect(valueOf(marks(READY, 'I1-L1-01'))).toEqual({ level: 0, value: 125 });
    expect(valueOf(marks(READY, 'I1-L1-01', 'I1-L1-02'))).toEqual({ level: 1, value: 150 });
    expect(valueOf(marks(READY, 'I1-L1-01', 'I1-L1-02', 'I1-L2-03'))).toEqual({ level: 1, value: 183 });
  });

  it('counts a level only when the lower ones are complete', () => {
    const figures = marks(READY, 'I1-L1-01', 'I1-L2-01', 'I1-L2-02', 'I1-L2-03', 'I1-L3-01');
    expect(valueOf(figures)).toEqual({ level: 0, value: 125 });
    const held = (of: Figures) =>
      heldBack(scoreIndicator(LADDER, FIRST ?? fail(), of, 'self'), of).map(({ code }) => code);
    expect(held(figures)).toEqual(['I1-L2-01', 'I1-L2-02', 'I1-L2-03', 'I1-L3-01']);
    expect(held({ ...figures, 'I1-L1-02': READY })).toEqual([]);
  });

  it('counts what is in work in the simulation only, and what is not answered in what is still open only', () => {
    const figures = { 'I1-L1-01': READY, 'I1-L1-02': IN_WORK, 'I1-L2-01': NONE };
    expect(valueOf(figures)).toEqual({ level: 0, value: 125 });
    expect(valueOf(figures, 'simulation')).toEqual({ level: 1, value: 150 });
    expect(valueOf(figures, 'highest')).toEqual({ level: 0, value: 125 });
    expect(valueOf({ 'I1-L1-01': READY }, 'highest')).toEqual({ level: 3, value: 350 });
  });

  it('follows points where they are given', () => {
    const file = ladderFile([[2, 1, 1]], [100]);
    const [first, second] = file.aspects[0]?.indicators[0]?.rungs[0]?.items ?? [];
    Object.assign(first ?? {}, { points: 13 });
    Object.assign(second ?? {}, { points: 37 });
    const ladder = parseLadder(file);
    expect(units(scoreWhole(ladder, marks(READY, 'I1-L1-01'), 'self').index)).toBe(113);
    expect(units(scoreWhole(ladder, marks(READY, 'I1-L1-02'), 'self').index)).toBe(137);
  });

  it('takes a score from outside along its lines, and counts the lowest while it is awaited', () => {
    const of = (figures: Figures, reading: 'self' | 'highest' = 'self') =>
      units(scoreIndicator(LADDER, OUTSIDE ?? fail(), figures, reading).value);
    expect([0, 1250, 2500, 6250, 10000].map((I3) => of({ I3 }))).toEqual([100, 125, 150, 250, 350]);
    expect(of({ 'I3-menunggu': 1 })).toBe(100);
    expect(of({ 'I3-menunggu': 1 }, 'highest')).toBe(100);
    expect(of({}, 'highest')).toBe(350);
  });
});

const fail = (): never => {
  throw new Error('not there');
};

describe('the index', () => {
  it('keeps the three figures apart', () => {
    const figures = {
      ...marks(READY, 'I1-L1-01'),
      ...marks(IN_WORK, 'I1-L1-02'),
      ...assessed([300, 200, 100]),
    };
    const [self, simulation, assessor] = kindOf(LADDER).values(figures);
    // 0,5 × 1,25 + 0,3 + 0,2; 0,5 × 1,5 + 0,3 + 0,2; 0,5 × 3 + 0,3 × 2 + 0,2.
    expect([self, simulation, assessor].map((one) => one && shownUnits(one))).toEqual([113, 125, 230]);
  });

  it('has no assessor’s figure until every value is there', () => {
    const some = { ...assessed([300, 200, 100]), 'I2-asesor': null };
    expect(assessedOf(LADDER, some)).toEqual({ given: 2, total: 3, whole: null });
  });

  it('has the band of what was not rounded, and says so where rounding would show another', () => {
    const at = (index: readonly [number, number]) => bandOf(LADDER, exactly(...index))?.code;
    expect([at([1499, 1000]), at([3, 2]), at([2499, 1000]), at([5, 2]), at([99, 100])]).toEqual([
      'pita-1',
      'pita-2',
      'pita-2',
      'pita-3',
      undefined,
    ]);
    // 0,5 × 1,5 + 0,3 × 1,5 + 0,2 × 1,4998 = 1,49996.
    const figures = { ...marks(READY, 'I1-L1-01', 'I1-L1-02', 'I2-L1-01'), I3: 2499 };
    const { headline, band, remarks } = ladderOutcome(LADDER, figures);
    expect(headline && shownUnits(headline)).toBe(150);
    expect(band?.code).toBe('pita-1');
    expect(remarks).toEqual([expect.objectContaining({ id: 'Predikat dari indeks yang tidak dibulatkan' })]);
  });
});

function assessed(values: readonly number[]): Figures {
  return Object.fromEntries(
    ladderIndicators(LADDER).map((one, at) => [assessorCode(one), values[at] ?? null]),
  );
}

describe('completeness', () => {
  const filled = (figures: Figures) => ladderCompleteness(LADDER, figures).filled;

  it('asks for no level above one that is not complete', () => {
    expect(filled({ 'I1-L1-01': READY })).toBe(0);
    expect(filled({ 'I1-L1-01': READY, 'I1-L1-02': IN_WORK })).toBe(1);
    expect(filled({ 'I1-L1-01': READY, 'I1-L1-02': READY, 'I1-L2-01': NONE })).toBe(0);
    expect(filled({ 'I3-menunggu': 1 })).toBe(1);
  });
});

const sheets = fc.record({
  items: fc.array(fc.constantFrom(null, NONE, IN_WORK, READY), {
    minLength: ALL_ITEMS.length,
    maxLength: ALL_ITEMS.length,
  }),
  score: fc.option(fc.integer({ min: 0, max: 10000 })),
});
const figuresOf = ({
  items,
  score,
}: {
  items: readonly (number | null)[];
  score: number | null;
}): Figures => ({
  ...Object.fromEntries(ALL_ITEMS.map(({ code }, at) => [code, items[at] ?? null])),
  I3: score,
});
const place = fc.integer({ min: 0, max: ALL_ITEMS.length - 1 });
const indexOf = (figures: Figures, reading: 'self' | 'simulation' | 'highest') =>
  scoreWhole(LADDER, figures, reading).index;

describe('every sheet', () => {
  it('lies between the lowest and the highest, the self-assessment below the other readings', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const figures = figuresOf(sheet);
        const self = indexOf(figures, 'self');
        expect(compare(self, exactly(1))).toBeGreaterThanOrEqual(0);
        for (const reading of ['simulation', 'highest'] as const)
          expect(compare(indexOf(figures, reading), self)).toBeGreaterThanOrEqual(0);
        expect(compare(indexOf(figures, 'highest'), exactly(7, 2))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never falls when an item becomes ready or a score rises', () => {
    fc.assert(
      fc.property(sheets, place, fc.integer({ min: 0, max: 5000 }), (sheet, at, more) => {
        const figures = figuresOf(sheet);
        const ready = { ...figures, [ALL_ITEMS[at]?.code ?? '']: READY };
        const higher = { ...figures, I3: Math.min(10000, (sheet.score ?? 0) + more) };
        for (const then of [ready, higher])
          expect(compare(indexOf(then, 'self'), indexOf(figures, 'self'))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('leaves nothing open once it is complete, and something as long as it is not', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const figures = figuresOf(sheet);
        const { filled, total } = ladderCompleteness(LADDER, figures);
        const isOpen = compare(indexOf(figures, 'highest'), indexOf(figures, 'self')) > 0;
        expect(isOpen).toBe(filled < total);
      }),
    );
  });

  it('has an index that is the weighted sum of its aspects, in whatever order it was filled in', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const figures = figuresOf(sheet);
        const { aspects, index } = scoreWhole(LADDER, figures, 'self');
        const weights = [50, 30, 20];
        const sum = aspects.reduce(
          (all, { numerator, denominator }, at) =>
            all + (numerator * (weights[at] ?? 0) * index.denominator) / (denominator * 100),
          0,
        );
        expect(index.numerator).toBe(sum);
        expect(ladderOutcome(LADDER, Object.fromEntries(Object.entries(figures).reverse()))).toEqual(
          ladderOutcome(LADDER, figures),
        );
      }),
    );
  });
});

describe('the plan', () => {
  /** Every set of items that is not ready, one by one. */
  function cheapest(figures: Figures, target: number, costs: readonly number[]): number | null {
    const open = ALL_ITEMS.flatMap((item, at) =>
      figures[item.code] === READY ? [] : [{ item, cost: costs[at] ?? 1 }],
    );
    let best: number | null = null;
    for (let set = 0; set < 2 ** open.length; set += 1) {
      const taken = open.filter((_, at) => (set >> at) % 2 === 1);
      const cost = taken.reduce((sum, one) => sum + one.cost, 0);
      if (best !== null && cost >= best) continue;
      const then = { ...figures, ...marks(READY, ...taken.map(({ item }) => item.code)) };
      if (compare(indexOf(then, 'self'), exactly(target, 100)) >= 0) best = cost;
    }
    return best;
  }

  it('costs what the cheapest of all sets costs, and reaches what it says', () => {
    fc.assert(
      fc.property(
        sheets,
        fc.integer({ min: 100, max: 350 }),
        fc.array(fc.integer({ min: 1, max: 4 }), {
          minLength: ALL_ITEMS.length,
          maxLength: ALL_ITEMS.length,
        }),
        (sheet, target, costs) => {
          const figures = figuresOf(sheet);
          const costOf = ({ code }: { code: string }) =>
            costs[ALL_ITEMS.findIndex((one) => one.code === code)] ?? 1;
          const plan = planItems(LADDER, figures, target, costOf);
          expect(plan?.cost ?? null).toBe(cheapest(figures, target, costs));
          if (!plan) return;
          const then = { ...figures, ...marks(READY, ...plan.items.map(({ code }) => code)) };
          expect(indexOf(then, 'self')).toEqual(plan.index);
          expect(plan.items.reduce((sum, item) => sum + costOf(item), 0)).toBe(plan.cost);
        },
      ),
      { numRuns: 60 },
    );
  });
});
