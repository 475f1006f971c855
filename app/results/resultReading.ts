/**
 * What the result of one agency says: averages, rows, order, strongest and weakest, the next predicate.
 * Everything is worked out from the stored levels through the pure core, so a level that arrives live only has to be
 * put in its place ({@link withLevel}).
 */
import {
  type Band,
  type Figure,
  figure,
  type InstrumentOutline,
  type Levels,
  type Scheme,
  type Score,
  shareHundredths,
  storedRange,
  earns,
} from '~/instrument';

/** Levels of the complete ones among several agencies, added up: Σ of stored levels per indicator. */
export interface Peers {
  /** How many are complete. */
  readonly count: number;
  /** All of them, complete or not. */
  readonly agencies: number;
  readonly sums: readonly number[];
}

/** Mean indices of the peers in hundredths, exact and rounded once; in instrument order. */
export interface Averages {
  readonly whole: number;
  readonly domains: readonly number[];
  readonly aspects: readonly number[];
  /** Mean level per indicator. */
  readonly indicators: readonly number[];
}

/** The mean of the complete peers at every node of the instrument, or null where there are none. */
export function averagesOf(scheme: Scheme, peers: Peers): Averages | null {
  if (peers.count === 0) return null;
  const { unit } = scheme.level;
  const domains: number[] = [];
  const aspects: number[] = [];
  let whole = 0;
  for (const domain of scheme.domains) {
    let domainSum = 0;
    for (const aspect of domain.aspects) {
      const sum = aspect.indicators.reduce(
        (all, { no, weight }) => all + weight * (peers.sums[no - 1] ?? 0),
        0,
      );
      aspects.push(figure(sum, aspect.weight * unit * peers.count).hundredths);
      domainSum += sum;
    }
    domains.push(figure(domainSum, domain.weight * unit * peers.count).hundredths);
    whole += domainSum;
  }
  return {
    whole: figure(whole, scheme.weightTotal * unit * peers.count).hundredths,
    domains,
    aspects,
    indicators: peers.sums.map((sum) => figure(sum, unit * peers.count).hundredths),
  };
}

/** What the agency calls the service that an indicator is about. */
export interface NamedService {
  readonly no: number;
  readonly name: string;
}

/** One line of the indicator table. */
export interface IndicatorRow {
  readonly no: number;
  readonly name: string;
  /** Its part of the whole: of the total of all weights. */
  readonly weight: number;
  /** The same in hundredths of a per cent. */
  readonly share: number;
  readonly domainNo: number;
  readonly aspectNo: number;
  readonly scale: string;
  /** Stored level; null = unanswered. */
  readonly level: number | null;
  /** Mean level of the peers in hundredths. */
  readonly average: number | null;
  /** Stored level of the earlier year. */
  readonly before: number | null;
  readonly flagged: boolean;
  /** Which service is meant; null where it was not named. */
  readonly service: string | null;
  /** What the indicator brings to the whole index; these add up to it exactly. */
  readonly contribution: Figure;
}

/** The indicators in instrument order with everything the table shows. */
export function indicatorRows(
  outline: InstrumentOutline,
  given: {
    readonly levels: Levels;
    readonly before: Levels | null;
    readonly averages: Averages | null;
    readonly flagged: readonly number[];
    readonly services?: readonly NamedService[];
  },
): readonly IndicatorRow[] {
  const lowest = storedRange(outline).min;
  const denominator = outline.weightTotal * outline.level.unit;
  return outline.domains.flatMap((domain) =>
    domain.aspects.flatMap((aspect) =>
      aspect.indicators.map(({ no, name, weight }) => {
        const level = given.levels[no - 1] ?? null;
        return {
          no,
          name,
          weight,
          share: shareHundredths(outline, weight),
          domainNo: domain.no,
          aspectNo: aspect.no,
          scale: domain.scale,
          level,
          average: given.averages?.indicators[no - 1] ?? null,
          before: given.before?.[no - 1] ?? null,
          flagged: given.flagged.includes(no),
          service: given.services?.find((one) => one.no === no)?.name ?? null,
          contribution: figure(weight * (level ?? lowest), denominator),
        };
      }),
    ),
  );
}

