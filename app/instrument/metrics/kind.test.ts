import { describe, expect, it } from 'vitest';
import { LAPOR } from '#tests/house/house';
import { CONNECTIVITY, smallMetrics } from '#tests/house/metrics';
import type { SmallMeasure } from '#tests/house/metricsFile';
import { kindOf } from '../topic';
import { emptyFigures } from './fields';

const SHARE: SmallMeasure = {
  formula: { op: 'share', part: { add: ['a'] }, whole: { add: ['b'] } },
  unit: 'percent',
  decimals: 2,
};
const topic = smallMetrics({
  share: SHARE,
  worse: { ...SHARE, direction: 'lower' },
  either: { ...SHARE, direction: 'neither' },
  sum: { formula: { op: 'sum', of: ['a', 'b'] } },
});
const kind = kindOf(topic);

const rangeOf = (measure: SmallMeasure) => kindOf(smallMetrics({ it: measure })).rangeOf('it');

describe('between which figures a measure lies', () => {
  it.each([
    ['a share', SHARE.formula, 0, 100],
    ['a sum', { op: 'sum', of: ['a', 'b'] }, 3, 30],
    ['a mean', { op: 'mean', of: ['a', 'b'] }, 1, 20],
    ['a mean, whichever comes first', { op: 'mean', of: ['b', 'a'] }, 1, 20],
    ['a difference', { op: 'difference', from: 'a', less: ['b'] }, -19, 8],
    ['a ratio', { op: 'ratio', of: { add: ['a'] }, to: { add: ['b'] } }, 0, 1_000_000],
    ['per thousand', { op: 'perThousand', part: { add: ['a'] }, whole: { add: ['b'] } }, 0, 1_000_000],
  ] as const)('%s', (_, formula, lowest, highest) => {
    expect(rangeOf({ formula, unit: formula.op === 'share' ? 'percent' : 'count' })).toEqual({
      lowest,
      highest,
    });
  });

  it('is nothing that a column says which there is not', () => {
    expect(kind.rangeOf('lain')).toBeNull();
  });
});

describe('a topic of numbers', () => {
  it('is led by the measure that its file names', () => {
    expect(kind.headline.code).toBe('sum');
    expect(kind.columns).toEqual(topic.measures);
    expect(kind.codes).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is made of its shares, each as far from the worst as its direction says', () => {
    const sharesOf = (a: number | null, b: number) =>
      kind.nodes.of({ ...emptyFigures(topic), a, b }).map((node) => (node ? node.share : 'none'));
    expect(kind.nodes.all.map(({ code }) => code)).toEqual(['share', 'worse', 'either']);
    expect(sharesOf(3, 8)).toEqual([375, 625, null]);
    expect(sharesOf(10, 10)).toEqual([1000, 0, null]);
    // More than the whole is no more than all of it.
    expect(sharesOf(10, 4)).toEqual([1000, 0, null]);
    expect(sharesOf(null, 4)).toEqual(['none', 'none', 'none']);
    const [first] = kind.nodes.of({ ...emptyFigures(topic), a: 3, b: 8 });
    expect(first).toMatchObject({ isHeld: false, quantity: { numerator: 3, denominator: 8 } });
  });

  it('knows its fields by name, by group and by what they ask for', () => {
    expect(kind.nameOf('c')).toEqual({ id: 'Isian c', en: 'Field c' });
    expect(kind.sectionOf('c')).toEqual({ id: 'Dua', en: 'Two' });
    expect(kind.asked('c')).toEqual({ unit: { id: 'buah', en: 'pieces', one: 'piece' }, choices: [] });
    expect([kind.nameOf('z'), kind.sectionOf('z')]).toEqual([null, null]);
    expect(kind.asked('z')).toEqual({ unit: null, choices: [] });
  });

  it('writes figures with the decimals of their field, for people and for tables', () => {
    expect([kind.write('a', 7, 'id'), kind.write('c', 15, 'id'), kind.say('c', 15, 'en')]).toEqual([
      '7',
      '1,5',
      '1.5',
    ]);
    expect([kind.cell('a', 7, 'id'), kind.cell('c', 15, 'id'), kind.cell('z', 15, 'id')]).toEqual([
      7, 1.5, 15,
    ]);
  });

  it('stands on the sources of all that it holds', () => {
    expect(kind.sources).toHaveLength(4 + 4);
    expect(kind.sources.map(({ source }) => source.citation)).toEqual(Array(8).fill('Uji'));
    const registered = CONNECTIVITY.registers?.flatMap(({ columns }) => columns) ?? [];
    expect(registered.length).toBeGreaterThan(0);
    const { sources } = kindOf(CONNECTIVITY);
    for (const { name } of registered) expect(sources.map((one) => one.name)).toContainEqual(name);
  });

  it('has neither registers nor references nor predecessors unless its file brings them', () => {
    expect(kind.registers?.all).toEqual([]);
    expect([kind.references, kind.bands, kind.parts, kind.differences]).toEqual([[], [], [], []]);
    expect([kind.predecessors, kind.counting, kind.districts]).toEqual([null, null, null]);
    expect(kindOf(LAPOR).counting).toEqual(LAPOR.counting);
  });

  it('tells what was published elsewhere as a figure of its unit', () => {
    const [first] = kindOf(CONNECTIVITY).references;
    const [filed] = CONNECTIVITY.references ?? [];
    expect(first).toMatchObject({
      code: filed?.code,
      unitName: filed?.unitName ?? null,
      quantity: { unit: filed?.unit, decimals: filed?.decimals, direction: 'neither' },
    });
    expect(kindOf(CONNECTIVITY).references).toHaveLength(CONNECTIVITY.references?.length ?? -1);
  });

  it('asks nobody for what a register counts', () => {
    const { asked, registers } = kindOf(CONNECTIVITY);
    expect(asked('villages')).toBeNull();
    expect(asked('offices')).not.toBeNull();
    expect(registers?.all.map(({ code }) => code)).toEqual(['villages']);
  });

  it('tells the sums that do not meet, one for each of its checks', () => {
    const lapor = kindOf(LAPOR);
    const figures = {
      ...emptyFigures(LAPOR),
      received: 10,
      resolved: 4,
      'in-process': 3,
      untouched: 1,
      archived: 1,
    };
    expect(lapor.differences.map(({ code }) => code)).toEqual(['by-status', 'by-type']);
    expect(lapor.differencesIn(figures)).toEqual([1, null]);
    expect(lapor.values(figures)[0]).toMatchObject({ numerator: 4, denominator: 10 });
    expect(lapor.contradictions({ ...figures, resolved: 9 })).toHaveProperty('received');
    expect(lapor.judge(null, { received: 'x' }, 'id')).toMatchObject({ ok: false });
    expect(lapor.outcome(figures)).toMatchObject({ total: 13 });
  });
});
