/** In which order the agencies stand, and which figures of a topic are its weakest. Pure. */
import { shortAgencyName } from '~/i18n';
import { compareBetter, type Locale } from '~/instrument';
import { type Cell, isRanked, type Ranked, type TableAgency, type Topic } from './topic';

export interface Order {
  /** Of the topic; null orders by name. */
  readonly key: string | null;
  /** The worst first, or from Z to A. */
  readonly isReversed: boolean;
}

export const BY_NAME = 'instansi';

/** Reads `?urut=` and `?arah=balik`; by the first topic where none of ours is asked for. */
export function readOrder(asked: URLSearchParams, topics: readonly Topic[]): Order {
  const wished = asked.get('urut');
  const isReversed = asked.get('arah') === 'balik';
  if (wished === BY_NAME) return { key: null, isReversed };
  const key = topics.find((topic) => topic.key === wished)?.key;
  return key === undefined ? { key: topics[0]?.key ?? null, isReversed: false } : { key, isReversed };
}

type Tie = (a: TableAgency, b: TableAgency) => number;

/** By the names as the table shows them: short. */
export function byName(locale: Locale): Tie {
  const collator = new Intl.Collator(locale);
  return (a, b) =>
    collator.compare(shortAgencyName(a.name), shortAgencyName(b.name)) || (a.code < b.code ? -1 : 1);
}

/**
 * The agencies by one topic, the best first, whichever way is better there. What is unfinished stands behind everything
 * that is ranked, in either direction; behind it what has not begun, and what the reader may not see.
 * @param tie decides between equals
 */
export function orderAgencies<Agency extends TableAgency>(
  agencies: readonly Agency[],
  topic: Topic | undefined,
  isReversed: boolean,
  tie: Tie,
): readonly Agency[] {
  const sign = isReversed ? -1 : 1;
  if (!topic) return [...agencies].sort((a, b) => sign * tie(a, b));
  const placed = agencies.map((agency) => ({ agency, cell: topic.cells.get(agency.code) }));
  placed.sort((a, b) => {
    const group = groupOf(a.cell) - groupOf(b.cell);
    if (group !== 0) return group;
    if (isRanked(a.cell) && isRanked(b.cell)) {
      const better = compareBetter(a.cell.outcome.headline, b.cell.outcome.headline);
      return sign * better || tie(a.agency, b.agency);
    }
    return filledOf(b.cell) - filledOf(a.cell) || tie(a.agency, b.agency);
  });
  return placed.map(({ agency }) => agency);
}

function groupOf(cell: Cell | undefined): number {
  if (isRanked(cell)) return 0;
  if (!cell) return 3;
  if (!cell.isOpen) return 4;
  return cell.outcome.headline === null ? 2 : 1;
}

function filledOf(cell: Cell | undefined): number {
  return cell?.isOpen && cell.outcome.total > 0 ? cell.outcome.filled / cell.outcome.total : 0;
}

/** So many agencies must have a figure before the last of them says anything. */
const FEW = 3;

/**
 * Codes of the agencies that the hall should look at: in the lowest band; at nothing where more is better; and where a
 * topic has no bands, the one that stands last by itself.
 */
export function weakestOf({ cells, bands, isLowerBetter }: Topic): ReadonlySet<string> {
  const ranked = [...cells].flatMap(([code, cell]) => (isRanked(cell) ? [{ code, cell }] : []));
  if (bands.length > 0) {
    const lowest = bands[0]?.code;
    return new Set(ranked.filter(({ cell }) => cell.outcome.band?.code === lowest).map(({ code }) => code));
  }
  const weak = new Set(
    isLowerBetter ? [] : ranked.filter(({ cell }) => isNothing(cell)).map(({ code }) => code),
  );
  const peers = ranked.filter((one) => !holdsOthers(one, ranked));
  const [last, beforeLast] = [...peers].sort((a, b) =>
    compareBetter(b.cell.outcome.headline, a.cell.outcome.headline),
  );
  if (peers.length >= FEW && last && beforeLast) {
    const isAlone = compareBetter(beforeLast.cell.outcome.headline, last.cell.outcome.headline) < 0;
    if (isAlone) weak.add(last.code);
  }
  return weak;
}

/** A province counts what its regencies count: it has the most of everything, and that says nothing. */
function holdsOthers(
  { code, cell }: { readonly code: string; readonly cell: Ranked },
  all: readonly { readonly code: string }[],
): boolean {
  return cell.outcome.headline.unit === 'count' && all.some((other) => other.code.startsWith(`${code}.`));
}

export function isNothing({ outcome }: Ranked): boolean {
  return outcome.headline.numerator === 0;
}
