/** What rooms are told of a sheet of points: headline, band, remarks. */
import { describe, expect, it } from 'vitest';
import { area, LOW_CATEGORY, pointsFile, SMALL, type SmallArea } from '#tests/house/points';
import { SMALL_ONE } from '#tests/house/pointsSheets';
import { pointsOutcome } from './outcome';
import { parsePoints } from './schema';

describe('the outcome', () => {
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
});
