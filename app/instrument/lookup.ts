/**
 * The look-ups that every room needs of an instrument. Apart from the schema, so that a page which only shows figures
 * does not carry the checks of the file format.
 */
import type { Indicator, Instrument, ScaleLevel } from './schema';
import { type Locale, localize } from './text';

/** An indicator with where it stands: numbers of its domain and aspect, code of its scale. */
export type FlatIndicator = Indicator & {
  readonly domainNo: number;
  readonly aspectNo: number;
  readonly scale: string;
};

const flatLists = new WeakMap<Instrument, readonly FlatIndicator[]>();

/**
 * All indicators in order, so that element `n - 1` is indicator `n`; each with the numbers of its domain and
 * aspect and the code of its scale. Computed once per instrument object.
 * @param instrument a parsed instrument
 */
export function indicatorsOf(instrument: Instrument): readonly FlatIndicator[] {
  let flat = flatLists.get(instrument);
  if (!flat) {
    flat = instrument.domains.flatMap((domain) =>
      domain.aspects.flatMap((aspect) =>
        aspect.indicators.map((indicator) => ({
          ...indicator,
          domainNo: domain.no,
          aspectNo: aspect.no,
          scale: domain.scale,
        })),
      ),
    );
    flatLists.set(instrument, flat);
  }
  return flat;
}

/**
 * The indicator with a number, e.g. one read from a URL.
 * @param instrument a parsed instrument
 * @param no 1-based number over the whole instrument
 * @returns the indicator, or undefined when the instrument has none of that number
 */
export function findIndicator(instrument: Instrument, no: number): FlatIndicator | undefined {
  return indicatorsOf(instrument)[no - 1];
}

/** A level as answers store it (integer), from the level people say. */
export function storedLevel({ level: { unit } }: Instrument, shown: number): number {
  return Math.round(shown * unit);
}

/** A level as people say it, from the stored integer; with decimals where the instrument has them. */
export function shownLevel({ level: { unit } }: Instrument, stored: number): number {
  return stored / unit;
}

/**
 * The lowest and highest level as answers store them: real level × `level.unit`, integers.
 * @param instrument a parsed instrument
 */
export function storedRange({ level }: Instrument): { readonly min: number; readonly max: number } {
  return { min: level.min * level.unit, max: level.max * level.unit };
}

/**
 * The step of a scale that a stored level has reached: for decimal levels the highest whole level not above it.
 * @param instrument a parsed instrument
 * @param scaleCode code of one of its scales
 * @param level stored integer level, within {@link storedRange}
 * @throws RangeError for an unknown scale or a level outside the range
 */
export function scaleLevel(instrument: Instrument, scaleCode: string, level: number): ScaleLevel {
  const scale = instrument.scales.find((s) => s.code === scaleCode);
  if (!scale) throw new RangeError(`instrument ${instrument.code} has no scale "${scaleCode}"`);
  const { min, unit } = instrument.level;
  const step =
    level <= storedRange(instrument).max ? scale.levels[Math.floor(level / unit) - min] : undefined;
  if (!step) throw new RangeError(`level ${level} is not on scale "${scaleCode}" of ${instrument.code}`);
  return step;
}

/**
 * The name of the step a stored level has reached, e.g. `Terdefinisi` for 3.
 * @param instrument a parsed instrument
 * @param scaleCode code of one of its scales
 * @param level stored integer level
 * @param locale the reader's language
 * @throws RangeError as {@link scaleLevel}
 */
export function scaleLevelName(
  instrument: Instrument,
  scaleCode: string,
  level: number,
  locale: Locale,
): string {
  return localize(scaleLevel(instrument, scaleCode, level).name, locale);
}
