import { describe, expect, it } from 'vitest';
import { smallMetrics } from '#tests/house/metrics';
import { formulaText, measuresOf } from './index';
import type { Formula } from './schema';

const NOTHING = { a: null, b: null, c: null, d: null };
const SIX = { ...NOTHING, a: 6, b: 4, c: 15, d: 25 };

type Unit = 'percent' | 'count';
function one(formula: Formula, figures: Readonly<Record<string, number | null>>, unit: Unit = 'count') {
  const topic = smallMetrics({ it: { formula, unit: formula.op === 'share' ? 'percent' : unit } });
  const [result] = measuresOf(topic, figures);
  const [measure] = topic.measures;
  if (!result || !measure) throw new Error('no measure');
  return {
    value: result.quantity ? [result.quantity.numerator, result.quantity.denominator] : result.because,
    id: formulaText(topic, measure, figures, 'id'),
    en: formulaText(topic, measure, figures, 'en'),
  };
}

const SHARE: Formula = { op: 'share', part: { add: ['a'] }, whole: { add: ['a', 'b'] } };
const RATIO: Formula = { op: 'ratio', of: { add: ['c'] }, to: { add: ['a'], subtract: ['b'] } };

describe('a measure', () => {
  it.each([
    ['a sum', { op: 'sum', of: ['a', 'b'] }, [10, 1], 'Isian a + Isian b', '6 + 4'],
    ['a difference', { op: 'difference', from: 'a', less: ['b'] }, [2, 1], 'Isian a − Isian b', '6 − 4'],
    ['a mean', { op: 'mean', of: ['c', 'd'] }, [40, 20], '(Isian c + Isian d) ÷ 2', '(1,5 + 2,5) ÷ 2'],
    ['a share', SHARE, [6, 10], 'Isian a ÷ (Isian a + Isian b) × 100', '6 ÷ (6 + 4) × 100'],
    // 1,5 ÷ 2
    ['a ratio', RATIO, [15, 20], 'Isian c ÷ (Isian a − Isian b)', '1,5 ÷ (6 − 4)'],
    [
      'a ratio the other way',
      { op: 'ratio', of: { add: ['a'] }, to: { add: ['c'] } },
      [60, 15],
      'Isian a ÷ Isian c',
      '6 ÷ 1,5',
    ],
    [
      'per thousand',
      { op: 'perThousand', part: { add: ['b'] }, whole: { add: ['a'] } },
      [4000, 6],
      'Isian b ÷ Isian a × 1.000',
      '4 ÷ 6 × 1.000',
    ],
  ] as const)('is %s', (_, formula, value, words, numbers) => {
    const found = one(formula, SIX);
    expect(found.value).toEqual(value);
    expect(found.id).toEqual({ words, numbers });
    const signs = (text: string) => text.replaceAll(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
    expect(found.en).toEqual({ words: signs(words.replaceAll('Isian', 'Field')), numbers: signs(numbers) });
  });

  it('in per cent is a share as it is, and what was typed in as per cent a hundredth of that', () => {
    expect(one(SHARE, SIX).value).toEqual([6, 10]);
    expect(one({ op: 'mean', of: ['c', 'd'] }, SIX, 'percent').value).toEqual([40, 2000]);
  });

  it('cannot be said where a figure is missing, and its numbers show where', () => {
    const found = one(SHARE, { ...SIX, a: null });
    expect(found.value).toBe('missing');
    expect(found.id.numbers).toBe('… ÷ (… + 4) × 100');
    for (const formula of [
      { op: 'sum', of: ['c', 'd'] },
      { op: 'difference', from: 'd', less: ['c'] },
      { op: 'mean', of: ['c', 'd'] },
      RATIO,
      { op: 'perThousand', part: { add: ['c'] }, whole: { add: ['d'] } },
    ] as const satisfies readonly Formula[])
      expect(one(formula, { ...SIX, c: null }).value).toBe('missing');
  });

  it('takes one that may be left out for nothing', () => {
    const found = one({ op: 'sum', of: ['a', 'b'] }, { ...SIX, b: null });
    expect(found.value).toEqual([6, 1]);
    expect(found.id.numbers).toBe('6 + 0');
  });

  it('is no part of nothing, nor of less than nothing', () => {
    expect(one(RATIO, { ...SIX, b: 6 }).value).toBe('nothing');
    expect(one(RATIO, { ...SIX, b: 7 }).value).toBe('nothing');
    expect(one(RATIO, { ...SIX, b: 5 }).value).toEqual([15, 10]);
  });
});
