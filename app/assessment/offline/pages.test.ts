import { describe, expect, it } from 'vitest';
import { nextUnanswered, placeOf } from './pages';

describe('which pages the device can keep', () => {
  const base = '/rakerda/uji/spbe-2020/63.01';
  it.each([
    [base, 'result'],
    [`${base}/rencana`, 'planner'],
    [`${base}/isi`, 'list'],
    [`${base}/isi/47`, 'indicator'],
  ])('%s: %s', (path, kind) => {
    expect(placeOf(path)).toEqual({ base, kind });
  });
  it.each([
    '/',
    '/rakerda/uji',
    '/rakerda/uji/spbe-2020/banding',
    '/rakerda/uji/spbe-2020/rilis',
    '/rakerda/uji/spbe-2020/banding.csv',
    `${base}/status`,
    `${base}/isi/cetak`,
    `${base}/isi/1/simpan`,
    '/rakerda/uji/catatan/12345678',
    '/rakerda/uji/berita-acara/x.pdf',
  ])('not %s', (path) => {
    expect(placeOf(path)).toBeNull();
  });
});

describe('the next unanswered indicator', () => {
  const views = [1, 2, 3, 4].map((no) => ({ no, answer: null }));
  it('comes after the open one, then from the start, and counts what was only typed', () => {
    const typed = new Map<number, string | null>([
      [3, '2'],
      [4, '1'],
    ]);
    expect(nextUnanswered(views, 1, () => undefined)).toBe(2);
    expect(nextUnanswered(views, 2, (no) => typed.get(no))).toBe(1);
    expect(nextUnanswered(views, 4, () => '3')).toBeNull();
  });
});
