/** Which districts have a row on the stage, and what those that have none come to. Pure. */
import { compareBetter, type Quantity } from '~/instrument';

interface District {
  readonly agency: { readonly code: string };
  readonly isAgencyComplete: boolean;
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
  /** Of that sum, what the board of the topic adds up too; null where that is all of it or none of it. */
  readonly complete: CompletePart | null;
}

/** The agencies that are complete, and what their districts come to: what is left is of agencies that are not. */
export interface CompletePart {
  readonly agencies: number;
  readonly sum: number;
  /** All of them lie in a province. */
  readonly areRegencies: boolean;
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
  const isWhole = telling.every(({ isAgencyComplete }) => isAgencyComplete);
  return {
    finished,
    // Of those that are not finished nothing could be seen but that.
    shown: telling.slice(0, most),
    clean: finished.length - telling.length,
    sum: isSummed ? sumOf(telling) : null,
    complete: isSummed && !isWhole ? completePart(rows, telling) : null,
  };
}

function completePart(rows: readonly District[], telling: readonly District[]): CompletePart | null {
  const codes = new Set(
    rows.flatMap(({ agency, isAgencyComplete }) => (isAgencyComplete ? agency.code : [])),
  );
  if (codes.size === 0) return null;
  return {
    agencies: codes.size,
    sum: sumOf(telling.filter(({ isAgencyComplete }) => isAgencyComplete)),
    areRegencies: rows.every(({ agency }) => agency.code.includes('.')),
  };
}

function sumOf(rows: readonly District[]): number {
  return rows.reduce((sum, row) => sum + amountOf(row), 0);
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
