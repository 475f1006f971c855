import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { parseMetrics } from '~/instrument/metrics';
import type { Actor } from '~/policy';
import { newestSeq } from '~/record/read.server';
import { readArea } from '../area.server';
import { answerCells, postRegister } from './register.post.server';
import { readRegisterPage, registerTable } from './register.read.server';
import { cellName, writeSeen } from './registerForm';
import { listRows } from './registerRows.server';
import { type RegisterScope, withRegister } from './registerScope.server';
import { saveSheet } from '../saveSheet.server';
import { takeSheetStep } from '../takeSheetStep.server';
import { topicOutcomes } from '../topicOutcomes.server';
import { withSheet, withTopic } from '../topicScope.server';
import { findSheet } from '../topicSheets.server';

const file = (code: string) =>
  readFileSync(new URL(`../../../seeds/instruments/${code}.json`, import.meta.url), 'utf8');
const TOPICS = ['konektivitas', 'kim'].map((code) => parseMetrics(JSON.parse(file(code))));
const [SIGNAL] = TOPICS;

let house: House;
let operator: Actor;
let colleague: Actor;
let head: Actor;
let neighbour: Actor;

beforeAll(async () => {
  house = await openHouse({ topics: TOPICS });
  operator = await house.person('operator', '63.01');
  colleague = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  neighbour = await house.person('operator', '63.02');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ topics: TOPICS, year: 2026 });

async function at(
  actor: Actor,
  id: string,
  register: 'villages' | 'groups' | 'map' = 'villages',
  agencyCode = '63.01',
): Promise<RegisterScope> {
  const meeting = await house.meeting(actor, id);
  const code = register === 'villages' ? 'konektivitas' : 'kim';
  const topic = await withTopic(meeting, code, await newestSeq(house.db));
  return withRegister(await withSheet(topic, agencyCode), register);
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}

const A = '63.01.01.2001';
const B = '63.01.01.2002';
const cell = (key: string, column: string, value: string, seen = '') =>
  form({
    intent: 'cells',
    seen: writeSeen([{ key, cells: { [column]: seen } }]),
    [`cell.${cellName(key, column)}`]: value,
  });
const figures = async (id: string, topic = 'konektivitas') => {
  const found = TOPICS.find(({ code }) => code === topic);
  return found ? ((await findSheet(house.db, id, found, '63.01'))?.figures ?? null) : null;
};
const nothing = new URLSearchParams();

describe('a cell that waited on a device', () => {
  it('is taken from the account that typed it, twice as once, and says so where others changed it', async () => {
    const id = await rakerda();
    const waited = (value: string, sentBy: string) => {
      const body = cell(A, 'phone', value);
      body.set('sentBy', sentBy);
      return body;
    };
    const stranger = await house.person('operator', '63.01');
    const strangers = answerCells(await at(stranger, id), waited('none', operator.id));
    await expect(strangers).rejects.toMatchObject({ status: 400 });
    for (let times = 0; times < 2; times += 1)
      expect(await answerCells(await at(operator, id), waited('none', operator.id))).toMatchObject({
        kind: 'saved',
      });
    const name = cellName(A, 'phone');
    const asked = await answerCells(await at(operator, id), waited('strong', operator.id));
    expect(asked).toMatchObject({ kind: 'refused', moved: [name] });
    expect(asked.cells[name]).toContain('Orang lain');
  });
});

describe('the area of an agency', () => {
  it('holds its own villages and no others', async () => {
    const area = await readArea('63.01');
    expect(area.villages).toHaveLength(135);
    expect(area.districts).toHaveLength(11);
    expect(area.villages.every(({ code }) => code.startsWith('63.01.'))).toBe(true);
    expect((await readArea('63')).villages).toHaveLength(2016);
    expect((await readArea('P.001')).villages).toEqual([]);
  });
});

