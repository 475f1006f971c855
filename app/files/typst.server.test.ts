import { expect, it } from 'vitest';
import { paperFonts } from './fonts.server';
import { numberedLetters, paperText } from './letters.server';
import { paperNotice } from './paperNotice';
import { drawnText } from './pdfText.server';
import { readBackPdf } from './readBackPdf.server';
import { typeset } from './typst.server';

const TEMPLATE = `
#import "paper.typ": *
#show: body => sheets(data, body)
#heading[#data.title]
#table(columns: 2, ..data.cells.map(cell => [#cell]))
`;
const MADE_AT = '2025-12-09T02:00:00.000Z';
const FRAME = {
  documentTitle: 'Uji',
  author: 'Uji',
  lang: 'id',
  watermark: null,
  footer: '',
  stamp: '',
  pageWords: '',
} as const;
const set = (title: string, cells: readonly string[] = []) =>
  Buffer.from(typeset(TEMPLATE, { ...FRAME, title, cells }, MADE_AT));
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

/** What the fonts of the paper draw, each in a script of its own. */
const SCRIPTS = {
  Arabic: 'بسم الله ۱۲',
  Javanese: 'ꦲꦏ꧀ꦱꦫꦗꦮ',
  Balinese: 'ᬅᬓ᭄ᬱᬭᬩᬮᬶ',
  Buginese: 'ᨒᨚᨈᨑ',
  Greek: 'Ωμέγα',
  Cyrillic: 'Якутск',
  signs: '→ ≥ ✓ ⚠ ☐',
  emoji: '👍🏽 🎉',
};

it.each(Object.entries(SCRIPTS))('draws %s, and stays a file to be kept', (_name, text) => {
  const pdf = set(`Kota ${text}`, [text]);
  expect(numberedLetters(paperText(text))).toEqual([]);
  expect(pdf.toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
  expect(readBackPdf(pdf)?.holds(`Kota ${text}`)).toBe(true);
});

it('draws every letter of its fonts so that it is read back as itself', { timeout: 60_000 }, () => {
  const letters = [...paperFonts().drawn]
    .map((point) => String.fromCodePoint(point))
    .filter((letter) => !/\p{C}|\p{Z}/u.test(letter));
  expect(letters.length).toBeGreaterThan(5000);
  const cells = letters.map((letter, i) => `nomor ${i}a${letter}b`);
  const pdf = set('Huruf', cells);
  expect(pdf.toString('latin1')).toMatch(/<pdfaid:conformance>A</);
  const drawn = readBackPdf(pdf);
  expect(cells.filter((cell) => drawn?.holds(paperText(cell)) !== true)).toEqual([]);
});

it('writes the number of a letter that no font has, and says so', () => {
  const text = textOf(set('Kota 广州', ['广']));
  expect(text).toContain('Kota[U+5E7F][U+5DDE]');
  expect(text).toContain(paperNotice.id('[U+5E7F], [U+5DDE]').replaceAll(' ', ''));
  expect(set('Kota 广州').toString('latin1')).toMatch(/<pdfaid:conformance>A</);
  expect(textOf(set('Kota'))).not.toContain('Unicode');
});

it('says what is wrong with a template', () => {
  expect(() => typeset('#tidak-ada', FRAME, MADE_AT)).toThrow('tidak-ada');
});
