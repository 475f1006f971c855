import { describe, expect, it } from 'vitest';
import { nextUnanswered, placeOf } from './pages';
import { isOfSheets, sheetsBeside } from './sheetShelf';

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
  it.each(['63', '63.01', 'P.001'])('the sheets of %s hang together, whatever their topic', (agency) => {
    const sheets = { base: `/rakerda/uji/instansi/${agency}`, kind: 'sheet' };
    for (const topic of ['lapor-sp4n', 'pemdi-2026'])
      expect(placeOf(`/rakerda/uji/topik/${topic}/${agency}`)).toEqual(sheets);
    expect(sheetsBeside(`/rakerda/uji/spbe-2020/${agency}`)).toBe(sheets.base);
    expect(isOfSheets(sheets.base)).toBe(true);
  });
  it('an assessment of a central agency too', () => {
    expect(placeOf('/rakerda/uji/spbe-2020/P.001/isi')?.kind).toBe('list');
    expect(isOfSheets(base)).toBe(false);
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
    '/rakerda/uji/topik/lapor-sp4n',
    '/rakerda/uji/topik/lapor-sp4n/banding.csv',
    '/rakerda/uji/topik/lapor-sp4n/63.01/impor',
    '/rakerda/uji/topik/konektivitas/63.01/register/villages',
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
