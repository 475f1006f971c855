/** The figures that the hall sees, on a real database. */
import { describe, expect, it } from 'vitest';
import { figure, meanHundredths, planRises, wholeIndex } from '~/instrument';
import { WHOLE } from '#tests/house/house';
import { readRemote } from './remote.read.server';
import { readHallScreen } from './hallScreen.read.server';
import { HALL, BEFORE, all, smallHall } from '#tests/house/smallHall';

const hall = smallHall();
const { meeting, tell, see, show } = hall;

describe('the picture', () => {
  it('follows the record, also while many ask at once', async () => {
    const before = await show('ranking');
    expect(before.rows.map(({ index }) => index)).toEqual([400, 300, 200, 100]);
    expect(before.unbegun).toBe(1);
    await Promise.all([see(), see(), hall.house.answer(HALL, '63.05', all(WHOLE, 5)), see()]);
    const after = (await see()).picture.content;
    expect(after.scene === 'ranking' && after.rows[0]?.index).toBe(500);
  });

  it('carries the headline that was written for it, also frozen, and none for the scene after', async () => {
    await show('ranking');
    await tell({ kind: 'headline', text: 'Dua kota memimpin' });
    expect((await see('63.03')).headline).toBe('Dua kota memimpin');
    await tell({ kind: 'prepare', scene: 'closing' });
    expect((await readRemote(await meeting())).prepared?.headline).toBeNull();
    await tell({ kind: 'freeze', on: true });
    await tell({ kind: 'scene', scene: 'movement' });
    expect((await see()).headline).toBe('Dua kota memimpin');
    expect((await readRemote(await meeting())).behind.headline).toBeNull();
  });

  it('stands still while it is frozen, after a restart too, and the remote goes on behind it', async () => {
    await tell({ kind: 'names', hidden: true });
    await show('ranking');
    await tell({ kind: 'freeze', on: true });
    const frozen = (await see()).picture;
    await hall.house.answer(HALL, '63.05', all(WHOLE, 5));
    await tell({ kind: 'scene', scene: 'progress' });
    await tell({ kind: 'names', hidden: false });
    const screen = await see();
    expect(screen).toMatchObject({ isFrozen: true, namesHidden: true });
    expect(screen.picture).toEqual(frozen);
    const english = await meeting(HALL, 'en');
    // Another object for the database is what a restarted server has: nothing is remembered but the row.
    const restarted = { ...english, db: hall.house.db.withoutPlugins() };
    expect((await readHallScreen(restarted)).picture.agencies).toEqual(frozen.agencies);
    const remote = await readRemote(english);
    expect(remote.behind.picture.content.scene).toBe('progress');
    await tell({ kind: 'freeze', on: false });
    expect((await see()).picture.content.scene).toBe('progress');
  });

  it('measures movement against the approved year before, with both means over the same agencies', async () => {
    const movement = await show('movement');
    expect(movement.yearBefore).toBe(2025);
    expect(movement.rows.map(({ before, now }) => [before, now])).toEqual([
      [100, 300],
      [200, 100],
      [null, 200],
      [null, 400],
    ]);
    expect([movement.meanBefore, movement.meanNow]).toEqual([150, 200]);
  });

  it('leaves who is not complete out of ranks, means, movements and roads, as they are now and as they were', async () => {
    const open = [...all(WHOLE, 5).slice(1), null];
    await hall.house.answer(HALL, '63.03', open);
    await hall.house.answer(BEFORE, '63.04', [...all(WHOLE, 2).slice(1), null], WHOLE, 'approved');
    await hall.house.answer(BEFORE, '63.02', all(WHOLE, 3), WHOLE, 'approved');
    const ranking = await show('ranking');
    const ceiling = wholeIndex(WHOLE, all(WHOLE, 5)).hundredths;
    const index = wholeIndex(WHOLE, [...open.slice(0, -1), 1]).hundredths;
    expect(ranking.rows.map((row) => [row.rank, row.index, row.ceiling, row.before, row.answered])).toEqual([
      [1, 400, 400, null, 47],
      [2, 200, 200, 300, 47],
      [3, 100, 100, 200, 47],
      [null, index, ceiling, null, 46],
    ]);
    const average = { complete: 3, agencies: 5, mean: 233, median: 200 };
    expect(ranking.average).toEqual(average);
    expect(ranking.bands.reduce((sum, band) => sum + band.agencies, 0)).toBe(3);
    const movement = await show('movement');
    expect(movement.rows.map(({ before, now }) => [before, now])).toEqual([
      [200, 100],
      [300, 200],
      [null, 400],
    ]);
    expect(movement).toMatchObject({ compared: 2, meanBefore: 250, meanNow: 150, unfinished: 2 });
    const road = await show('road');
    expect(road.rows.map((row) => row.index)).toEqual([100, 200]);
    expect(road).toMatchObject({
      average,
      reached: [expect.any(Number)],
      unfinished: [expect.any(Number), expect.any(Number)],
    });
    expect(await show('closing')).toMatchObject({
      average,
      compared: 2,
      meanBefore: 250,
      meanNow: 150,
      slopes: [
        { before: 200, now: 100 },
        { before: 300, now: 200 },
      ],
      unfinished: [{ answered: 46 }, { answered: 0 }],
    });
    const radar = await show('radar');
    // The same as the heat map says of them.
    expect(radar.median).toEqual(Array(8).fill(200));
    // The best, the middle and the last of the complete: more lines nobody tells apart.
    expect(radar.series.map((one) => one.index)).toEqual([400, 200, 100]);
    const heatMap = await show('heatMap');
    expect(heatMap.columns.map(({ median }) => median)).toEqual(Array(8).fill(200));
    // The one aspect that is not completely answered has no figure.
    expect(heatMap.rows.at(-1)?.cells.filter((cell) => cell === null)).toHaveLength(1);
    const progress = await show('progress');
    expect(progress).toMatchObject({ complete: 3 });
    // Whom the hall waits for stands first.
    expect(progress.rows.map(({ answered }) => answered)).toEqual([46, 0, 47, 47, 47]);
  });

  it('makes a board of one topic by its own figure, and gives no rank to who is not finished', async () => {
    const { topic, rows } = await show('topic');
    expect(topic?.key).toBe(WHOLE.code);
    expect(rows.map(({ rank, isFinished }) => [rank, isFinished])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [null, false],
    ]);
    // A bar from nothing would not keep the scale of an index.
    expect(rows.map(({ share }) => share)).toEqual([null, null, null, null, null]);
  });

  it('draws every index on the scale of the instrument', async () => {
    const { min, max } = WHOLE.level;
    const ends = { bottom: min * 100, top: max * 100 };
    const bands = WHOLE.predicates.map(({ name, minHundredths }) => ({ name: name.id, from: minHundredths }));
    for (const scene of ['ranking', 'movement', 'road'] as const) {
      expect((await show(scene)).scale, scene).toEqual({ ...ends, bands: bands.toReversed() });
    }
    expect(await show('radar')).toMatchObject(ends);
  });

  it('adds up the cheapest roads of the pure core', async () => {
    const road = await show('road');
    const plans = [1, 2].map((level) => planRises(WHOLE, all(WHOLE, level), { targetHundredths: 300 }));
    const costs = plans.map((plan) => (plan.kind === 'reached' ? plan.cost : -1));
    expect(road.rows.map(({ rises }) => rises)).toEqual(costs);
    expect(road.totalRises).toBe(costs.reduce((sum, cost) => sum + cost, 0));
    expect(road.reached).toHaveLength(2);
    const then = [
      ...plans.flatMap((plan) => (plan.kind === 'reached' ? plan.resulting : [])),
      ...[3, 4].map((level) => wholeIndex(WHOLE, all(WHOLE, level))),
    ];
    expect(road.meanThen).toBe(meanHundredths(then));
    // The indicators that are named are a part of the whole road.
    const named = road.indicators.reduce((sum, { rises }) => sum + rises, 0);
    expect(named).toBeLessThan(road.totalRises);
    const walked = new Set(
      plans.flatMap((plan) => (plan.kind === 'reached' ? plan.rises : [])).map(({ no }) => no),
    );
    expect(road.steps).toBe(walked.size);
    expect(road.average.mean).toBe(meanHundredths([1, 2, 3, 4].map((level) => figure(level, 1))));
    expect(road.indicators.length).toBe(10);
  });
});
