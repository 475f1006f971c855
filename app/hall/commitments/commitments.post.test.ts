/** The forms of the board, of one commitment and of notes, as a browser posts them. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { findCommitmentText, findNote, listCommitments, listNotes } from './commitmentRows.server';
import { postCommitment, postNewCommitment } from './commitments.post.server';
import { postNote, postNotePage } from './notes.read.server';

const TODAY = '2026-06-01';
const FIELDS = {
  agencyCode: '63.01',
  what: 'Menetapkan arsitektur',
  who: 'Kadis',
  dueOn: '2999-12-31',
  measure: 'Perbup',
  agendaItemId: '',
  instrumentCode: DECIMAL.code,
  'level.2': '300',
  'level.3': '',
};
/** The same as it comes back to whom it was refused. */
const TYPED = {
  what: FIELDS.what,
  who: FIELDS.who,
  dueOn: FIELDS.dueOn,
  measure: FIELDS.measure,
  agendaItemId: '',
  instrumentCode: DECIMAL.code,
  levels: { '2': '300' },
};
type Fields = Readonly<Record<string, string>>;

let house: House;
let facilitator: Actor;
let operator: Actor;
let id: string;
let other: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  const wish = { agencyCodes: ['63.01', '63.02'], memberIds: [facilitator.id], target: 140 };
  id = await house.rakerda({ ...wish, instruments: [WHOLE, DECIMAL] });
  other = await house.rakerda({ ...wish, year: 2027 });
});
afterEach(() => house.close());

const meeting = (actor = operator, rakerdaId = id) => house.meeting(actor, rakerdaId);
const listed = () => listCommitments(house.db, house.services.instruments, id, TODAY);

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const add = async (more: Fields = {}, actor = operator) =>
  postNewCommitment(await meeting(actor), formOf({ ...FIELDS, intent: 'add', key: randomUUID(), ...more }));

