/** What was published stands beside what agencies say of themselves, and never in place of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { publishedResults } from './published.server';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
}, 60_000);
afterAll(() => house.close());

describe('the published results of an agency', () => {
  it('come the latest first, each with the country in the same year', async () => {
    const results = await publishedResults(house.db, 'spbe-2020', '63.11');
    expect(results.map(({ year, index, national }) => ({ year, index, national }))).toEqual([
      { year: 2024, index: 334, national: 312 },
      { year: 2023, index: 269, national: 279 },
    ]);
    expect(results[1]).toMatchObject({ domains: [300, 190, 173, 338], predicate: 'baik', note: null });
    expect(results[1]?.source).toContain('2023');
  });

  it('say by which rules they were made where these are older', async () => {
    const results = await publishedResults(house.db, 'spbe-2020', '51.71');
    expect(results.map(({ year, regulation, note }) => [year, regulation, note])).toEqual([
      [2024, 'PermenPANRB 59/2020', null],
      [2023, 'PermenPANRB 59/2020', null],
      [2019, 'PermenPANRB 5/2018', 'three-domains'],
      [2018, 'PermenPANRB 5/2018', 'three-domains'],
    ]);
    expect(results.at(-1)?.domains).toEqual([206, 229, null, 300]);
  });

  it('are none for another instrument, and none for an agency that was never evaluated', async () => {
    expect(await publishedResults(house.db, 'epss-2022', '63.11')).toEqual([]);
    expect(await publishedResults(house.db, 'spbe-2020', '99.99')).toEqual([]);
  });

  it('are there for ministries too, under the codes the product gave them', async () => {
    const results = await publishedResults(house.db, 'spbe-2020', 'P.001');
    expect(results.length).toBeGreaterThan(0);
  });
});
