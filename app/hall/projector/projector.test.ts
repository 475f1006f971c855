/** The screen of the hall on a real database: who changes it, who sees what, and what the figures are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  figure,
  indicatorsOf,
  type Instrument,
  type Locale,
  meanHundredths,
  planRises,
  wholeIndex,
} from '~/instrument';
import type { RakerdaState } from '#db/schema';
import type { Actor } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import type { Command } from './command';
import { controlProjector, openProjector, renewLink, showVote } from './controlProjector.server';
import { obeyRemote } from './remote.post.server';
import { parseFollow } from './follow';
import { readFollow } from './follow.read.server';
import { openByLink } from './screenLink.server';
import { findProjector } from './projectorRow.server';
import { hearPlainScreen, listScreens } from './screenReports.server';
import { parseRemote } from './remote';
import { secretFrom } from '~/server/secret';
import { readChoices, readRemote } from './remote.read.server';
import { parseScreen, type Scene, type Screen } from './scene';
import { readHallScreen, readScreenFor } from './hallScreen.read.server';
import { SCENES, type SceneName } from './projectorState';

const HALL = 'rakerda-2026';
const BEFORE = 'rakerda-2025';
const AGENCIES = ['63.01', '63.02', '63.03', '63.04', '63.05'];
const nameOf = (code: string) => `Daerah ${code}`;

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  await house.rakerda({ id: BEFORE, year: 2025, agencyCodes: AGENCIES });
  await house.rakerda({
    id: HALL,
    year: 2026,
    agencyCodes: AGENCIES,
    memberIds: [facilitator.id],
    previousId: BEFORE,
    target: 300,
  });
  for (const [place, code] of AGENCIES.entries()) {
    await house.answer(HALL, code, all(WHOLE, place === 4 ? null : place + 1));
  }
  await house.answer(BEFORE, '63.01', all(WHOLE, 2), WHOLE, 'approved');
  await house.answer(BEFORE, '63.03', all(WHOLE, 1), WHOLE, 'approved');
});
afterEach(() => house.close());

/** All indicators at one stored level. */
function all(instrument: Instrument, level: number | null): (number | null)[] {
  return indicatorsOf(instrument).map(() => level);
}

const meeting = (rakerdaId = HALL, locale: Locale = 'id'): Promise<MeetingScope> =>
  house.meeting(facilitator, rakerdaId, locale);

async function tell(command: Command, rakerdaId = HALL) {
  return controlProjector(await meeting(rakerdaId), command);
}

async function see(ownCode: string | null = null, rakerdaId = HALL): Promise<Screen> {
  return (await readScreenFor(await meeting(rakerdaId), ownCode)).screen;
}

async function show<Name extends SceneName>(
  scene: Name,
  rakerdaId = HALL,
): Promise<Extract<Scene, { scene: Name }>> {
  await tell({ kind: 'scene', scene }, rakerdaId);
  const { content } = (await see(null, rakerdaId)).picture;
  if (!isScene(content, scene)) throw new Error(`expected ${scene}, not ${content.scene}`);
  return content;
}

function isScene<Name extends SceneName>(
  content: Scene,
  scene: Name,
): content is Extract<Scene, { scene: Name }> {
  return content.scene === scene;
}

/** What opens where the address carries the token. */
const byLink = (token: string | undefined) =>
  openByLink(house.args(new Request('http://127.0.0.1/'), token === undefined ? {} : { layar: token }));

/** Opens a vote on indicator 3 of the agency, which claims the stored level. */
async function openVote(instrument: Instrument, claimed: number, rakerdaId = HALL): Promise<string> {
  const id = `suara-${rakerdaId}`;
  await house.db
    .insertInto('vote')
    .values({
      id,
      rakerda_id: rakerdaId,
      instrument_code: instrument.code,
      indicator_no: 3,
      agency_code: '63.03',
      claimed_level: claimed,
      state: 'open',
      opened_at: new Date().toISOString(),
      opened_by: facilitator.id,
    })
    .execute();
  return id;
}

