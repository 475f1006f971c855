/** Where an index stands on the scale of its predicates: shares of the way from the lowest to the highest index. */
import { type Instrument, type Locale, localize } from '~/instrument';
import { bandOpacity } from '~/ui/indexAxis';

export interface ResultScale {
  readonly bands: readonly {
    readonly name: string;
    readonly from: string;
    readonly start: number;
    readonly end: number;
    /** How grey it is, from white to ink: colours are those of levels. */
    readonly grey: number;
  }[];
  readonly highest: string;
  readonly index: number;
  /** The highest index still open; null where it is the index itself. */
  readonly ceiling: { readonly at: number; readonly figure: string } | null;
  readonly target: number | null;
}

/** @param figure how an index is written */
export function resultScale(
  { level, predicates }: Instrument,
  marks: { readonly index: number; readonly ceiling: number; readonly target: number | null },
  locale: Locale,
  figure: (hundredths: number) => string,
): ResultScale {
  const lowest = level.min * 100;
  const highest = level.max * 100;
  const at = (hundredths: number) =>
    (Math.min(highest, Math.max(lowest, hundredths)) - lowest) / (highest - lowest);
  return {
    bands: [...predicates].reverse().map(({ name, minHundredths }, i, all) => ({
      name: localize(name, locale),
      from: figure(minHundredths),
      start: at(minHundredths),
      end: at(all[i + 1]?.minHundredths ?? highest),
      grey: bandOpacity(i),
    })),
    highest: figure(highest),
    index: at(marks.index),
    ceiling: marks.ceiling > marks.index ? { at: at(marks.ceiling), figure: figure(marks.ceiling) } : null,
    target: marks.target === null ? null : at(marks.target),
  };
}
