import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, isHoldable } from '../../tests/hostileText';
import { bareCode, cleanLine, cleanText, mapTexts, plainText } from './clean';
import { lineField, textField } from './fields';

describe('cleaned text', () => {
  it.each([cleanLine, cleanText, plainText])(
    '%o leaves nothing that a file cannot hold, and nothing to do',
    (clean) => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const cleaned = clean(text);
          expect(isHoldable(cleaned)).toBe(true);
          expect(clean(cleaned)).toBe(cleaned);
          expect(cleaned).toBe(cleaned.normalize('NFC'));
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('keeps what people write', () => {
    const text = 'Menetapkan “Arsitektur SPBE” – 2,85 × 47; é, ʻAisyiyah, 字, ꦲ, می‌خواهم, 👩‍👩‍👧, ✔️';
    expect(cleanLine(text)).toBe(text);
    expect(cleanText(`Satu\n  - dua\n\n${text}`)).toBe(`Satu\n  - dua\n\n${text}`);
  });

  it.each([
    ['soft\u00adhyphen', 'softhyphen'],
    ['Power\vPoint', 'Power Point'],
    ['tab\tdan\u00a0spasi   ganda', 'tab dan spasi ganda'],
    ['\ufeff\u200e Nama\u200b \u202e', 'Nama'],
    ['a\ud800b\ufffec\u{1ffff}d', 'abcd'],
    ['e\u0301', 'é'],
    ['\u200d\u200c \u3164', ''],
    ['\u00ad', ''],
    [`a${' '.repeat(300)}b`, 'a b'],
  ])('on one line: %j becomes %j', (typed, cleaned) => {
    expect(cleanLine(typed)).toBe(cleaned);
  });

  it.each([
    [
      'satu\r\ndua\rtiga\vempat\flima\u0085enam\u2028tujuh\u2029delapan',
      'satu\ndua\ntiga\nempat\nlima\nenam\ntujuh\ndelapan',
    ],
    [`a${' '.repeat(300)}b`, 'a    b'],
    ['a \n\n \n\t\nb  ', 'a\n\nb'],
    ['a\u00ad\ufffeb', 'ab'],
  ])('on several lines: %j becomes %j', (typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
  });

  it('is soon done, however long and ragged', () => {
    const ragged = `${' \u00ad\t'.repeat(200_000)}x${' \n'.repeat(200_000)}`;
    expect(cleanText(ragged)).toBe('x');
    expect(cleanLine(ragged)).toBe('x');
  });

  it('reaches every text of a value, and nothing else', () => {
    expect(mapTexts({ 'a\u00ad': ['b\u000b', 1, null, { c: 'd\ufffe' }], e: true }, plainText)).toEqual({
      'a\u00ad': ['b\n', 1, null, { c: 'd' }],
      e: true,
    });
  });
});

it('a code is read through what chat apps put into it', () => {
  for (const typed of [
    'k7mr-24xp',
    '\u200eK7MR\u201124XP\u200b',
    'K7MR\u221224XP',
    ' K7\u00adMR – 24.XP\ufeff',
    '\uff2b\uff17\uff2d\uff32\uff0d\uff12\uff14\uff38\uff30',
    'https://rakerda.example/gabung?kode=K7MR24XP',
    'Silakan masuk: http://192.168.1.20:3000/gabung?x=1&kode=K7MR%2D24XP#a terima kasih',
    '\u200ehttps://rakerda.example/gabung?kode=k7mr24xp\u200b',
  ])
    expect(bareCode(typed)).toBe('K7MR24XP');
  expect(bareCode('?kode=%E0%A4%A')).toBe('%E0%A4%A');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof bareCode(typed) === 'string'));
});

describe('a field', () => {
  it('counts what is left after cleaning', () => {
    const line = lineField({ most: 5, tooLong: 'long', required: 'missing' });
    expect(line.parse(`\u00ad ab${' '.repeat(300)}cd`)).toBe('ab cd');
    expect(line.safeParse('abcdef').error?.issues[0]?.message).toBe('long');
    expect(line.safeParse('\u200b \ufffe').error?.issues[0]?.message).toBe('missing');
    expect(line.safeParse(undefined).error?.issues[0]?.message).toBe('missing');
    expect(textField({ most: 3, tooLong: 'long' }).parse('a\r\nb')).toBe('a\nb');
  });
});
