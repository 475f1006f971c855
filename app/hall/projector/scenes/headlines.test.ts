/**
 * Headlines say what the figures say. Whatever scene is drawn, every claim of its headline is taken apart and looked up
 * in the figures again, by other means than those it was made with; and no name stands in it that is hidden.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatFigure, formatNumber } from '~/i18n';
import type { Scene, SceneOf } from '../scene';
import { headlineWords } from './headlineWords';
import { headlineOf, type Teller } from './headlines';

const claim = z.tuple([z.string(), z.record(z.string(), z.string())]);
type Claim = z.infer<typeof claim>;

const AGENCIES = 6;
const nameOf = (agency: number) => `Daerah${String(agency)}`;
const figure = (hundredths: number) => (hundredths / 100).toFixed(2);
const number = String;

/** Words that only say which they are and what they were given: `join` keeps its parts apart. */
function takenApart(words: object, path: string): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => {
      const name = path === '' ? key : `${path}.${key}`;
      if (name === 'and') {
        return [key, ({ first, second }: Record<string, string>) => `${first ?? ''} & ${second ?? ''}`];
      }
      if (name === 'join') {
        return [key, ({ first, second }: Record<string, string>) => `${first ?? ''}\n${second ?? ''}`];
      }
      if (typeof value === 'string') return [key, JSON.stringify([name, {}])];
      if (typeof value === 'function') {
        return [key, (said: Record<string, string>) => JSON.stringify([name, said])];
      }
      return [key, typeof value === 'object' && value !== null ? takenApart(value, name) : value];
    }),
  );
}

function isWords(value: object): value is Teller['words'] {
  return Object.keys(headlineWords.id).every((key) => key in value);
}

function claimsOf(content: Scene, hidden: ReadonlySet<number>): readonly Claim[] {
  const words = takenApart(headlineWords.id, '');
  if (!isWords(words)) throw new Error('words are missing');
  const headline = headlineOf(content, {
    words,
    nameOf: (agency) => (hidden.has(agency) ? null : nameOf(agency)),
    figure,
    number,
  });
  for (const agency of hidden) expect(headline ?? '').not.toContain(nameOf(agency));
  return headline === null ? [] : headline.split('\n').map((line) => claim.parse(JSON.parse(line)));
}

const hiddenOnes = fc
  .subarray(Array.from({ length: AGENCIES }, (_, agency) => agency))
  .map((all) => new Set(all));
/** Few different figures, so that equals are common. */
const index = fc.constantFrom(100, 200, 250, 300, 500);
const agencies = fc.subarray(Array.from({ length: AGENCIES }, (_, agency) => agency));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** Everything that holds a name in a sentence is somebody of these, and all of them. */
function expectNames(who: string | undefined, those: readonly number[]): void {
  expect((who ?? '').split(' & ').toSorted()).toEqual(those.map(nameOf).toSorted());
}

const scale = { bottom: 100, top: 500, bands: [] };
const averageOf = (complete: number, of: number) => ({ complete, agencies: of, mean: null, median: null });

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

describe('every claim of a headline is in the figures', () => {
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
          reached,
          withoutTarget: 0,
          unfinished: 0,
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

describe('in words', () => {
  const row = (agency: number, at: number, target: number | null = 320) => ({
    agency,
    rank: 1,
    index: at,
    ceiling: at,
    before: null,
    answered: 47,
    total: 47,
    target,
  });
  const rankingOf = (rows: SceneOf<'ranking'>['rows'], of = 14): Scene => ({
    scene: 'ranking',
    scale,
    yearBefore: null,
    rows,
    unbegun: 0,
    average: averageOf(rows.length, of),
    bands: [],
  });
  const say = (content: Scene, locale: 'id' | 'en', hidden: readonly number[] = []) =>
    headlineOf(content, {
      words: headlineWords[locale],
      nameOf: (agency) =>
        hidden.includes(agency) ? null : (['Banjarmasin', 'Banjarbaru', 'Tapin'][agency] ?? ''),
      figure: (hundredths) => formatFigure(hundredths, locale),
      number: (count) => formatNumber(count, locale),
    });

  it.each([
    [[row(0, 383), row(1, 381), row(2, 210)], [], 'Banjarmasin memimpin; 2 dari 3 lengkap capai target'],
    [
      [row(0, 383), row(1, 383), row(2, 210)],
      [],
      'Banjarmasin dan Banjarbaru memimpin bersama; 2 dari 3 lengkap capai target',
    ],
    [[row(0, 383), row(1, 310, null)], [], 'Banjarmasin memimpin; semua 1 yang bertarget mencapainya'],
    [[row(0, 310), row(1, 299)], [0], 'Indeks tertinggi 3,10; belum ada yang mencapai target'],
    [
      [row(0, 310), row(1, 310), row(2, 299)],
      [1],
      '2 instansi memimpin bersama; belum ada yang mencapai target',
    ],
    [[row(0, 383, null), row(1, 383, null)], [], 'Semua 2 instansi lengkap berindeks 3,83'],
    [[row(0, 383)], [], 'Baru Banjarmasin yang lengkap: indeks 3,83'],
    [[row(0, 383)], [0], 'Baru satu instansi lengkap: indeks 3,83'],
    [[], [], 'Belum ada yang lengkap dari 14 instansi'],
  ])('ranking %#', (rows, hidden, said) => {
    expect(say(rankingOf(rows), 'id', hidden)).toBe(said);
  });

  it('says the same in English', () => {
    expect(say(rankingOf([row(0, 383), row(1, 210)]), 'en')).toBe(
      'Banjarmasin leads; 1 of 2 complete are at their target',
    );
    expect(say(rankingOf([row(0, 383)], 1), 'en')).toBe('Banjarmasin: index 3.83');
  });
});
