/**
 * The colour of a part of a topic, as the level that it belongs to in hundredths. An index has the colour of its own
 * level. Of a share it is how much of the best there is, whichever way is better there: where half is missing it is as
 * weak as can be, and the best colour is kept for what lacks nothing. A count says nothing of how bad it is: a large
 * district has more of everything. Pure.
 */
import type { Quantity } from '~/instrument';

/** From so many thousandths of the best on, the level whose colour it has. */
export const TONES = [
  { from: 1000, level: 5 },
  { from: 900, level: 4 },
  { from: 750, level: 3 },
  { from: 501, level: 2 },
] as const;

/** @param share how far it is from the worst to the best, in thousandths; null where neither way is better */
export function toneOf(unit: Quantity['unit'], share: number | null): number | null {
  if (share === null) return null;
  if (unit === 'index') return 100 + Math.round(share * 0.4);
  return (TONES.find(({ from }) => share >= from)?.level ?? 1) * 100;
}

/** How much of the best a share is, in thousandths, and never rounded up to the best; null for what is no share. */
export function goodness({ direction, unit, numerator, denominator }: Quantity): number | null {
  if (unit !== 'percent' || direction === 'neither') return null;
  const part = Math.min(Math.max(numerator / denominator, 0), 1);
  return Math.floor((direction === 'lower' ? 1 - part : part) * 1000 + 1e-9);
}