async function promise(): Promise<void> {
  const now = new Date().toISOString();
  await house.db
    .insertInto('commitment')
    .values({
      id: 'komitmen-1',
      rakerda_id: HALL,
      agency_code: '63.04',
      what: 'Menyusun arsitektur',
      who: 'Kepala Dinas',
      due_on: '2026-12-31',
      measure: 'Peraturan bupati terbit',
      status: 'planned',
      status_note: '',
      status_at: now,
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

describe('the remote', () => {
  it('begins with the first use and changes the one row, with an event each', async () => {
    expect(await findProjector(house.db, HALL)).toBeNull();
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    const events = (await house.eventTypes(HALL)).filter((type) => type.startsWith('projector.'));
    expect(events).toEqual(['projector.changed', 'projector.changed']);
    expect(await findProjector(house.db, BEFORE)).toBeNull();
  });

  it('takes a step of two facilitators once', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    const results = await Promise.all([
      tell({ kind: 'focus', to: 'next', seen: 1 }),
      tell({ kind: 'focus', to: 'next', seen: 1 }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'stale']);
    expect((await findProjector(house.db, HALL))?.state.options.focus).toBe('63.04');
  });

  it('loses no command, however many are given at once', async () => {
    const scenes = SCENES.filter((scene) => scene !== 'welcome');
    const results = await Promise.all([
      ...scenes.map((scene) => tell({ kind: 'scene', scene })),
      tell({ kind: 'blank', on: true }),
      tell({ kind: 'names', hidden: true }),
      tell({ kind: 'freeze', on: true }),
    ]);
    const versions = results.map((result) => (result.kind === 'done' ? result.version : 0));
    expect(versions.sort((a, b) => a - b)).toEqual(results.map((_, place) => place + 1));
    const stored = await findProjector(house.db, HALL);
    expect(stored?.state).toMatchObject({ isBlank: true, namesHidden: true, isFrozen: true });
  });

  it('is for those who may control the screen, and of their own Rakerda', async () => {
    const command: Command = { kind: 'blank', on: true };
    const stranger = await house.person('facilitator');
    const head = await house.person('head', '63.01');
    for (const scope of [
      await house.meeting(head, HALL),
      await house.meeting(stranger, HALL),
      await meeting(BEFORE),
    ]) {
      for (const attempt of [
        () => controlProjector(scope, command),
        () => openProjector(scope),
        () => renewLink(scope, 0),
        () => showVote(scope, 'suara'),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ status: 403 });
      }
    }
    expect(await findProjector(house.db, HALL)).toBeNull();
    expect(await findProjector(house.db, BEFORE)).toBeNull();
  });

  it('is moved in every stage but the last: what is archived is shown nowhere and stands still', async () => {
    const scope = await meeting();
    const move = (state: RakerdaState) =>
      house.db.updateTable('rakerda').set({ state }).where('id', '=', HALL).execute();
    await move('archived');
    await openProjector(scope);
    expect(await findProjector(house.db, HALL)).toBeNull();
    let version = 0;
    for (const stage of ['preparation', 'filling', 'plenary', 'closed'] as const) {
      await move(stage);
      version += 1;
      expect(await controlProjector(scope, { kind: 'blank', on: version % 2 === 1 })).toEqual({
        kind: 'done',
        version,
      });
    }
    await move('archived');
    for (const attempt of [
      () => controlProjector(scope, { kind: 'blank', on: true }),
      () => renewLink(scope, version),
      () => showVote(scope, 'suara'),
    ]) {
      expect(await attempt()).toEqual({ kind: 'locked' });
    }
    expect((await findProjector(house.db, HALL))?.state).toMatchObject({ version, isBlank: false });
    await move('closed');
    expect(await renewLink(scope, version)).toEqual({ kind: 'done', version: version + 1 });
  });

  it('understands its own buttons and no other form', async () => {
    const scope = await meeting();
    const press = (fields: readonly (readonly [string, string])[]) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      return obeyRemote(scope, form);
    };
    const agencies = (many: number) =>
      Array.from({ length: many }, (_, place) => ['agency', `63.${String(place + 10)}`] as const);
    expect(await press([['intent', 'agencies'], ...agencies(8)])).toEqual({ kind: 'done', version: 1 });
    expect((await press([['intent', 'agencies'], ...agencies(9)])).kind).toBe('tooMany');
    expect((await press([['intent', 'tari']])).kind).toBe('unreadable');
    expect(
      (
        await press([
          ['intent', 'scene'],
          ['to', 'tari'],
        ])
      ).kind,
    ).toBe('unreadable');
    expect(
      await press([
        ['intent', 'link'],
        ['seen', '1'],
      ]),
    ).toEqual({ kind: 'done', version: 2 });
  });
});

describe('the link', () => {
  it('opens the screen until a new one is made', async () => {
    const scope = await meeting();
    const token = await openProjector(scope);
    expect(token.length).toBeGreaterThanOrEqual(16);
    expect((await byLink(token))?.place.row.id).toBe(HALL);
    expect(await renewLink(scope, 0)).toEqual({ kind: 'done', version: 1 });
    // The form sent twice: the link that was just handed out stays.
    expect(await renewLink(scope, 0)).toEqual({ kind: 'stale', version: 1 });
    expect(await byLink(token)).toBeNull();
    const renewed = await openProjector(scope);
    expect((await byLink(renewed))?.place.row.id).toBe(HALL);
    expect(await byLink(undefined)).toBeNull();
    expect((await house.eventTypes(HALL)).filter((type) => type === 'projector.linkChanged')).toHaveLength(1);
  });

  it('is renewed from the version that was seen, without moving the screen', async () => {
    await show('ranking');
    expect(await renewLink(await meeting(), 1)).toEqual({ kind: 'done', version: 2 });
    expect((await findProjector(house.db, HALL))?.state).toMatchObject({ scene: 'ranking', version: 2 });
    expect(await tell({ kind: 'focus', to: 'next', seen: 1 })).toEqual({ kind: 'stale', version: 2 });
  });
});

it('a link of another key is shown as dead on the remote until a new one is made', async () => {
  const scope = await meeting();
  await openProjector(scope);
  expect((await readRemote(scope)).link.isDead).toBe(false);
  const rekeyed = { ...scope, secret: secretFrom('another secret that is long enough too') };
  expect((await readRemote(rekeyed)).link.isDead).toBe(true);
  await renewLink(rekeyed, 0);
  expect((await readRemote(rekeyed)).link.isDead).toBe(false);
});

describe('hidden names', () => {
  beforeEach(async () => {
    await openVote(WHOLE, 3);
    await promise();
  });

  it.each(SCENES)('are in nothing that a viewer of "%s" is sent', async (scene) => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene });
    await tell({ kind: 'focus', to: 'next', seen: 2 });
    for (const own of [null, '63.02']) {
      const screen = await see(own);
      expect(parseScreen(JSON.parse(JSON.stringify(screen)))).toEqual(screen);
      const sent = JSON.stringify(screen);
      // The code stands in the name as well.
      for (const code of AGENCIES.filter((one) => one !== own)) expect(sent).not.toContain(code);
    }
    const remote = await readRemote(await meeting());
    expect(parseRemote(JSON.parse(JSON.stringify(remote)))).toEqual(remote);
  });

  it('stay hidden in a vote, whose counts nobody is sent before they are revealed', async () => {
    await tell({ kind: 'names', hidden: true });
    const { vote } = await show('vote');
    expect(vote).toMatchObject({ state: 'open', tally: null, median: null, claimed: null, agreed: null });
    expect((await see()).picture.agencies.map(({ name }) => name)).toEqual([null]);
    expect((await see('63.03')).picture.agencies).toMatchObject([{ name: nameOf('63.03'), isOwn: true }]);
    expect((await show('commitments')).rows).toMatchObject([{ what: 'Menyusun arsitektur' }]);
  });

  it('mark the own agency for its viewer alone, and come one by one from the last place', async () => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene: 'ranking' });
    await tell({ kind: 'revealNext', seen: 2 });
    const names = (screen: Screen) => screen.picture.agencies.map(({ name }) => name);
    expect(names(await see())).toEqual([null, null, null, nameOf('63.01')]);
    expect(names(await see('63.03'))).toEqual([null, nameOf('63.03'), null, nameOf('63.01')]);
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
    await Promise.all([see(), see(), house.answer(HALL, '63.05', all(WHOLE, 5)), see()]);
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
    await house.answer(HALL, '63.05', all(WHOLE, 5));
    await tell({ kind: 'scene', scene: 'progress' });
    await tell({ kind: 'names', hidden: false });
    const screen = await see();
    expect(screen).toMatchObject({ isFrozen: true, namesHidden: true });
    expect(screen.picture).toEqual(frozen);
    const english = await meeting(HALL, 'en');
    // Another object for the database is what a restarted server has: nothing is remembered but the row.
    const restarted = { ...english, db: house.db.withoutPlugins() };
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
    await house.answer(HALL, '63.03', open);
    await house.answer(BEFORE, '63.04', [...all(WHOLE, 2).slice(1), null], WHOLE, 'approved');
    await house.answer(BEFORE, '63.02', all(WHOLE, 3), WHOLE, 'approved');
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
    expect(road).toMatchObject({ average, reached: 1, unfinished: 2 });
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
    expect(road.reached).toBe(2);
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

