/** Which measures a file of numbers may have: formulas whose fields go together, and shares that stay within their whole. */
import { describe, expect, it } from 'vitest';
import { field, metricsFile, type SmallMeasure } from '#tests/house/metricsFile';
import { changedAt, problemsOf } from '#tests/house/wrongFile';
import { codesOf, type Formula, parseMetrics } from './schema';

const both = (id: string) => ({ id, en: `${id} (en)` });
const SUM: SmallMeasure = { formula: { op: 'sum', of: ['a', 'b'] } };
const small = (more: object = {}) => metricsFile({ sum: SUM }, more);
const refusedFor = (file: object) => problemsOf(parseMetrics, file);
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a measure', () => {
  const measured = (formula: unknown, more: object = {}) =>
    refusedFor(changedAt(small(), ['measures', 0], { ...small().measures[0], ...more, formula }));
  const share = { op: 'share', part: { add: ['a'] }, whole: { add: ['a', 'b'] } };

  it('has one of the units, directions and operations that there are', () => {
    for (const unit of ['index', 'points', 'percent', 'count', 'days'])
      expect(measured(SUM.formula, { unit })).toEqual([]);
    for (const direction of ['higher', 'lower', 'neither'])
      expect(measured(SUM.formula, { direction })).toEqual([]);
    expect(measured(SUM.formula, { unit: 'ratio' })).toHaveLength(1);
    expect(measured(SUM.formula, { direction: 'up' })).toHaveLength(1);
    expect(measured({ op: 'eval', of: ['a'] })).toHaveLength(1);
  });

  it('has a code of its own, and there are from one to thirty', () => {
    const many = (count: number) =>
      refusedFor(metricsFile(Object.fromEntries(times(count).map((at) => [`m${at}`, SUM]))));
    expect(many(30)).toEqual([]);
    expect(many(31)).toEqual(['measures: Too big: expected array to have <=30 items']);
    const [one] = small().measures;
    expect(refusedFor(small({ measures: [one, one] }))).toEqual([
      'measures[1].code: code "sum" is used twice',
    ]);
    expect(refusedFor(small({ measures: [] }))).toContain(
      'measures: Too small: expected array to have >=1 items',
    );
  });

  it.each<readonly [Formula, readonly string[]]>([
    [{ op: 'sum', of: ['a', 'b'] }, ['of.0 a', 'of.1 b']],
    [{ op: 'mean', of: ['a'] }, ['of.0 a']],
    [{ op: 'difference', from: 'a', less: ['b'] }, ['from a', 'less.0 b']],
    [
      { op: 'ratio', of: { add: ['a'], subtract: ['b'] }, to: { add: ['c'], subtract: ['d'] } },
      ['of.add.0 a', 'of.subtract.0 b', 'to.add.0 c', 'to.subtract.0 d'],
    ],
    [
      { op: 'share', part: { add: ['a'] }, whole: { add: ['a', 'b'] } },
      ['part.add.0 a', 'whole.add.0 a', 'whole.add.1 b'],
    ],
    [{ op: 'perThousand', part: { add: ['a'] }, whole: { add: ['b'] } }, ['part.add.0 a', 'whole.add.0 b']],
  ])('names its fields with their places: %j', (formula, places) => {
    expect(codesOf(formula).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(places);
    const wrong = JSON.stringify(formula).replaceAll('"a"', '"z"');
    const [first] = refusedFor(changedAt(small(), ['measures', 0, 'formula'], JSON.parse(wrong)));
    expect(first).toBe(
      `measures[0].formula.${places[0]?.split(' ')[0] ?? ''}: field "z" is not among the fields`,
    );
  });

  it.each<readonly [string, object]>([
    ['a ratio of other decimals', { op: 'ratio', of: { add: ['a'] }, to: { add: ['c'] } }],
    ['a ratio of a field to itself', { op: 'ratio', of: { add: ['a'] }, to: { add: ['a'] } }],
    ['a ratio of what is left', { op: 'ratio', of: { add: ['a'], subtract: ['b'] }, to: { add: ['c'] } }],
    ['per thousand of any whole', { op: 'perThousand', part: { add: ['b'] }, whole: { add: ['a'] } }],
    ['a difference', { op: 'difference', from: 'c', less: ['d'] }],
    ['a mean', { op: 'mean', of: ['c', 'd'] }],
  ])('may be %s', (_, formula) => {
    expect(measured(formula)).toEqual([]);
  });

  it.each<readonly [object, string]>([
    [{ op: 'sum', of: ['a', 'a'] }, 'measures[0].formula: a field stands in [a, a] twice'],
    [{ op: 'sum', of: ['a', 'c'] }, 'measures[0].formula: fields a, c have different decimals'],
    [{ op: 'mean', of: ['b', 'b'] }, 'measures[0].formula: a field stands in [b, b] twice'],
    [{ op: 'mean', of: ['a', 'c'] }, 'measures[0].formula: fields a, c have different decimals'],
    [{ op: 'difference', from: 'a', less: ['a'] }, 'measures[0].formula: a field stands in [a, a] twice'],
    [
      { op: 'difference', from: 'a', less: ['c'] },
      'measures[0].formula: fields a, c have different decimals',
    ],
    [
      { op: 'ratio', of: { add: ['a', 'c'] }, to: { add: ['b'] } },
      'measures[0].formula.of: fields a, c have different decimals',
    ],
    [
      { op: 'ratio', of: { add: ['a'] }, to: { add: ['b'], subtract: ['b'] } },
      'measures[0].formula.to: a field stands in [b, b] twice',
    ],
    [
      { op: 'perThousand', part: { add: ['a'] }, whole: { add: ['c'] } },
      'measures[0].formula: fields a, c have different decimals',
    ],
    [
      { op: 'perThousand', part: { add: ['a'] }, whole: { add: ['b', 'b'] } },
      'measures[0].formula.whole: a field stands in [b, b] twice',
    ],
    [
      { op: 'perThousand', part: { add: ['a', 'a'] }, whole: { add: ['b'] } },
      'measures[0].formula.part: a field stands in [a, a] twice',
    ],
    [{ op: 'sum', of: [] }, 'measures[0].formula.of: Too small: expected array to have >=1 items'],
    [
      { op: 'sum', of: times(21).map((at) => `f${at}`) },
      'measures[0].formula.of: Too big: expected array to have <=20 items',
    ],
    [
      {
        op: 'ratio',
        of: { add: ['a'] },
        to: { add: ['b'], subtract: times(21).map((at) => `f${at}`) },
      },
      'measures[0].formula.to.subtract: Too big: expected array to have <=20 items',
    ],
  ])('is refused: %j', (formula, line) => {
    expect(measured(formula)).toEqual([line]);
  });

  it('that is a share is shown in per cent', () => {
    expect(measured(share, { unit: 'percent' })).toEqual([]);
    expect(measured(share, { unit: 'count' })).toEqual([
      'measures[0].formula: a share is shown in percent, not in "count"',
    ]);
  });

  it('may add up twenty fields', () => {
    const fields = times(20).map((at) => field(`f${at}`, 0, 0, 9));
    const groups = [...small().groups, { name: both('Tiga'), fields }];
    const of = fields.map(({ code }) => code);
    expect(refusedFor(metricsFile({ sum: { formula: { op: 'sum', of } } }, { groups }))).toEqual([]);
  });
});

