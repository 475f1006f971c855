/** The screen of the hall on a real database: who changes it, who sees what, and what the figures are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figure, meanHundredths, planRises, wholeIndex } from '~/instrument';
import type { Command } from './command';
import { controlProjector, openProjector, renewLink } from './control.server';
import { findRakerdaByLink } from './link.server';
import { findProjector } from './queries.server';
import { parseRemote } from './remote';
import { readRemote } from './remoteView.server';
import { parseScreen, type Scene, type Screen } from './scene';
import { readHallScreen } from './screen.server';
import { SCENES, type SceneName } from './state';
import { AGENCIES, all, BEFORE, HALL, type Hall, nameOf, openHall } from './testHall';

let hall: Hall;

beforeEach(async () => {
  hall = await openHall();
  for (const [place, code] of AGENCIES.entries()) {
    await hall.answer(code, all(hall.instrument, place === 4 ? null : place + 1));
  }
  await hall.answer('63.01', all(hall.instrument, 2), BEFORE);
  await hall.answer('63.03', all(hall.instrument, 1), BEFORE);
});
afterEach(() => hall.close());

async function tell(command: Command) {
  return controlProjector(hall.services, hall.facilitator, await hall.place(), command, {
    request: hall.request,
    requestId: 'r',
  });
}

async function see(ownCode: string | null = null): Promise<Screen> {
  const { request, services } = hall;
  return readHallScreen(services, { rakerda: await hall.rakerda(), locale: 'id', request, ownCode });
}

async function show<Name extends SceneName>(scene: Name): Promise<Extract<Scene, { scene: Name }>> {
  await tell({ kind: 'scene', scene });
  const { content } = (await see()).picture;
  if (!isScene(content, scene)) throw new Error(`expected ${scene}, not ${content.scene}`);
  return content;
}

function isScene<Name extends SceneName>(
  content: Scene,
  scene: Name,
): content is Extract<Scene, { scene: Name }> {
  return content.scene === scene;
}

describe('the remote', () => {
  it('begins with the first use and changes the one row, with an event each', async () => {
    expect(await findProjector(hall.db, HALL)).toBeNull();
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    const events = (await hall.eventTypes(HALL)).filter((type) => type.startsWith('projector.'));
    expect(events).toEqual(['projector.changed', 'projector.changed']);
  });

  it('takes a step of two facilitators once', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    const results = await Promise.all([
      tell({ kind: 'focus', to: 'next', seen: 1 }),
      tell({ kind: 'focus', to: 'next', seen: 1 }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'stale']);
    expect((await findProjector(hall.db, HALL))?.state.options.focus).toBe('63.04');
  });

  it('loses no command that two facilitators give at once', async () => {
    await Promise.all([
      tell({ kind: 'blank', on: true }),
      tell({ kind: 'names', hidden: true }),
      tell({ kind: 'scene', scene: 'road' }),
    ]);
    const stored = await findProjector(hall.db, HALL);
    expect(stored?.state).toMatchObject({ isBlank: true, namesHidden: true, scene: 'road', version: 3 });
  });

  it('is for those who may control the screen', async () => {
    const operator = await hall.person('operator', '63.01');
    const command: Command = { kind: 'blank', on: true };
    const asked = { request: hall.request, requestId: 'r' };
    await expect(
      controlProjector(hall.services, operator, await hall.place(), command, asked),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('the link', () => {
  it('opens the screen until a new one is made', async () => {
    const place = await hall.place();
    const { services, facilitator, db } = hall;
    const token = await openProjector(services, facilitator, place, 'r');
    expect(token.length).toBeGreaterThanOrEqual(16);
    expect((await findRakerdaByLink(db, services.secret, token))?.id).toBe(HALL);
    expect(await renewLink(services, facilitator, place, 0, 'r')).toEqual({ kind: 'done', version: 1 });
    // The form sent twice: the link that was just handed out stays.
    expect(await renewLink(services, facilitator, place, 0, 'r')).toEqual({ kind: 'stale', version: 1 });
    expect(await findRakerdaByLink(db, services.secret, token)).toBeNull();
    const renewed = await openProjector(services, facilitator, place, 'r');
    expect((await findRakerdaByLink(db, services.secret, renewed))?.id).toBe(HALL);
    expect(await findRakerdaByLink(db, services.secret, undefined)).toBeNull();
  });
});

describe('hidden names', () => {
  beforeEach(() => hall.decide());

  it.each(SCENES)('are in nothing that a viewer of "%s" is sent', async (scene) => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene });
    await tell({ kind: 'focus', to: 'next', seen: 2 });
    for (const own of [null, '63.02']) {
      const screen = await see(own);
      expect(parseScreen(JSON.parse(JSON.stringify(screen)))).toEqual(screen);
      const sent = JSON.stringify(screen);
      for (const code of AGENCIES.filter((one) => one !== own)) {
        expect(sent).not.toContain(code);
        expect(sent).not.toContain(nameOf(code).replace('Kabupaten ', ''));
      }
    }
    const { request } = hall;
    const remote = await readRemote(hall.services, { rakerda: await hall.rakerda(), locale: 'id', request });
    expect(parseRemote(JSON.parse(JSON.stringify(remote)))).toEqual(remote);
  });

  it('stay hidden in a vote, whose counts nobody is sent before they are revealed', async () => {
    await tell({ kind: 'names', hidden: true });
    const { vote } = await show('vote');
    expect(vote).toMatchObject({ state: 'open', tally: null, median: null, claimed: null, agreed: null });
    expect((await see()).picture.agencies.map(({ name }) => name)).toEqual([null]);
    expect((await see('63.03')).picture.agencies).toMatchObject([{ name: 'Rahasia63x03', isOwn: true }]);
    expect((await show('commitments')).rows).toMatchObject([{ what: 'Menyusun arsitektur' }]);
  });

  it('mark the own agency for its viewer alone, and come one by one from the last place', async () => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene: 'ranking' });
    await tell({ kind: 'revealNext', seen: 2 });
    const names = (screen: Screen) => screen.picture.agencies.map(({ name }) => name);
    expect(names(await see())).toEqual([null, null, null, 'Rahasia63x01']);
    expect(names(await see('63.03'))).toEqual([null, 'Rahasia63x03', null, 'Rahasia63x01']);
    expect((await see()).revealed).toBe(1);
    expect((await see()).picture.agencies.some(({ isOwn }) => isOwn)).toBe(false);
    await tell({ kind: 'revealAll' });
    expect(names(await see()).includes(null)).toBe(false);
  });
});

describe('the picture', () => {
  it('follows the record, also while many ask at once', async () => {
    const before = await show('ranking');
    expect(before.rows.map(({ index }) => index)).toEqual([400, 300, 200, 100]);
    expect(before.unbegun).toBe(1);
    await Promise.all([see(), see(), hall.answer('63.05', all(hall.instrument, 5)), see()]);
    const after = (await see()).picture.content;
    expect(after.scene === 'ranking' && after.rows[0]?.index).toBe(500);
  });

  it('stands still while it is frozen, after a restart too, and the remote goes on behind it', async () => {
    await tell({ kind: 'names', hidden: true });
    await show('ranking');
    await tell({ kind: 'freeze', on: true });
    const frozen = (await see()).picture;
    await hall.answer('63.05', all(hall.instrument, 5));
    await tell({ kind: 'scene', scene: 'progress' });
    await tell({ kind: 'names', hidden: false });
    const screen = await see();
    expect(screen).toMatchObject({ isFrozen: true, namesHidden: true });
    expect(screen.picture).toEqual(frozen);
    const asked = { rakerda: await hall.rakerda(), locale: 'en' as const, request: hall.request };
    // Another object for the database is what a restarted server has: nothing is remembered but the row.
    const restarted = { ...hall.services, db: hall.db.withoutPlugins() };
    expect((await readHallScreen(restarted, { ...asked, ownCode: null })).picture.agencies).toEqual(
      frozen.agencies,
    );
    const remote = await readRemote(hall.services, asked);
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

  it('adds up the cheapest roads of the pure core', async () => {
    const { instrument } = hall;
    const road = await show('road');
    const plans = [1, 2].map((level) =>
      planRises(instrument, all(instrument, level), { targetHundredths: 300 }),
    );
    const costs = plans.map((plan) => (plan.kind === 'reached' ? plan.cost : -1));
    expect(road.rows.map(({ rises }) => rises)).toEqual(costs);
    expect(road.totalRises).toBe(costs.reduce((sum, cost) => sum + cost, 0));
    expect(road.reached).toBe(2);
    const then = [
      ...plans.flatMap((plan) => (plan.kind === 'reached' ? plan.resulting : [])),
      ...[3, 4].map((level) => wholeIndex(instrument, all(instrument, level))),
    ];
    expect(road.meanThen).toBe(meanHundredths(then));
    expect(road.meanNow).toBe(meanHundredths([1, 2, 3, 4].map((level) => figure(level, 1))));
    expect(road.indicators.length).toBe(10);
  });
});
