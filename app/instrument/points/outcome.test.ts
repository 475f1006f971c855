/** What rooms are told of a sheet of points: headline, band, remarks, columns, names. */
import { describe, expect, it } from 'vitest';
import { pointsFile, SMALL, type SmallArea } from '#tests/house/points';
import { area, LOW_CATEGORY, SMALL_ONE } from '#tests/house/pointsSheets';
import { pointsKind } from './kind';
import { pointsOutcome } from './outcome';
import { parsePoints } from './schema';
import { scoreSupplement } from './score';

describe('the outcome', () => {
  const kind = pointsKind(SMALL_ONE);
  const whole = {
    ...LOW_CATEGORY,
    ...area(2, 3, 3, 2, 3, 2, 0),
    ...area(3, 3, 1),
  };

  it('says nothing of an empty sheet, and of one with a category only', () => {
    const empty = { headline: null, band: null, ceiling: null, total: 11, remarks: [] };
    expect(pointsOutcome(SMALL_ONE, {})).toEqual({ ...empty, filled: 0 });
    expect(pointsOutcome(SMALL_ONE, LOW_CATEGORY)).toEqual({ ...empty, filled: 3 });
  });

  it('says points and status of a whole one', () => {
    expect(pointsOutcome(SMALL_ONE, whole)).toEqual({
      headline: { numerator: 25, denominator: 1, unit: 'points', decimals: 0, direction: 'higher' },
      band: { code: 'baik', name: { id: 'baik', en: 'baik (en)' } },
      ceiling: null,
      filled: 11,
      total: 11,
      remarks: [],
    });
  });

  it('says of an unfinished one how far it can still come, and what does not count', () => {
    const { headline, ceiling, band, remarks, filled } = pointsOutcome(SMALL_ONE, {
      ...area(1, 0, 0),
      ...area(2, 3, 3, null, 3, 3, 0),
    });
    expect([headline?.numerator, ceiling?.numerator, band, filled]).toEqual([12, 15 + 9 + 9, null, 7]);
    expect(remarks.map(({ id }) => id)).toEqual([
      'Kategori belum lengkap: status belum dapat ditentukan',
      'Tahap 3 belum dihitung, syarat kurang: II',
    ]);
    expect(remarks[1]?.en).toBe('Stage 3 does not count, its conditions are not met: II');
  });

  it('names the floors, and every area that holds something back', () => {
    const twice: readonly SmallArea[] = [...SMALL.slice(0, 1), ...SMALL.slice(0, 1)];
    const points = parsePoints(pointsFile(twice));
    const { remarks } = pointsOutcome(points, {
      ...LOW_CATEGORY,
      ...area(2, 2, 0, 0, 0, 3, 0),
      ...area(3, 3, 3, 0, 0, 0, 1),
    });
    expect(remarks.map(({ id }) => id)).toEqual([
      'kurang karena skor area di bawah batasnya: II 2 < 3',
      'Tahap 3 belum dihitung, syarat kurang: II, III',
    ]);
  });

  it('names no floor of an area that is not answered to its end', () => {
    const { remarks } = pointsOutcome(SMALL_ONE, { ...LOW_CATEGORY, ...area(2, 2, 0, 0, 0, 0, null) });
    expect(remarks).toEqual([]);
  });

  it('has a column for the whole, every area, the category and the supplement', () => {
    expect(kind.columns.map(({ code }) => code)).toEqual([
      'skor',
      'area-2',
      'area-3',
      'kategori',
      'suplemen',
    ]);
    expect(kind.values({}).every((value) => value === null)).toBe(true);
    const values = kind.values({ ...whole, '4.1': 3, '4.2': 1 });
    expect(values.map((value) => value && [value.numerator, value.denominator, value.direction])).toEqual([
      [25, 1, 'higher'],
      [20, 1, 'higher'],
      [5, 1, 'higher'],
      [3, 1, 'neither'],
      [4, 6, 'higher'],
    ]);
    expect(kind.values({ '4.1': 3 })[4]).toBeNull();
    expect(scoreSupplement(SMALL_ONE, { '4.1': 3 })).toMatchObject({ answered: 1, sum: 3, most: 6 });
  });

  it('says what a spreadsheet asks for', () => {
    expect(kind.asked('2.2')).toEqual({ unit: null, choices: [0, 1, 2, 3, 4] });
    expect(kind.asked('1.1')?.choices).toEqual([0, 1, 2]);
    expect(kind.asked('9.9')?.choices).toEqual([]);
    expect([kind.sectionOf('3.1')?.id, kind.sectionOf('4.1')?.id, kind.sectionOf('9.9')]).toEqual([
      'III Area 3',
      'Suplemen',
      null,
    ]);
  });

  it('names questions and answers', () => {
    expect(kind.nameOf('2.1')).toEqual({ id: '2.1 Butir 2.1', en: '2.1 Butir 2.1 (en)' });
    expect(kind.nameOf('9.9')).toBeNull();
    expect([kind.say('2.1', 3, 'id'), kind.say('2.2', 4, 'en'), kind.say('1.1', 0, 'id')]).toEqual([
      'Penuh',
      'Tidak berlaku (en)',
      'A',
    ]);
    expect([kind.say('9.9', 1, 'id'), kind.say('2.1', 9, 'id'), kind.write('2.1', 2, 'id')]).toEqual([
      '',
      '',
      '2',
    ]);
    expect(kind.codes).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.6',
      '3.1',
      '3.2',
      '4.1',
      '4.2',
    ]);
  });
});
