/** What writing a commitment or a note leaves behind: in its row, in the record, and in no other row. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import type { EventType } from '~/record/events';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { addCommitment, changeCommitment, removeCommitment } from './changeCommitments.server';
import { addNote, changeNote, removeNote } from './changeNotes.server';
import type { CommitmentInput } from './commitmentForm';
import { changeStatus } from './commitmentStatus.server';
import type { NoteInput } from './noteForm';
import { differences } from './sameRakerda.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';

let house: House;
let facilitator: Actor;
let operator: Actor;
let head: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  const wish = { agencyCodes: ['63.01', '63.02'], memberIds: [facilitator.id] };
  await house.rakerda({ ...wish, id: HERE, instruments: [DECIMAL, WHOLE] });
  await house.rakerda({ ...wish, id: OTHER, year: 2027 });
  for (const rakerdaId of [HERE, OTHER]) await agendaItem(rakerdaId);
});
afterEach(() => house.close());

async function agendaItem(rakerdaId: string): Promise<void> {
  const item = {
    id: `acara-${rakerdaId}`,
    rakerda_id: rakerdaId,
    topic: 'spbe' as const,
    title: 'Pleno',
    speaker: '',
    starts_at: '2026-05-08T01:00:00.000Z',
    ends_at: '2026-05-08T02:00:00.000Z',
    version: 1,
  };
  await house.db.insertInto('agenda_item').values(item).execute();
}

const meeting = (actor: Actor, rakerdaId = HERE) => house.meeting(actor, rakerdaId);
/** The newest event of a type, with its payload read. */
async function said(type: EventType) {
  const event = (await house.events(type)).at(-1);
  return { ...event, payload: JSON.parse(event?.payload ?? 'null') as unknown };
}

