import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instrumentFile, weightTrees } from '#tests/house/instruments';
import { applyChanges, differenceOf } from './difference';
import { parseInstrument } from './schema';

const files = weightTrees.map((weights) => instrumentFile(weights));
/** Key order means nothing. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;

describe('the difference of two versions', () => {
  test('is nothing between equal ones, however they were made', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(differenceOf(file, structuredClone(file))).toEqual([]);
        expect(differenceOf(parseInstrument(file), parseInstrument(file))).toEqual([]);
      }),
    );
  });

  test('makes one out of the other', () => {
    fc.assert(
      fc.property(files, files, (one, other) => {
        expect(sorted(applyChanges(one, differenceOf(one, other)))).toEqual(sorted(other));
      }),
    );
  });

  test('names an added question, a weight and a word apart, each with its place', () => {
    const before = instrumentFile([[[10, 20]]]);
    const after = instrumentFile([[[10, 15, 5]]]);
    const [domain] = after.domains;
    if (domain) domain.name = { id: 'Tata kelola', en: 'Governance' };
    const said = differenceOf(before, after).map(({ kind, path }) => [
      kind,
      path.map(({ field, key }) => (key === null ? field : `${field} ${key}`)).join(' › '),
    ]);
    expect(said).toEqual([
      ['changed', 'domains 1 › name'],
      ['changed', 'domains 1 › aspects 1 › indicators 2 › weight'],
      ['added', 'domains 1 › aspects 1 › indicators 3'],
    ]);
  });

  test('says where the order alone is another', () => {
    const scales = [
      { code: 'a', name: 'A' },
      { code: 'b', name: 'B' },
    ];
    expect(differenceOf({ scales }, { scales: [...scales].reverse() })).toEqual([
      { kind: 'moved', path: [{ field: 'scales', key: null }], order: ['b', 'a'] },
    ]);
  });

  test('compares as one what cannot be told apart', () => {
    const change = differenceOf({ parts: ['a', 'b'] }, { parts: ['a'] });
    expect(change).toEqual([
      { kind: 'changed', path: [{ field: 'parts', key: null }], before: ['a', 'b'], after: ['a'] },
    ]);
  });

  /** Every change as a line: kind, place, and what it was and is. */
  const told = (before: object, after: object) =>
    differenceOf(before, after).map((change) => {
      const place = change.path
        .map(({ field, key }) => (key === null ? field : `${field} ${key}`))
        .join(' › ');
      return [
        change.kind,
        place,
        'before' in change ? change.before : null,
        'after' in change ? change.after : null,
      ];
    });

  test.each([
    ['a field that came', {}, { a: 1 }, [['added', 'a', null, 1]]],
    ['a field that went', { a: 1 }, {}, [['removed', 'a', 1, null]]],
    ['a field that is not there in another way', { a: undefined }, {}, []],
    ['a field within a field', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [['changed', 'a › c', 2, 3]]],
    ['fields where there was nothing', { a: null }, { a: { b: 1 } }, [['changed', 'a', null, { b: 1 }]]],
    ['a list where there were fields', { a: { b: 1 } }, { a: [1] }, [['changed', 'a', { b: 1 }, [1]]]],
    [
      'a text, as one thing',
      { a: { id: 'satu', en: 'one' } },
      { a: { id: 'satu', en: 'first' } },
      [['changed', 'a', { id: 'satu', en: 'one' }, { id: 'satu', en: 'first' }]],
    ],
    [
      'a text where there were fields',
      { a: { id: 'satu', en: 'one' } },
      { a: { id: 'satu' } },
      [['changed', 'a', { id: 'satu', en: 'one' }, { id: 'satu' }]],
    ],
    [
      'fields that only look like a text',
      { a: { id: 'x', en: 1 } },
      { a: { id: 'x', en: 2 } },
      [['changed', 'a › en', 1, 2]],
    ],
    [
      'more than a text',
      { a: { id: 'x', en: 'y', su: 'z' } },
      { a: { id: 'x', en: 'y', su: 'w' } },
      [['changed', 'a › su', 'z', 'w']],
    ],
    [
      'things by their level',
      {
        a: [
          { level: 1, n: 1 },
          { level: 2, n: 1 },
        ],
      },
      {
        a: [
          { level: 1, n: 1 },
          { level: 2, n: 2 },
        ],
      },
      [['changed', 'a 2 › n', 1, 2]],
    ],
    [
      'things by where they begin',
      { a: [{ from: 0, n: 1 }] },
      { a: [{ from: 0, n: 2 }] },
      [['changed', 'a 0 › n', 1, 2]],
    ],
    [
      'a thing that went, which moves no other',
      { a: [{ code: 'x' }, { code: 'y' }, { code: 'z' }] },
      { a: [{ code: 'y' }, { code: 'z' }] },
      [['removed', 'a x', { code: 'x' }, null]],
    ],
    [
      'a thing that came between two',
      { a: [{ code: 'x' }, { code: 'z' }] },
      { a: [{ code: 'x' }, { code: 'y' }, { code: 'z' }] },
      [
        ['added', 'a y', null, { code: 'y' }],
        ['moved', 'a', null, null],
      ],
    ],
    ['the first of things', { a: [] }, { a: [{ code: 'x' }] }, [['changed', 'a', [], [{ code: 'x' }]]]],
    [
      'things with one name, as one',
      {
        a: [
          { code: 'x', n: 1 },
          { code: 'x', n: 2 },
        ],
      },
      {
        a: [
          { code: 'x', n: 1 },
          { code: 'x', n: 3 },
        ],
      },
      [
        [
          'changed',
          'a',
          [
            { code: 'x', n: 1 },
            { code: 'x', n: 2 },
          ],
          [
            { code: 'x', n: 1 },
            { code: 'x', n: 3 },
          ],
        ],
      ],
    ],
    [
      'things without a name, as one',
      { a: [{ n: 1 }, { code: 'x' }] },
      { a: [{ n: 2 }, { code: 'x' }] },
      [['changed', 'a', [{ n: 1 }, { code: 'x' }], [{ n: 2 }, { code: 'x' }]]],
    ],
    [
      'texts of a list, as one',
      { a: [{ id: 'satu', en: 'one' }] },
      { a: [{ id: 'dua', en: 'two' }] },
      [['changed', 'a', [{ id: 'satu', en: 'one' }], [{ id: 'dua', en: 'two' }]]],
    ],
  ] as const)('tells %s', (_, before, after, said) => {
    expect(told(before, after)).toEqual(said);
    expect(applyChanges(before, differenceOf(before, after))).toEqual(after);
  });

  test('is undone the other way round, in whatever order things stand', () => {
    const thing = fc.record({ code: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.integer({ min: 0, max: 2 }) });
    const list = fc.uniqueArray(thing, { selector: ({ code }) => code, minLength: 1 });
    fc.assert(
      fc.property(list, list, (one, other) => {
        expect(applyChanges({ all: one }, differenceOf({ all: one }, { all: other }))).toEqual({
          all: other,
        });
      }),
    );
  });
});
