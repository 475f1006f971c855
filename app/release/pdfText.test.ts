import { expect, it } from 'vitest';
import { pdfText } from './pdfText';

it('leaves Indonesian and typographic signs alone', () => {
  const text = 'Kabupaten Hulu Sungai Utara – “Terpadu dan Terukur” … 2,85 × 47 ÷ é';
  expect(pdfText(text)).toBe(text);
});

it('puts what the standard fonts lack into letters they have', () => {
  expect(pdfText('−0,12 → ≥ ő ṭ 字')).toBe('-0,12 > >= o t ?');
});