describe('a register of villages', () => {
  it('counts into the sheet in the same moment, and says on record what changed', async () => {
    const id = await rakerda();
    const answer = await answerCells(await at(operator, id), cell(A, 'internet', '4'));
    expect(answer).toMatchObject({ kind: 'saved', stored: { [cellName(A, 'internet')]: 'none' } });
    expect(await figures(id)).toMatchObject({
      villages: 135,
      'blank-spot': 1,
      'villages-open': 135,
      offices: null,
    });
    const [event] = (await house.events('register.saved')).filter((one) => one.rakerda_id === id);
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      register: 'villages',
      version: 1,
      rows: { [A]: { internet: ['', 'none'] } },
      changes: { 'blank-spot': [null, 1] },
    });
    const [signal] = await topicOutcomes(house.services, id);
    expect(signal?.agencies.find(({ agencyCode }) => agencyCode === '63.01')?.outcome).toMatchObject({
      headline: { numerator: 1 },
      filled: 0,
    });
  });

  it('keeps what two people write into different cells, and asks about the same one', async () => {
    const id = await rakerda();
    await answerCells(await at(operator, id), cell(A, 'phone', 'weak'));
    expect(await answerCells(await at(colleague, id), cell(A, 'internet', '3g'))).toMatchObject({
      kind: 'saved',
    });
    const moved = await answerCells(await at(colleague, id), cell(A, 'phone', 'strong'));
    expect(moved).toMatchObject({ kind: 'refused' });
    expect(moved.cells[cellName(A, 'phone')]).toContain('lemah');
    // Having seen it, one may replace it.
    expect(await answerCells(await at(colleague, id), cell(A, 'phone', 'strong', 'weak'))).toMatchObject({
      kind: 'saved',
    });
    const sheet = SIGNAL && (await findSheet(house.db, id, SIGNAL, '63.01'));
    expect((await listRows(house.db, sheet?.id ?? '', 'villages')).get(A)).toEqual({
      phone: 'strong',
      internet: '3g',
    });
  });

  it('stands beside what was typed, whose form knows nothing of it', async () => {
    const id = await rakerda();
    await answerCells(await at(operator, id), cell(A, 'internet', 'none'));
    const scope = await at(colleague, id);
    // The form was opened before the cell was saved.
    expect(await saveSheet(scope, 0, { offices: 30, 'offices-connected': 20 })).toEqual({ kind: 'saved' });
    expect(await figures(id)).toMatchObject({ 'blank-spot': 1, offices: 30 });
  });

  it('is closed once it was sent and once the head has approved, and to others', async () => {
    const id = await rakerda();
    await answerCells(await at(operator, id), cell(A, 'internet', 'none'));
    await takeSheetStep(await at(operator, id), 1, { step: 'submit', unansweredConfirmed: true });
    expect((await answerCells(await at(operator, id), cell(B, 'internet', 'none'))).kind).toBe('refused');
    await takeSheetStep(await at(head, id), 1, { step: 'approve', gapsConfirmed: true });
    expect((await answerCells(await at(operator, id), cell(B, 'internet', 'none'))).kind).toBe('refused');
    expect(await figures(id)).toMatchObject({ 'blank-spot': 1 });
    const theirs = await at(neighbour, id);
    await expect(answerCells(theirs, cell(B, 'internet', 'none'))).rejects.toMatchObject({ status: 403 });
  });

  it('takes a pasted table whole or not at all', async () => {
    const id = await rakerda();
    const bad = `Kode\tSinyal internet\n${A}\t4\n62.01.01.1001\t4\n`;
    const refused = await postRegister(await at(operator, id), form({ intent: 'paste', table: bad }));
    expect(refused).toMatchObject({
      kind: 'refused',
      answer: { pasted: { text: bad, problems: [{ line: 3, value: '62.01.01.1001' }], more: 0 } },
    });
    expect(await figures(id)).toBeNull();
    const good = `Kode\tSinyal internet\tSinyal telepon\n${A}\t4\t\n${B}\t1\tkuat\n`;
    const done = await postRegister(await at(operator, id), form({ intent: 'paste', table: good }));
    expect(done).toMatchObject({ kind: 'done', message: 'ditempel-2' });
    expect(await figures(id)).toMatchObject({ 'internet-none': 1, 'internet-4g': 1 });
  });

  it('goes out as a table and comes back as it was', async () => {
    const id = await rakerda();
    await answerCells(await at(operator, id), cell(A, 'spots', '=SUM(1) di hulu'));
    const table = await registerTable(await at(operator, id));
    expect(table.split('\r\n')).toHaveLength(137);
    const again = await postRegister(await at(operator, id), form({ intent: 'paste', table }));
    expect(again.kind).toBe('done');
    expect((await house.events('register.saved')).filter((one) => one.rakerda_id === id)).toHaveLength(1);
  });

  it('is looked through by name, district and what is open, page by page', async () => {
    const id = await rakerda();
    for (const [column, value] of [
      ['phone', 'strong'],
      ['internet', '4g'],
      ['office', 'working'],
    ] as const)
      await answerCells(await at(operator, id), cell(A, column, value));
    const scope = await at(operator, id);
    const page = await readRegisterPage(scope, nothing);
    expect([page.part.items.length, page.part.pages, page.total, page.filled]).toEqual([30, 5, 135, 1]);
    const open = await readRegisterPage(scope, new URLSearchParams('hanya=terbuka'));
    expect(open.part.found).toBe(134);
    const here = await readRegisterPage(scope, new URLSearchParams('kecamatan=63.01.02'));
    expect(here.part.items.every(({ key }) => key.startsWith('63.01.02.'))).toBe(true);
    const one = await readRegisterPage(scope, new URLSearchParams(`cari=${A}`));
    expect(one.part.items).toHaveLength(1);
    expect(page.history[0]?.cells[0]).toMatchObject({ before: '', after: 'berfungsi' });
  });
});

