/**
 * What a headline says of agencies is what their figures say: who leads, who rose, who is on the way. And no name stands
 * in it that is hidden.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENCIES,
  agencies,
  averageOf,
  claimsOf,
  expectNames,
  figure,
  hiddenOnes,
  index,
  maybe,
  number,
  scale,
} from '../../../../tests/house/headlineClaims';
import type { Scene, SceneOf } from '../scene';

const ranking: fc.Arbitrary<SceneOf<'ranking'>> = agencies
  .chain((some) =>
    fc.tuple(
      ...some.map((agency) =>
        fc.record({ agency: fc.constant(agency), index, target: maybe(index), isComplete: fc.boolean() }),
      ),
    ),
  )
  .map((some) => {
    const complete = some.filter((one) => one.isComplete).sort((a, b) => b.index - a.index);
    const others = some.filter((one) => !one.isComplete);
    const row = (rank: number | null) => (one: (typeof some)[number]) => ({
      agency: one.agency,
      rank,
      index: one.index,
      ceiling: rank === null ? 500 : one.index,
      before: null,
      answered: rank === null ? 3 : 47,
      total: 47,
      target: one.target,
    });
    return {
      scene: 'ranking' as const,
      scale,
      yearBefore: null,
      rows: [...complete.map(row(1)), ...others.map(row(null))],
      unbegun: 0,
      average: averageOf(complete.length, some.length),
      bands: [],
    };
  });

describe('every claim about agencies is in the figures', () => {
  it('ranking', () => {
    fc.assert(
      fc.property(ranking, hiddenOnes, (scene, hidden) => {
        const complete = scene.rows.filter(({ answered, total }) => answered === total);
        const highest = complete.map((row) => row.index).toSorted((a, b) => b - a)[0];
        const top = complete.filter((row) => row.index === highest);
        const aimed = complete.filter((row) => row.target !== null);
        const there = aimed.filter((row) => row.target !== null && row.target <= row.index);
        const claims = claimsOf(scene, hidden);
        if (scene.rows.length > 0) expect(claims).not.toEqual([]);
        for (const [key, said] of claims) {
          if (said.index !== undefined) expect(said.index).toBe(figure(highest ?? NaN));
          if (said.who !== undefined)
            expectNames(
              said.who,
              top.map(({ agency }) => agency),
            );
          if (said.count !== undefined) expect(said.count).toBe(number(top.length));
          if (said.of !== undefined) expect(said.of).toBe(number(aimed.length));
          if (said.reached !== undefined) expect(said.reached).toBe(number(there.length));
          if (said.agencies !== undefined) expect(said.agencies).toBe(number(scene.rows.length));
          const holds: Record<string, boolean> = {
            noneComplete: complete.length === 0,
            'ranking.alone': scene.rows.length === 1 && complete.length === 1,
            'ranking.aloneHidden': scene.rows.length === 1 && complete.length === 1,
            'ranking.onlyOne': scene.rows.length > 1 && complete.length === 1,
            'ranking.onlyOneHidden': scene.rows.length > 1 && complete.length === 1,
            'ranking.allEqual': complete.length > 1 && top.length === complete.length,
            'ranking.leads': top.length === 1 && complete.length > 1,
            'ranking.leadTogether': top.length === 2 && complete.length > 2,
            'ranking.manyLead': top.length > 1 && complete.length > top.length,
            'ranking.highest': complete.length > 1,
            'ranking.noneReached': aimed.length > 0 && there.length === 0,
            'ranking.allReached': there.length === aimed.length && aimed.length < complete.length,
            'ranking.reached':
              there.length > 0 && there.length < aimed.length && aimed.length < complete.length,
            // Only of all complete ones may it be said that they are so many.
            'ranking.allComplete': there.length === complete.length && aimed.length === complete.length,
            'ranking.reachedOfComplete':
              there.length > 0 && there.length < aimed.length && aimed.length === complete.length,
          };
          expect([key, holds[key]]).toEqual([key, true]);
        }
      }),
    );
  });

  it('movement', () => {
    const movement: fc.Arbitrary<SceneOf<'movement'>> = agencies
      .chain((some) =>
        fc.tuple(
          ...some.map((agency) =>
            fc.record({ agency: fc.constant(agency), before: maybe(index), now: index }),
          ),
        ),
      )
      .map((rows) => ({
        scene: 'movement',
        yearBefore: 2024,
        year: 2025,
        scale,
        rows,
        compared: 0,
        meanBefore: null,
        meanNow: null,
        unfinished: 0,
      }));
    fc.assert(
      fc.property(movement, hiddenOnes, (scene, hidden) => {
        const pairs = scene.rows.flatMap(({ agency, before, now }) =>
          before === null ? [] : [{ agency, by: now - before }],
        );
        const most = pairs.map(({ by }) => by).toSorted((a, b) => b - a)[0] ?? NaN;
        const first = pairs.filter(({ by }) => by === most);
        const up = pairs.filter(({ by }) => by > 0).length;
        const down = pairs.filter(({ by }) => by < 0).length;
        const claims = claimsOf(scene, hidden);
        expect(claims.length > 0).toBe(pairs.length > 0);
        for (const [key, said] of claims) {
          if (said.who !== undefined)
            expectNames(
              said.who,
              first.map(({ agency }) => agency),
            );
          if (said.by !== undefined) expect(said.by).toBe(`+${figure(most)}`);
          if (said.up !== undefined) expect(said.up).toBe(number(up));
          if (said.down !== undefined) expect(said.down).toBe(number(down));
          if (said.of !== undefined) expect(said.of).toBe(number(pairs.length));
          const holds: Record<string, boolean> = {
            'movement.aloneUp': pairs.length === 1 && most > 0,
            'movement.aloneUpHidden': pairs.length === 1 && most > 0,
            'movement.most': most > 0 && first.length < pairs.length,
            'movement.manyMost': most > 0 && said.count === number(first.length) && first.length > 1,
            'movement.greatest': most > 0 && first.length === 1,
            'movement.allBy': most > 0 && pairs.length > 1 && said.count === number(first.length),
            'movement.allUp': up === pairs.length && said.count === number(up),
            'movement.up': up > 0 && up < pairs.length,
            'movement.allSame': up + down === 0 && said.count === number(pairs.length),
            'movement.noneUp': up === 0 && down > 0,
          };
          expect([key, holds[key]]).toEqual([key, true]);
        }
      }),
    );
  });

  it('closing, road and progress', () => {
    const some = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(maybe(index), maybe(index), some, some, (before, now, complete, reached) => {
        const scene: Scene = {
          scene: 'closing',
          monogram: '',
          scale,
          year: 2025,
          agencies: 7,
          approved: 0,
          average: { complete, agencies: 7, mean: now, median: null },
          yearBefore: 2024,
          compared: 4,
          meanBefore: before,
          meanNow: before === null ? null : now,
          answered: 0,
          total: 0,
          votes: 0,
          recommendations: 0,
          commitments: 0,
          slopes: [],
          unfinished: [],
          minutesNumber: null,
        };
        const [last] = claimsOf(scene, new Set());
        const both = before !== null && now !== null;
        const kind = both ? (now > before ? 'up' : now < before ? 'down' : 'same') : 'mean';
        expect(last).toEqual(
          now === null
            ? undefined
            : [
                `closing.${kind}`,
                both
                  ? now === before
                    ? { count: '4' }
                    : { count: '4', by: figure(now > before ? now - before : before - now) }
                  : { complete: number(complete), agencies: '7' },
              ],
        );
        const rows = Array.from({ length: complete }, (_, agency) => ({
          agency,
          index: 100,
          target: 300,
          rises: agency < reached ? agency + 1 : null,
        }));
        const road: Scene = {
          scene: 'road',
          scale,
          indicators: [],
          steps: 0,
          rows,
          reached: Array.from({ length: reached }, (_, place) => complete + place),
          withoutTarget: 0,
          unfinished: [],
          totalRises: 9,
          average: averageOf(complete + reached, 12),
          meanThen: null,
        };
        const [way] = claimsOf(road, new Set());
        const out = rows.filter(({ rises }) => rises === null).length;
        expect(way).toEqual(
          complete + reached === 0
            ? ['noneComplete', { agencies: '12' }]
            : complete === 0
              ? ['road.allReached', { count: number(reached) }]
              : out > 0
                ? ['road.outOfReach', { count: number(complete), out: number(out) }]
                : ['road.needs', { count: number(complete), rises: '9' }],
        );
        const progress: Scene = {
          scene: 'progress',
          rows: Array.from({ length: 5 }, (_, agency) => ({
            agency,
            answered: 0,
            total: 47,
            isComplete: false,
            state: 'draft',
          })),
          answered: complete * 47,
          total: 235,
          complete,
        };
        expect(claimsOf(progress, new Set())).toEqual([
          complete === 0
            ? ['progress.none', {}]
            : complete === 5
              ? ['progress.all', { agencies: '5' }]
              : [
                  'progress.some',
                  { complete: number(complete), agencies: '5', left: number(235 - complete * 47) },
                ],
        ]);
      }),
    );
  });

  it('commitments', () => {
    const status = fc.constantFrom(
      'planned' as const,
      'underway' as const,
      'done' as const,
      'dropped' as const,
    );
    const commitments = fc
      .array(fc.record({ agency: fc.integer({ min: 0, max: AGENCIES - 1 }), status, isLate: fc.boolean() }), {
        maxLength: 8,
      })
      .map((some): SceneOf<'commitments'> => {
        const of = (one: string) => some.filter((row) => row.status === one).length;
        return {
          scene: 'commitments',
          year: 2025,
          rows: some.map((row, at) => ({
            ...row,
            id: String(at),
            what: 'x',
            who: 'y',
            dueOn: '2026-01-01',
            measure: 'z',
            gain: null,
          })),
          counts: {
            planned: of('planned'),
            underway: of('underway'),
            done: of('done'),
            dropped: of('dropped'),
            late: some.filter(({ isLate }) => isLate).length,
          },
          today: '2026-01-02',
          agenciesWithout: 0,
        };
      });
    fc.assert(
      fc.property(commitments, hiddenOnes, (scene, hidden) => {
        const claims = claimsOf(scene, hidden);
        expect(claims.length > 0).toBe(scene.rows.length > 0);
        for (const [key, said] of claims) {
          if (key === 'commitments.made') {
            const makers = scene.rows
              .map(({ agency }) => agency)
              .filter((one, at, all) => all.indexOf(one) === at);
            expect(said).toEqual({ count: number(scene.rows.length), agencies: number(makers.length) });
          } else {
            expect([key, said]).toEqual(['commitments.late', { late: number(scene.counts.late) }]);
            expect(scene.counts.late).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
