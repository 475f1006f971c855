import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { score } from '~/instrument';
import { listPinned, rakerdaFacts } from '~/rakerda/index.server';
import type { Actor } from '~/policy';
import { findRakerdaPlace } from '~/rakerda/scope.server';
import { isHoldable } from '#tests/hostileText';
import { openRoom, type Room } from './testRoom.server';
import { commitmentsCalendar } from './calendar.server';
import { dayAfter, dayIn, effectOf, isLate, standingOf } from './commitment';
import { checkCommitment, type CommitmentInput } from './commitmentForm';
import { addCommitment, changeCommitment, removeCommitment } from './commitments.server';
import { readHistory } from './history.server';
import { addNote, changeNote } from './notes.server';
import { commitmentsFor, listCommitments, listNotes } from './queries.server';
import { changeStatus } from './status.server';

const TODAY = '2026-06-01';
const input = (more: Partial<CommitmentInput> = {}): CommitmentInput => ({
  what: 'Menetapkan arsitektur',
  who: 'Kadis',
  dueOn: '2026-12-31',
  measure: 'Perbup',
  agendaItemId: null,
  instrumentCode: null,
  rises: [],
  ...more,
});
const names = {
  agenda: new Map(),
  agencies: new Map(),
  unit: 1,
  indicator: (_: string | null, no: number) => String(no),
};

let room: Room;
let facilitator: Actor;
let operator: Actor;
let neighbour: Actor;
beforeAll(async () => {
  room = await openRoom();
  ({ facilitator, operator, neighbour } = room);
});
afterAll(() => room.close());

const add = async (actor: Actor, code: string, one: CommitmentInput, key = randomUUID()) =>
  addCommitment(room.services, actor, await room.place(actor), code, one, key, 'r');

describe('what a commitment would bring', () => {
  it('is the score of the raised levels', async () => {
    const [pinned] = await listPinned(room.db, room.id);
    const instrument = room.services.instruments.get(pinned?.code ?? '', pinned?.version ?? '');
    const levels = Array.from({ length: 47 }, (_, i) => (i % 4 === 3 ? null : (i % 5) + 1));
    const effect = effectOf(standingOf(instrument, levels), [
      { no: 1, toLevel: 4 },
      { no: 4, toLevel: 3 },
      { no: 5, toLevel: 2 },
    ]);
    const raised = levels.map((level, i) => (i === 0 ? 4 : i === 3 ? 3 : level));
    expect(effect.index).toBe(score(instrument, levels).whole.index.hundredths);
    expect(effect.reaches).toBe(score(instrument, raised).whole.index.hundredths);
    expect(effect.gain).toBe(effect.reaches - effect.index);
  });

  it('is hidden where the draft behind it is', async () => {
    await add(operator, '63.01', input({ instrumentCode: 'spbe-2020', rises: [{ no: 1, toLevel: 3 }] }));
    const seenBy = async (actor: Actor) =>
      (await commitmentsFor(room.db, room.services.instruments, actor, await room.place(actor), TODAY)).find(
        (one) => one.indicators.length > 0,
      );
    expect((await seenBy(operator))?.gain).toBeGreaterThan(0);
    expect((await seenBy(facilitator))?.gain).toBeGreaterThan(0);
    expect(await seenBy(neighbour)).toMatchObject({ gain: null, reaches: null });
  });
});

describe('late', () => {
  it('begins the day after, as the day is in the zone of the Rakerda', () => {
    const before = new Date('2026-06-30T15:59:59Z');
    const after = new Date('2026-06-30T16:00:00Z');
    const one = { status: 'planned', dueOn: '2026-06-30' } as const;
    expect(isLate(one, dayIn('Asia/Makassar', before))).toBe(false);
    expect(isLate(one, dayIn('Asia/Makassar', after))).toBe(true);
    expect(isLate(one, dayIn('Asia/Jakarta', after))).toBe(false);
    expect(isLate({ ...one, status: 'done' }, '2027-01-01')).toBe(false);
  });
});

