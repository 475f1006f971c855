/** Which districts have a row on the stage, and what those that have none come to. Pure. */
import { compareBetter, type Quantity } from '~/instrument';

interface District {
  readonly lacking: number;
  readonly values: readonly (Quantity | null)[];
}

export interface DistrictPick<Row> {
  readonly finished: readonly Row[];
  /** The first of those that say something. */
  readonly shown: readonly Row[];
  /** Finished, and nothing to be seen for. */
  readonly clean: number;
  /** Of all that say something; null where nothing is added up. */
  readonly sum: number | null;
}

/** @param most rows that there is room for */
export function pickDistricts<Row extends District>(
  rows: readonly Row[],
  most: number,
  tie: (a: Row, b: Row) => number,
): DistrictPick<Row> {
  const worstFirst = [...rows].sort((a, b) => worse(a, b) || tie(a, b));
  const finished = worstFirst.filter(({ lacking }) => lacking === 0);
  const isSummed = finished.some(({ values: [lead] }) => lead && isAddedUp(lead));
  // Where fewer is better, those without any have nothing to be seen for.
  const telling = isSummed ? finished.filter((row) => amountOf(row) > 0) : finished;
  return {
    finished,
    shown: (finished.length > 0 ? telling : worstFirst).slice(0, most),
    clean: finished.length - telling.length,
    sum: isSummed ? telling.reduce((sum, row) => sum + amountOf(row), 0) : null,
  };
}

/** What a district adds to the sum of the headline. */
export function amountOf({ values: [lead] }: District): number {
  return lead ? Math.round(lead.numerator / lead.denominator) : 0;
}

/** A count of what there should be none of. */
function isAddedUp({ direction, unit }: Quantity): boolean {
  return unit === 'count' && direction === 'lower';
}

/** Finished ones first, the worst of them before the others. */
function worse(a: District, b: District): number {
  const [left, right] = [a, b].map(({ lacking, values }) => (lacking > 0 ? null : (values[0] ?? null)));
  if (!left || !right) return Number(!left) - Number(!right);
  return compareBetter(right, left);
}
