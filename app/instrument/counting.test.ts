import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAPOR } from '#tests/house/house';
import { type Counting, countedFields, type ReportRow, startCount } from './counting';
import { dayIn, workingDaysBetween } from './dayIn';
import { parseMetrics } from './metrics';

const { counting } = LAPOR;
if (!counting) throw new Error('reports are not counted');
const COUNTING: Counting = counting;
const ALL = { id: true, type: true, finished: true };

const report = (no: number, row: Partial<ReportRow>): ReportRow => ({
  no,
  id: `L-${no}`,
  date: '2024-05-06',
  status: 'Selesai',
  type: 'Aspirasi',
  finished: '2024-05-07',
  ...row,
});

function count(rows: readonly Partial<ReportRow>[], columns = ALL, year = 2024) {
  const counter = startCount(COUNTING, columns, year);
  rows.forEach((row, at) => counter.take(report(at + 2, row)));
  return counter.finish();
}

describe('a day', () => {
  const iso = (cell: string | number) => {
    const day = dayIn(cell);
    return typeof day === 'number' ? new Date(day * 86_400_000).toISOString().slice(0, 10) : day;
  };

  it.each([
    ['2024-05-06', '2024-05-06'],
    ['2024-05-06 13:45:00', '2024-05-06'],
    ['2024-05-06T23:59:59+08:00', '2024-05-06'],
    ['6/5/2024', '2024-05-06'],
    ['06-05-2024 08.30', '2024-05-06'],
    ['06.05.2024', '2024-05-06'],
    ['6 Mei 2024', '2024-05-06'],
    ['Senin, 6 Mei 2024', '2024-05-06'],
    ['06-Agt-2024', '2024-08-06'],
    ['6 October 2024', '2024-10-06'],
    [45_413, '2024-05-01'],
    [45_413.99, '2024-05-01'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'unreadable'],
    [61, '1900-03-01'],
    [0, 'unreadable'],
    [-1, 'unreadable'],
    [1e9, 'unreadable'],
    [Number.NaN, 'unreadable'],
    ['31/02/2024', 'unreadable'],
    ['05/23/2024', 'monthFirst'],
    ['23/23/2024', 'unreadable'],
    ['6 Mai 2024', 'unreadable'],
    ['besok', 'unreadable'],
    ['0000-01-01', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (cell, day) => {
    expect(iso(cell)).toBe(day);
  });

  it('is the same day of every year, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const [y = '', m = '', d = ''] = new Date(day * 86_400_000).toISOString().slice(0, 10).split('-');
        expect([dayIn(`${y}-${m}-${d}`), dayIn(`${d}/${m}/${y}`), dayIn(day + 25_569)]).toEqual([
          day,
          day,
          day,
        ]);
      }),
    );
  });
});

it('working days are counted as by hand', () => {
  const days = (from: string, until: string) => workingDaysBetween(Number(dayIn(from)), Number(dayIn(until)));
  // Monday to the same day, Tuesday, Saturday, the next Monday; Friday to Monday; Saturday to Monday.
  expect(days('2024-05-06', '2024-05-06')).toBe(0);
  expect(days('2024-05-06', '2024-05-07')).toBe(1);
  expect(days('2024-05-06', '2024-05-11')).toBe(4);
  expect(days('2024-05-06', '2024-05-13')).toBe(5);
  expect(days('2024-05-10', '2024-05-13')).toBe(1);
  expect(days('2024-05-11', '2024-05-13')).toBe(1);
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), fc.nat(400), (from, span) => {
      let one = 0;
      for (let day = from + 1; day <= from + span; day += 1) {
        const weekday = new Date(day * 86_400_000).getUTCDay();
        if (weekday !== 0 && weekday !== 6) one += 1;
      }
      expect(workingDaysBetween(from, from + span)).toBe(one);
    }),
  );
});

