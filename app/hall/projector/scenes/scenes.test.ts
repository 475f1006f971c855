import { describe, expect, it } from 'vitest';
import { dayOf } from '~/i18n/zonedTime';
import { agendaPages, countdown, momentOf, pagesToday } from './agendaDays';
import { changeBands, completeByState, completenessBands, levelCounts } from './sceneBins';
import { chosenPage, HALL_ROWS, nameBudgets, pageAt, pagesOf } from './scenePaging';
import { pointAt, radiusOf } from './radarShape';
import { axisLines, columnName, longestWord, withinLetters } from './aspectColumns';
import { shortAspect } from './shortAspect';

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place);

describe('pages', () => {
  it.each([
    [0, [0]],
    [13, [13]],
    [14, [14]],
    [15, [8, 7]],
    [38, [13, 13, 12]],
  ])('cuts %i rows into pages of nearly the same length', (count, lengths) => {
    const pages = pagesOf(numbers(count), HALL_ROWS);
    expect(pages.map(({ length }) => length)).toEqual(lengths);
    expect(pages.flat()).toEqual(numbers(count));
  });

  it('never has more rows than fit', () => {
    for (const page of pagesOf(numbers(514), HALL_ROWS)) expect(page.length).toBeLessThanOrEqual(HALL_ROWS);
  });

  it('turns every ten seconds, the same on every screen', () => {
    expect([0, 9_999, 10_000, 29_999, 30_000].map((now) => pageAt(now, 3))).toEqual([0, 0, 1, 2, 0]);
  });

  it('stays on the page the remote names, and on the last one where that is gone', () => {
    expect(chosenPage(1, 20_000, 3)).toBe(1);
    expect(chosenPage(7, 20_000, 3)).toBe(2);
    expect(chosenPage(3, 20_000, 0)).toBe(0);
    expect(chosenPage(null, 20_000, 3)).toBe(2);
  });

  it('writes out all names while they fit, and something of every group where not', () => {
    expect(nameBudgets([5, 0, 9], 14)).toEqual([5, 0, 9]);
    expect(nameBudgets([500, 1, 13], 14)).toEqual([13, 1, 1]);
  });
});

describe('classes of many agencies', () => {
  it('counts who has not begun and who is complete as classes of their own', () => {
    const rows = [0, 1, 11, 12, 46, 47].map((answered) => ({ answered, total: 47 }));
    const counts = completenessBands(rows).map(({ from, agencies }) => [from, agencies]);
    expect(counts).toEqual([
      [100, 1],
      [75, 1],
      [50, 0],
      [25, 1],
      [1, 2],
      [0, 1],
    ]);
  });

  it('counts what became of the complete ones, and of nobody else', () => {
    const row = (isComplete: boolean, state: 'draft' | 'submitted' | 'approved') => ({ isComplete, state });
    const rows = [row(true, 'approved'), row(true, 'draft'), row(false, 'submitted'), row(true, 'approved')];
    expect(completeByState(rows)).toEqual([
      { state: 'approved', agencies: 2 },
      { state: 'draft', agencies: 1 },
    ]);
  });

  it('puts every change into one class', () => {
    const changes = [-40, -1, 0, 1, 25, 26, 50, 51, 100, 101];
    const rows = [
      ...changes.map((change) => ({ before: 200, now: 200 + change })),
      { before: null, now: 300 },
    ];
    const bands = changeBands(rows);
    expect(bands.map(({ agencies }) => agencies)).toEqual([1, 2, 2, 2, 1, 2, 1]);
    expect(bands.reduce((sum, { agencies }) => sum + agencies, 0)).toBe(rows.length);
  });

  it('leaves cells without a figure out of the levels', () => {
    const rows = [{ cells: [100, null] }, { cells: [199, 500] }];
    expect(levelCounts(rows, 2, [5, 1])).toEqual([
      { level: 5, agencies: [0, 1] },
      { level: 1, agencies: [2, 0] },
    ]);
  });
});

