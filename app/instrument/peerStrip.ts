/**
 * One agency among its peers, aspect by aspect: where it stands, where half of the complete ones stand, and what the
 * distance does to the whole index. Aspects come in the order of what they cost. Only complete agencies are peers, and
 * only a complete one has a rank (standing.ts).
 */
import type { Scheme } from './scheme';
import { type Figure, figure } from './figure';
import { type Levels, type NodeScore, type Score, score } from './score';
import { isComplete } from './standing';

/** So many peers that stand on the same sum: Σ weight × stored level of an aspect. Nobody is named. */
export type PeerStack = readonly [sum: number, count: number];

/** Peers of one agency, itself left out. */
export interface PeerSums {
  readonly count: number;
  /** In instrument order; in an aspect the lowest sum first. */
  readonly aspects: readonly (readonly PeerStack[])[];
}

/** The complete ones among some agencies, as sums that can be told apart but not told whose they are. */
export function peerSums(scheme: Scheme, agencies: readonly Levels[]): PeerSums {
  const scores = agencies.map((levels) => score(scheme, levels));
  const complete = scores.filter(({ completeness }) => isComplete(completeness));
  return {
    count: complete.length,
    aspects: scheme.domains
      .flatMap(({ aspects }) => aspects)
      .map((_, place) => stacked(complete.map(({ aspects }) => aspects[place]?.index.numerator ?? 0))),
  };
}

function stacked(sums: readonly number[]): readonly PeerStack[] {
  const counts = new Map<number, number>();
  for (const sum of sums) counts.set(sum, (counts.get(sum) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** One aspect of the strip; figures without a type of their own are hundredths. */
export interface StripRow {
  readonly no: number;
  readonly own: NodeScore;
  /** In the earlier year; null where there is none, or where answers were missing then. */
  readonly before: number | null;
  /** The peers by where they stand, the lowest first. */
  readonly peers: readonly { readonly at: number; readonly count: number }[];
  /** Of all complete agencies, this one among them where it is complete; null without peers. */
  readonly median: number | null;
  /** 1 for the highest published figure, equal ones share it; null where the agency is not complete. */
  readonly rank: number | null;
  /** From the published median to the published own figure; null where either is open. */
  readonly gap: number | null;
  /** What that distance does to the whole index: it times the aspect's weight, exact. */
  readonly effect: Figure | null;
}

export interface PeerStrip {
  /** What costs most comes first; aspects with answers missing stand last, in the order of the instrument. */
  readonly rows: readonly StripRow[];
  /** How many the ranks and medians are of. */
  readonly ranked: number;
}

/**
 * @param own the agency as it stands
 * @param before the same in an earlier year of the same instrument
 * @param peers the others, see {@link peerSums}
 */
export function peerStrip(own: Score, before: Score | null, peers: PeerSums): PeerStrip {
  const isWhole = isComplete(own.completeness);
  const wasWhole = before !== null && isComplete(before.completeness);
  const rows = own.aspects.map((aspect, place): StripRow => {
    const { numerator, denominator, hundredths } = aspect.index;
    const stacks = peers.aspects[place] ?? [];
    const spots = stacks.map(([sum, count]) => ({ at: figure(sum, denominator).hundredths, count }));
    const middle = peers.count === 0 ? null : twiceTheMedian(isWhole ? [...stacks, [numerator, 1]] : stacks);
    const median = middle === null ? null : figure(middle, 2 * denominator).hundredths;
    const isSet = middle !== null && median !== null && isComplete(aspect);
    return {
      no: aspect.no,
      own: aspect,
      before: wasWhole ? (before.aspects[place]?.index.hundredths ?? null) : null,
      peers: merged(spots),
      median,
      rank:
        isWhole && peers.count > 0
          ? 1 + spots.reduce((above, { at, count }) => above + (at > hundredths ? count : 0), 0)
          : null,
      gap: isSet ? hundredths - median : null,
      effect: isSet ? figure(2 * numerator - middle, 2 * own.whole.index.denominator) : null,
    };
  });
  const cost = ({ effect }: StripRow) => effect?.numerator ?? Infinity;
  return {
    // Two without an effect differ by NaN: their number decides.
    rows: rows.sort((a, b) => cost(a) - cost(b) || a.no - b.no),
    ranked: peers.count + (isWhole ? 1 : 0),
  };
}

/** The two in the middle added up, or the one in the middle twice: exact without a half. */
function twiceTheMedian(stacks: readonly PeerStack[]): number {
  const sorted = [...stacks].sort(([a], [b]) => a - b);
  const total = sorted.reduce((all, [, count]) => all + count, 0);
  const at = (place: number) => {
    let passed = 0;
    for (const [sum, count] of sorted) {
      passed += count;
      if (place < passed) return sum;
    }
    return 0;
  };
  return at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2));
}

/** Different sums can be published as one figure: they stand in one place. */
function merged(spots: readonly { readonly at: number; readonly count: number }[]) {
  const places = new Map<number, number>();
  for (const { at, count } of spots) places.set(at, (places.get(at) ?? 0) + count);
  return [...places].map(([at, count]) => ({ at, count }));
}
