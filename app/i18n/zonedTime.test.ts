/** Moments and wall clocks: there and back in zones with and without summer time, days, midnight, the machine's zone. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  daysFrom,
  fileStamp,
  isDay,
  moveByDays,
  startOfDay,
  toLocal,
  toUtc,
  wallClockOf,
  zoneName,
} from './zonedTime';

const WITA = 'Asia/Makassar';
const INDONESIA = ['Asia/Jakarta', WITA, 'Asia/Jayapura'] as const;
/** Whole, half and quarter hours, east and west, summer time of an hour and of half an hour. */
const FAR = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const;

const MINUTE = 60_000;
/** Whole minutes from 1990 to 2060. */
const minute = fc
  .integer({ min: Date.UTC(1990, 0) / MINUTE, max: Date.UTC(2060, 0) / MINUTE })
  .map((count) => count * MINUTE);
const day = minute.map((ms) => new Date(ms).toISOString().slice(0, 10));

describe.each([...INDONESIA, ...FAR])('%s', (zone) => {
  it('shows a moment that leads back to what is shown', () => {
    fc.assert(
      fc.property(minute, (ms) => {
        const shown = toLocal(ms, zone);
        const back = Date.parse(toUtc(shown, zone));
        expect(toLocal(back, zone)).toEqual(shown);
        // A time that is shown twice means the first.
        expect(back).toBeLessThanOrEqual(ms);
        expect(ms - back).toBeLessThanOrEqual(60 * MINUTE);
      }),
    );
  });

  it('begins a day where the day before ends', () => {
    fc.assert(
      fc.property(day, (date) => {
        // Samoa went from the 29th to the 31st of December 2011.
        fc.pre(!(zone === 'Pacific/Apia' && date === '2011-12-30'));
        const start = startOfDay(date, zone);
        expect(dayOf(start, zone)).toBe(date);
        expect(dayOf(Date.parse(start) - 1, zone) < date).toBe(true);
      }),
    );
  });

  it('has the same clock in a spreadsheet', () => {
    const wallClock = wallClockOf(zone);
    fc.assert(
      fc.property(minute, (ms) => {
        const { date, time } = toLocal(ms, zone);
        expect(wallClock(new Date(ms).toISOString()).toISOString()).toBe(`${date}T${time}:00.000Z`);
      }),
    );
  });
});

describe('without summer time', () => {
  it.each(INDONESIA)('there and back is the same moment in %s', (zone) => {
    fc.assert(
      fc.property(minute, (ms) => {
        expect(toUtc(toLocal(ms, zone), zone)).toBe(new Date(ms).toISOString());
      }),
    );
  });

  it.each([
    [WITA, '2025-12-08T01:00:00.000Z'],
    ['Asia/Jakarta', '2025-12-08T02:00:00.000Z'],
    ['Asia/Pontianak', '2025-12-08T02:00:00.000Z'],
    ['Asia/Jayapura', '2025-12-08T00:00:00.000Z'],
  ])('nine o’clock in %s is %s', (zone, utc) => {
    expect(toUtc({ date: '2025-12-08', time: '09:00' }, zone)).toBe(utc);
    expect(toLocal(utc, zone)).toEqual({ date: '2025-12-08', time: '09:00' });
  });
});

describe('summer time', () => {
  const zone = 'Europe/Berlin';

  it('moves on a time that the clocks skip', () => {
    expect(toUtc({ date: '2026-03-29', time: '01:59' }, zone)).toBe('2026-03-29T00:59:00.000Z');
    expect(toUtc({ date: '2026-03-29', time: '02:30' }, zone)).toBe('2026-03-29T01:30:00.000Z');
    expect(toUtc({ date: '2026-03-29', time: '03:00' }, zone)).toBe('2026-03-29T01:00:00.000Z');
  });

  it('takes the first of a time that the clocks show twice', () => {
    expect(toUtc({ date: '2026-10-25', time: '02:30' }, zone)).toBe('2026-10-25T00:30:00.000Z');
    expect(toLocal('2026-10-25T01:30:00.000Z', zone).time).toBe('02:30');
    expect(toUtc({ date: '2026-10-25', time: '03:00' }, zone)).toBe('2026-10-25T02:00:00.000Z');
  });

  it('changes the clock of a spreadsheet within the hour, where the zone does', () => {
    const wallClock = wallClockOf('Australia/Lord_Howe');
    const read = (iso: string) => wallClock(iso).toISOString().slice(11, 16);
    expect([read('2025-10-04T15:29:00Z'), read('2025-10-04T15:30:00Z')]).toEqual(['01:59', '02:30']);
  });
});

