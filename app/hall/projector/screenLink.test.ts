/** The address of the screen, and who looks at it. */
import { describe, expect, it } from 'vitest';
import { openProjector, renewLink } from './controlProjector.server';
import { openByLink } from './screenLink.server';
import { findProjector } from './projectorRow.server';
import { hearPlainScreen, listScreens } from './screenReports.server';
import { secretFrom } from '~/server/secret';
import { readRemote } from './remote.read.server';
import { readHallScreen } from './hallScreen.read.server';
import { HALL, smallHall } from '#tests/house/smallHall';

const hall = smallHall();
const { meeting, tell, show, byLink } = hall;

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
    expect(
      (await hall.house.eventTypes(HALL)).filter((type) => type === 'projector.linkChanged'),
    ).toHaveLength(1);
  });

  it('is renewed from the version that was seen, without moving the screen', async () => {
    await show('ranking');
    expect(await renewLink(await meeting(), 1)).toEqual({ kind: 'done', version: 2 });
    expect((await findProjector(hall.house.db, HALL))?.state).toMatchObject({ scene: 'ranking', version: 2 });
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

it('a screen without scripts is counted by its own questions, under the name that its first page gave it', async () => {
  const token = await openProjector(await meeting());
  const ask = async (query: string): Promise<string> => {
    const request = new Request(`http://127.0.0.1/layar/${token}${query}`);
    const scope = await openByLink(hall.house.args(request, { layar: token }));
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
