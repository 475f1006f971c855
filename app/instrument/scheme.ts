/**
 * What scoring needs of an instrument, apart from its words: nodes with their weights, the range of levels, the bands
 * of its predicates. A whole instrument and its outline are both schemes as they stand, so the server and the browser
 * score by the same code and nothing is built anew in between.
 */

/** A node of the instrument: domain, aspect or indicator. */
interface WeightedNode {
  /** 1-based and gapless over all nodes of its kind. */
  readonly no: number;
  /** Its part of `weightTotal`. */
  readonly weight: number;
}

/** The indices from `minHundredths` up to the next band; what it is called is a word, and not here. */
export interface Band {
  readonly code: string;
  readonly minHundredths: number;
}

/** Lowest and highest real level; stored level = real level × unit. */
export interface LevelRange {
  readonly min: number;
  readonly max: number;
  readonly unit: number;
}

/** `Predicate` is what the scheme knows of its bands: scoring gives back the scheme's own. */
export interface Scheme<Predicate extends Band = Band> {
  readonly code: string;
  readonly level: LevelRange;
  readonly weightTotal: number;
  /** Highest first; the last one starts at the lowest index that can be reached. */
  readonly predicates: readonly Predicate[];
  /** Which index a predicate is given from: the exact one, or the published one with its two decimals. */
  readonly predicateFrom: 'exact' | 'rounded';
  readonly domains: readonly (WeightedNode & {
    readonly aspects: readonly (WeightedNode & { readonly indicators: readonly WeightedNode[] })[];
  })[];
}

const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 4;

/** Decimals that say exactly what any indicator brings by one real level; four where they would not do. */
export function gainDecimals({ domains, weightTotal }: Scheme): number {
  const weights = domains.flatMap(({ aspects }) =>
    aspects.flatMap(({ indicators }) => indicators.map(({ weight }) => weight)),
  );
  for (let decimals = FEWEST_DECIMALS; decimals < MOST_DECIMALS; decimals += 1)
    if (weights.every((weight) => (weight * 10 ** decimals) % weightTotal === 0)) return decimals;
  return MOST_DECIMALS;
}
