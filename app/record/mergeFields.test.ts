import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, mergeFields } from './mergeFields';

const FIELDS = ['a', 'b', 'c'] as const;
const word = fc.constantFrom('', 'satu', 'dua', 'tiga');
const facts = fc.record({ a: word, b: word, c: fc.array(word, { maxLength: 2 }) });
const text = (value: unknown) => JSON.stringify(value);

describe('two who change one thing', () => {
  it('each keep what the other did not touch', () => {
    const seen = { title: 'Lama', speaker: 'A' };
    expect(mergeFields(seen, { title: 'Baru', speaker: 'A' }, { title: 'Lama', speaker: 'B' })).toEqual({
      after: { title: 'Baru', speaker: 'B' },
      moved: [],
    });
    expect(mergeFields(seen, { title: 'Baru', speaker: 'A' }, { title: 'Lain', speaker: 'B' }).moved).toEqual(
      ['title'],
    );
  });

  it('lose nothing unseen, whatever the two did', () => {
    fc.assert(
      fc.property(facts, facts, facts, (seen, typed, now) => {
        const { after, moved } = mergeFields(seen, typed, now);
        for (const field of FIELDS) {
          const [mine, theirs] = [typed[field], now[field]].map((one) => text(one) !== text(seen[field]));
          const differs = text(typed[field]) !== text(now[field]);
          expect(moved.includes(field)).toBe(Boolean(mine && theirs && differs));
          if (moved.includes(field)) continue;
          expect(text(after[field])).toBe(text(mine ? typed[field] : now[field]));
        }
      }),
    );
  });

  it('are told apart by going back over what happened since', () => {
    const now = { title: 'C', speaker: 'B', place: 'P' };
    const changes = [{ title: ['B', 'C'], speaker: ['A', 'B'] }, { title: ['A', 'B'] }] as const;
    expect(before(now, changes)).toEqual({ title: 'A', speaker: 'A', place: 'P' });
    expect(before(now, [])).toEqual(now);
  });
});
