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
});
