/**
 * In what parts the values of a ladder are counted. Apart from the checks of an instrument: browsers count too, and carry
 * no checks.
 */

/** What of an indicator says in what parts its value comes. */
interface Parts {
  readonly rungs: readonly {
    readonly items: readonly { readonly role: string; readonly points?: number | undefined }[];
  }[];
  readonly external?: { readonly conversion: readonly (readonly [number, number])[] } | undefined;
}

interface Measured {
  readonly aspects: readonly { readonly indicators: readonly Parts[] }[];
}

/** Products of the scoring stay exact numbers below this. */
export const MOST_MEASURE = 1_000_000_000;

/** The smallest number that makes every value of every indicator, in hundredths, a whole number when multiplied with it. */
export function measureOf({ aspects }: Measured): number {
  return aspects
    .flatMap(({ indicators }) => indicators.flatMap(denominatorsOf))
    .reduce(
      (measure, part) => Math.min((measure / commonDivisor(measure, part)) * part, MOST_MEASURE + 1),
      1,
    );
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** What the value of an indicator can be parts of. */
function denominatorsOf({ rungs, external }: Parts): readonly number[] {
  if (external)
    return external.conversion.flatMap(([score], c) => {
      const before = external.conversion[c - 1];
      return before && score > before[0] ? [score - before[0]] : [];
    });
  return rungs.flatMap(({ items }) => {
    const main = items.filter(({ role }) => role === 'main');
    return main.length > 0 && main.every(({ points }) => points === undefined) ? [main.length] : [];
  });
}