describe('registers that people keep', () => {
  it('take rows, lose them, and say when there are none', async () => {
    const id = await rakerda();
    expect((await readRegisterPage(await at(operator, id, 'groups'), nothing)).isUntouched).toBe(true);
    await postRegister(await at(operator, id, 'groups'), form({ intent: 'none' }));
    expect(await figures(id, 'kim')).toMatchObject({ groups: 0, districts: 11, programmes: null });
    const added = { intent: 'add', 'new.name': 'Suara', 'new.district': 'takisung', 'new.active': 'active' };
    await postRegister(await at(operator, id, 'groups'), form(added));
    expect(await figures(id, 'kim')).toMatchObject({ groups: 1, 'districts-active': 1, 'groups-open': 0 });
    const wrong = await postRegister(
      await at(operator, id, 'groups'),
      form({ ...added, 'new.district': 'Martapura', 'new.members': '-3' }),
    );
    expect(wrong).toMatchObject({
      kind: 'refused',
      answer: { added: { members: { typed: '-3' }, district: { typed: 'Martapura' } } },
    });
    const [row] = (await readRegisterPage(await at(operator, id, 'groups'), nothing)).part.items;
    if (!row) throw new Error('no row');
    const seen = writeSeen([row]);
    await answerCells(await at(colleague, id, 'groups'), cell(row.key, 'members', '9'));
    const remove = { intent: `remove:${row.key}`, seen };
    // What was seen is not what would be removed.
    expect((await postRegister(await at(operator, id, 'groups'), form(remove))).kind).toBe('refused');
    const now = writeSeen([{ key: row.key, cells: { ...row.cells, members: '9' } }]);
    expect((await postRegister(await at(operator, id, 'groups'), form({ ...remove, seen: now }))).kind).toBe(
      'done',
    );
    expect(await figures(id, 'kim')).toMatchObject({ groups: 0 });
    const gone = await answerCells(await at(colleague, id, 'groups'), cell(row.key, 'members', '8', '9'));
    expect(gone).toMatchObject({ kind: 'refused' });
  });

  it('stand in the order that they were pasted in', async () => {
    const id = await rakerda();
    const table = `Nama KIM\tStatus\n${['Dua', 'Satu', 'Tiga'].map((name) => `${name}\taktif\n`).join('')}`;
    await postRegister(await at(operator, id, 'groups'), form({ intent: 'paste', table }));
    const page = await readRegisterPage(await at(operator, id, 'groups'), nothing);
    expect(page.part.items.map(({ name }) => name)).toEqual(['Dua', 'Satu', 'Tiga']);
    expect(page.filled).toBe(0);
  });
});