describe('a list of reports', () => {
  it('is counted by type, by status, and in time', () => {
    const { figures, findings, rows } = count([
      { type: 'Aspirasi', finished: '2024-05-13' }, // 5 working days: in time
      { type: 'Aspirasi', finished: '2024-05-14' }, // 6: late
      { type: 'Pengaduan', finished: '2024-05-24' }, // 14: in time
      { type: 'PENGADUAN BERKADAR PENGAWASAN', finished: '2024-07-29' }, // 60: in time
      { type: 'Permintaan Informasi', status: 'Dalam Proses', finished: null },
      { type: 'Pengaduan', status: 'Belum ditindaklanjuti', finished: null },
      { type: 'Pengaduan', status: 'Arsip', finished: null },
    ]);
    expect(findings).toEqual([]);
    expect(rows).toBe(7);
    expect(figures).toEqual({
      received: 7,
      complaints: 3,
      oversight: 1,
      aspirations: 2,
      information: 1,
      resolved: 4,
      'in-process': 1,
      untouched: 1,
      archived: 1,
      'on-time': 3,
      'working-days': 5 + 6 + 14 + 60,
    });
  });

  it('says where to look: doubles, other years, days and words that nobody can read', () => {
    const { figures, findings } = count([
      { id: 'SAMA' },
      { id: ' sama ' },
      { id: '' },
      { date: '2023-12-31' },
      { date: 'kemarin' },
      { date: null },
      { status: 'Diputihkan' },
      { status: '' },
      { type: 'Curhat' },
    ]);
    expect(figures).toMatchObject({ received: 5, resolved: 3, aspirations: 4 });
    expect(findings).toEqual([
      { kind: 'duplicate', count: 1, rows: [3], words: [] },
      { kind: 'noId', count: 1, rows: [4], words: [] },
      { kind: 'dateUnreadable', count: 2, rows: [6, 7], words: [] },
      { kind: 'otherYear', count: 1, rows: [5], words: [] },
      { kind: 'noStatus', count: 1, rows: [9], words: [] },
      { kind: 'statusUnknown', count: 1, rows: [8], words: ['Diputihkan'] },
      { kind: 'typeUnknown', count: 1, rows: [10], words: ['Curhat'] },
    ]);
    // How long a report may take is not known of every one, so nobody can say how many were in time.
    expect(figures['on-time']).toBeUndefined();
    expect(figures['working-days']).toBe(3);
  });

  it('leaves out what the list does not say', () => {
    const { figures } = count([{}], { id: true, type: false, finished: true });
    expect(Object.keys(figures).sort()).toEqual(
      ['received', 'resolved', 'in-process', 'untouched', 'archived', 'working-days'].sort(),
    );
    expect(count([{}, { finished: null }]).figures).not.toHaveProperty('working-days');
    expect(count([{ finished: '2024-05-05' }]).findings[0]?.kind).toBe('finishBefore');
    expect(count([{}], { id: true, type: true, finished: false }).figures).not.toHaveProperty('on-time');
  });

  it('names a few rows and words only, and never a whole story', () => {
    const rows = Array.from({ length: 500 }, (_, at) => ({ status: `Nama Pelapor ${at} ${'x'.repeat(80)}` }));
    const [finding] = count(rows).findings;
    expect(finding?.count).toBe(500);
    expect(finding?.rows).toHaveLength(12);
    expect(finding?.words).toHaveLength(8);
    expect(finding?.words.every((word) => word.length <= 40)).toBe(true);
  });

  const anything = fc.record({
    id: fc.constantFrom('a', 'b', 'c', '', null),
    date: fc.constantFrom('2024-01-02', '2023-01-02', '02/01/2024', 'x', 45_300, null),
    status: fc.constantFrom('Selesai', 'Proses', 'Belum', 'Arsip', 'lain', '', null),
    type: fc.constantFrom('Pengaduan', 'Aspirasi', 'Informasi', 'lain', null),
    finished: fc.constantFrom('2024-03-01', '2023-01-01', 'x', 45_400, null),
  });

  it('never counts more parts than wholes, and does not care about the order where no report stands twice', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (rows) => {
        const { figures } = count(rows);
        const sum = (codes: readonly string[]) => codes.reduce((all, code) => all + (figures[code] ?? 0), 0);
        const received = figures.received ?? 0;
        expect(sum(COUNTING.statuses.map(({ field }) => field))).toBeLessThanOrEqual(received);
        expect(sum(COUNTING.types.map(({ field }) => field))).toBeLessThanOrEqual(received);
        expect(figures['on-time'] ?? 0).toBeLessThanOrEqual(figures.resolved ?? 0);
        expect(received).toBeLessThanOrEqual(rows.length);
        const alone = rows.map((row, at) => ({ ...row, id: String(at) }));
        expect(count([...alone].reverse()).figures).toEqual(count(alone).figures);
      }),
    );
  });
});

describe('the file of a topic', () => {
  const broken = (part: object) => () => parseMetrics({ ...LAPOR, counting: { ...COUNTING, ...part } });

  it('is refused with a counting that cannot be', () => {
    expect(() => parseMetrics(LAPOR)).not.toThrow();
    expect(broken({ received: 'tidak-ada' })).toThrow(/tidak-ada/);
    expect(broken({ onTime: 'received' })).toThrow(/twice/);
    expect(broken({ resolved: 'complaints' })).toThrow(/not among the statuses/);
    const [first] = COUNTING.statuses;
    expect(broken({ statuses: [first, { field: 'in-process', words: first?.words }] })).toThrow(/twice/);
    expect(countedFields(COUNTING)).toHaveLength(11);
  });
});
