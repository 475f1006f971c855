import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure, indicatorsOf, type Levels, outlineOf, parseInstrument, score } from '~/instrument';
import {
  averagesOf,
  extremes,
  indicatorRows,
  nextPredicate,
  parseSort,
  type Peers,
  sortRows,
  withLevel,
} from './resultReading';
import { buildInstrument } from '#tests/house/instruments';

const instrument = parseInstrument(
  JSON.parse(readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8')),
);
const allLevels = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 47, maxLength: 47 });
const oneOpen = fc
  .tuple(allLevels, fc.integer({ min: 0, max: 46 }))
  .map(([levels, place]): (number | null)[] => levels.map((level, i) => (i === place ? null : level)));
const someLevels = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 47, maxLength: 47 });
/** Complete ones, some with one answer missing, some with many. */
const anyLevels: fc.Arbitrary<(number | null)[]> = fc.oneof(allLevels, oneOpen, someLevels);

/** Read anew: the sums over those that left nothing unanswered. */
function peersOf(all: readonly Levels[]): Peers {
  const complete = all.filter((levels) => !levels.includes(null));
  return {
    count: complete.length,
    agencies: all.length,
    sums: indicatorsOf(instrument).map((_, i) => complete.reduce((sum, levels) => sum + (levels[i] ?? 0), 0)),
  };
}

function rowsOf(levels: Levels, flagged: readonly number[] = []) {
  return indicatorRows(outlineOf(instrument, 'id'), { levels, before: null, averages: null, flagged });
}

describe('the average', () => {
  it('is none without peers', () => expect(averagesOf(instrument, peersOf([]))).toBeNull());

  it('of one complete agency is that agency, whoever else is not complete', () => {
    fc.assert(
      fc.property(allLevels, oneOpen, (levels, open) => {
        const own = score(instrument, levels);
        const averages = averagesOf(instrument, peersOf([levels, open]));
        expect(averages?.whole).toBe(own.whole.index.hundredths);
        expect(averages?.domains).toEqual(own.domains.map(({ index }) => index.hundredths));
        expect(averages?.aspects).toEqual(own.aspects.map(({ index }) => index.hundredths));
      }),
    );
  });

  it('is rounded once, half up', () => {
    const ones: Levels = indicatorsOf(instrument).map(() => 1);
    const twos: Levels = indicatorsOf(instrument).map(() => 2);
    // (1 + 1 + 2) / 3 = 1,333…
    const averages = averagesOf(instrument, peersOf([ones, ones, twos]));
    expect(averages?.whole).toBe(133);
    expect(averages?.indicators[0]).toBe(133);
  });
});

describe('the rows', () => {
  it('bring together exactly the index', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const sum = rowsOf(levels).reduce((all, row) => all + row.contribution.numerator, 0);
        expect(sum).toBe(score(instrument, levels).whole.index.numerator);
      }),
    );
  });

  it('carry their flag', () => {
    const levels: Levels = indicatorsOf(instrument).map(() => null);
    expect(
      rowsOf(levels, [5])
        .filter((row) => row.flagged)
        .map((row) => row.no),
    ).toEqual([5]);
  });

  it('are ordered as asked, what has no figure last', () => {
    const levels: Levels = indicatorsOf(instrument).map(({ no }) => (no === 1 ? null : no === 2 ? 5 : 3));
    const ascending = sortRows(rowsOf(levels), parseSort('level')).map((row) => row.no);
    const descending = sortRows(rowsOf(levels), parseSort('-level')).map((row) => row.no);
    expect([ascending[0], ascending.at(-2), ascending.at(-1)]).toEqual([3, 2, 1]);
    expect([descending[0], descending[1], descending.at(-1)]).toEqual([2, 3, 1]);
  });

  it.each([null, '', 'x', '-x', '--level'])('fall back to the order of the instrument for %j', (param) =>
    expect(parseSort(param)).toEqual({ key: 'nomor', descending: false }),
  );
});

describe('the share of an indicator', () => {
  it('is of the total that its instrument takes: 2 and 1 of 3 are 66.67% and 33.33%', () => {
    const outline = outlineOf(buildInstrument([[[2, 1]]]), 'id');
    const rows = indicatorRows(outline, { levels: [1, 1], before: null, averages: null, flagged: [] });
    expect(rows.map(({ share }) => share)).toEqual([6667, 3333]);
  });
});

describe('strongest and weakest', () => {
  it('go by level, then by weight, then by number, and never overlap', () => {
    const levels: Levels = indicatorsOf(instrument).map(({ no }) =>
      no === 3 || no === 46 ? 5 : no === 8 || no === 40 ? 1 : 3,
    );
    const { strongest, weakest } = extremes(rowsOf(levels), 1);
    expect(strongest.map((row) => row.no)).toEqual([46, 3, 42, 43, 44]);
    expect(weakest.map((row) => row.no).slice(0, 2)).toEqual([40, 8]);
    fc.assert(
      fc.property(anyLevels, (any) => {
        const both = extremes(rowsOf(any), 1);
        const numbers = [...both.strongest, ...both.weakest].map((row) => row.no);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(both.strongest.length).toBeLessThanOrEqual(both.weakest.length);
      }),
    );
  });
});

describe('what was left unanswered', () => {
  it('is among the weakest, because it counts as the lowest level', () => {
    const levels: Levels = indicatorsOf(instrument).map(({ no }) => (no === 40 ? 1 : no === 8 ? null : 3));
    const { strongest, weakest } = extremes(rowsOf(levels), 1);
    expect(weakest.slice(0, 2).map(({ no, level }) => [no, level])).toEqual([
      [40, 1],
      [8, null],
    ]);
    expect(strongest.every(({ level }) => level !== null)).toBe(true);
  });

  it('is not listed before anything is answered', () => {
    const nothing: Levels = indicatorsOf(instrument).map(() => null);
    expect(extremes(rowsOf(nothing), 1)).toEqual({ strongest: [], weakest: [] });
  });
});

describe('the next predicate', () => {
  it.each([
    [100, 'cukup'],
    [179, 'cukup'],
    [180, 'baik'],
    [419, 'memuaskan'],
  ])('above %i is %s', (hundredths, code) =>
    expect(nextPredicate(instrument, figure(hundredths, 100))?.code).toBe(code),
  );
  it('is none at the top', () => expect(nextPredicate(instrument, figure(420, 100))).toBeNull());
});

describe('a level that arrives live', () => {
  it('gives what reading everything again would give', () => {
    fc.assert(
      fc.property(
        anyLevels,
        anyLevels,
        fc.integer({ min: 1, max: 47 }),
        fc.option(fc.integer({ min: 1, max: 5 })),
        (own, other, no, level) => {
          const before = { instrument, levels: own, flagged: [], peers: peersOf([own, other]) };
          const after = withLevel(before, no, level, true);
          expect(after.levels[no - 1]).toBe(level);
          expect(after.flagged).toEqual([no]);
          expect(after.peers).toEqual(peersOf([after.levels, other]));
        },
      ),
    );
  });
});
