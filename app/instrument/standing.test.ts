import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure } from './figure';
import { averageOf, isComplete, movementsOf, rankComplete, type Standing } from './standing';

interface Agency {
  readonly code: number;
  readonly now: Standing;
  readonly before: Standing | null;
}

const TOTAL = 4;
const standing = (answered: fc.Arbitrary<number>): fc.Arbitrary<Standing> =>
  fc
    .record({ level: fc.integer({ min: 100, max: 500 }), answered })
    .map(({ level, answered: count }) => ({ index: figure(level, 100), answered: count, total: TOTAL }));
const any = standing(fc.oneof(fc.constant(TOTAL), fc.integer({ min: 0, max: TOTAL })));
const open = standing(fc.integer({ min: 0, max: TOTAL - 1 }));
const agencyOf = (now: fc.Arbitrary<Standing>) => fc.record({ now, before: fc.option(any, { nil: null }) });
const field = fc
  .array(agencyOf(any), { maxLength: 12 })
  .map((all) => all.map((one, code): Agency => ({ code, ...one })));
const joining = agencyOf(open).map((one): Agency => ({ code: -1, ...one }));

const now = (agency: Agency) => agency.now;
const tie = (a: Agency, b: Agency) => a.code - b.code;
const ranksOf = (all: readonly Agency[]) => rankComplete(all, now, tie);
const movesOf = (all: readonly Agency[]) => movementsOf(all, now, ({ before }) => before, tie);

describe('who is not complete', () => {
  it('changes nothing of the others', () => {
    fc.assert(
      fc.property(field, joining, (all, one) => {
        const more = [...all, one];
        expect(ranksOf(more).filter(({ code }) => code !== one.code)).toEqual(ranksOf(all));
        expect(movesOf(more)).toEqual(movesOf(all));
        const average = averageOf(all.map(now));
        expect(averageOf(more.map(now))).toEqual({ ...average, agencies: average.agencies + 1 });
      }),
    );
  });

  it('has no rank, and everybody else has the number of those above and one', () => {
    fc.assert(
      fc.property(field, (all) => {
        const ranked = ranksOf(all);
        expect(ranked.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual(all.map(({ code }) => code));
        const complete = all.filter((agency) => isComplete(agency.now));
        for (const agency of ranked) {
          const above = complete.filter(
            (other) => other.now.index.hundredths > agency.now.index.hundredths,
          ).length;
          expect(agency.rank).toBe(isComplete(agency.now) ? above + 1 : null);
        }
        // Behind the rule nobody follows who is complete.
        const firstOpen = ranked.findIndex(({ rank }) => rank === null);
        if (firstOpen >= 0) expect(ranked.slice(firstOpen).every(({ rank }) => rank === null)).toBe(true);
      }),
    );
  });

  it('is in no movement, neither now nor as it was before', () => {
    fc.assert(
      fc.property(field, (all) => {
        const { moves, compared, meanBefore, meanNow } = movesOf(all);
        expect(moves.every(({ agency }) => isComplete(agency.now))).toBe(true);
        const pairs = all.flatMap(({ now: today, before }) =>
          before && isComplete(today) && isComplete(before) ? [[before.index, today.index] as const] : [],
        );
        expect(compared).toBe(pairs.length);
        const mean = (part: 0 | 1) =>
          averageOf(pairs.map((pair) => ({ index: pair[part], answered: 1, total: 1 }))).mean;
        expect([meanBefore, meanNow]).toEqual([mean(0), mean(1)]);
      }),
    );
  });
});

it('shares ranks and says what a mean is of', () => {
  const at = (code: number, level: number, answered = TOTAL): Agency => ({
    code,
    now: { index: figure(level, 100), answered, total: TOTAL },
    before: null,
  });
  const all = [at(1, 200), at(2, 499, 3), at(3, 300), at(4, 200), at(5, 100, 0), at(6, 100)];
  expect(ranksOf(all).map(({ code, rank }) => [code, rank])).toEqual([
    [3, 1],
    [1, 2],
    [4, 2],
    [6, 4],
    [2, null],
    [5, null],
  ]);
  expect(averageOf(all.map(now))).toEqual({ complete: 4, agencies: 6, mean: 200, median: 200 });
  expect(averageOf([])).toEqual({ complete: 0, agencies: 0, mean: null, median: null });
  expect(isComplete({ answered: 0, total: 0 })).toBe(false);
});

it('puts whoever is not complete in the order of what is answered, and equals as the tie says', () => {
  const at = (code: number, answered: number): Agency => ({
    code,
    now: { index: figure(100 + code, 100), answered, total: TOTAL },
    before: null,
  });
  const codes = ranksOf([at(5, 1), at(4, 3), at(3, 0), at(2, 3), at(1, 1)]).map(({ code }) => code);
  expect(codes).toEqual([2, 4, 1, 5, 3]);
});

it('tells the greatest rise first, who has no earlier figure last, and equals as the tie says', () => {
  const at = (code: number, level: number, before: number | null): Agency => ({
    code,
    now: { index: figure(level, 100), answered: TOTAL, total: TOTAL },
    before: before === null ? null : { index: figure(before, 100), answered: TOTAL, total: TOTAL },
  });
  const all = [
    at(8, 500, null),
    at(7, 300, 310),
    at(6, 210, 110),
    at(5, 400, 300),
    at(4, 450, null),
    at(3, 250, 100),
  ];
  const { moves, compared, meanBefore, meanNow } = movesOf(all);
  expect(moves.map(({ agency }) => agency.code)).toEqual([3, 5, 6, 7, 4, 8]);
  expect({ compared, meanBefore, meanNow }).toEqual({ compared: 4, meanBefore: 205, meanNow: 290 });
});
