import { expect, it } from 'vitest';
import { pdfText } from './pdfText';

it('leaves Indonesian and typographic signs alone', () => {
  const text = 'Kabupaten Hulu Sungai Utara – “Terpadu dan Terukur” … 2,85 × 47 ÷ é';
  expect(pdfText(text)).toBe(text);
});

it('leaves out what nobody sees and the layout would trip over', () => {
  expect(pdfText('Rak\u00aderda\vSPBE\ufffe \u200b   Kalsel\u0007👩\u200d👧')).toBe('Rakerda\nSPBE Kalsel??');
});

it('puts what the standard fonts lack into letters they have', () => {
  expect(pdfText('−0,12 → ≥ ő ṭ 字')).toBe('-0,12 > >= o t ?');
});
