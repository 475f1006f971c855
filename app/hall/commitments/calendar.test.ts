/** The promises of a Rakerda as a file for calendars: what is in it, of whom, and on which days. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '~/i18n/zonedTime';
import type { Actor } from '~/policy';
import { isHoldable } from '#tests/hostileText';
import { type House, openHouse } from '#tests/house/house';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { commitmentsCalendar } from './calendar.server';
import { readCalendarFile } from './calendarFile.server';
import { addCommitment } from './changeCommitments.server';
import type { CommitmentInput } from './commitmentForm';
import { listCommitments } from './commitmentRows.server';

const TODAY = '2026-06-01';

let house: House;
let facilitator: Actor;
let operator: Actor;
let neighbour: Actor;
let id: string;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  operator = await house.person('operator', '63.01');
  neighbour = await house.person('operator', '63.02');
  id = await house.rakerda({ agencyCodes: ['63.01', '63.02'], memberIds: [facilitator.id] });
});
afterEach(() => house.close());

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
const meeting = (actor: Actor) => house.meeting(actor, id);
const listed = () => listCommitments(house.db, house.services.instruments, id, TODAY);
const add = async (actor: Actor, code: string, one: CommitmentInput) =>
  addCommitment(await meeting(actor), code, one, randomUUID());

/** Adds a promise of 63.01. */
async function made(more: Partial<CommitmentInput> = {}) {
  const result = await add(operator, '63.01', input(more));
  if (result.kind !== 'added') throw new Error(result.kind);
  return { id: result.id, agencyCode: '63.01', version: 1 };
}

describe('the calendar file', () => {
  it('keeps hostile text, dates and identity', async () => {
    const what = 'Titik; koma, "kutip" \\ miring\nBEGIN:VEVENT\r\nUID:palsu\u2028ATTENDEE:x '.concat(
      'panjang '.repeat(40),
    );
    await made();
    await made({ what, dueOn: '2026-07-01' });
    const list = await listed();
    const { row } = (await meeting(operator)).place;
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
    expect(event).toContain(`UID:${one?.id ?? ''}@${id}.rakerda`);
    expect(event).toContain('SEQUENCE:1');
    expect(event).toContain('TRIGGER:-P7D');
    const read = (event.find((line) => line.startsWith('DESCRIPTION:')) ?? '')
      .slice('DESCRIPTION:'.length)
      .replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    expect(read).toContain('Titik; koma, "kutip" \\ miring\nBEGIN:VEVENT\nUID:palsu\nATTENDEE:x panjang');
  });

  it('holds what was asked for: the own agency, another one, or all', async () => {
    await made();
    await add(neighbour, '63.02', input({ what: 'Tetangga' }));
    const file = async (actor: Actor, query: string) => {
      const { name, body: text } = await readCalendarFile(
        await meeting(actor),
        new URL(`http://10.0.0.5:3000/komitmen.ics${query}`),
      );
      return [name, text.split('BEGIN:VEVENT').length - 1, text.includes('Tetangga')];
    };
    expect(await file(operator, '')).toEqual([`komitmen-${id}-63.01.ics`, 1, false]);
    expect(await file(operator, '?instansi=63.02')).toEqual([`komitmen-${id}-63.02.ics`, 1, true]);
    expect(await file(operator, '?instansi=semua')).toEqual([`komitmen-${id}.ics`, 2, true]);
    expect(await file(facilitator, '')).toEqual([`komitmen-${id}.ics`, 2, true]);
  });
});

it('a calendar file holds no sign that nobody sees, wherever it was stored', async () => {
  await made();
  const [one] = await listed();
  if (!one) throw new Error('nothing there');
  const dirt = 'so\u00adft\v\ufffe\ud800\u202e';
  const { row } = (await meeting(operator)).place;
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
      await made({ dueOn: '2026-12-31' });
      const list = await listed();
      const { row } = (await meeting(operator)).place;
      const text = commitmentsCalendar(rakerdaFacts(row), list, 'id', 'https://contoh.example', new Date());
      const days = (field: string) =>
        [...text.matchAll(new RegExp(`^${field};VALUE=DATE:(\\d{8})`, 'gm'))].map(([, day]) => day);
      expect(days('DTSTART')).toEqual(list.map(({ dueOn }) => dueOn.replaceAll('-', '')));
      expect(days('DTEND')).toEqual(list.map(({ dueOn }) => addDays(dueOn, 1).replaceAll('-', '')));
      expect(list.map(({ dueOn }) => dueOn)).toContain('2026-12-31');
    },
  );
});
