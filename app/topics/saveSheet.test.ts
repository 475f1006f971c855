import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, KAMI, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import { emptyFigures, type Figures, type Topic } from '~/instrument/topic';
import { doingIn } from '~/record/change.server';
import { newestSeq } from '~/record/read.server';
import { addSheetIn, saveSheet } from './saveSheet.server';
import { postSheet } from './sheet.post.server';
import { readSheetPage } from './sheet.read.server';
import { topicCsv } from './topicCsv.server';
import { topicOutcomes } from './topicOutcomes.server';
import { type SheetScope, withSheet, withTopic } from './topicScope.server';
import { findSheet } from './topicSheets.server';
import type { Actor } from '~/policy';

let house: House;
let operator: Actor;
let colleague: Actor;
let neighbour: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  colleague = await house.person('operator', '63.01');
  neighbour = await house.person('operator', '63.02');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ topics: [LAPOR], memberIds: [facilitator.id] });

async function at(actor: Actor, id: string, agencyCode = '63.01'): Promise<SheetScope> {
  const meeting = await house.meeting(actor, id);
  return withSheet(await withTopic(meeting, LAPOR.code, await newestSeq(house.db)), agencyCode);
}

const figures = (some: Figures): Figures => ({ ...emptyFigures(LAPOR), ...some });
const stored = async (id: string) => (await findSheet(house.db, id, LAPOR, '63.01'))?.figures;

