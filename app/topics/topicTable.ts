/** All agencies in one topic: what each comes to, and in which order they stand. Pure. */
import type { AssessmentState } from '#db/schema';
import { compareBetter, compareQuantities, type Movement, movementOf, type Quantity } from '~/instrument';
import { emptyFigures, type Figures, kindOf, type Topic } from '~/instrument/topic';

export interface TableAgency {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly isOwn: boolean;
  readonly state: AssessmentState;
  /** Something was saved; taken for granted where the reader may not see it. */
  readonly isBegun: boolean;
  /** Null where the reader may not see them. */
  readonly figures: Figures | null;
  /** Those of the Rakerda before; null where there are none, or the reader may not see them. */
  readonly before: Figures | null;
}

export interface TableRow extends Omit<TableAgency, 'figures' | 'before'> {
  readonly isOpen: boolean;
  readonly filled: number;
  readonly total: number;
  /** In the order of the instrument; null where it cannot be reckoned or seen. */
  readonly measures: readonly (Quantity | null)[];
  /** What each check leaves unaccounted for, in the order of the instrument. */
  readonly differences: readonly (number | null)[];
  /** How the headline moved since the Rakerda before; null where one of the two is missing. */
  readonly movement: Movement | null;
}

export function tableRows(topic: Topic, agencies: readonly TableAgency[]): readonly TableRow[] {
  const { outcome, values, differencesIn } = kindOf(topic);
  return agencies.map(({ figures, before, ...agency }) => {
    const shown = figures ?? emptyFigures(topic);
    const { filled, total, headline, ceiling } = outcome(shown);
    // What can still rise has not fallen, and what more may come on top of is no better: it is only not finished.
    const isOpen = ceiling !== null || (headline?.direction === 'lower' && filled < total);
    const now = isOpen ? null : headline;
    const then = before && outcome(before).headline;
    return {
      ...agency,
      isOpen: figures !== null,
      filled,
      total,
      measures: values(shown),
      differences: differencesIn(shown),
      movement: now && then ? movementOf(now, then) : null,
    };
  });
}

/** How the table is sorted: by name, completeness, state, a measure or a check, each by its code. */
export interface TableOrder {
  readonly column: string;
  /** The worst first, or names from the end. */
  readonly isReversed: boolean;
}

export const NAME = 'instansi';
export const FILLED = 'isian';
export const STATE = 'status';

/** From filling in to approved. */
const WAY: readonly AssessmentState[] = ['draft', 'submitted', 'approved'];

/** The columns that the table can be sorted by, the headline first among the measures. */
export function columnsOf(topic: Topic): readonly string[] {
  const { columns, differences } = kindOf(topic);
  return [NAME, FILLED, STATE, ...[...columns, ...differences].map(({ code }) => code)];
}

/** Reads `?urut=resolved-share&arah=balik`; the headline, the best first, where nothing fits. */
export function readTableOrder(topic: Topic, params: URLSearchParams): TableOrder {
  const column =
    columnsOf(topic).find((known) => known === params.get('urut')) ?? kindOf(topic).headline.code;
  return { column, isReversed: params.get('arah') === 'balik' };
}

/** Sorted rows: the best first by the measure's own direction, without a figure always last, equals in order of the codes. */
export function sortTable(
  topic: Topic,
  rows: readonly TableRow[],
  { column, isReversed }: TableOrder,
  collator: Pick<Intl.Collator, 'compare'>,
): readonly TableRow[] {
  const byCode = [...rows].sort((a, b) => (a.agencyCode < b.agencyCode ? -1 : 1));
  const sign = isReversed ? -1 : 1;
  if (column === NAME) return byCode.sort((a, b) => sign * collator.compare(a.agencyName, b.agencyName));
  const { columns, differences } = kindOf(topic);
  const measure = columns.findIndex(({ code }) => code === column);
  const check = differences.findIndex(({ code }) => code === column);
  const withLast = <T>(value: (row: TableRow) => T | null, compare: (a: T, b: T) => number) =>
    byCode.sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return sign * compare(left, right);
    });
  if (measure >= 0)
    return withLast(
      (row) => row.measures[measure] ?? null,
      (a, b) => (a.direction === 'neither' ? compareQuantities(b, a) : compareBetter(a, b)),
    );
  if (column === STATE)
    return withLast(
      ({ state }) => WAY.indexOf(state),
      (a, b) => b - a,
    );
  // Most is first where something is missing: that is what somebody looks for.
  if (check >= 0)
    return withLast(
      (row) => row.differences[check] ?? null,
      (a, b) => b - a,
    );
  return withLast(
    (row) => (row.isOpen ? row.filled / row.total : null),
    (a, b) => b - a,
  );
}