describe('two instruments, and two Rakerda of the same agencies', () => {
  const BOTH = 'rakerda-dua';
  let head: Actor;

  beforeEach(async () => {
    head = await house.person('head', '63.03');
    await house.rakerda({
      id: BOTH,
      year: 2026,
      agencyCodes: AGENCIES,
      memberIds: [facilitator.id],
      instruments: [WHOLE, DECIMAL],
    });
    for (const code of AGENCIES) await house.answer(BOTH, code, all(DECIMAL, 350), DECIMAL);
    await tell({ kind: 'options', options: { instrument: DECIMAL.code } }, BOTH);
  });

  it('shows levels as the scale names them, also where they are stored with decimals', async () => {
    const { levels, mean } = await show('indicator', BOTH);
    expect(levels.map(({ level, agencies }) => [level, agencies.length])).toEqual([
      [1, 0],
      [2, 0],
      [3, 5],
      [4, 0],
      [5, 0],
    ]);
    expect(mean).toBe(350);
    const voteId = await openVote(DECIMAL, 350, BOTH);
    await house.db
      .insertInto('vote_tally')
      .values([100, 200, 300, 400, 500].map((level) => ({ vote_id: voteId, level, votes: 0 })))
      .execute();
    for (const change of [
      { state: 'closed' },
      { state: 'revealed' },
      {
        agreed_level: 300,
        agreed_reason: 'x',
        agreed_at: new Date().toISOString(),
        agreed_by: facilitator.id,
      },
    ] as const) {
      await house.db.updateTable('vote').set(change).where('id', '=', voteId).execute();
    }
    await showVote(await meeting(BOTH), voteId);
    const { content } = (await see(null, BOTH)).picture;
    const vote = content.scene === 'vote' ? content.vote : null;
    expect(vote?.criteria.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(vote?.tally?.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(vote).toMatchObject({ claimed: 3.5, agreed: { level: 3 } });
  });

  it('leads a participant to the pages of the instrument that the hall talks about', async () => {
    const follow = async (actor = head) => readFollow(await house.meeting(actor, BOTH));
    const view = await follow();
    expect(view.own).toEqual({
      questionnaire: `/rakerda/${BOTH}/${DECIMAL.code}/63.03/isi`,
      result: `/rakerda/${BOTH}/${DECIMAL.code}/63.03`,
    });
    expect(parseFollow(JSON.parse(JSON.stringify(view)))).toEqual(view);
    await tell({ kind: 'options', options: { instrument: WHOLE.code } }, BOTH);
    expect((await follow()).own?.result).toBe(`/rakerda/${BOTH}/${WHOLE.code}/63.03`);
    expect((await follow(facilitator)).own).toBeNull();
    expect((await follow(await house.person('head', '62.01'))).own).toBeNull();
  });

  it('asks a participant for the vote of this Rakerda alone', async () => {
    await openVote(WHOLE, 3);
    expect((await readFollow(await house.meeting(head, BOTH))).openVote).toBeNull();
    expect((await readFollow(await house.meeting(head, HALL))).openVote).toMatchObject({
      indicatorNo: 3,
      hasVoted: false,
    });
    expect((await readFollow(await meeting())).openVote).toBeNull();
    // The other hall has no vote that a command of this one could show.
    await showVote(await meeting(BOTH), `suara-${HALL}`);
    expect((await see(null, BOTH)).picture.content).toEqual({ scene: 'vote', vote: null });
  });

  it('looks back for each instrument by itself', async () => {
    const { instruments } = await readChoices(await meeting(BOTH));
    expect(instruments.map(({ code, hasPrevious }) => [code, hasPrevious])).toEqual([
      [DECIMAL.code, false],
      [WHOLE.code, true],
    ]);
  });
});

it('a screen without scripts is counted by its own questions, under the name that its first page gave it', async () => {
  const token = await openProjector(await meeting());
  const ask = async (query: string): Promise<string> => {
    const request = new Request(`http://127.0.0.1/layar/${token}${query}`);
    const scope = await openByLink(house.args(request, { layar: token }));
    if (!scope) throw new Error('the link leads nowhere');
    return hearPlainScreen(scope, await readHallScreen(scope));
  };
  const known = async () => listScreens(await meeting());
  await tell({ kind: 'scene', scene: 'ranking' });
  // With scripts the page reports itself: one that was only opened is not counted.
  const name = await ask('');
  expect(await ask('')).not.toBe(name);
  expect(await known()).toEqual([]);
  expect(await ask(`?polos=${name}`)).toBe(name);
  expect(await known()).toMatchObject([{ id: name, scene: 'ranking', page: 1, state: 'shown' }]);
  await tell({ kind: 'blank', on: true });
  await ask(`?polos=${name}`);
  expect(await known()).toMatchObject([{ id: name, state: 'blank' }]);
  expect(await ask('?polos=<b>')).not.toBe('<b>');
  expect(await known()).toHaveLength(1);
});
