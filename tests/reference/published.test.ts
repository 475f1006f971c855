/**
 * Real published results. An agency's announcement gives its index and those of its domains, rarely the level of
 * each indicator. So all the ways the indicators can stand that yield the published domain figures are looked for:
 * each must give the published index and predicate, or our scoring differs from the one in use.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Domain, parseInstrument, score } from '~/instrument';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const figure = z
  .string()
  .regex(/^[1-5]\.\d\d$/)
  .transform((text) => Number(text.replace('.', '')));
const results = z
  .array(
    z.object({
      agency: z.string(),
      year: z.int(),
      instrument: z.literal('spbe-2020'),
      index: figure,
      predicate: z.string(),
      domains: z.array(figure).length(4),
      source: z.object({ publisher: z.string(), url: z.url(), note: z.string() }),
    }),
  )
  .parse(read('./published.json'));

const instrument = parseInstrument(read('../../seeds/instruments/spbe-2020.json'));

/** Levels of `count` indicators that add up to `sum`: as even as can be. */
function spread(count: number, sum: number): number[] {
  const base = Math.floor(sum / count);
  return Array.from({ length: count }, (_, i) => base + (i < sum - base * count ? 1 : 0));
}

/**
 * Every distinct way a domain can reach a published figure, weakest first. Inside an aspect all indicators weigh the same, so only
 * the sum of the levels of each aspect matters.
 */
function waysToReach(domain: Domain, hundredths: number): number[][] {
  let partial: number[][] = [[]];
  for (const { indicators } of domain.aspects) {
    const count = indicators.length;
    const sums = Array.from({ length: count * 4 + 1 }, (_, i) => count + i);
    partial = partial.flatMap((levels) => sums.map((sum) => [...levels, ...spread(count, sum)]));
  }
  const weights = domain.aspects.flatMap((a) => a.indicators.map((i) => i.weight));
  const total = (levels: readonly number[]) =>
    levels.reduce((sum, level, i) => sum + level * (weights[i] ?? 0), 0);
  return partial
    .filter((levels) => Math.round((100 * total(levels)) / domain.weight) === hundredths)
    .sort((a, b) => total(a) - total(b));
}

describe.each(results)('$agency $year', ({ index, predicate, domains }) => {
  it('scores as published', () => {
    const ways = instrument.domains.map((domain, i) => waysToReach(domain, domains[i] ?? 0));
    // The index grows with every level, so what the weakest and the strongest way share, all between share.
    const weakest = ways.flatMap((options) => options.at(0) ?? []);
    const strongest = ways.flatMap((options) => options.at(-1) ?? []);
    for (const levels of [weakest, strongest]) {
      const result = score(instrument, levels);
      expect(result.domains.map((d) => d.index.hundredths)).toEqual(domains);
      expect(result.whole.index.hundredths).toBe(index);
      expect(result.predicate.name.id).toBe(predicate);
    }
  });
});
