import { expect, it } from 'vitest';
import { paperText } from './letters';

it('leaves Indonesian and typographic signs alone', () => {
  const text = 'Kabupaten Hulu Sungai Utara – “Terpadu dan Terukur” … 2,85 × 47 ÷ é';
  expect(paperText(text)).toBe(text);
});

it('leaves out what nobody sees and the layout would trip over', () => {
  expect(paperText('Rak\u00aderda\vSPBE\ufffe \u200b   Kalsel\u0007👩\u200d👧')).toBe(
    'Rakerda\nSPBE Kalsel??',
  );
});

it('puts what the typeface lacks into letters it has', () => {
  expect(paperText('−0,12 → ≥ ő ṭ 字')).toBe('-0,12 > >= o t ?');
});
