/** Who changes what the hall sees, and what becomes of a press on the remote. */
import { describe, expect, it } from 'vitest';
import { type RakerdaState } from '#db/schema';
import { type Command } from './command';
import { controlProjector, openProjector, renewLink, showVote } from './controlProjector.server';
import { obeyRemote } from './remote.post.server';
import { findProjector } from './projectorRow.server';
import { SCENES } from './projectorState';
import { HALL, BEFORE, smallHall } from '#tests/house/smallHall';

const hall = smallHall();
const { meeting, tell } = hall;

describe('the remote', () => {
  it('begins with the first use and changes the one row, with an event each', async () => {
    expect(await findProjector(hall.house.db, HALL)).toBeNull();
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    expect(await tell({ kind: 'scene', scene: 'ranking' })).toEqual({ kind: 'done', version: 1 });
    const events = (await hall.house.eventTypes(HALL)).filter((type) => type.startsWith('projector.'));
    expect(events).toEqual(['projector.changed', 'projector.changed']);
    expect(await findProjector(hall.house.db, BEFORE)).toBeNull();
  });

  it('takes a step of two facilitators once', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    const results = await Promise.all([
      tell({ kind: 'focus', to: 'next', seen: 1 }),
      tell({ kind: 'focus', to: 'next', seen: 1 }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'stale']);
    expect((await findProjector(hall.house.db, HALL))?.state.options.focus).toBe('63.04');
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
    const stored = await findProjector(hall.house.db, HALL);
    expect(stored?.state).toMatchObject({ isBlank: true, namesHidden: true, isFrozen: true });
  });

  it('is for those who may control the screen, and of their own Rakerda', async () => {
    const command: Command = { kind: 'blank', on: true };
    const stranger = await hall.house.person('facilitator');
    const head = await hall.house.person('head', '63.01');
    for (const scope of [
      await hall.house.meeting(head, HALL),
      await hall.house.meeting(stranger, HALL),
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
    expect(await findProjector(hall.house.db, HALL)).toBeNull();
    expect(await findProjector(hall.house.db, BEFORE)).toBeNull();
  });

  it('is moved in every stage but the last: what is archived is shown nowhere and stands still', async () => {
    const scope = await meeting();
    const move = (state: RakerdaState) =>
      hall.house.db.updateTable('rakerda').set({ state }).where('id', '=', HALL).execute();
    await move('archived');
    await openProjector(scope);
    expect(await findProjector(hall.house.db, HALL)).toBeNull();
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
    expect((await findProjector(hall.house.db, HALL))?.state).toMatchObject({ version, isBlank: false });
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
    await expect(press([['intent', 'tari']])).rejects.toMatchObject({ status: 400 });
    await expect(
      press([
        ['intent', 'scene'],
        ['to', 'tari'],
      ]),
    ).rejects.toMatchObject({ status: 400 });
    expect(
      await press([
        ['intent', 'link'],
        ['seen', '1'],
      ]),
    ).toEqual({ kind: 'done', version: 2 });
  });
});
