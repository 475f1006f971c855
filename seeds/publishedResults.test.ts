/** The published results prove the instrument: every index follows from its domains, and every predicate from its index. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInstrument } from '~/instrument';
import { readAgencies } from './agencies';
import { readPublishedResults } from './publishedResults';

const spbe = parseInstrument(
  JSON.parse(readFileSync(new URL('./instruments/spbe-2020.json', import.meta.url), 'utf8')),
);
const results = await readPublishedResults();
const evaluated = results.filter((row) => row.agency_code !== null && row.year >= 2023);

const domainsSchema = z.array(z.int().nullable());
const fourDomains = z.tuple([z.int(), z.int(), z.int(), z.int()]);

/** The lowest and the highest index, in hundredths, that the published domains leave open. */
function openIndex(domains: string): { readonly from: number; readonly to: number } {
  // Two domains have ten indicators of one weight, so that their figures are exact; the third has eleven.
  const [first, second, third, fourth] = fourDomains.parse(JSON.parse(domains));
  const [one = 0, two = 0, three = 0, four = 0] = spbe.domains.map(({ weight }) => weight / spbe.weightTotal);
  const exactThird = (Math.round((third * 11) / 100) * 100) / 11;
  const sure = one * first + two * second + three * exactThird;
  return { from: sure + four * (fourth - 0.5), to: sure + four * (fourth + 0.5) };
}

function predicateOf(hundredths: number): string | undefined {
  return spbe.predicates.find(({ minHundredths }) => hundredths >= minHundredths - 1e-9)?.code;
}

describe('the published results', () => {
  it('are as many as were evaluated, each of an agency there is, and once', async () => {
    const count = (year: number) => evaluated.filter((row) => row.year === year).length;
    expect([count(2023), count(2024)]).toEqual([621, 615]);
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    const known = new Set((await readAgencies()).map(({ code }) => code));
    expect(evaluated.filter(({ agency_code }) => !known.has(agency_code ?? ''))).toEqual([]);
  });

  it('have domains that their numbers of indicators allow', () => {
    for (const { id, domain_hundredths } of evaluated) {
      const [first, second, third] = fourDomains.parse(JSON.parse(domain_hundredths));
      expect([first % 10, second % 10], id).toEqual([0, 0]);
      expect(Math.round((Math.round((third * 11) / 100) * 100) / 11), id).toBe(third);
    }
  });

  it('give each index from its domains, within the rounding of the fourth', () => {
    const wrong = evaluated.filter(({ domain_hundredths, index_hundredths }) => {
      const { from, to } = openIndex(domain_hundredths);
      return index_hundredths + 0.5 < from || index_hundredths - 0.5 > to;
    });
    expect(wrong).toEqual([]);
  });

  it('give each predicate from the index before rounding, but for one of 2023', () => {
    const other = evaluated.filter(({ domain_hundredths, index_hundredths, predicate }) => {
      const { from, to } = openIndex(domain_hundredths);
      const least = Math.max(from, index_hundredths - 0.5);
      const most = Math.min(to, index_hundredths + 0.5);
      return predicateOf(least) !== predicate && predicateOf(most) !== predicate;
    });
    expect(other.map(({ id }) => id)).toEqual(['2023/12.25']);
  });

  it('would give other predicates in 2024 had the index been rounded first', () => {
    const other = evaluated.filter(
      (row) => row.year === 2024 && predicateOf(row.index_hundredths) !== row.predicate,
    );
    expect(other.map(({ agency_code }) => agency_code)).toEqual(
      expect.arrayContaining(['73.17', '35.01', '12.25']),
    );
  });

  it('keep the figures of the country as they were published, not as a mean', () => {
    const nation = results.filter((row) => row.agency_code === null);
    expect(nation.map(({ year, index_hundredths }) => [year, index_hundredths])).toEqual([
      [2018, 198],
      [2019, 218],
      [2020, 226],
      [2021, 224],
      [2022, 234],
      [2023, 279],
      [2024, 312],
    ]);
    for (const { domain_hundredths, note } of nation)
      expect(domainsSchema.parse(JSON.parse(domain_hundredths))[2] === null).toBe(note === 'three-domains');
  });
});
