/** Reading many agencies at once: the comparison page, and the core that scores them. */
import { readFileSync } from 'node:fs';
import { parseInstrument, planRises, score } from '~/instrument';
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { AGENCIES, country, INDICATORS } from './data';
import { load, type LoadResult } from './load';
import { held, type Line, ms, percentile, shown, times } from './report';

export async function benchComparison(product: Product, seconds: number): Promise<readonly Line[]> {
  const visitor = await signedIn(product, 'fasilitator');
  const read = (rakerda: string): Promise<LoadResult> =>
    load({
      origin: product.origin,
      connections: 1,
      seconds,
      method: 'GET',
      headers: () => ({ Cookie: visitor.cookieHeader(), 'Accept-Encoding': 'gzip' }),
      next: () => ({ path: `/rakerda/${rakerda}/spbe-2020/banding` }),
      expected: [200],
    });
  const small = await read('demo-kalsel-2025');
  const large = await read(country(2025));
  const ratio = large.p95 / small.p95;
  return [
    shown('comparison page, 14 agencies, p95', ms(small.p95)),
    held(
      `comparison page, ${AGENCIES} agencies × 5 years, p95`,
      ms(large.p95),
      '≤ 60 ms',
      large.p95 <= 60 && large.wrong === 0,
    ),
    held('… ÷ 14 agencies', times(ratio), '≤ 4.00×', ratio <= 4),
  ];
}

/** Indices in hundredths, from near to nearly the highest. */
const TARGETS = [180, 260, 350, 420, 499];

/** The pure core alone, against the loop that sums the weights and nothing else. */
export function benchScoring(): readonly Line[] {
  const instrument = parseInstrument(
    JSON.parse(readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8')),
  );
  const weights = instrument.domains.flatMap((d) =>
    d.aspects.flatMap((a) => a.indicators.map((i) => i.weight)),
  );
  const assessments = Array.from({ length: AGENCIES }, (_, agency) =>
    Array.from({ length: INDICATORS }, (__, i) => 1 + ((agency * 31 + i * 17) % 5)),
  );
  let kept = 0;
  const scored = repeat(() => {
    for (const levels of assessments) kept += score(instrument, levels).whole.index.hundredths;
  });
  const summed = repeat(() => {
    for (const levels of assessments) {
      let sum = 0;
      weights.forEach((weight, i) => (sum += weight * (levels[i] ?? 1)));
      kept += sum;
    }
  });
  const levels = Array.from({ length: INDICATORS }, (_, i) => 1 + (i % 3));
  const effort = Object.fromEntries(levels.map((_, i) => [i + 1, 1 + (i % 9)]));
  const planned = Math.max(
    ...TARGETS.map((targetHundredths) =>
      repeat(() => (kept += planRises(instrument, levels, { targetHundredths, effort }).kind.length), 40),
    ),
  );
  if (kept === 0) throw new Error('Nothing was computed');
  return [
    shown(`${AGENCIES} × the loop that only sums the weights, median`, ms(summed)),
    held(
      `${AGENCIES} × score() in the core, median`,
      `${ms(scored)} (${times(scored / summed)})`,
      '≤ 5 ms',
      scored <= 5,
    ),
    held(
      `plan of ${INDICATORS} indicators, median of the slowest target`,
      ms(planned),
      '≤ 20 ms',
      planned <= 20,
    ),
  ];
}

/** The median of the last three quarters of so many rounds. */
function repeat(work: () => void, rounds = 200): number {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    work();
    if (round >= rounds / 4) took.push(performance.now() - started);
  }
  return percentile(took, 0.5);
}
