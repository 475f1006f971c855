import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildInstrument, instruments, levelsFor } from '#tests/house/instruments';
import { peerStrip, peerSums } from './peerStrip';
import { type Levels, score } from './score';
import { averageOf, rankComplete } from './standing';

/** Two aspects of one indicator each: weights 3 and 1 of 4. */
const two = buildInstrument([[[3], [1]]]);

const stripOf = (own: Levels, others: readonly Levels[], before: Levels | null = null) =>
  peerStrip(score(two, own), before && score(two, before), peerSums(two, others));

/** An instrument, an agency, and others of which some are not complete. */
const halls = instruments.chain((instrument) =>
  fc.record({
    instrument: fc.constant(instrument),
    own: fc.oneof(levelsFor(instrument, true), levelsFor(instrument)),
    others: fc.array(fc.oneof(levelsFor(instrument, true), levelsFor(instrument)), { maxLength: 9 }),
    joins: levelsFor(instrument).filter((levels) => levels.includes(null)),
  }),
);

describe('an agency among its peers', () => {
  it('puts first what costs the index most: the distance times the weight', () => {
    // Medians of all four: 3.5 and 3.
    const { rows, ranked } = stripOf(
      [3, 1],
      [
        [2, 3],
        [4, 3],
        [4, 5],
      ],
      [2, 2],
    );
    expect(ranked).toBe(4);
    expect(rows).toMatchObject([
      {
        no: 2,
        median: 300,
        gap: -200,
        rank: 4,
        before: 200,
        peers: [
          { at: 300, count: 2 },
          { at: 500, count: 1 },
        ],
      },
      {
        no: 1,
        median: 350,
        gap: -50,
        rank: 3,
        before: 200,
        peers: [
          { at: 200, count: 1 },
          { at: 400, count: 2 },
        ],
      },
    ]);
    // −2 × 1/4 and −0.5 × 3/4 = −0.375, rounded half up.
    expect(rows.map(({ effect }) => effect?.hundredths)).toEqual([-50, -37]);
  });

  it('without peers has no median, no rank and the order of the instrument', () => {
    const { rows, ranked } = stripOf([5, 1], [[3, null]]);
    expect(ranked).toBe(1);
    expect(
      rows.map(({ no, median, rank, gap, effect, peers }) => [no, median, rank, gap, effect, peers]),
    ).toEqual([
      [1, null, null, null, null, []],
      [2, null, null, null, null, []],
    ]);
  });

  it('that is not complete has no rank and is no part of the median; its finished aspects are set against it', () => {
    const { rows, ranked } = stripOf(
      [1, null],
      [
        [2, 3],
        [4, 3],
      ],
      [null, 3],
    );
    expect(ranked).toBe(2);
    expect(rows).toMatchObject([
      { no: 1, median: 300, rank: null, gap: -200, before: null },
      { no: 2, median: 300, rank: null, gap: null, effect: null },
    ]);
  });

  it('gives equal figures one rank', () => {
    const { rows } = stripOf(
      [3, 3],
      [
        [3, 4],
        [3, 3],
        [5, 1],
      ],
    );
    expect(rows.map(({ no, rank }) => [no, rank])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('stands on a scale of its own as well', () => {
    const wide = buildInstrument([[[1, 1]]], { min: 0, max: 10, unit: 4 });
    const { rows } = peerStrip(
      score(wide, [40, 0]),
      null,
      peerSums(wide, [
        [0, 0],
        [30, 30],
      ]),
    );
    expect(rows).toMatchObject([{ own: { index: { hundredths: 500 } }, median: 500, gap: 0, rank: 2 }]);
  });

  it('has the medians and ranks that the house has', () => {
    fc.assert(
      fc.property(halls, ({ instrument, own, others }) => {
        const mine = score(instrument, own);
        const all = [mine, ...others.map((levels) => score(instrument, levels))];
        const strip = peerStrip(mine, null, peerSums(instrument, others));
        const hasPeers = all.slice(1).some(({ completeness: { answered, total } }) => answered === total);
        for (const row of strip.rows) {
          // A whole agency is complete or not: its aspects stand by that.
          const standings = all.map((one) => ({
            ...one.completeness,
            index: one.aspects[row.no - 1]?.index ?? one.whole.index,
          }));
          const [first] = standings;
          expect(row.median).toBe(hasPeers ? averageOf(standings).median : null);
          expect(row.rank).toBe(
            hasPeers
              ? (rankComplete(
                  standings.map((standing, place) => ({ standing, place })),
                  ({ standing }) => standing,
                  (a, b) => a.place - b.place,
                ).find(({ place }) => place === 0)?.rank ?? null)
              : null,
          );
          if (row.gap !== null) expect(row.gap).toBe((first?.index.hundredths ?? 0) - (row.median ?? 0));
        }
        const costs = strip.rows.flatMap(({ effect }) => (effect ? [effect.numerator] : []));
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        expect(strip.rows.map(({ no }) => no).sort((a, b) => a - b)).toEqual(
          mine.aspects.map(({ no }) => no),
        );
      }),
    );
  });

  it('is not moved by who is not complete, nor by the order of the others', () => {
    fc.assert(
      fc.property(halls, ({ instrument, others, joins }) => {
        expect(peerSums(instrument, [joins, ...others].reverse())).toEqual(peerSums(instrument, others));
      }),
    );
  });
});
