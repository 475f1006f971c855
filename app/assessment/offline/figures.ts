/**
 * The figures of an assessment from the answers on this device, typed ones included: the same scoring as the server's, with
 * what the kept result page knows of the instrument. Pure.
 */
import { type InstrumentOutline, type Levels, predicateFor, wholeIndex } from '~/instrument';
import type { IndicatorView } from '../assessment.read.server';
import { type Standing, standingOf } from '../standing';

export interface KnownLevels {
  readonly outline: InstrumentOutline;
  /** Stored levels in the instrument's order. */
  readonly levels: Levels;
}

/**
 * @param kept what the page was kept with, for indicators that are not on the device
 * @param levelOf the level of an indicator as the device has it; undefined where it knows nothing of it
 */
export function knownLevels(
  { outline, levels: kept }: KnownLevels,
  levelOf: (no: number) => number | null | undefined,
): KnownLevels {
  const levels = numbersOf(outline).map((no, position) => {
    const level = levelOf(no);
    return level === undefined ? (kept[position] ?? null) : level;
  });
  return { outline, levels };
}

/** The strip above one indicator, and what each of its levels would bring. */
export function withFigures(view: IndicatorView, { outline, levels }: KnownLevels): IndicatorView {
  const position = numbersOf(outline).indexOf(view.no);
  const aspect = outline.domains
    .flatMap(({ aspects }) => aspects)
    .find(({ indicators }) => indicators.some(({ no }) => no === view.no));
  const choices = view.choices.map((choice) => {
    const changed = levels.slice();
    changed[position] = choice.value;
    const index = wholeIndex(outline, changed);
    return { ...choice, index: index.hundredths, predicate: predicateFor(outline, index).name };
  });
  return { ...view, choices, standing: standingOf(outline, levels, aspect?.no) };
}

/** The strip above the list. What was only typed is counted as answered by the list itself. */
export function listStanding({ outline, levels }: KnownLevels, answered: number): Standing {
  return { ...standingOf(outline, levels), answered };
}

function numbersOf(outline: InstrumentOutline): readonly number[] {
  return outline.domains.flatMap(({ aspects }) =>
    aspects.flatMap(({ indicators }) => indicators.map(({ no }) => no)),
  );
}
