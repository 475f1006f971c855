/** No page of the hall on which nobody has anything, and nobody is left out without being counted. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HALL_ROWS, pagesOf } from '../scenes/scenePaging';
import { tellingRows } from './telling';

it('shows everybody on one page, and only who has something on more', () => {
  const rows = (some: number, none: number) => Array.from({ length: some + none }, (_, at) => at < some);
  expect(tellingRows(rows(1, HALL_ROWS - 1), Boolean)).toMatchObject({ without: 0 });
  expect(tellingRows(rows(1, HALL_ROWS), Boolean)).toMatchObject({ shown: [true], without: HALL_ROWS });
  expect(tellingRows(rows(0, 3), Boolean)).toMatchObject({ shown: [], without: 3 });
});

it('has no page that says nothing, and counts whom it leaves out', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 90 }), (rows) => {
      const { shown, without, left } = tellingRows(rows, Boolean);
      expect([...shown, ...left].toSorted()).toEqual(rows.toSorted());
      expect(shown.length + without).toBe(rows.length);
      expect(shown.filter(Boolean)).toHaveLength(rows.filter(Boolean).length);
      if (shown.length > 0)
        for (const page of pagesOf(shown, HALL_ROWS)) expect(page.some(Boolean)).toBe(true);
    }),
  );
});
