import { expect, it } from 'vitest';
import { cellText, numberedLetters, paperText } from './letters.server';

it('leaves Indonesian and typographic signs alone', () => {
  const text = 'Kabupaten Hulu Sungai Utara – “Terpadu dan Terukur” … 2,85 × 47 ÷ é';
  expect(paperText(text)).toBe(text);
});

it('leaves out what nobody sees and the layout would trip over', () => {
  expect(paperText('Rak\u00aderda\vSPBE\ufffe \u200b   Kalsel\u0007👩\u200d👧')).toBe(
    'Rakerda\nSPBE Kalsel👩👧',
  );
});

it('puts what no font has into letters that one has', () => {
  expect(paperText('non\u2011putus ﬁ Ａ ₂')).toBe('non-putus fi A 2');
});

it('writes a letter without any form as its number, never as a question mark', () => {
  expect(paperText('广 \u{20000}')).toBe('[U+5E7F] [U+20000]');
  expect(numberedLetters(paperText('广州广'))).toEqual(['[U+5E7F]', '[U+5DDE]']);
  expect(cellText('广州'.repeat(20))).not.toMatch(/\S{19}|U\+ |\[ /);
});

it('keeps the joiners that a script is spelled with', () => {
  expect(paperText('می\u200cخواهم')).toBe('می\u200cخواهم');
  expect(paperText('a\u200cb')).toBe('ab');
});
