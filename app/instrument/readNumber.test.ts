/** What people type into a field of numbers: read in the language of their page, or refused with the reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNumber } from './number';
import { type NumberProblem, readNumber } from './readNumber';
import { LOCALES, type Locale } from './text';

const COUNT = { decimals: 0, lowest: 0, highest: 1_000_000 };
const TENTHS = { decimals: 1, lowest: -10, highest: 1000 };
const WIDE = { decimals: 3, lowest: -1e9, highest: 1e9 };

type Row = readonly [typed: string, locale: Locale, stored: number | null];
type Refusal = readonly [typed: string, locale: Locale, problem: NumberProblem];
const is = (stored: number | null) => ({ ok: true, stored });
const refused = (problem: NumberProblem) => ({ ok: false, problem });

describe('a whole number', () => {
  it.each<Row>([
    ['8146', 'id', 8146],
    ['8.146', 'id', 8146],
    ['8,146', 'en', 8146],
    ['12.345', 'id', 12_345],
    ['123,456', 'en', 123_456],
    ['1.000.000', 'id', 1_000_000],
    ['1,000,000', 'en', 1_000_000],
    ['0', 'id', 0],
    ['007', 'id', 7],
    [`${'0'.repeat(30)}7`, 'en', 7],
    ['+5', 'id', 5],
    ['95,0', 'id', 95],
    ['95.00', 'en', 95],
    ['-0', 'id', 0],
    ['−0', 'en', 0],
  ])('%j (%s) is %j', (typed, locale, stored) => {
    expect(readNumber(typed, COUNT, locale)).toEqual(is(stored));
  });

  it.each<Row>([
    [' 8146\n', 'id', 8146],
    ['8 146', 'id', 8146],
    ['8\u00a0146', 'en', 8146],
    ['8\u202f146', 'id', 8146],
    ['  1 000 000  ', 'en', 1_000_000],
    ['12 345', 'id', 12_345],
  ])('%j (%s) is grouped by spaces, or stands between some: %j', (typed, locale, stored) => {
    expect(readNumber(typed, COUNT, locale)).toEqual(is(stored));
  });

  it.each(['8 14', '8 1460', '8  146', '- 5', '8 abc', 'a 146', '8 146x', '1 2 3'])(
    '%j is not: the spaces group no thousands',
    (typed) => {
      expect(readNumber(typed, COUNT, 'id')).toEqual(refused('notNumber'));
    },
  );

  it.each(['', '   ', '\t\n', '\u00a0'])('%j is nothing typed, in either language', (typed) => {
    for (const locale of LOCALES) expect(readNumber(typed, COUNT, locale)).toEqual(is(null));
  });
});

describe('a number with decimals', () => {
  it.each<Row>([
    ['95,7', 'id', 957],
    ['95.7', 'en', 957],
    ['95', 'id', 950],
    ['95,70', 'id', 957],
    ['0,5', 'id', 5],
    ['1.000,0', 'id', 10_000],
    ['1,000.0', 'en', 10_000],
    ['-2,5', 'id', -25],
    ['−2,5', 'id', -25],
    ['-2.5', 'en', -25],
    ['+2,5', 'id', 25],
    ['-0,0', 'id', 0],
  ])('%j (%s) is %i tenths', (typed, locale, stored) => {
    expect(readNumber(typed, TENTHS, locale)).toEqual(is(stored));
  });

  it.each<Row>([
    ['0,500', 'id', 500],
    ['0.500', 'en', 500],
    ['012,345', 'id', 12_345],
    ['1234,567', 'id', 1_234_567],
    ['1.234,567', 'id', 1_234_567],
    ['1,234.567', 'en', 1_234_567],
    ['5,0000', 'id', 5000],
  ])('%j (%s) is %i thousandths: to nobody is it a thousand', (typed, locale, stored) => {
    expect(readNumber(typed, WIDE, locale)).toEqual(is(stored));
  });

  it('takes as many decimals as its field, noughts at the end not counted', () => {
    expect(readNumber('95,7', COUNT, 'id')).toEqual(refused('tooFine'));
    expect(readNumber('95,75', TENTHS, 'id')).toEqual(refused('tooFine'));
    expect(readNumber('95,05', TENTHS, 'id')).toEqual(refused('tooFine'));
    expect(readNumber('95,5000', TENTHS, 'id')).toEqual(is(955));
  });
});

describe('what could be read in two ways', () => {
  it.each<Refusal>([
    ['1,000', 'id', 'ambiguous'],
    ['1.000', 'en', 'ambiguous'],
    ['12,345', 'id', 'ambiguous'],
    ['123.456', 'en', 'ambiguous'],
    ['-1,000', 'id', 'ambiguous'],
  ])('%j (%s) may be a thousand, and is asked back', (typed, locale, problem) => {
    for (const field of [COUNT, TENTHS, WIDE])
      expect(readNumber(typed, field, locale)).toEqual(refused(problem));
  });

  it.each<Refusal>([
    ['95.7', 'id', 'otherLanguage'],
    ['95,7', 'en', 'otherLanguage'],
    ['8,146.5', 'id', 'otherLanguage'],
    ['1,000.500', 'id', 'otherLanguage'],
    ['8.146,5', 'en', 'otherLanguage'],
    ['1,000,000', 'id', 'otherLanguage'],
    ['1.000.000', 'en', 'otherLanguage'],
    ['0.500', 'id', 'otherLanguage'],
    ['0,500', 'en', 'otherLanguage'],
    ['1.0000', 'id', 'otherLanguage'],
    ['1234.567', 'id', 'otherLanguage'],
  ])('%j (%s) is how the other language writes', (typed, locale, problem) => {
    expect(readNumber(typed, WIDE, locale)).toEqual(refused(problem));
  });
});

describe('what is no number', () => {
  it.each([
    'dua',
    '1e3',
    '5 laporan',
    'x5',
    '1.2.3',
    '1..000',
    '1,2,3',
    '1,.00',
    '1.,5',
    '.5',
    '5.',
    ',5',
    '5,',
    '.000',
    '1000.000.000',
    '0.000.000',
    '.',
    ',',
    '-',
    '--5',
    '5-',
    '+-5',
    '=1+1',
    'Infinity',
    'NaN',
    '٣',
    '5%',
  ])('%j is refused in both languages', (typed) => {
    for (const locale of LOCALES) expect(readNumber(typed, WIDE, locale)).toEqual(refused('notNumber'));
  });
});

describe('the ends of a field', () => {
  it('belong to it, and what lies beyond is refused on its side', () => {
    const field = { decimals: 1, lowest: -10, highest: 20 };
    expect(readNumber('-10', field, 'id')).toEqual(is(-100));
    expect(readNumber('-10,1', field, 'id')).toEqual(refused('tooSmall'));
    expect(readNumber('20', field, 'id')).toEqual(is(200));
    expect(readNumber('20,1', field, 'id')).toEqual(refused('tooLarge'));
  });

  it('may lie above nothing: what is less is too small, and below nothing negative', () => {
    const field = { decimals: 0, lowest: 5, highest: 9 };
    expect(readNumber('5', field, 'id')).toEqual(is(5));
    expect(readNumber('4', field, 'id')).toEqual(refused('tooSmall'));
    expect(readNumber('-4', field, 'id')).toEqual(refused('negative'));
    expect(readNumber('0', { ...field, lowest: 0 }, 'id')).toEqual(is(0));
    expect(readNumber('-1', { ...field, lowest: 0 }, 'id')).toEqual(refused('negative'));
    expect(readNumber('-1', { ...field, lowest: -1 }, 'id')).toEqual(is(-1));
  });

  // Multiplied by a hundred, 1.1 comes out above 110 and 4.35 below 435.
  it('may have decimals themselves', () => {
    const field = { decimals: 2, lowest: 1.1, highest: 4.35 };
    expect(readNumber('1,1', field, 'id')).toEqual(is(110));
    expect(readNumber('1,09', field, 'id')).toEqual(refused('tooSmall'));
    expect(readNumber('4,35', field, 'id')).toEqual(is(435));
    expect(readNumber('4,36', field, 'id')).toEqual(refused('tooLarge'));
  });

  it('hold however many digits are typed', () => {
    const most = { decimals: 0, lowest: -Number.MAX_SAFE_INTEGER, highest: Number.MAX_SAFE_INTEGER };
    expect(readNumber('9007199254740991', most, 'id')).toEqual(is(Number.MAX_SAFE_INTEGER));
    expect(readNumber('9007199254740992', most, 'id')).toEqual(refused('tooLarge'));
    expect(readNumber('9007199254740993', most, 'id')).toEqual(refused('tooLarge'));
    expect(readNumber('9'.repeat(400), most, 'id')).toEqual(refused('tooLarge'));
    expect(readNumber(`-${'9'.repeat(400)}`, most, 'id')).toEqual(refused('tooSmall'));
    expect(readNumber(`-${'9'.repeat(400)}`, COUNT, 'id')).toEqual(refused('negative'));
  });
});

describe('any number', () => {
  const stored = fc.integer({ min: -1e9, max: 1e9 });
  const locale = fc.constantFrom(...LOCALES);

  it('is read back from how it is written, in both languages', () => {
    const decimals = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(stored, decimals, locale, (number, digits, language) => {
        const field = { decimals: digits, lowest: -1e9, highest: 1e9 };
        expect(readNumber(writeNumber(number, digits, language), field, language)).toEqual(is(number));
      }),
    );
  });

  it('is never read as something else by who writes the other language', () => {
    fc.assert(
      fc.property(stored, locale, locale, (number, written, readBy) => {
        const read = readNumber(writeNumber(number, 2, written), { ...WIDE, decimals: 2 }, readBy);
        expect(read).toEqual(written === readBy ? is(number) : refused('otherLanguage'));
      }),
    );
  });

  it('is a whole number within its field, whatever was typed, or it is refused', () => {
    const typed = fc.stringMatching(/^[0-9.,−+ -]{0,12}$/);
    fc.assert(
      fc.property(typed, locale, (text, language) => {
        const read = readNumber(text, TENTHS, language);
        if (!read.ok || read.stored === null) return;
        expect(Number.isInteger(read.stored) && read.stored >= -100 && read.stored <= 10_000).toBe(true);
      }),
    );
  });
});