describe('forms', () => {
  it('refuse days that are in no calendar or over', () => {
    const values = { ...input(), agendaItemId: '', instrumentCode: '', levels: {} };
    expect(checkCommitment({ ...values, dueOn: '2026-02-30' }, null)).toMatchObject({
      problems: { dueOn: 'noDay' },
    });
    expect(checkCommitment({ ...values, dueOn: '2026-05-31' }, TODAY)).toMatchObject({
      problems: { dueOn: 'dayPast' },
    });
    expect(checkCommitment({ ...values, what: ' ' }, null)).toMatchObject({ problems: { what: 'missing' } });
    expect(checkCommitment({ ...values, dueOn: TODAY }, TODAY).ok).toBe(true);
  });

  it('sent twice make one change', async () => {
    const key = randomUUID();
    expect(await add(operator, '63.01', input({ what: 'Sekali' }), key)).toMatchObject({ kind: 'added' });
    expect(await add(operator, '63.01', input({ what: 'Sekali' }), key)).toEqual({ kind: 'known' });
  });

  it('take nothing from outside the Rakerda', async () => {
    expect(await add(operator, '63.01', input({ agendaItemId: 'lain' }))).toEqual({ kind: 'strange' });
    const rises = [{ no: 48, toLevel: 3 }];
    expect(await add(operator, '63.01', input({ instrumentCode: 'spbe-2020', rises }))).toEqual({
      kind: 'strange',
    });
    await expect(add(operator, '63.02', input())).rejects.toMatchObject({ status: 403 });
  });
});

describe('a second writer', () => {
  it('is told what stands there now, and the history holds both', async () => {
    const place = await room.place(operator);
    const made = await add(operator, '63.01', input({ what: 'Awal' }));
    if (made.kind !== 'added') throw new Error('not added');
    const seen = { id: made.id, agencyCode: '63.01', version: 1 };
    const { services } = room;
    expect(
      await changeCommitment(
        services,
        facilitator,
        await room.place(facilitator),
        seen,
        input({ what: 'Pertama' }),
        'r',
      ),
    ).toEqual({ kind: 'changed' });
    expect(
      await changeCommitment(services, operator, place, seen, input({ what: 'Kedua' }), 'r'),
    ).toMatchObject({
      kind: 'moved',
      now: { what: 'Pertama', version: 2 },
    });
    expect(await removeCommitment(services, operator, place, seen, 'r')).toMatchObject({ kind: 'moved' });
    const history = await readHistory(room.db, [room.id], 'commitment', made.id, names, 'id');
    expect(history.map((entry) => [entry.type, entry.actorName])).toEqual([
      ['commitment.changed', facilitator.name],
      ['commitment.added', operator.name],
    ]);
    expect(history[0]?.changes).toEqual([{ field: 'what', before: 'Awal', after: 'Pertama' }]);
  });

  it('of a note too', async () => {
    const place = await room.place(facilitator);
    const note = {
      kind: 'note',
      body: 'Satu',
      agendaItemId: null,
      agencyCode: null,
      indicator: null,
    } as const;
    const made = await addNote(room.services, facilitator, place, note, randomUUID(), 'r');
    if (made.kind !== 'added') throw new Error('not added');
    const seen = { id: made.id, version: 1 };
    await changeNote(room.services, facilitator, place, seen, { ...note, body: 'Dua' }, 'r');
    expect(
      await changeNote(room.services, facilitator, place, seen, { ...note, body: 'Tiga' }, 'r'),
    ).toMatchObject({
      kind: 'moved',
      now: { body: 'Dua' },
    });
    expect((await listNotes(room.db, room.id))[0]).toMatchObject({
      body: 'Dua',
      authorName: facilitator.name,
    });
  });
});

describe('the calendar file', () => {
  it('keeps hostile text, dates and identity', async () => {
    const what = 'Titik; koma, "kutip" \\ miring\nBEGIN:VEVENT\r\nUID:palsu\u2028ATTENDEE:x '.concat(
      'panjang '.repeat(40),
    );
    await add(operator, '63.01', input({ what, dueOn: '2026-07-01' }));
    const list = await listCommitments(room.db, room.services.instruments, room.id, TODAY);
    const { row } = await room.place(operator);
    const text = commitmentsCalendar(rakerdaFacts(row), list, 'id', 'https://contoh.example', new Date());
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    const unfolded = text.replace(/\r\n[ \t]/g, '').split('\r\n');
    expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(list.length);
    expect(unfolded.filter((line) => line.startsWith('UID:palsu') || line.startsWith('ATTENDEE'))).toEqual(
      [],
    );
    const start = unfolded.findIndex((line) => line === 'DTSTART;VALUE=DATE:20260701');
    expect(start).toBeGreaterThan(0);
    const event = unfolded.slice(
      unfolded.lastIndexOf('BEGIN:VEVENT', start),
      unfolded.indexOf('END:VEVENT', start),
    );
    const one = list.find((other) => other.dueOn === '2026-07-01');
    expect(event).toContain(`UID:${one?.id ?? ''}@${room.id}.rakerda`);
    expect(event).toContain('SEQUENCE:1');
    expect(event).toContain('TRIGGER:-P7D');
    const read = (event.find((line) => line.startsWith('DESCRIPTION:')) ?? '')
      .slice('DESCRIPTION:'.length)
      .replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    expect(read).toContain('Titik; koma, "kutip" \\ miring\nBEGIN:VEVENT\nUID:palsu\nATTENDEE:x panjang');
  });
});