describe('around midnight', () => {
  it('the day begins before UTC’s', () => {
    expect(toUtc({ date: '2026-01-01', time: '07:30' }, WITA)).toBe('2025-12-31T23:30:00.000Z');
    expect(dayOf('2025-12-31T15:59:59.999Z', WITA)).toBe('2025-12-31');
    expect(dayOf('2025-12-31T16:00:00Z', WITA)).toBe('2026-01-01');
    expect(toLocal('2025-12-31T16:00:00Z', WITA).time).toBe('00:00');
    expect(startOfDay('2026-01-01', WITA)).toBe('2025-12-31T16:00:00.000Z');
  });

  it('files are named by the clocks of the zone', () => {
    expect(fileStamp('2025-12-08T16:30:59Z', WITA)).toBe('20251209-0030');
    expect(fileStamp('2025-12-08T16:30:59Z', 'Asia/Jakarta')).toBe('20251208-2330');
  });

  it('seconds stay in a spreadsheet', () => {
    expect(wallClockOf(WITA)('2025-12-31T16:00:07.250Z').toISOString()).toBe('2026-01-01T00:00:07.250Z');
  });
});

describe('days', () => {
  it('are added and counted alike', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysFrom('2025-12-30', '2026-01-01')).toEqual(['2025-12-30', '2025-12-31', '2026-01-01']);
    expect(daysFrom('2026-01-02', '2026-01-01')).toEqual([]);
  });

  it('are moved over the end of a month, and keep the clock where the zone changes', () => {
    expect(moveByDays('2025-12-30T01:00:00.000Z', 3, { from: WITA, to: WITA })).toBe(
      '2026-01-02T01:00:00.000Z',
    );
    expect(moveByDays('2025-12-08T01:00:00.000Z', 0, { from: WITA, to: 'Asia/Jakarta' })).toBe(
      '2025-12-08T02:00:00.000Z',
    );
    const berlin = { from: 'Europe/Berlin', to: 'Europe/Berlin' };
    expect(moveByDays('2026-03-28T08:00:00.000Z', 1, berlin)).toBe('2026-03-29T07:00:00.000Z');
  });

  it.each(['2025-02-30', '2025-13-01', '2025-1-1', '20251208', '2025-12-08T00:00:00Z', ''])(
    '"%s" is none',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => startOfDay(text, WITA)).toThrow(RangeError);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );
});

describe('what is no time', () => {
  it('is refused', () => {
    expect(() => toUtc({ date: '2025-12-08', time: '24:00' }, WITA)).toThrow(RangeError);
    expect(() => toUtc({ date: '2025-12-08', time: '9:00' }, WITA)).toThrow(RangeError);
    expect(() => toLocal('kemarin', WITA)).toThrow(RangeError);
    expect(() => dayOf(Number.NaN, WITA)).toThrow(RangeError);
    expect(() => dayOf(0, 'Asia/Banjarmasin')).toThrow(RangeError);
  });
});

describe('the zone of the machine', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('is never read: %s', (machine) => {
    process.env.TZ = machine;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(machine);
    expect(toLocal('2025-12-08T16:30:00Z', WITA)).toEqual({ date: '2025-12-09', time: '00:30' });
    expect(toUtc({ date: '2025-12-09', time: '00:30' }, WITA)).toBe('2025-12-08T16:30:00.000Z');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(wallClockOf(WITA)('2025-12-08T16:30:00Z').toISOString()).toBe('2025-12-09T00:30:00.000Z');
  });
});

it('people call the zones of Indonesia by their names', () => {
  expect([...INDONESIA, 'Asia/Pontianak', 'Europe/Berlin'].map(zoneName)).toEqual([
    ...['WIB', 'WITA', 'WIT', 'WIB', 'Europe/Berlin'],
  ]);
});