describe('the agenda', () => {
  const item = (id: string, startsAt: string, endsAt: string) => ({
    id,
    startsAt,
    endsAt,
    topic: 'spbe' as const,
    title: id,
    speaker: '',
  });
  const items = [
    item('a', '2025-12-08T00:00:00Z', '2025-12-08T01:00:00Z'),
    item('b', '2025-12-08T02:00:00Z', '2025-12-08T03:00:00Z'),
    item('c', '2025-12-08T16:30:00Z', '2025-12-08T17:00:00Z'),
  ];

  it('reads days where the Rakerda takes place', () => {
    // 16.30 UTC is half past midnight of the next day in Banjarbaru.
    const pages = agendaPages(items, 'Asia/Makassar', 6);
    expect(pages.map(({ day, items: rows }) => [day, rows.length])).toEqual([
      ['2025-12-08', 2],
      ['2025-12-09', 1],
    ]);
    expect(pagesToday(pages, dayOf(Date.parse('2025-12-08T17:00:00Z'), 'Asia/Makassar'))).toEqual([1]);
    expect(pagesToday(pages, '2025-12-01')).toEqual([0, 1]);
  });

  it('counts to the end of what is on, else to the start of what comes', () => {
    const at = (time: string) => momentOf(items, Date.parse(time));
    expect(at('2025-12-08T00:59:30Z')).toMatchObject({ item: { id: 'a' }, isRunning: true, seconds: 30 });
    expect(at('2025-12-08T01:00:00Z')).toMatchObject({ item: { id: 'b' }, isRunning: false, seconds: 3600 });
    expect(at('2025-12-09T00:00:00Z')).toMatchObject({ item: null });
  });

  it('writes a countdown', () => {
    expect(countdown(65)).toEqual({ days: 0, clock: '01:05' });
    expect(countdown(3665)).toEqual({ days: 0, clock: '01:01:05' });
    expect(countdown(90_000)).toEqual({ days: 1, clock: '01:00:00' });
  });
});

describe('the radar', () => {
  it('begins at the top and goes clockwise', () => {
    expect(pointAt(0, 4, 100)).toEqual({ x: 0, y: -100 });
    expect(pointAt(1, 4, 100)).toEqual({ x: 100, y: 0 });
    expect(radiusOf(500, 100, 500)).toBe(100);
    expect(radiusOf(900, 100, 500)).toBe(100);
  });
});

it('leaves out what every name of an aspect repeats', () => {
  expect(shortAspect('Layanan Publik Berbasis Elektronik')).toBe('Layanan Publik');
  expect(shortAspect('Teknologi Informasi dan Komunikasi')).toBe('TIK');
  expect(shortAspect('SPBE Strategic Planning')).toBe('Strategic Planning');
  expect(shortAspect('SPBE')).toBe('SPBE');
});

it('leaves out above a column what tells no aspect from another', () => {
  expect(columnName('Penerapan Manajemen SPBE')).toBe('Manajemen');
  expect(columnName('Implementation of SPBE Management')).toBe('Management');
  expect(columnName('Layanan Administrasi Pemerintahan Berbasis Elektronik')).toBe(
    'Layanan Adm. Pemerintahan',
  );
  expect(columnName('Electronic Government Administration Services')).toBe('Gov. Adm. Services');
  // Nothing else is left of it.
  expect(columnName('Penerapan')).toBe('Penerapan');
});

it('a column must have room for the longest word of all names', () => {
  expect(longestWord(['Audit TIK', 'Kebijakan Internal Tata Kelola', 'Layanan Publik'])).toBe(
    'Kebijakan'.length,
  );
  expect(longestWord(['TIK', 'Penyelenggara'])).toBe('Penyelenggara'.length);
  expect(longestWord([])).toBe(0);
});

it('a name that is too long for its column ends behind a whole word', () => {
  expect(withinLetters('Layanan Publik', 14)).toBe('Layanan Publik');
  expect(withinLetters('Pengelolaan Data Statistik Sektoral', 30)).toBe('Pengelolaan Data Statistik…');
  expect(withinLetters('Penyelenggara', 8)).toBe('Penyele…');
});

it('the name of an axis stands in lines that are no longer than there is room for', () => {
  expect(axisLines('Kebijakan Internal Tata Kelola SPBE', 20)).toEqual(['Kebijakan Internal', 'Tata Kelola']);
  expect(axisLines('Layanan Administrasi Pemerintahan Berbasis Elektronik', 13)).toEqual([
    'Layanan Adm.',
    'Pemerintahan',
  ]);
  expect(axisLines('Audit', 3)).toEqual(['Audit']);
});
