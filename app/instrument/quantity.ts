/** Reckoning with quantities of any unit: how they are shown, which of two is better, what changed between years. */
import type { Quantity } from './outcome';

/**
 * The quantity in units of the last digit that is shown: 2,59 is 259 with two decimals, 95,7% is 957 with one. Rounded
 * half up once, from the exact fraction; a per cent is its fraction of the whole.
 */
export function shownUnits({ numerator, denominator, unit, decimals }: Quantity): number {
  const scale = 10n ** BigInt(decimals) * (unit === 'percent' ? 100n : 1n);
  const doubled = 2n * BigInt(numerator) * scale + BigInt(denominator);
  const divisor = 2n * BigInt(denominator);
  const rounded = doubled / divisor;
  return Number(doubled % divisor < 0n ? rounded - 1n : rounded);
}

/** The other way round: a figure that is shown as so many units of its last digit. */
export function quantityOf(
  { unit, decimals, direction }: Pick<Quantity, 'unit' | 'decimals' | 'direction'>,
  units: number,
): Quantity {
  const whole = 10 ** decimals * (unit === 'percent' ? 100 : 1);
  return { numerator: units, denominator: whole, unit, decimals, direction };
}

/** Below zero where `a` is the smaller one; exact. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Below zero where `a` is better: the lower one where fewer is better, else the higher one. */
export function compareBetter(a: Quantity, b: Quantity): number {
  return a.direction === 'lower' ? compareQuantities(a, b) : compareQuantities(b, a);
}

/** What lies between two years, as shown: now less then, so that the three figures on a screen agree. */
export interface Movement {
  /** In units of the last digit, see {@link shownUnits}. */
  readonly units: number;
  readonly decimals: number;
  /** Null where it stood still, or where neither way is better. */
  readonly isBetter: boolean | null;
}

/** Null where the two cannot be measured against each other: of different units, or parts of different wholes. */
export function movementOf(now: Quantity, before: Quantity): Movement | null {
  if (now.unit === 'ratio' || now.unit !== before.unit || now.decimals !== before.decimals) return null;
  const units = shownUnits(now) - shownUnits(before);
  const isJudged = units !== 0 && now.direction !== 'neither';
  return {
    units,
    decimals: now.decimals,
    isBetter: isJudged ? units > 0 === (now.direction === 'higher') : null,
  };
}