describe('a sheet of figures', () => {
  it('is saved whole, with who and when, and says on record what changed', async () => {
    const id = await rakerda();
    expect(await saveSheet(await at(operator, id), 0, figures({ received: 8146, resolved: 7797 }))).toEqual({
      kind: 'saved',
    });
    const sheet = await findSheet(house.db, id, LAPOR, '63.01');
    expect(sheet).toMatchObject({ version: 1, state: 'draft', updatedBy: operator.name });
    expect(sheet?.figures).toMatchObject({ received: 8146, resolved: 7797, untouched: null });
    const [event] = (await house.events('topic.saved')).filter((one) => one.rakerda_id === id);
    expect(event).toMatchObject({ actor_id: operator.id, agency_code: '63.01' });
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      topic: 'lapor-sp4n',
      version: 1,
      changes: { received: [null, 8146], resolved: [null, 7797] },
    });
  });

  it('says on record what stood there before', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 100, resolved: 3 }));
    await saveSheet(await at(operator, id), 1, figures({ received: 0, resolved: null }));
    const changes = (await house.events('topic.saved'))
      .filter((one) => one.rakerda_id === id)
      .map(({ payload }): unknown => JSON.parse(payload));
    expect(changes).toMatchObject([
      { version: 1, changes: { received: [null, 100], resolved: [null, 3] } },
      { version: 2, changes: { received: [100, 0], resolved: [3, null] } },
    ]);
  });

  it('that is laid out as the demo is says on record what is filled in, and no more', async () => {
    const id = await rakerda();
    await house.db.transaction().execute(async (trx) => {
      const by = { actorId: null, rakerdaId: id, agencyCode: '63.01' };
      const doing = doingIn(trx, by, new Date().toISOString());
      await addSheetIn(doing, { topic: LAPOR, rakerdaId: id, agencyCode: '63.01' }, figures({ received: 0 }));
    });
    const sheet = await findSheet(house.db, id, LAPOR, '63.01');
    expect(sheet).toMatchObject({ version: 1, state: 'draft', updatedBy: null });
    const [event] = (await house.events('topic.saved')).filter((one) => one.rakerda_id === id);
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      id: sheet?.id,
      topic: LAPOR.code,
      version: 1,
      changes: { received: [null, 0] },
    });
  });

  it('saved again as it stands changes nothing', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 5 }));
    expect(await saveSheet(await at(operator, id), 1, figures({ received: 5 }))).toEqual({
      kind: 'unchanged',
    });
    expect((await findSheet(house.db, id, LAPOR, '63.01'))?.version).toBe(1);
  });

  it('keeps what two people wrote into different fields', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 100 }));
    expect(await saveSheet(other, 0, figures({ resolved: 60 }))).toEqual({ kind: 'saved' });
    expect(await stored(id)).toMatchObject({ received: 100, resolved: 60 });
  });

  it('is refused where both wrote into the same field, and shows what stands there', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 100, untouched: 4 }));
    const result = await saveSheet(other, 0, figures({ received: 120, resolved: 3 }));
    expect(result).toMatchObject({
      kind: 'moved',
      fields: ['received'],
      version: 1,
      now: { received: 100 },
      after: { received: 120, resolved: 3, untouched: 4 },
    });
    expect(await stored(id)).toMatchObject({ received: 100, resolved: null });
  });

  it('is refused as a whole where the record does not say how the version stood that was seen', async () => {
    const id = await rakerda();
    const own = await at(operator, id);
    await saveSheet(own, 0, figures({ received: 100, untouched: 4 }));
    // A part of the sheet is sent; the rest of it stays.
    expect(await saveSheet(own, 9, { received: 120 })).toMatchObject({
      kind: 'moved',
      fields: ['received'],
      after: { received: 120, untouched: 4 },
    });
    expect(await stored(id)).toMatchObject({ received: 100, untouched: 4 });
  });

  it('is refused where it contradicts what others saved since, and nothing is half stored', async () => {
    const id = await rakerda();
    const [one, other] = [await at(operator, id), await at(colleague, id)];
    await saveSheet(one, 0, figures({ received: 50 }));
    const result = await saveSheet(other, 0, figures({ resolved: 60, untouched: 1 }));
    expect(result).toEqual({
      kind: 'contradictory',
      problems: { resolved: { kind: 'aboveWhole', whole: 'received' } },
    });
    expect(await stored(id)).toMatchObject({ resolved: null, untouched: null });
  });

  it('is written by its own agency only, and only while the stage takes answers', async () => {
    const id = await rakerda();
    await expect(at(neighbour, id)).rejects.toMatchObject({ status: 403 });
    const scope = await at(facilitator, id);
    await expect(saveSheet(scope, 0, figures({ received: 1 }))).rejects.toMatchObject({ status: 403 });
    const own = await at(operator, id);
    await house.moveTo(id, 'closed');
    expect(await saveSheet(own, 0, figures({ received: 1 }))).toEqual({ kind: 'locked' });
    expect(await stored(id)).toBeUndefined();
  });

  it('is not there for an agency or a topic that takes no part', async () => {
    const id = await rakerda();
    await expect(at(facilitator, id, '62.01')).rejects.toMatchObject({ status: 404 });
    const without = await house.rakerda({ memberIds: [facilitator.id] });
    await expect(at(facilitator, without)).rejects.toMatchObject({ status: 404 });
  });
});

describe('the outcomes of a Rakerda', () => {
  it('name every topic and every agency that takes part, with what stands there', async () => {
    const id = await rakerda();
    const typed = figures({ received: 8146, resolved: 7797, 'in-process': 270, untouched: 58 });
    await saveSheet(await at(operator, id), 0, typed);
    const [topic, ...more] = await topicOutcomes(house.services, id);
    expect(more).toEqual([]);
    expect(topic).toMatchObject({ code: 'lapor-sp4n', headline: { confidence: 'sourced' } });
    expect(topic?.agencies.map(({ agencyCode }) => agencyCode)).toEqual(['63.01', '63.02', '63.03']);
    expect(topic?.agencies[0]).toMatchObject({
      state: 'draft',
      outcome: {
        headline: { numerator: 7797, denominator: 8146, unit: 'percent' },
        filled: 4,
        remarks: [{ id: '21 laporan tanpa status' }],
      },
    });
    expect(topic?.agencies[1]?.outcome).toMatchObject({ headline: null, filled: 0, total: 13 });
  });

  it('are none where the Rakerda measures no topic', async () => {
    expect(await topicOutcomes(house.services, await house.rakerda())).toEqual([]);
  });
});