describe('the form of a new commitment', () => {
  it('adds what it says, once', async () => {
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect(await add({ key })).toEqual({ kind: 'done', message: 'ditambah' });
    }
    expect(await listed()).toMatchObject([
      {
        agencyCode: '63.01',
        what: FIELDS.what,
        who: FIELDS.who,
        dueOn: FIELDS.dueOn,
        measure: FIELDS.measure,
        agendaItemId: null,
        instrumentCode: DECIMAL.code,
        indicators: [{ no: 2, toLevel: 300 }],
      },
    ]);
  });

  it('comes back with what was typed and what is wrong', async () => {
    const refusal = (values: object, reason: string, problems: object = {}) => ({
      kind: 'answer',
      status: 422,
      answer: { form: 'commitment', values, reason, problems, now: null },
    });
    expect(await add({ what: '', dueOn: '2020-01-01' })).toEqual(
      refusal({ ...TYPED, what: '', dueOn: '2020-01-01' }, 'problems', { what: 'missing' }),
    );
    expect(await add({ dueOn: '2020-01-01' })).toEqual(
      refusal({ ...TYPED, dueOn: '2020-01-01' }, 'problems', { dueOn: 'dayPast' }),
    );
    expect(await add({ agendaItemId: 'lain' })).toEqual(
      refusal({ ...TYPED, agendaItemId: 'lain' }, 'strange'),
    );
    await house.moveTo(id, 'closed');
    expect(await add()).toEqual(refusal(TYPED, 'locked'));
    expect(await listed()).toEqual([]);
  });

  it('works out without saving, and fills in the cheapest road where it is asked to', async () => {
    const answer = { kind: 'answer', status: 200 };
    expect(await add({ intent: 'preview' })).toEqual({
      ...answer,
      answer: { form: 'commitment', values: TYPED, problems: {}, reason: 'preview', now: null },
    });
    const planned = await add({ intent: 'plan', what: '' });
    if (planned.kind !== 'answer' || planned.answer.form !== 'commitment') throw new Error(planned.kind);
    expect(planned).toMatchObject({ ...answer, answer: { reason: 'plan' } });
    const { levels, what } = planned.answer.values;
    expect(Object.keys(levels).length).toBeGreaterThan(0);
    expect(what).not.toBe('');
    // What was typed already stays, and an agency that takes no part has no road.
    expect(await add({ intent: 'plan' })).toMatchObject({
      answer: { values: { what: FIELDS.what, levels } },
    });
    expect(await add({ intent: 'plan', agencyCode: '63.03' }, facilitator)).toMatchObject({
      answer: { values: TYPED },
    });
    expect(await listed()).toEqual([]);
  });

  it('is for who writes commitments of the agency, and carries its mark', async () => {
    await expect(add({ agencyCode: '63.02' })).rejects.toMatchObject({ status: 403 });
    await expect(add({}, await house.person('reviewer'))).rejects.toMatchObject({ status: 403 });
    for (const key of ['', 'x'.repeat(36), `${randomUUID()}0`]) {
      await expect(add({ key })).rejects.toMatchObject({ status: 400 });
    }
    await expect(add({ intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    expect(await listed()).toEqual([]);
  });
});

describe('the forms of one commitment', () => {
  let commitmentId: string;
  beforeEach(async () => {
    await add();
    commitmentId = (await listed())[0]?.id ?? '';
  });

  const post = async (fields: Fields, actor = operator, rakerdaId = id) =>
    postCommitment(await meeting(actor, rakerdaId), commitmentId, formOf({ version: '1', ...fields }));
  const stands = () => findCommitmentText(house.db, id, commitmentId, TODAY);
  const change = (more: Fields = {}) => post({ ...FIELDS, intent: 'change', ...more });

  it('change it, and show a late writer what stands there now', async () => {
    expect(await change({ what: 'Lain' })).toEqual({ kind: 'done', message: 'disimpan' });
    expect(await change({ what: 'Lain' })).toEqual({ kind: 'done', message: 'disimpan' });
    expect(await stands()).toMatchObject({ what: 'Lain', version: 2 });
    expect(await change({ what: 'Terlambat' })).toMatchObject({
      status: 422,
      answer: {
        form: 'commitment',
        reason: 'moved',
        values: { ...TYPED, what: 'Terlambat' },
        now: { what: 'Lain', version: 2 },
      },
    });
  });

  it('refuse a change with what is wrong with it; the day of an old promise may be over', async () => {
    expect(await change({ who: '' })).toMatchObject({
      status: 422,
      answer: { reason: 'problems', problems: { who: 'missing' }, values: { ...TYPED, who: '' } },
    });
    expect(await change({ agendaItemId: 'lain' })).toMatchObject({ answer: { reason: 'strange' } });
    expect(await change({ dueOn: '2020-01-01' })).toEqual({ kind: 'done', message: 'disimpan' });
    await house.moveTo(id, 'closed');
    expect(await change({ version: '2', what: 'Lain' })).toMatchObject({ answer: { reason: 'locked' } });
    expect(await post({ intent: 'remove', version: '2' })).toEqual({
      kind: 'answer',
      status: 422,
      answer: { form: 'remove', reason: 'locked', now: null },
    });
  });

  it('tell how it fares, with a reason where it is dropped', async () => {
    const refusal = (values: object, reason: string) => ({
      kind: 'answer',
      status: 422,
      answer: { form: 'status', values, reason, now: null },
    });
    const status = (value: string, note: string, version = '1') =>
      post({ intent: 'status', status: value, note, version });
    expect(await status('dropped', '')).toEqual(refusal({ status: 'dropped', note: '' }, 'reasonMissing'));
    expect(await status('tari', 'x')).toEqual(refusal({ status: 'tari', note: 'x' }, 'unreadable'));
    const long = 'x'.repeat(1001);
    expect(await status('done', long)).toEqual(refusal({ status: 'done', note: long }, 'tooLong'));
    expect(await status('done', 'sudah')).toEqual({ kind: 'done', message: 'status' });
    expect(await status('done', 'sudah')).toEqual({ kind: 'done', message: 'status' });
    expect(await stands()).toMatchObject({ status: 'done', statusNote: 'sudah', version: 2 });
    expect(await status('underway', 'lagi')).toMatchObject({
      status: 422,
      answer: { form: 'status', reason: 'moved', values: { status: 'underway' }, now: { version: 2 } },
    });
  });

  it('work out without saving', async () => {
    for (const intent of ['preview', 'plan']) {
      expect(await post({ ...FIELDS, intent, what: 'Lain' })).toMatchObject({
        status: 200,
        answer: { form: 'commitment', reason: intent, values: { what: 'Lain' } },
      });
    }
    expect(await stands()).toMatchObject({ what: FIELDS.what, version: 1 });
  });

  it('remove what was seen, and no later version of it', async () => {
    await change({ what: 'Lain' });
    expect(await post({ intent: 'remove' })).toMatchObject({
      status: 422,
      answer: { form: 'remove', reason: 'moved', now: { what: 'Lain' } },
    });
    expect(await post({ intent: 'remove', version: '2' })).toEqual({ kind: 'done', message: 'dihapus' });
    await expect(change()).rejects.toMatchObject({ status: 404 });
  });

  it('are for the agency and who runs the Rakerda, also where it is gone already', async () => {
    const neighbour = await house.person('operator', '63.02');
    const intents = ['change', 'status', 'remove', 'preview', 'plan', 'tari'];
    for (const intent of intents) {
      await expect(post({ ...FIELDS, intent }, neighbour)).rejects.toMatchObject({ status: 403 });
      await expect(post({ ...FIELDS, intent }, operator, other)).rejects.toMatchObject({ status: 404 });
    }
    await post({ intent: 'remove' });
    await expect(post({ intent: 'remove' }, neighbour)).rejects.toMatchObject({ status: 403 });
  });

  it('carry the version that was seen', async () => {
    for (const version of ['', '-1', '1.5', 'x']) {
      await expect(post({ ...FIELDS, intent: 'remove', version })).rejects.toMatchObject({ status: 400 });
    }
    await expect(post({ intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    expect(await stands()).not.toBeNull();
  });
});

describe('the forms of notes', () => {
  const NOTE = {
    kind: 'recommendation',
    body: 'Satukan data',
    agendaItemId: '',
    agencyCode: '63.02',
    indicator: `${DECIMAL.code}:3`,
  };
  const addNote = async (more: Fields = {}, actor = facilitator) =>
    postNote(await meeting(actor), formOf({ ...NOTE, intent: 'add', key: randomUUID(), ...more }));
  async function made(): Promise<string> {
    await addNote();
    return (await listNotes(house.db, id))[0]?.id ?? '';
  }
  const post = async (noteId: string, fields: Fields, actor = facilitator, rakerdaId = id) =>
    postNotePage(await meeting(actor, rakerdaId), noteId, formOf({ version: '1', ...fields }));

  it('add what they say, once, and lead back to the emptied field', async () => {
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect(await addNote({ key })).toEqual({
        kind: 'done',
        search: `pesan=dicatat&baru=${key}`,
        hash: 'body',
      });
    }
    expect(await listNotes(house.db, id)).toMatchObject([
      {
        kind: 'recommendation',
        body: 'Satukan data',
        agendaItemId: null,
        agencyCode: '63.02',
        instrumentCode: DECIMAL.code,
        indicatorNo: 3,
      },
    ]);
  });

  it('come back with what was typed', async () => {
    const refusal = (values: object, reason: string) => ({
      kind: 'refused',
      refusal: { values, reason, now: null },
    });
    expect(await addNote({ body: ' ' })).toEqual(refusal({ ...NOTE, body: ' ' }, 'bodyMissing'));
    const long = 'x'.repeat(4001);
    expect(await addNote({ body: long })).toEqual(refusal({ ...NOTE, body: long }, 'bodyTooLong'));
    expect(await addNote({ kind: 'tari' })).toEqual(refusal({ ...NOTE, kind: 'tari' }, 'unreadable'));
    expect(await addNote({ agencyCode: '63.03' })).toEqual(
      refusal({ ...NOTE, agencyCode: '63.03' }, 'strange'),
    );
    await house.moveTo(id, 'closed');
    expect(await addNote()).toEqual(refusal(NOTE, 'locked'));
    expect(await listNotes(house.db, id)).toEqual([]);
  });

  it('change a note from the version that was seen, and show a late writer what stands there now', async () => {
    const noteId = await made();
    const change = (more: Fields) => post(noteId, { ...NOTE, intent: 'change', ...more });
    expect(await change({ body: '' })).toMatchObject({ refusal: { reason: 'bodyMissing' } });
    expect(await change({ agencyCode: '63.03' })).toMatchObject({ refusal: { reason: 'strange' } });
    expect(await change({ body: 'Dua' })).toEqual({ kind: 'done', search: 'pesan=disimpan', hash: 'pesan' });
    expect(await change({ body: 'Dua' })).toMatchObject({ kind: 'done' });
    expect(await change({ body: 'Tiga' })).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'moved', values: { body: 'Tiga' }, now: { body: 'Dua', version: 2 } },
    });
    expect(await post(noteId, { intent: 'remove' })).toMatchObject({
      refusal: { reason: 'movedRemoval', values: { ...NOTE, body: 'Dua' }, now: { version: 2 } },
    });
    await house.moveTo(id, 'closed');
    expect(await change({ version: '2', body: 'Tiga' })).toMatchObject({ refusal: { reason: 'locked' } });
    expect(await post(noteId, { intent: 'remove', version: '2' })).toMatchObject({
      refusal: { reason: 'locked', values: { ...NOTE, body: 'Dua' } },
    });
    expect(await findNote(house.db, id, noteId)).toMatchObject({ body: 'Dua', version: 2 });
  });

  it('are for who writes notes, of this Rakerda, and nothing else', async () => {
    const noteId = await made();
    await expect(addNote({}, operator)).rejects.toMatchObject({ status: 403 });
    await expect(post(noteId, { ...NOTE, intent: 'change' }, operator)).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      post(noteId, { ...NOTE, intent: 'change', body: 'x' }, facilitator, other),
    ).rejects.toMatchObject({ status: 404 });
    await expect(addNote({ key: '' })).rejects.toMatchObject({ status: 400 });
    await expect(addNote({ intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    await expect(post(noteId, { intent: 'tari' })).rejects.toMatchObject({ status: 400 });
    await expect(post(noteId, { intent: 'remove', version: '' })).rejects.toMatchObject({ status: 400 });
    expect(await post(noteId, { intent: 'remove' })).toEqual({ kind: 'removed' });
    expect(await listNotes(house.db, id)).toEqual([]);
  });
});
