/** What is missing in an answer, how the sheet is filtered by it, and how a return is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '~/instrument';
import { DECIMAL, WHOLE } from '#tests/house/house';
import { gapsOf } from './gaps';
import { countShown, readReturn, readReviewFilter, shows } from './reviewForm';

const NUMBERS = indicatorsOf(WHOLE).map(({ no }) => no);
const EVIDENCE = [{ url: 'https://a.example/1', caption: 'SK' }];

describe('what is missing in an answer', () => {
  const answer = { level: 3, earlierLevel: 3, justification: 'a', evidence: EVIDENCE };
  it.each([
    [{}, []],
    [{ level: null, justification: '', evidence: [] }, ['unanswered']],
    [{ justification: '' }, ['noJustification']],
    [{ evidence: [] }, ['noEvidence']],
    [{ level: 5 }, ['jump']],
    [{ level: 1 }, ['jump']],
    [{ level: 4 }, []],
    [{ level: 5, earlierLevel: null }, []],
    [{ level: 5, justification: '', evidence: [] }, ['noJustification', 'noEvidence', 'jump']],
  ])('%j', (change, gaps) => expect(gapsOf({ ...answer, ...change }, WHOLE.level)).toEqual(gaps));

  it('counts a jump in levels as people say them', () => {
    const far = { ...answer, level: 350, earlierLevel: 150 };
    expect(gapsOf(far, DECIMAL.level)).toEqual(['jump']);
    expect(gapsOf({ ...far, level: 349 }, DECIMAL.level)).toEqual([]);
  });

  it('is counted by the filters as they show it', () => {
    const anyGaps = fc.subarray(['noJustification', 'noEvidence', 'jump'] as const);
    fc.assert(
      fc.property(fc.array(anyGaps), (all) => {
        const answers = all.map((gaps) => ({ gaps }));
        for (const { filter, count } of countShown(answers)) {
          expect(count).toBe(answers.filter(({ gaps }) => shows(filter, gaps)).length);
        }
        expect(countShown(answers)[0]).toEqual({ filter: 'semua', count: all.length });
      }),
    );
    expect(
      ['belum', 'x', '', 'toString'].map((saring) => readReviewFilter(new URLSearchParams({ saring }))),
    ).toEqual(['belum', 'semua', 'semua', 'semua']);
  });
});

describe('a posted return', () => {
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields);

  it('is read from the form without empty notes and unknown indicators', () => {
    const read = readReturn(
      form({ note: ' Mohon diperbaiki ', 'notes.3': ' a\r\nb ', 'notes.4': '  ', 'notes.99': 'x' }),
      NUMBERS,
    );
    expect(read).toMatchObject({
      ok: true,
      step: { step: 'return', note: 'Mohon diperbaiki', notes: new Map([[3, 'a\nb']]) },
    });
  });

  it('keeps what was typed where it is refused', () => {
    const long = 'x'.repeat(1001);
    const read = readReturn(form({ note: 'ya', 'notes.3': long, 'notes.4': 'b' }), NUMBERS);
    expect(read).toMatchObject({
      ok: false,
      typed: { note: 'ya', notes: { '3': long, '4': 'b' } },
      errors: { note: 'noteMissing', 'notes.3': 'noteTooLong' },
    });
  });
});
