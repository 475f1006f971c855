/**
 * The look-ups that every room needs of an instrument. Apart from the schema, so that a page which only shows figures
 * does not carry the checks of the file format.
 */
import type { Indicator, Instrument } from './schema';
import { shownLevel, storedRange } from './levels';
import type { Scheme } from './scheme';
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

/** What a weight is of the whole in hundredths of a per cent, rounded: 130 = 1.30%. */
export function shareHundredths({ weightTotal }: Pick<Scheme, 'weightTotal'>, weight: number): number {
  return Math.round((weight * 10_000) / weightTotal);
}

/** The scales of an instrument or of its outline; `Step` is what it knows of a step. */
interface Scaled<Step> extends Pick<Scheme, 'code' | 'level'> {
  readonly scales: readonly { readonly code: string; readonly levels: readonly Step[] }[];
}

/**
 * The step of a scale that a stored level has reached: for decimal levels the highest whole level not above it.
 * @param scaled an instrument, or its outline, where a step is its name
 * @param scaleCode code of one of its scales
 * @param level stored integer level, within {@link storedRange}
 * @throws RangeError for an unknown scale or a level outside the range
 */
export function scaleLevel<Step>(scaled: Scaled<Step>, scaleCode: string, level: number): Step {
  const scale = scaled.scales.find((s) => s.code === scaleCode);
  if (!scale) throw new RangeError(`instrument ${scaled.code} has no scale "${scaleCode}"`);
  const reached = Math.floor(shownLevel(scaled.level, level));
  const step = level <= storedRange(scaled).max ? scale.levels[reached - scaled.level.min] : undefined;
  if (!step) throw new RangeError(`level ${level} is not on scale "${scaleCode}" of ${scaled.code}`);
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