/** What every indicator is called, by number. */
export function indicatorNames({ domains }: InstrumentOutline): ReadonlyMap<number, string> {
  return new Map(
    domains.flatMap(({ aspects }) =>
      aspects.flatMap(({ indicators }) => indicators.map(({ no, name }) => [no, name] as const)),
    ),
  );
}

/** What the table can be ordered by: words of the address, `?urut=level` or `?urut=-level`. */
export const SORT_KEYS = ['nomor', 'bobot', 'level', 'rata', 'lalu', 'sumbangan'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Reads `?urut=`; anything unknown is the instrument's own order. */
export function parseSort(param: string | null): Sort {
  const descending = param?.startsWith('-') ?? false;
  const word = descending ? param?.slice(1) : param;
  const key = SORT_KEYS.find((candidate) => candidate === word);
  return key ? { key, descending } : { key: 'nomor', descending: false };
}

/** The rows in the order asked for; ties stay in instrument order, what has no figure comes last. */
export function sortRows(rows: readonly IndicatorRow[], sort: Sort): readonly IndicatorRow[] {
  const value = (row: IndicatorRow): number | null => {
    switch (sort.key) {
      case 'nomor':
        return row.no;
      case 'bobot':
        return row.weight;
      case 'level':
        return row.level;
      case 'rata':
        return row.average;
      case 'lalu':
        return row.before;
      case 'sumbangan':
        return row.contribution.numerator;
    }
  };
  return [...rows].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    if (left === null || right === null) {
      return left === right ? a.no - b.no : left === null ? 1 : -1;
    }
    return (sort.descending ? right - left : left - right) || a.no - b.no;
  });
}

/**
 * The answered indicators with the highest levels, and those that stand lowest, an unanswered one on the level it counts
 * as; among equals the heavier first, because it moves the index more. The two lists never overlap, and both are empty
 * until there is something to compare.
 * @param lowest stored level that an unanswered indicator counts as
 */
export function extremes(
  rows: readonly IndicatorRow[],
  lowest: number,
  most = 5,
): { readonly strongest: readonly IndicatorRow[]; readonly weakest: readonly IndicatorRow[] } {
  const answered = rows.filter(({ level }) => level !== null);
  const each = Math.min(most, Math.floor(answered.length / 2));
  const standing = ({ level }: IndicatorRow) => level ?? lowest;
  const strongest = [...answered]
    .sort((a, b) => standing(b) - standing(a) || b.weight - a.weight || a.no - b.no)
    .slice(0, each);
  const weakest = rows
    .filter((row) => !strongest.includes(row))
    .sort((a, b) => standing(a) - standing(b) || b.weight - a.weight || a.no - b.no)
    .slice(0, each === 0 ? 0 : most);
  return { strongest, weakest };
}

/** The lowest predicate that an index has not earned; null at the top. */
export function nextPredicate<Predicate extends Band>(
  scheme: Scheme<Predicate>,
  index: Figure,
): Predicate | null {
  return (
    [...scheme.predicates].reverse().find(({ minHundredths }) => !earns(scheme, index, minHundredths)) ?? null
  );
}

/** Whether something is still unanswered, so that the index is only provisional. */
export function isProvisional({ completeness }: Score): boolean {
  return completeness.answered < completeness.total;
}

/**
 * The same result with one level changed, as when it arrives live. Own levels, flags and the sum over the complete peers
 * (to which the agency belongs while nothing of it is unanswered) move together.
 * @param no indicator number
 * @param level stored level, or null
 */
export function withLevel<
  Result extends { readonly levels: Levels; readonly flagged: readonly number[]; readonly peers: Peers },
>(result: Result, no: number, level: number | null, discuss: boolean): Result {
  const levels = result.levels.map((old, i) => (i === no - 1 ? level : old));
  return {
    ...result,
    levels,
    flagged: [...result.flagged.filter((other) => other !== no), ...(discuss ? [no] : [])],
    peers: counting(counting(result.peers, result.levels, -1), levels, 1),
  };
}

/** The peers with one agency's levels counted in (1) or out (-1); as they are where something is unanswered. */
export function counting(peers: Peers, levels: Levels, sign: 1 | -1): Peers {
  if (levels.includes(null)) return peers;
  return {
    ...peers,
    count: peers.count + sign,
    sums: peers.sums.map((sum, i) => sum + sign * (levels[i] ?? 0)),
  };
}