describe('a share', () => {
  const fields = ['a', 'b', 'e', 'w'].map((code) => field(code, 0, 0, 10));
  const within = (part: string, whole: string) => ({ kind: 'within', part, whole });
  const parts = (whole: string, ...list: readonly string[]) => ({
    kind: 'parts',
    code: 'rinci',
    whole,
    parts: list,
    name: both('Sisa'),
    remark: { id: '{count}', en: '{count}', one: '{count}' },
  });
  type Operand = { readonly add: readonly string[]; readonly subtract?: readonly string[] };
  const shared = (part: Operand, whole: Operand, checks: readonly object[]) =>
    refusedFor(
      metricsFile(
        { it: { formula: { op: 'share', part, whole }, unit: 'percent' } },
        { groups: [{ name: both('Satu'), fields }], checks },
      ),
    );
  const A = { add: ['a'] };
  const W = { add: ['w'] };

  it.each<readonly [string, Operand, Operand, readonly object[]]>([
    ['it is part of its own whole', A, { add: ['a', 'b'] }, []],
    ['all of it is part of its own whole', { add: ['a', 'b'] }, { add: ['e', 'b', 'a'] }, []],
    ['nothing is taken off either', { ...A, subtract: [] }, { add: ['a', 'b'], subtract: [] }, []],
    ['a check holds it within its whole', A, W, [within('b', 'w'), within('a', 'w')]],
    ['it is among the parts of its whole', { add: ['a', 'b'] }, W, [parts('w', 'a', 'b', 'e')]],
    ['it and what its whole is less are parts', A, { ...W, subtract: ['b'] }, [parts('w', 'a', 'b')]],
  ])('lies within its whole where %s', (_, part, whole, checks) => {
    expect(shared(part, whole, checks)).toEqual([]);
  });

  it.each<readonly [string, Operand, Operand, readonly object[]]>([
    ['no check says so', A, W, []],
    ['the check is of another part', A, W, [within('b', 'w')]],
    ['the check is of another whole', A, W, [within('a', 'e'), parts('e', 'a')]],
    ['it is only in part among the parts of its whole', { add: ['a', 'b'] }, W, [parts('w', 'a', 'e')]],
    ['it is only in part held within its whole', { add: ['a', 'b'] }, W, [within('a', 'w')]],
    ['only some of it is part of its own whole', { add: ['a', 'b'] }, { add: ['a', 'e'] }, []],
    // It could be below nothing.
    ['something is taken off it', { ...A, subtract: ['b'] }, { add: ['a', 'e'] }, []],
    ['something is taken off the whole that it is part of', A, { add: ['a', 'b'], subtract: ['e'] }, []],
    // a ÷ (w − a) is more than one where a is most of w.
    ['it is taken off its own whole', A, { ...W, subtract: ['a'] }, [parts('w', 'a')]],
    ['its whole is less what nothing holds', A, { ...W, subtract: ['b'] }, [within('a', 'w')]],
    ['its whole is of two', A, { add: ['w', 'e'] }, [within('a', 'w')]],
  ])('may leave its whole where %s', (_, part, whole, checks) => {
    expect(shared(part, whole, checks)).toEqual([
      'measures[0].formula: no check keeps this share within its whole',
    ]);
  });
});
