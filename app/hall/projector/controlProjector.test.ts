/** What a command leaves behind: in the one row of its Rakerda, in the record, and in no other row. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOf } from '~/instrument';
import type { Actor } from '~/policy';
import type { EventType } from '~/record/events';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import type { Command } from './command';
import { controlProjector, openProjector, renewLink, showVote } from './controlProjector.server';
import { findFrozen, findProjector } from './projectorRow.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const AGENCIES = ['63.01', '63.02', '63.03'];

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  for (const [id, year] of [
    [HERE, 2026],
    [OTHER, 2027],
  ] as const) {
    await house.rakerda({
      id,
      year,
      agencyCodes: AGENCIES,
      memberIds: [facilitator.id],
      instruments: [WHOLE, DECIMAL],
    });
  }
  for (const [place, code] of AGENCIES.entries()) {
    const levels = indicatorsOf(DECIMAL).map(() => (place + 1) * 100);
    await house.answer(HERE, code, levels, DECIMAL);
  }
});
afterEach(() => house.close());

const meeting = (rakerdaId = HERE) => house.meeting(facilitator, rakerdaId);
const tell = async (command: Command, rakerdaId = HERE) =>
  controlProjector(await meeting(rakerdaId), command);
const stands = async (rakerdaId = HERE) => (await findProjector(house.db, rakerdaId))?.state;
const row = (rakerdaId = HERE) =>
  house.db.selectFrom('projector').selectAll().where('rakerda_id', '=', rakerdaId).executeTakeFirstOrThrow();
async function said(type: EventType) {
  return (await house.events(type)).map((event) => {
    expect(event).toMatchObject({ actor_id: facilitator.id, rakerda_id: HERE });
    return JSON.parse(event.payload) as unknown;
  });
}

describe('the first use', () => {
  it('shows the welcome, open and unhidden, of the first instrument, and says so once', async () => {
    const token = await openProjector(await meeting());
    expect(await openProjector(await meeting())).toBe(token);
    const [event] = await house.events('projector.changed');
    expect(await row()).toMatchObject({
      scene: 'welcome',
      names_hidden: 0,
      revealed: '[]',
      is_blank: 0,
      version: 0,
      link_issue: 1,
      frozen: null,
      updated_at: event?.at,
    });
    // "desimal" stands before "spbe-2020".
    expect(await stands()).toMatchObject({ options: { instrument: DECIMAL.code }, isFrozen: false });
    expect(await said('projector.changed')).toEqual([{ kind: 'opened' }]);
    expect(await findProjector(house.db, OTHER)).toBeNull();
  });
});

describe('a command', () => {
  it('is kept whole, in its own Rakerda, and told as it was given', async () => {
    await controlProjector({ ...(await meeting(OTHER)), requestId: 'lain' }, { kind: 'blank', on: false });
    const before = await row(OTHER);
    const commands: readonly Command[] = [
      { kind: 'scene', scene: 'ranking', options: { agencies: ['63.02'] } },
      { kind: 'names', hidden: true },
      { kind: 'revealNext', seen: 2 },
      { kind: 'focus', to: 'next', seen: 3 },
      { kind: 'page', to: 'next', seen: 4 },
      { kind: 'blank', on: true },
    ];
    for (const [place, command] of commands.entries()) {
      expect(await tell(command)).toEqual({ kind: 'done', version: place + 1 });
    }
    expect(await stands()).toMatchObject({
      scene: 'ranking',
      options: { agencies: ['63.02'], page: 0 },
      namesHidden: true,
      isBlank: true,
      version: 6,
    });
    expect((await stands())?.revealed).toHaveLength(1);
    expect((await stands())?.options.focus).not.toBeNull();
    const told = (await house.events('projector.changed')).filter((event) => event.rakerda_id === HERE);
    expect(told.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
      { kind: 'opened' },
      ...commands,
    ]);
    expect((await row()).updated_at).toBe(told.at(-1)?.at);
    expect(await row(OTHER)).toEqual(before);
  });

  it('reveals every name of the picture, also of one that nobody stepped through', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'revealAll' });
    expect([...((await stands())?.revealed ?? [])].sort()).toEqual(AGENCIES);
    // As it is already: no version, no word.
    const told = (await said('projector.changed')).length;
    expect(await tell({ kind: 'revealAll' })).toEqual({ kind: 'done', version: 3 });
    expect(await said('projector.changed')).toHaveLength(told);
  });

  it('to step from another screen is void, and says where the screen stands', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    for (const command of [
      { kind: 'focus', to: 'next', seen: 0 },
      { kind: 'page', to: 'next', seen: 2 },
      { kind: 'revealNext', seen: 0 },
    ] as const) {
      expect(await tell(command)).toEqual({ kind: 'stale', version: 1 });
    }
    expect(await said('projector.changed')).toHaveLength(2);
  });

  it('freezes the picture of the moment in both languages, and keeps it until it moves again', async () => {
    await tell({ kind: 'scene', scene: 'ranking' });
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'revealNext', seen: 2 });
    await tell({ kind: 'focus', to: 'next', seen: 3 });
    await tell({ kind: 'page', to: 'next', seen: 4 });
    const state = await stands();
    await tell({ kind: 'freeze', on: true });
    const text = (await findFrozen(house.db, HERE)) ?? 'null';
    const frozen = JSON.parse(text) as unknown;
    expect(frozen).toMatchObject({
      pictures: {
        id: { content: { scene: 'ranking' } },
        en: { content: { scene: 'ranking' } },
      },
      namesHidden: true,
      revealed: state?.revealed,
      focus: state?.options.focus,
      page: 0,
    });
    expect(await stands()).toMatchObject({ isFrozen: true });
    await tell({ kind: 'scene', scene: 'progress' });
    expect(await findFrozen(house.db, HERE)).toBe(text);
    await tell({ kind: 'freeze', on: false });
    expect(await findFrozen(house.db, HERE)).toBeNull();
    expect(await stands()).toMatchObject({ scene: 'progress', isFrozen: false });
  });

  it('turns to a vote', async () => {
    expect(await showVote(await meeting(), 'suara')).toEqual({ kind: 'done', version: 1 });
    expect(await stands()).toMatchObject({ scene: 'vote', options: { voteId: 'suara' } });
  });
});

describe('a new link', () => {
  it('is of the next issue, of its own Rakerda, and begins the screen where there is none', async () => {
    const elsewhere = await openProjector(await meeting(OTHER));
    expect(await renewLink(await meeting(), 0)).toEqual({ kind: 'done', version: 1 });
    const first = await openProjector(await meeting());
    const before = await row();
    expect(before).toMatchObject({ link_issue: 2, version: 1 });
    expect(await renewLink(await meeting(), 0)).toEqual({ kind: 'stale', version: 1 });
    expect(await renewLink(await meeting(), 1)).toEqual({ kind: 'done', version: 2 });
    const events = await house.events('projector.linkChanged');
    expect(await row()).toEqual({
      ...before,
      link_issue: 3,
      link_hash: (await row()).link_hash,
      version: 2,
      updated_at: events.at(-1)?.at,
    });
    expect((await row()).link_hash).not.toBe(before.link_hash);
    expect(await said('projector.linkChanged')).toEqual([{ issue: 2 }, { issue: 3 }]);
    expect(await openProjector(await meeting())).not.toBe(first);
    expect(await openProjector(await meeting(OTHER))).toBe(elsewhere);
  });
});
