/** What a headline says of aspects and levels is what the figures say: which is weakest, where most stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENCIES,
  averageOf,
  claimsOf,
  figure,
  hiddenOnes,
  index,
  number,
} from '../../../../tests/house/headlineClaims';
import type { Scene, SceneOf } from '../scene';

describe('every claim about aspects and levels is in the figures', () => {
  it('heat map', () => {
    const columns = ['Kebijakan', 'Rencana', 'Layanan'];
    const heatMap: fc.Arbitrary<SceneOf<'heatMap'>> = fc
      .record({
        medians: fc.oneof(fc.tuple(index, index, index), fc.constant<[null, null, null]>([null, null, null])),
        rows: fc.array(
          fc.record({
            isComplete: fc.boolean(),
            cells: fc.tuple(index, index, index),
          }),
          { maxLength: AGENCIES },
        ),
      })
      .map(({ medians, rows }) => ({
        scene: 'heatMap',
        without: 0,
        columns: columns.map((name, place) => ({ no: place + 1, name, median: medians[place] ?? null })),
        rows: rows.map((row, agency) => ({ ...row, agency, index: 100, answered: 0, total: 47 })),
        average: averageOf(0, rows.length),
        middle: 300,
      }));
    fc.assert(
      fc.property(heatMap, hiddenOnes, (scene, hidden) => {
        const medians = scene.columns.flatMap(({ median }) => median ?? []);
        const lowest = medians.toSorted((a, b) => a - b)[0];
        const weakest = scene.columns.flatMap(({ name, median }, place) =>
          median !== null && median === lowest ? [{ name, place }] : [],
        );
        const complete = scene.rows.filter(({ isComplete }) => isComplete);
        for (const [key, said] of claimsOf(scene, hidden)) {
          if (said.figure !== undefined) expect(said.figure).toBe(figure(lowest ?? NaN));
          const named = said.aspect ?? said.aspects;
          if (named !== undefined) expect(named).toBe(weakest.map(({ name }) => name).join(' & '));
          const belowIn = (place: number) =>
            complete.filter(({ cells }) => (cells[place] ?? NaN) < 300).length;
          const below = belowIn(weakest[0]?.place ?? -1);
          const most = scene.columns.map((column, place) => (column.median === null ? 0 : belowIn(place)));
          const holds: Record<string, boolean> = {
            noneComplete: medians.length === 0 && said.agencies === number(scene.rows.length),
            'aspects.weakest': weakest.length === 1,
            'aspects.bothWeakest': weakest.length === 2,
            'aspects.manyWeakest': false,
            'aspects.allEqual': weakest.length === columns.length,
            'aspects.weakestBelow':
              said.count === number(below) &&
              below > 0 &&
              said.of === number(complete.length) &&
              said.level === '3' &&
              weakest.length === 1 &&
              // No other aspect has as many: what is told must be the reason, not an accident.
              most.filter((count) => count >= below).length === 1,
          };
          expect([key, holds[key]]).toEqual([key, true]);
        }
      }),
    );
  });

  it('radar', () => {
    const axes = ['Aspek A', 'Aspek B', 'Aspek C', 'Aspek D'];
    const radar = fc
      .tuple(fc.boolean(), fc.array(index, { minLength: axes.length, maxLength: axes.length }))
      .map(([isAny, figures]): SceneOf<'radar'> => {
        const median = isAny ? figures : [];
        return {
          scene: 'radar',
          axes,
          series: [],
          median,
          average: averageOf(median.length === 0 ? 0 : 2, 3),
          bottom: 100,
          top: 500,
        };
      });
    fc.assert(
      fc.property(radar, hiddenOnes, (scene, hidden) => {
        const least = scene.median.toSorted((a, b) => a - b)[0];
        const weakest = axes.filter((_, axis) => scene.median[axis] === least);
        const claims = claimsOf(scene, hidden);
        if (scene.median.length > 0) expect(claims).not.toEqual([]);
        for (const [key, said] of claims) {
          expect(said.figure).toBe(figure(least ?? NaN));
          const named = (said.aspect ?? said.aspects)?.split(' & ');
          if (named) expect(named.map((name) => axes.find((axis) => axis.endsWith(name)))).toEqual(weakest);
          if (said.count !== undefined) expect(said.count).toBe(number(weakest.length));
          const holds: Record<string, boolean> = {
            'aspects.weakest': weakest.length === 1,
            'aspects.bothWeakest': weakest.length === 2,
            'aspects.manyWeakest': weakest.length === 3,
            'aspects.allEqual': weakest.length === axes.length,
          };
          expect([key, holds[key]]).toEqual([key, true]);
        }
      }),
    );
  });

  it('indicator and vote', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.boolean(), (all, isVote) => {
        const levels = all.map((count, place) => ({ level: place + 1, count }));
        const indicator: Scene = {
          scene: 'indicator',
          no: 1,
          name: '',
          aspect: '',
          levels: levels.map(({ level, count }) => ({
            level,
            criterion: '',
            agencies: Array.from({ length: count }, (_, agency) => agency),
          })),
          unanswered: [0],
          mean: null,
        };
        const vote: Scene = {
          scene: 'vote',
          vote: {
            id: 'v',
            state: 'revealed',
            ballot: 'person',
            indicatorNo: 1,
            indicatorName: '',
            agency: 0,
            criteria: [],
            voted: 0,
            eligible: 0,
            tally: levels.map(({ level, count }) => ({ level, votes: count })),
            median: null,
            claimed: null,
            agreed: null,
          },
        };
        const total = all.reduce((sum, count) => sum + count, 0);
        const most = all.toSorted((a, b) => b - a)[0] ?? 0;
        const those = levels.filter(({ count }) => count === most).map(({ level }) => number(level));
        const claims = claimsOf(isVote ? vote : indicator, new Set());
        expect(claims.length).toBe(isVote && total === 0 ? 0 : 1);
        for (const [key, said] of claims) {
          const name = key.split('.')[1] ?? '';
          if (said.of !== undefined) expect(said.of).toBe(number(total));
          if (said.count !== undefined) expect(said.count).toBe(number(most));
          const written = said.level ?? said.levels;
          if (written !== undefined) expect(written.split(/, | & /)).toEqual(those);
          const holds: Record<string, boolean> = {
            none: total === 0,
            all: most === total && total > 0,
            most: those.length === 1,
            mostTogether: those.length > 1,
          };
          expect([key, holds[name]]).toEqual([key, true]);
        }
      }),
    );
  });
});
