/** What a change of a register leaves in the database and on record, and what it refuses. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { MOST_ROWS, parseMetrics, type RowCells } from '~/instrument/metrics';
import { emptyFigures } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { doingIn } from '~/record/change.server';
import { newestSeq } from '~/record/read.server';
import { readArea } from '../area.server';
import { addSheetIn } from '../saveSheet.server';
import { withSheet, withTopic } from '../topicScope.server';
import { findSheet } from '../topicSheets.server';
import { listRows } from './registerRows.server';
import { type RegisterScope, withRegister } from './registerScope.server';
import { addRegisterIn, type RegisterChange, saveRegister } from './saveRegister.server';

const KIM = parseMetrics(
  JSON.parse(readFileSync(new URL('../../../seeds/instruments/kim.json', import.meta.url), 'utf8')),
);
const GROUPS = KIM.registers?.find(({ code }) => code === 'groups');

let house: House;
let operator: Actor;

beforeAll(async () => {
  house = await openHouse({ topics: [KIM] });
  operator = await house.person('operator', '63.01');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ topics: [KIM], year: 2026 });
const at = async (id: string): Promise<RegisterScope> => {
  const topic = await withTopic(await house.meeting(operator, id), KIM.code, await newestSeq(house.db));
  return withRegister(await withSheet(topic, '63.01'), 'groups');
};
const save = async (id: string, wish: Partial<RegisterChange>) =>
  saveRegister(await at(id), { cells: [], added: [], removed: [], ...wish });
const sheetOf = (id: string) => findSheet(house.db, id, KIM, '63.01');
const rowsOf = async (id: string) =>
  listRows(house.db, (await sheetOf(id))?.id ?? '', 'groups').then((rows) => [...rows]);
const told = async (id: string) =>
  (await house.events('register.saved'))
    .filter((one) => one.rakerda_id === id)
    .map(({ payload }): unknown => JSON.parse(payload));

const group = (name: string, more: RowCells = {}): RowCells => ({
  name,
  district: '63.01.01',
  active: 'active',
  ...more,
});

describe('a change of a register', () => {
  it('says on record each cell and figure with what stood there, and what was taken away', async () => {
    const id = await rakerda();
    await save(id, { added: [group('Suara')] });
    const [[key] = ['']] = await rowsOf(id);
    await save(id, { added: [group('Warta')], cells: [{ key, column: 'members', seen: '', value: '9' }] });
    await save(id, { removed: [{ key, seen: group('Suara', { members: '9' }) }] });
    const [first, second, third] = await told(id);
    expect(first).toMatchObject({ version: 1, changes: { groups: [null, 1] }, removed: [] });
    expect(first).toMatchObject({ rows: { [key]: { name: ['', 'Suara'], active: ['', 'active'] } } });
    expect(second).toMatchObject({ version: 2, changes: { groups: [1, 2] }, removed: [] });
    expect(second).toMatchObject({ rows: { [key]: { members: ['', '9'] } } });
    expect(third).toMatchObject({ version: 3, changes: { groups: [2, 1] }, removed: [key] });
    expect(third).toMatchObject({ rows: { [key]: { name: ['Suara', ''], members: ['9', ''] } } });
    expect((await rowsOf(id)).map(([, cells]) => cells.name)).toEqual(['Warta']);
  });

  it('puts rows of later changes below those of earlier ones', async () => {
    const id = await rakerda();
    const names = ['C', 'A', 'B'];
    for (const name of names) await save(id, { added: [group(`${name}1`), group(`${name}2`)] });
    expect((await rowsOf(id)).map(([, { name }]) => name)).toEqual(['C1', 'C2', 'A1', 'A2', 'B1', 'B2']);
  });

  it('is none where nobody changed what they saw, or somebody was faster', async () => {
    const id = await rakerda();
    await save(id, { added: [group('Suara')] });
    const [[key] = ['']] = await rowsOf(id);
    const same = { key, column: 'name', seen: 'Suara', value: 'Suara' };
    expect(await save(id, { cells: [same, { ...same, key: 'gone' }] })).toEqual({ kind: 'unchanged' });
    expect(await save(id, { removed: [{ key: 'gone', seen: group('Warta') }] })).toEqual({
      kind: 'unchanged',
    });
    expect(await told(id)).toHaveLength(1);
  });

  it('is asked about where a row is gone, or is not the one that was seen', async () => {
    const id = await rakerda();
    await save(id, { added: [group('Suara')] });
    const [[key] = ['']] = await rowsOf(id);
    const cells = [{ key: 'gone', column: 'name', seen: 'Warta', value: 'Kabar' }];
    expect(await save(id, { cells })).toEqual({
      kind: 'moved',
      cells: [{ key: 'gone', column: 'name', now: null }],
    });
    // A column that was empty when it was seen has been filled in, and the other way round.
    expect(await save(id, { removed: [{ key, seen: { name: 'Suara', district: '63.01.01' } }] })).toEqual({
      kind: 'moved',
      cells: [{ key, column: 'active', now: 'active' }],
    });
    expect(await save(id, { removed: [{ key, seen: group('Suara', { members: '4' }) }] })).toEqual({
      kind: 'moved',
      cells: [{ key, column: 'members', now: '' }],
    });
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('has room for so many rows and no more', async () => {
    const id = await rakerda();
    const added = Array.from({ length: MOST_ROWS }, (_, place) => group(String(place)));
    expect(await save(id, { added: [...added, group('zuviel')] })).toEqual({ kind: 'full' });
    expect(await sheetOf(id)).toBeNull();
    expect(await save(id, { added })).toEqual({ kind: 'saved' });
    expect((await sheetOf(id))?.figures.groups).toBe(MOST_ROWS);
  });
});

describe('a register that is laid out as the demo is', () => {
  const rows = new Map([
    ['b', group('Suara', { members: '12' })],
    ['a', group('Warta', { active: 'dormant' })],
  ]);

  async function layOut(id: string, hasSheet: boolean): Promise<void> {
    if (!GROUPS) throw new Error('KIM has no groups');
    const of = { topic: KIM, rakerdaId: id, agencyCode: '63.01' };
    const more = { register: GROUPS, area: await readArea('63.01'), year: 2026 };
    await house.db.transaction().execute(async (trx) => {
      const by = { actorId: null, rakerdaId: id, agencyCode: '63.01' };
      const doing = doingIn(trx, by, new Date().toISOString());
      if (hasSheet) await addSheetIn(doing, of, { ...emptyFigures(KIM), population: 300 });
      await addRegisterIn(doing, { ...of, ...more }, rows);
    });
  }

  it.each([
    ['on a sheet that is there', true],
    ['as the first of a sheet', false],
  ])('counts into the figures %s, in the order of its rows', async (_what, hasSheet) => {
    const id = await rakerda();
    await layOut(id, hasSheet);
    const sheet = await sheetOf(id);
    const version = hasSheet ? 2 : 1;
    expect(sheet).toMatchObject({
      version,
      state: 'draft',
      updatedBy: null,
      figures: { groups: 2, 'districts-active': 1, population: hasSheet ? 300 : null },
    });
    expect(await rowsOf(id)).toEqual([...rows]);
    const [event, ...others] = await told(id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ id: sheet?.id, topic: 'kim', register: 'groups', version, removed: [] });
    expect(event).toMatchObject({
      changes: { groups: [null, 2] },
      rows: { b: { members: ['', '12'] }, a: { active: ['', 'dormant'] } },
    });
    expect(JSON.stringify(event)).not.toContain('population');
  });
});