it('a calendar file holds no sign that nobody sees, wherever it was stored', async () => {
  const [one] = await listCommitments(room.db, room.services.instruments, room.id, TODAY);
  if (!one) throw new Error('nothing there');
  const dirt = 'so\u00adft\v\ufffe\ud800\u202e';
  const { row } = await room.place(operator);
  const list = [{ ...one, what: dirt, who: dirt, measure: dirt, agencyName: dirt }];
  const rakerda = { ...rakerdaFacts(row), name: dirt };
  const text = commitmentsCalendar(rakerda, list, 'id', 'https://contoh.example', new Date());
  expect(isHoldable(text.replaceAll('\r\n', '\n'))).toBe(true);
  expect(text).toContain('soft');
});

describe('the days of the calendar file', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each(['UTC', 'Asia/Makassar', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Jayapura'])(
    'are the promised ones on a server in %s',
    async (zone) => {
      process.env.TZ = zone;
      const list = await listCommitments(room.db, room.services.instruments, room.id, TODAY);
      const { row } = await room.place(operator);
      const text = commitmentsCalendar(rakerdaFacts(row), list, 'id', 'https://contoh.example', new Date());
      const days = (field: string) =>
        [...text.matchAll(new RegExp(`^${field};VALUE=DATE:(\\d{8})`, 'gm'))].map(([, day]) => day);
      expect(days('DTSTART')).toEqual(list.map(({ dueOn }) => dueOn.replaceAll('-', '')));
      expect(days('DTEND')).toEqual(list.map(({ dueOn }) => dayAfter(dueOn, 1).replaceAll('-', '')));
      expect(list.map(({ dueOn }) => dueOn)).toContain('2026-12-31');
    },
  );
});

describe('a closed Rakerda', () => {
  it('keeps what was promised, by the use case and by the database; only the status goes on', async () => {
    const [one] = await listCommitments(room.db, room.services.instruments, room.id, TODAY);
    if (!one) throw new Error('nothing there');
    await room.db.updateTable('rakerda').set({ state: 'closed' }).where('id', '=', room.id).execute();
    const place = await findRakerdaPlace(room.db, operator, room.id);
    const seen = { id: one.id, agencyCode: one.agencyCode, version: one.version };
    expect(await add(operator, '63.01', input())).toEqual({ kind: 'locked' });
    expect(
      await changeCommitment(room.services, operator, place, seen, input({ what: 'Lain' }), 'r'),
    ).toEqual({ kind: 'locked' });
    await expect(
      room.db.updateTable('commitment').set({ what: 'Lain' }).where('id', '=', one.id).execute(),
    ).rejects.toThrow('closed');
    const done = { status: 'done', note: '' } as const;
    expect(await changeStatus(room.services, operator, place, seen, done, 'r')).toEqual({ kind: 'changed' });
    expect(await changeStatus(room.services, operator, place, seen, done, 'r')).toEqual({
      kind: 'unchanged',
    });
  });

  it('is followed up from the next one, by the agency itself', async () => {
    const next = await room.next();
    const list = await listCommitments(room.db, room.services.instruments, room.id, TODAY);
    const open = list.find((one) => one.status === 'planned');
    if (!open) throw new Error('nothing open');
    const seen = { id: open.id, agencyCode: '63.01', version: open.version };
    const status = { status: 'dropped', note: 'Anggaran dialihkan' } as const;
    const own = await findRakerdaPlace(room.db, operator, next);
    const foreign = await findRakerdaPlace(room.db, neighbour, next);
    await expect(changeStatus(room.services, neighbour, foreign, seen, status, 'r')).rejects.toMatchObject({
      status: 403,
    });
    expect(await changeStatus(room.services, operator, own, seen, status, 'r')).toEqual({ kind: 'changed' });
    const history = await readHistory(room.db, [room.id, next], 'commitment', open.id, names, 'id');
    expect(history[0]).toMatchObject({ type: 'commitment.statusChanged', actorName: operator.name });
  });
});
