/** Sentences about the parts of a topic: exact cases, and that none says more than its figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '~/instrument';
import type { NodeFigure } from '~/instrument/topic';
import { districtsHeadline, nodesHeadline } from './partsHeadline';

const MOST = 84;
const spots = (count: number): Quantity => ({
  numerator: count,
  denominator: 1,
  unit: 'count',
  decimals: 0,
  direction: 'lower',
});
const share = (part: number): Quantity => ({
  numerator: part,
  denominator: 1,
  unit: 'percent',
  decimals: 1,
  direction: 'higher',
});
const asked = {
  locale: 'id',
  most: MOST,
  measure: 'Titik tanpa sinyal',
  unitName: { one: 'desa', several: 'desa' },
} as const;
const at = (...values: readonly (Quantity | null)[]) =>
  values.map((value, place) => ({ district: `Kecamatan ${String.fromCharCode(65 + place)}`, value }));

describe('districts', () => {
  it.each([
    [[], 0, ''],
    [[], 4, 'Belum ada yang lengkap dari 4 kecamatan'],
    [at(spots(0), spots(0)), 2, 'Titik tanpa sinyal: tidak ada di 2 kecamatan'],
    [at(spots(0)), 2, 'Titik tanpa sinyal: tidak ada di 1 kecamatan yang lengkap'],
    [
      at(spots(5), spots(2), spots(0)),
      3,
      'Titik tanpa sinyal: 7 desa di 2 dari 3 kecamatan; terbanyak Kecamatan A (5)',
    ],
    // Of two that have as many none is named.
    [at(spots(3), spots(3)), 2, 'Titik tanpa sinyal: 6 desa di 2 dari 2 kecamatan; terbanyak 3'],
  ])('%# of which %i: %s', (finished, districts, said) => {
    expect(districtsHeadline(finished, { ...asked, districts }).headline).toBe(said);
  });

  it('tells how many stand at the worst share', () => {
    const coverage = { ...asked, measure: 'Kecamatan dengan KIM aktif', districts: 3 };
    const { headline, plain } = districtsHeadline(at(share(0), share(0), share(1)), coverage);
    expect(headline).toBe('Kecamatan dengan KIM aktif: 0,0% di 2 dari 3 kecamatan');
    expect(plain).toBe(headline);
  });

  it('says no more than its figures, names nobody in the plain one, and fits', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,30}$/);
    const row = fc.record({ district: name, value: fc.nat(50).map(spots) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.nat(5),
        fc.constantFrom('id' as const, 'en' as const),
        (rows, open, locale) => {
          const worstFirst = [...rows].sort((a, b) => b.value.numerator - a.value.numerator);
          const { headline, plain } = districtsHeadline(worstFirst, {
            ...asked,
            locale,
            districts: rows.length + open,
          });
          const sum = rows.reduce((all, { value }) => all + value.numerator, 0);
          const hit = rows.filter(({ value }) => value.numerator > 0).length;
          const allowed = new Set([sum, hit, rows.length, worstFirst[0]?.value.numerator].map(String));
          for (const said of headline.match(/\d+/g) ?? []) expect(allowed.has(said), headline).toBe(true);
          const named = rows.filter(({ district }) => headline.includes(` ${district} (`));
          const worst = rows.filter(({ value }) => value.numerator === worstFirst[0]?.value.numerator);
          if (named.length > 0)
            expect(named.every((one) => worst.includes(one)) && worst.length === 1).toBe(true);
          expect(headline.length).toBeLessThanOrEqual(MOST);
          const words = new Set(plain.match(/\p{L}+/gu));
          for (const { district } of rows)
            if (!asked.measure.includes(district)) expect(words.has(district)).toBe(false);
        },
      ),
    );
  });
});

const node = (points: number, isHeld = false): NodeFigure => ({
  quantity: { numerator: points, denominator: 1, unit: 'points', decimals: 0, direction: 'higher' },
  share: points * 10,
  isHeld,
});
const nodes = { locale: 'id', most: MOST, agencies: 4, names: ['I Tata Kelola', 'II Risiko'] } as const;

describe('nodes', () => {
  it.each([
    [[], 'Belum ada yang lengkap dari 4 instansi'],
    [[[node(50), null]], 'Belum ada yang lengkap dari 4 instansi'],
    [[[node(50), node(20)]], 'Bagian II Risiko paling lemah: median 20% poin penuh'],
    [
      [
        [node(50), node(20, true)],
        [node(10), node(30)],
        [node(60), node(40)],
      ],
      'Bagian II Risiko paling lemah: median 30% poin penuh; 1 dari 3 tertahan syarat',
    ],
    // Where two are as weak none is named.
    [[[node(20), node(20)]], '1 dari 4 instansi lengkap'],
  ])('%#: %s', (rows, said) => {
    expect(nodesHeadline(rows, nodes).headline).toBe(said);
  });

  it('names a node only where it alone has the lowest median of the complete ones', () => {
    const cell = fc.option(
      fc.tuple(fc.nat(100), fc.boolean()).map(([points, isHeld]) => node(points, isHeld)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 9 }), (rows) => {
        const { headline } = nodesHeadline(rows, { ...nodes, agencies: Math.max(1, rows.length) });
        const whole = rows.filter(([first, second]) => first && second);
        const medianOf = (place: 0 | 1) =>
          whole.map((row) => row[place]?.share ?? 0).sort((a, b) => a - b)[
            Math.floor((whole.length - 1) / 2)
          ] ?? 0;
        const [first, second] = [medianOf(0), medianOf(1)];
        expect(headline.startsWith('Bagian I Tata Kelola paling lemah')).toBe(
          whole.length > 0 && first < second,
        );
        expect(headline.startsWith('Bagian II Risiko paling lemah')).toBe(whole.length > 0 && second < first);
        const held = whole.filter((row) => row.some((one) => one?.isHeld)).length;
        expect(headline.includes(`${String(held)} dari ${String(whole.length)} tertahan`)).toBe(held > 0);
      }),
    );
  });
});
