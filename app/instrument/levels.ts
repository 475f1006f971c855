/**
 * Levels as answers store them and as people say them. Apart from other look-ups, because nearly every page shows a level
 * and few need more of an instrument.
 */
import type { LevelRange, Scheme } from './scheme';

/** Whatever knows the unit of its levels: the range of an instrument, a vote, a form. */
type WithUnit = Pick<LevelRange, 'unit'>;

/** A level as answers store it (integer), from the level people say. */
export function storedLevel({ unit }: WithUnit, shown: number): number {
  return Math.round(shown * unit);
}

/** A level as people say it, from the stored integer; with decimals where the instrument has them. */
export function shownLevel({ unit }: WithUnit, stored: number): number {
  return stored / unit;
}

/** A stored level in hundredths, as indices are written: `3,50`. */
export function levelHundredths({ unit }: WithUnit, stored: number): number {
  return Math.round((stored * 100) / unit);
}

/** Whether a stored level is one that criteria describe, and not one in between. */
export function isWholeLevel({ unit }: WithUnit, stored: number): boolean {
  return stored % unit === 0;
}

/** The whole levels as answers store them, lowest first. */
export function wholeLevels(range: LevelRange): readonly number[] {
  return Array.from({ length: range.max - range.min + 1 }, (_, i) => storedLevel(range, range.min + i));
}

/** The lowest and highest level as answers store them, integers. */
export function storedRange({ level }: Pick<Scheme, 'level'>): {
  readonly min: number;
  readonly max: number;
} {
  return { min: storedLevel(level, level.min), max: storedLevel(level, level.max) };
}