describe('a sheet that is filled in part by part', () => {
  const begun = (topic: Topic = PEMDI) => house.rakerda({ topics: [topic], memberIds: [facilitator.id] });
  const open = async (actor: Actor, id: string, topic: Topic = PEMDI) => {
    const meeting = await house.meeting(actor, id);
    return withSheet(await withTopic(meeting, topic.code, await newestSeq(house.db)), '63.01');
  };
  const send = async (
    actor: Actor,
    id: string,
    version: number,
    fields: Readonly<Record<string, string>>,
    topic: Topic = PEMDI,
  ) => {
    const form = new FormData();
    const marks = { intent: 'save', version: String(version), 'seen.language': 'id' };
    for (const [name, value] of Object.entries({ ...marks, ...fields })) form.set(name, value);
    return postSheet(await open(actor, id, topic), form);
  };
  const sheetOf = async (id: string, topic: Topic = PEMDI) =>
    (await findSheet(house.db, id, topic, '63.01'))?.figures;

  it('keeps every other part as it is, and empties what was taken out of this one', async () => {
    const id = await begun();
    const first = { part: 'I5', 'figure.I5': '62,5', 'figure.I5-asesor': '3,00' };
    expect(await send(operator, id, 0, first)).toEqual({ kind: 'done', part: 'I5' });
    await send(operator, id, 1, { part: 'I1', 'figure.I1-L1-01': '2', 'figure.I1-L2-01': '1' });
    expect(await sheetOf(id)).toMatchObject({ I5: 6250, 'I5-asesor': 300, 'I1-L1-01': 2, 'I1-L2-01': 1 });
    await send(operator, id, 2, { part: 'I5', 'figure.I5-menunggu': '1' });
    expect(await sheetOf(id)).toMatchObject({ I5: null, 'I5-menunggu': 1, 'I5-asesor': null, 'I1-L1-01': 2 });
  });

  it('takes two people on two indicators, and asks where both said something of one item', async () => {
    const id = await begun();
    await send(operator, id, 0, { part: 'I1', 'figure.I1-L1-01': '2' });
    expect(await send(colleague, id, 0, { part: 'I2', 'figure.I2-L1-01': '1' })).toMatchObject({
      kind: 'done',
    });
    const answer = await send(colleague, id, 0, { part: 'I1', 'figure.I1-L1-01': '0' });
    expect(answer).toMatchObject({
      kind: 'refused',
      answer: { reason: 'moved', version: 2, problems: { 'I1-L1-01': { kind: 'moved', now: 2 } } },
    });
    expect(await sheetOf(id)).toMatchObject({ 'I1-L1-01': 2, 'I2-L1-01': 1 });
  });

  it('stores nothing of a score that is both there and awaited, nor of a part that there is not', async () => {
    const id = await begun();
    const both = { part: 'I5', 'figure.I5': '62,5', 'figure.I5-menunggu': '1' };
    expect(await send(operator, id, 0, both)).toMatchObject({
      kind: 'refused',
      answer: { reason: 'problems', problems: { I5: { kind: 'scoreAwaited' } } },
    });
    const inWrongPart = { part: 'I21', 'figure.I1-L1-01': '2' };
    await expect(send(operator, id, 0, inWrongPart)).rejects.toMatchObject({ status: 400 });
    await expect(send(operator, id, 0, { 'figure.I1-L1-01': '2' })).rejects.toMatchObject({ status: 400 });
    expect(await sheetOf(id)).toBeUndefined();
  });

  it('says in words what changed, and comes to an outcome with a band as every topic does', async () => {
    const id = await begun();
    await send(operator, id, 0, { part: 'I1', 'figure.I1-L1-01': '2', 'figure.I1-asesor': '1,5' });
    const page = await readSheetPage(await open(operator, id), new URLSearchParams('bagian=I1'));
    expect(page).toMatchObject({ part: 'I1', version: 1 });
    const plan = 'I1-L1-01 Rancangan dokumen rencana yang memuat substansi RAN Pemdi';
    expect(page.history[0]?.changes).toEqual([
      { field: plan, before: '', after: 'Siap' },
      { field: 'Nilai asesor I1', before: '', after: '1,50' },
    ]);
    const [topic] = await topicOutcomes(house.services, id);
    expect(topic?.bands.map(({ code }) => code)).toEqual([
      'kurang',
      'cukup',
      'baik',
      'sangat-baik',
      'memuaskan',
    ]);
    // Only I1 has reached a level: 1 + 0,05 × 0,5.
    expect(topic?.agencies[0]?.outcome).toMatchObject({ band: { code: 'kurang' }, filled: 0, total: 20 });
    const { body } = await topicCsv(await open(operator, id), new URLSearchParams());
    const [head = '', row = ''] = body.replace('\ufeff', '').split(/\r?\n/);
    const column = (name: string) => row.split(';')[head.split(';').findIndex((one) => one.startsWith(name))];
    expect([column('Penilaian mandiri'), column('Nilai asesor'), column('I1-L1-01')]).toEqual([
      '1,03',
      '',
      'Siap',
    ]);
  });

  it('takes one question from a page of its section and from one of its stage, and keeps what was not sent', async () => {
    const id = await begun(KAMI);
    const saved = { kind: 'done' };
    const page = { part: '2-1', 'figure.2.1': '2', 'figure.2.2': '1' };
    expect(await send(operator, id, 0, page, KAMI)).toEqual({ ...saved, part: '2-1' });
    // A colleague on the same questions by stage: another one goes through, the same one is asked about.
    const other = { part: 't1-1', 'figure.3.1': '3' };
    expect(await send(colleague, id, 0, other, KAMI)).toEqual({ ...saved, part: 't1-1' });
    expect(await send(colleague, id, 0, { part: 't1-1', 'figure.2.1': '3' }, KAMI)).toMatchObject({
      answer: { reason: 'moved', version: 2, problems: { '2.1': { kind: 'moved', now: 2 } } },
    });
    expect(await send(operator, id, 2, { part: '2-1' }, KAMI)).toEqual({ ...saved, part: '2-1' });
    expect(await sheetOf(id, KAMI)).toMatchObject({ '2.1': 2, '2.2': 1, '3.1': 3, '2.3': null });
    expect(await send(operator, id, 2, { part: '2-1', 'figure.2.1': '4' }, KAMI)).toMatchObject({
      answer: { reason: 'problems', problems: { '2.1': { kind: 'notNumber' } } },
    });

    const history = await readSheetPage(await open(operator, id, KAMI), new URLSearchParams('bagian=t1-1'));
    expect(history).toMatchObject({ part: 't1-1', version: 2 });
    expect(history.history.map(({ changes }) => changes.map(({ after }) => after))).toEqual([
      ['Diterapkan menyeluruh'],
      ['Diterapkan sebagian', 'Dalam perencanaan'],
    ]);
    const [topic] = await topicOutcomes(house.services, id);
    expect(topic?.agencies[0]?.outcome).toMatchObject({ headline: { numerator: 6 }, band: null, filled: 3 });
    const { body } = await topicCsv(await open(operator, id, KAMI), new URLSearchParams());
    const [head = '', row = ''] = body.replace('\ufeff', '').split(/\r?\n/);
    const column = (name: string) => row.split(';')[head.split(';').findIndex((one) => one.startsWith(name))];
    expect([column('Skor'), column('II Tata'), column('2.1 ')]).toEqual(['6', '3', 'Diterapkan sebagian']);
  });
});
