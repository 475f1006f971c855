/** Names on the stage are no years; a figure that holds others says what these come to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '~/instrument';
import { namesOnStage, wholesOf, withoutYear } from './onStage';
import type { Cell, Topic } from './topic';

const named = (id: string) => ({ id, en: id });

describe('names', () => {
  it('leave out the year of their guide, and no other figure', () => {
    expect(['SPBE 2020', 'Indeks KAMI 5.0', 'Pemdi 2026', '2020', 'SP4N-LAPOR!'].map(withoutYear)).toEqual([
      'SPBE',
      'Indeks KAMI 5.0',
      'Pemdi',
      '2020',
      'SP4N-LAPOR!',
    ]);
  });

  it('keep it where two would be the same', () => {
    expect(namesOnStage(['SPBE 2018', 'SPBE 2020', 'EPSS 2022'].map(named), 'id')).toEqual([
      'SPBE 2018',
      'SPBE 2020',
      'EPSS',
    ]);
  });
});

const count = (numerator: number, unit: Quantity['unit'] = 'count'): Quantity => ({
  numerator,
  denominator: 1,
  unit,
  decimals: 0,
  direction: 'lower',
});
const cellOf = (headline: Quantity, filled = 14): Cell => ({
  isOpen: true,
  outcome: { headline, ceiling: null, filled, total: 14, band: null, remarks: [] },
  before: null,
  target: null,
});
const topicOf = (cells: readonly (readonly [string, Cell])[]): Topic => ({
  key: 'konektivitas',
  name: named('Konektivitas'),
  measure: named('Titik tanpa sinyal'),
  isProposal: false,
  isLowerBetter: true,
  bands: [],
  yearBefore: null,
  pathOf: () => '',
  target: null,
  cells: new Map(cells),
});

describe('a figure that holds others', () => {
  it('is that of a province: what its complete regencies come to is told', () => {
    const topic = topicOf([
      ['63', cellOf(count(293))],
      ['63.01', cellOf(count(20))],
      ['63.02', cellOf(count(37))],
      ['63.03', cellOf(count(9), 7)],
      ['64.01', cellOf(count(5))],
    ]);
    expect(wholesOf(topic, 'id')).toEqual([{ code: '63', parts: 2, sum: '57' }]);
  });

  it('is none of a share, none without others, and none while it is not complete', () => {
    const regency = ['63.01', cellOf(count(1))] as const;
    expect(wholesOf(topicOf([['63', cellOf(count(1, 'percent'))], regency]), 'id')).toEqual([]);
    expect(wholesOf(topicOf([['63', cellOf(count(4))]]), 'id')).toEqual([]);
    expect(wholesOf(topicOf([['63', cellOf(count(4), 3)], regency]), 'id')).toEqual([]);
  });

  it('says the sum of the figures that stand beside it', () => {
    const regency = fc.tuple(fc.nat(900), fc.constantFrom(7, 14, 14));
    fc.assert(
      fc.property(fc.array(regency, { minLength: 1, maxLength: 13 }), (regencies) => {
        const cells = regencies.map(([figure, filled], place): [string, Cell] => [
          `63.${String(place + 10)}`,
          cellOf(count(figure), filled),
        ]);
        const shown = regencies.filter(([, filled]) => filled === 14).map(([figure]) => figure);
        const [whole] = wholesOf(topicOf([['63', cellOf(count(5))], ...cells]), 'en');
        expect(whole?.parts).toBe(shown.length);
        expect(whole?.sum.replaceAll(',', '')).toBe(String(shown.reduce((sum, figure) => sum + figure, 0)));
      }),
    );
  });
});
