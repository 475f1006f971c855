import { expect, it } from 'vitest';
import { drawnText } from './pdfText.server';
import { typeset } from './typst.server';

const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "Uji", date: datetime(year: 2025, month: 12, day: 9))
#set text(font: "Plus Jakarta Sans", lang: "id", ligatures: false)
#heading[#data.title]
#table(columns: 2, ..data.cells.map(cell => [#cell]))
`;
const MADE_AT = '2025-12-09T02:00:00.000Z';
const set = (title: string, cells: readonly string[] = []) =>
  Buffer.from(typeset(TEMPLATE, { title, cells }, MADE_AT));
const textOf = (pdf: Buffer) => drawnText(pdf).replaceAll(/\s/g, '');

it('draws what people wrote as it is, whatever it would mean in a template', () => {
  const words = [
    '#panic("x")',
    '$x^2$',
    '*tebal*_miring_',
    '\\u{41}',
    '= Judul',
    '<label>@ref',
    '"--"',
    '(((',
  ];
  const text = textOf(set('#sys.inputs', words));
  for (const word of ['#sys.inputs', ...words]) expect(text).toContain(word.replaceAll(/\s/g, ''));
});

it('gives the same bytes for the same data', () => {
  expect(set('Berita', ['a', 'b']).equals(set('Berita', ['a', 'b']))).toBe(true);
  expect(set('Berita', ['a', 'b']).equals(set('Berita', ['a', 'c']))).toBe(false);
});

it('is tagged and made to be kept', () => {
  const source = set('Berita', ['a']).toString('latin1');
  expect(source).toMatch(/\/Marked true/);
  expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
});

it('is made all the same where the typeface lacks a sign', () => {
  expect(textOf(set('Kota 广州 dan ꦗꦮ'))).toContain('Kota');
});

it('says what is wrong with a template', () => {
  expect(() => typeset('#tidak-ada', {}, MADE_AT)).toThrow('tidak-ada');
});
