import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import type { NoteInput } from './noteForm';
import { addNote, changeNote, removeNote } from './changeNotes.server';
import { postNotePage } from './notes.read.server';
import { findNote, listNotes } from './commitmentRows.server';

const input = (more: Partial<NoteInput> = {}): NoteInput => ({
  kind: 'note',
  body: 'Satu',
  agendaItemId: null,
  agencyCode: null,
  indicator: null,
  ...more,
});

let house: House;
let facilitator: Actor;
let id: string;
let other: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const memberIds = [facilitator.id];
  id = await house.rakerda({ memberIds, instruments: [DECIMAL, WHOLE] });
  other = await house.rakerda({ memberIds, year: 2027 });
});
afterEach(() => house.close());

const meeting = (actor = facilitator, rakerdaId = id) => house.meeting(actor, rakerdaId);

async function made(more: Partial<NoteInput> = {}) {
  const result = await addNote(await meeting(), input(more), randomUUID());
  if (result.kind !== 'added') throw new Error(result.kind);
  return { id: result.id, version: 1 };
}

describe('a note', () => {
  it('is written once however often its form is sent', async () => {
    const scope = await meeting();
    const key = randomUUID();
    const indicator = { instrumentCode: DECIMAL.code, no: 3 };
    const first = await addNote(scope, input({ agencyCode: '63.02', indicator }), key);
    expect(await addNote(scope, input({ agencyCode: '63.02', indicator }), key)).toEqual(first);
    const event = await house.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'note.added')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      actor_id: facilitator.id,
      rakerda_id: id,
      agency_code: '63.02',
      indicator_no: 3,
      request_id: scope.requestId,
    });
    expect(await listNotes(house.db, id)).toMatchObject([
      { body: 'Satu', authorName: facilitator.name, indicatorNo: 3, instrumentCode: DECIMAL.code },
    ]);
  });

  it('refers to nothing outside the Rakerda', async () => {
    const strange = [
      input({ agendaItemId: 'lain' }),
      input({ agencyCode: '63.11' }),
      input({ indicator: { instrumentCode: WHOLE.code, no: 48 } }),
      // The second instrument has four indicators only.
      input({ indicator: { instrumentCode: DECIMAL.code, no: 47 } }),
      input({ indicator: { instrumentCode: 'tak-ada', no: 1 } }),
    ];
    const seen = await made();
    for (const one of strange) {
      expect(await addNote(await meeting(), one, randomUUID())).toEqual({ kind: 'strange' });
      expect(await changeNote(await meeting(), seen, one)).toEqual({ kind: 'strange' });
    }
    expect(await findNote(house.db, id, seen.id)).toMatchObject({ version: 1 });
  });

  it('keeps what two people wrote into different fields', async () => {
    const seen = await made();
    const scope = await meeting();
    expect(await changeNote(scope, seen, input({ body: 'Dua' }))).toEqual({ kind: 'changed' });
    expect(await changeNote(scope, seen, input({ kind: 'recommendation' }))).toEqual({ kind: 'changed' });
    expect(await findNote(house.db, id, seen.id)).toMatchObject({
      body: 'Dua',
      kind: 'recommendation',
      version: 3,
    });
    expect(await changeNote(scope, { ...seen, version: 9 }, input({ body: 'Tiga' }))).toMatchObject({
      kind: 'moved',
    });
  });

  it('tells a second writer what stands there now', async () => {
    const seen = await made();
    const scope = await meeting();
    expect(await changeNote(scope, seen, input({ body: 'Dua' }))).toEqual({ kind: 'changed' });
    expect(await changeNote(scope, seen, input({ body: 'Tiga' }))).toMatchObject({
      kind: 'moved',
      now: { body: 'Dua', version: 2 },
    });
    expect(await changeNote(scope, seen, input({ body: 'Dua' }))).toEqual({ kind: 'unchanged' });
    expect(await removeNote(scope, seen)).toMatchObject({ kind: 'moved', now: { body: 'Dua' } });
    const now = { ...seen, version: 2 };
    expect(await changeNote(scope, now, input({ body: 'Tiga' }))).toEqual({ kind: 'changed' });
    expect(await removeNote(scope, { ...seen, version: 3 })).toEqual({ kind: 'removed' });
    expect(await removeNote(scope, { ...seen, version: 3 })).toEqual({ kind: 'removed' });
    expect((await house.eventTypes(id)).filter((type) => type.startsWith('note.'))).toEqual([
      'note.added',
      'note.changed',
      'note.changed',
      'note.removed',
    ]);
  });

  it('is of its own Rakerda', async () => {
    const seen = await made();
    const there = await meeting(facilitator, other);
    expect(await changeNote(there, seen, input({ body: 'x' }))).toEqual({ kind: 'gone' });
    await removeNote(there, seen);
    expect(await findNote(house.db, id, seen.id)).toMatchObject({ body: 'Satu', version: 1 });
  });

  it('stays as it was once the stage is over, also for a page that was opened before', async () => {
    const seen = await made();
    const removed = await made();
    const scope = await meeting();
    await removeNote(scope, removed);
    await house.moveTo(id, 'closed');
    expect(await addNote(scope, input(), randomUUID())).toEqual({ kind: 'locked' });
    expect(await changeNote(scope, seen, input({ body: 'Dua' }))).toEqual({ kind: 'locked' });
    const form = new FormData();
    form.set('intent', 'remove');
    form.set('version', '1');
    expect(await postNotePage(scope, seen.id, form)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'locked', values: { body: 'Satu' } },
    });
    // Gone already: as wished.
    expect(await postNotePage(scope, removed.id, form)).toEqual({ kind: 'removed' });
  });

  it('is for those who write notes', async () => {
    const operator = await house.person('operator', '63.01');
    await expect(addNote(await meeting(operator), input(), randomUUID())).rejects.toMatchObject({
      status: 403,
    });
    const stranger = await house.person('reviewer');
    await expect(addNote(await meeting(stranger), input(), randomUUID())).rejects.toMatchObject({
      status: 403,
    });
  });
});
