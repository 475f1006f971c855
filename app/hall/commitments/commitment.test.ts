import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf, STATUSES, timelineOf } from './commitment';

const TODAY = '2026-06-15';

describe('the timeline of the commitments', () => {
  it('tells what is late from what falls due this month, later, or is kept', () => {
    const span = (dueOn: string, status: (typeof STATUSES)[number] = 'planned') =>
      spanOf({ status, dueOn }, TODAY);
    expect(span('2026-06-14')).toBe('late');
    expect(span('2026-06-15', 'underway')).toBe('month');
    expect(span('2026-06-30')).toBe('month');
    expect(span('2026-07-01')).toBe('later');
    expect(span('2027-06-15')).toBe('later');
    expect(span('2026-01-01', 'done')).toBe('done');
    expect(span('2026-01-01', 'dropped')).toBeNull();
  });

  it('loses nothing but what was dropped, and stands in the order of the days', () => {
    const one = fc.record({
      status: fc.constantFrom(...STATUSES),
      dueOn: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    });
    fc.assert(
      fc.property(fc.array(one), (list) => {
        const spans = timelineOf(list, TODAY);
        const kept = list.filter(({ status }) => status !== 'dropped');
        expect(new Set(spans.flatMap((span) => span.list))).toEqual(new Set(kept));
        const open = spans.filter(({ span }) => span !== 'done').flatMap((span) => span.list);
        const days = open.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});