describe('a commitment', () => {
  const FULL: CommitmentInput = {
    what: 'Menetapkan arsitektur',
    who: 'Kadis',
    dueOn: '2026-12-31',
    measure: 'Perbup',
    agendaItemId: `acara-${HERE}`,
    instrumentCode: DECIMAL.code,
    rises: [
      { no: 1, toLevel: 100 },
      { no: 3, toLevel: 500 },
    ],
  };
  const BARE = { ...FULL, agendaItemId: null, instrumentCode: null, rises: [] };

  async function made(input: CommitmentInput = FULL, agencyCode = '63.01', actor = operator) {
    const result = await addCommitment(await meeting(actor), agencyCode, input, randomUUID());
    if (result.kind !== 'added') throw new Error(result.kind);
    return { id: result.id, agencyCode, version: 1 };
  }
  const row = (id: string) =>
    house.db.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const rises = (id: string) =>
    house.db
      .selectFrom('commitment_indicator')
      .select(['indicator_no as no', 'to_level as toLevel'])
      .where('commitment_id', '=', id)
      .orderBy('indicator_no')
      .execute();

  it('is stored as it was promised, with who wrote it down and when', async () => {
    const { id } = await made();
    const event = await said('commitment.added');
    expect(event).toMatchObject({
      actor_id: operator.id,
      rakerda_id: HERE,
      agency_code: '63.01',
      payload: { id, after: FULL },
    });
    expect(await row(id)).toMatchObject({
      rakerda_id: HERE,
      agency_code: '63.01',
      agenda_item_id: FULL.agendaItemId,
      instrument_code: DECIMAL.code,
      what: FULL.what,
      who: FULL.who,
      due_on: FULL.dueOn,
      measure: FULL.measure,
      status: 'planned',
      status_note: '',
      status_at: event.at,
      version: 1,
      created_at: event.at,
      created_by: operator.id,
      updated_at: event.at,
      removed_at: null,
    });
    expect(await rises(id)).toEqual(FULL.rises);
  });

  it('refers to an item of the agenda of its own Rakerda', async () => {
    const strange = { ...FULL, agendaItemId: `acara-${OTHER}` };
    const result = await addCommitment(await meeting(operator), '63.01', strange, randomUUID());
    expect(result).toEqual({ kind: 'strange' });
    const seen = await made();
    expect(await changeCommitment(await meeting(operator), seen, strange)).toEqual({ kind: 'strange' });
    expect((await row(seen.id)).version).toBe(1);
  });

  it('is changed where it says so, and its neighbours are not', async () => {
    const [seen, other] = [await made(), await made({ ...FULL, what: 'Lain' })];
    const input = { ...FULL, who: 'Sekda', rises: [{ no: 2, toLevel: 300 }] };
    expect(await changeCommitment(await meeting(head), seen, input)).toEqual({ kind: 'changed' });
    const event = await said('commitment.changed');
    expect(event).toMatchObject({
      actor_id: head.id,
      agency_code: '63.01',
      payload: { id: seen.id, changes: { who: ['Kadis', 'Sekda'], rises: [FULL.rises, input.rises] } },
    });
    expect(event.payload).toHaveProperty('changes', {
      who: ['Kadis', 'Sekda'],
      rises: [FULL.rises, input.rises],
    });
    expect(await row(seen.id)).toMatchObject({
      who: 'Sekda',
      version: 2,
      updated_at: event.at,
      created_by: operator.id,
    });
    expect(await rises(seen.id)).toEqual(input.rises);
    expect(await row(other.id)).toMatchObject({ what: 'Lain', who: 'Kadis', version: 1 });
    expect(await rises(other.id)).toEqual(FULL.rises);
    expect(await changeCommitment(await meeting(head), { ...seen, version: 2 }, BARE)).toEqual({
      kind: 'changed',
    });
    expect(await row(seen.id)).toMatchObject({ instrument_code: null, agenda_item_id: null, version: 3 });
    expect(await rises(seen.id)).toEqual([]);
  });

  it('that is removed stays, marked, with what it was in the record', async () => {
    const [seen, other] = [await made(), await made(BARE)];
    expect(await removeCommitment(await meeting(head), seen)).toEqual({ kind: 'removed' });
    const event = await said('commitment.removed');
    expect(event).toMatchObject({
      actor_id: head.id,
      agency_code: '63.01',
      payload: { id: seen.id, before: FULL },
    });
    expect(await row(seen.id)).toMatchObject({ removed_at: event.at, updated_at: event.at, version: 2 });
    expect(await row(other.id)).toMatchObject({ removed_at: null, version: 1 });
  });

  it('fares as it was told, with the part that changed in the record', async () => {
    const [seen, other] = [await made(), await made(BARE)];
    const tell = async (status: 'planned' | 'underway', note: string, version: number) =>
      changeStatus(await meeting(head), { ...seen, version }, { status, note });
    expect(await tell('underway', '', 1)).toEqual({ kind: 'changed' });
    expect((await said('commitment.statusChanged')).payload).toEqual({
      id: seen.id,
      changes: { status: ['planned', 'underway'] },
    });
    expect(await tell('underway', 'draf selesai', 2)).toEqual({ kind: 'changed' });
    const event = await said('commitment.statusChanged');
    expect(event).toMatchObject({ actor_id: head.id, agency_code: '63.01', rakerda_id: HERE });
    expect(event.payload).toEqual({ id: seen.id, changes: { statusNote: ['', 'draf selesai'] } });
    expect(await row(seen.id)).toMatchObject({
      status: 'underway',
      status_note: 'draf selesai',
      status_at: event.at,
      updated_at: event.at,
      version: 3,
    });
    expect(await row(other.id)).toMatchObject({ status: 'planned', version: 1 });
    const disguised = { ...seen, agencyCode: '63.02', version: 3 };
    const input = { status: 'planned', note: '' } as const;
    expect(await changeStatus(await meeting(facilitator), disguised, input)).toEqual({ kind: 'gone' });
    await expect(
      changeStatus(await meeting(await house.person('reviewer')), seen, input),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('a note', () => {
  const FULL: NoteInput = {
    kind: 'recommendation',
    body: 'Satukan data',
    agendaItemId: `acara-${HERE}`,
    agencyCode: '63.02',
    indicator: { instrumentCode: DECIMAL.code, no: 3 },
  };
  const BARE: NoteInput = { ...FULL, agendaItemId: null, agencyCode: null, indicator: null };

  async function made(input = FULL) {
    const result = await addNote(await meeting(facilitator), input, randomUUID());
    if (result.kind !== 'added') throw new Error(result.kind);
    return { id: result.id, version: 1 };
  }
  const row = (id: string) =>
    house.db.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('is stored as it was said, with who wrote it down and when', async () => {
    const { id } = await made();
    const event = await said('note.added');
    expect(event).toMatchObject({
      actor_id: facilitator.id,
      rakerda_id: HERE,
      agency_code: '63.02',
      indicator_no: 3,
      payload: { id, after: FULL },
    });
    expect(await row(id)).toMatchObject({
      rakerda_id: HERE,
      kind: 'recommendation',
      agenda_item_id: FULL.agendaItemId,
      agency_code: '63.02',
      instrument_code: DECIMAL.code,
      indicator_no: 3,
      body: 'Satukan data',
      version: 1,
      created_at: event.at,
      created_by: facilitator.id,
      updated_at: event.at,
      removed_at: null,
    });
    await made(BARE);
    expect(await said('note.added')).toMatchObject({ agency_code: null, indicator_no: null });
  });

  it('refers to an item of the agenda of its own Rakerda', async () => {
    const strange = { ...FULL, agendaItemId: `acara-${OTHER}` };
    expect(await addNote(await meeting(facilitator), strange, randomUUID())).toEqual({ kind: 'strange' });
  });

  it('is changed where it says so, and its neighbours are not', async () => {
    const [seen, other] = [await made(), await made()];
    const scope = await meeting(facilitator);
    expect(await changeNote(scope, seen, FULL)).toEqual({ kind: 'unchanged' });
    const input = { ...FULL, agencyCode: '63.01', indicator: { instrumentCode: WHOLE.code, no: 4 } };
    expect(await changeNote(scope, seen, input)).toEqual({ kind: 'changed' });
    const event = await said('note.changed');
    expect(event).toMatchObject({ agency_code: '63.01', indicator_no: 4 });
    expect(event.payload).toEqual({
      id: seen.id,
      changes: { agencyCode: ['63.02', '63.01'], indicator: [FULL.indicator, input.indicator] },
    });
    expect(await row(seen.id)).toMatchObject({
      agency_code: '63.01',
      instrument_code: WHOLE.code,
      indicator_no: 4,
      version: 2,
      updated_at: event.at,
    });
    expect(await row(other.id)).toMatchObject({ agency_code: '63.02', version: 1 });
    expect(await changeNote(scope, { ...seen, version: 2 }, BARE)).toEqual({ kind: 'changed' });
    expect(await row(seen.id)).toMatchObject({
      agency_code: null,
      instrument_code: null,
      indicator_no: null,
      agenda_item_id: null,
    });
  });

  it('that is removed stays, marked, with what it was in the record', async () => {
    const [seen, other] = [await made(), await made(BARE)];
    const scope = await meeting(facilitator);
    expect(await removeNote(scope, seen)).toEqual({ kind: 'removed' });
    const event = await said('note.removed');
    expect(event).toMatchObject({
      actor_id: facilitator.id,
      agency_code: '63.02',
      indicator_no: 3,
      payload: { id: seen.id, before: FULL },
    });
    expect(await row(seen.id)).toMatchObject({ removed_at: event.at, updated_at: event.at, version: 2 });
    expect(await row(other.id)).toMatchObject({ removed_at: null, version: 1 });
    await removeNote(scope, other);
    expect((await said('note.removed')).payload).toEqual({ id: other.id, before: BARE });
    expect(await changeNote(scope, { ...seen, version: 2 }, FULL)).toEqual({ kind: 'gone' });
  });

  it('is changed and removed by who writes notes', async () => {
    const seen = await made();
    const scope = await meeting(operator);
    await expect(changeNote(scope, seen, BARE)).rejects.toMatchObject({ status: 403 });
    await expect(removeNote(scope, seen)).rejects.toMatchObject({ status: 403 });
  });
});

it('what differs is told with both sides; what was not there before was null', () => {
  expect(differences({ a: 1, b: [1] }, { a: 2, b: [1] })).toEqual({ a: [1, 2] });
  expect(differences<{ a?: number }>({}, { a: 2 })).toEqual({ a: [null, 2] });
  expect(differences({ a: null }, { a: null })).toEqual({});
});
