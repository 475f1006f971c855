import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from './shortened';

describe('a text that is too long', () => {
  it.each([
    ['Rakerda SPBE', 12, 'Rakerda SPBE'],
    ['Rakerda SPBE Kalimantan Selatan', 24, 'Rakerda SPBE …'],
    ['Rakerda SPBE Kalimantan Selatan', 25, 'Rakerda SPBE Kalimantan …'],
    ['  Rakerda\n SPBE ', 12, 'Rakerda SPBE'],
    ['Pertanggungjawabannya', 10, 'Pertangg …'],
  ])('%s in %i letters', (text, most, said) => {
    expect(shortened(text, most)).toBe(said);
  });

  it('fits, and its words are whole', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 8, max: 40 }),
        (words, most) => {
          const text = words.join(' ');
          const said = shortened(text, most);
          expect(said.length).toBeLessThanOrEqual(most);
          const kept = said.replace(/ …$/, '').split(' ');
          expect(words.slice(0, kept.length)).toEqual(kept);
          expect(said.endsWith('…')).toBe(kept.length < words.length);
        },
      ),
    );
  });
});
