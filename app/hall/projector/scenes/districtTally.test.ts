/** What a page of districts shows and what it says is left come to what the headline says, whichever page stands. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quantity } from '~/instrument';
import { amountOf, pickDistricts } from '../pictures/districtBoard';
import { districtsHeadline } from '../pictures/partsHeadline';
import { districtTally } from './districtTally';
import { pagesOf } from './scenePaging';

const count = (numerator: number): Quantity => ({
  numerator,
  denominator: 1,
  unit: 'count',
  decimals: 0,
  direction: 'lower',
});
const district = fc.record({ value: fc.nat(12), lacking: fc.constantFrom(0, 0, 0, 2) });

it('sums shown are sums said', () => {
  const most = 9;
  fc.assert(
    fc.property(fc.array(district, { minLength: 1, maxLength: 40 }), (given) => {
      const districts = given.map(({ value, lacking }, place) => ({
        district: `Kecamatan ${String(place)}`,
        lacking,
        agency: { code: `63.${String(10 + (place % 4))}` },
        isAgencyComplete: place % 4 > 0,
        values: [count(value)],
      }));
      const { clean, complete, finished, shown, sum } = pickDistricts(districts, most, () => 0);
      const rows = shown.map((row) => ({ isFinished: row.lacking === 0, amount: amountOf(row) }));
      const of = {
        all: districts.length,
        finished: finished.length,
        clean,
        sum,
        complete,
        unitName: { one: 'desa', several: 'desa' },
      };
      const told = finished.map((row) => ({ district: row.district, value: row.values[0] ?? null }));
      const { plain } = districtsHeadline(told, {
        locale: 'id',
        most: 84,
        districts: districts.length,
        measure: 'Titik',
        unitName: { one: 'desa', several: 'desa' },
      });
      for (const page of pagesOf(rows, 4)) {
        const tally = districtTally(page, rows, of);
        expect(tally.here + tally.others + tally.clean + tally.unfinished).toBe(districts.length);
        expect(Math.min(...Object.values(tally).map(Number))).toBeGreaterThanOrEqual(0);
        expect(tally.unseen).toBe(Math.max(0, finished.length - clean - most));
        if (finished.length === 0) continue;
        expect((tally.sumHere ?? NaN) + (tally.sumOthers ?? NaN)).toBe(sum);
        if (sum === 0) continue;
        const hit = String(tally.here + tally.others);
        const whole = String(tally.here + tally.others + tally.clean);
        expect(plain).toContain(`: ${String(sum)} desa di ${hit} dari ${whole} kecamatan`);
      }
    }),
  );
});

it('of shares nothing is added up, and every finished district has a row', () => {
  const share = (numerator: number): Quantity => ({ ...count(numerator), denominator: 4, unit: 'percent' });
  const districts = [4, 0, 2].map((value) => ({
    agency: { code: '63.01' },
    isAgencyComplete: value > 0,
    lacking: 0,
    values: [share(value)],
  }));
  const { clean, complete, finished, shown, sum } = pickDistricts(districts, 9, () => 0);
  expect([clean, finished.length, shown.length, sum, complete]).toEqual([0, 3, 3, null, null]);
  expect(shown.map(({ values: [lead] }) => lead?.numerator)).toEqual([4, 2, 0]);
});
