/** What an assessment by levels says on one agency's sheet: its strongest and weakest aspects, and what more would cost. */
import { formatFigure, formatNumber } from '~/i18n';
import {
  findIndicator,
  type Instrument,
  type Levels,
  type Locale,
  localize,
  earns,
  type Figure,
  goalOfPredicate,
  isComplete,
  planRises,
  score,
  shownLevel,
} from '~/instrument';
import { sheetWords } from './sheetWords';

export interface AspectLine {
  readonly name: string;
  readonly figure: string;
}

export interface SheetDetail {
  readonly name: string;
  readonly strongest: readonly AspectLine[];
  readonly weakest: readonly AspectLine[];
  /** `Yang diperlukan menuju Sangat Baik`. */
  readonly costTitle: string | null;
  readonly cost: string;
  readonly steps: readonly string[];
}

/** So many aspects and steps stand on a sheet at most. */
const MOST = { aspects: 3, steps: 5 };

/** Null where nothing is answered. */
export function detailOf(
  instrument: Instrument,
  levels: Levels,
  targetHundredths: number | null,
  locale: Locale,
): SheetDetail | null {
  const scored = score(instrument, levels);
  if (scored.whole.answered === 0) return null;
  const names = instrument.domains.flatMap(({ aspects }) =>
    aspects.map(({ name }) => localize(name, locale)),
  );
  const lines = scored.aspects
    // With answers missing it would stand among the weakest for that alone.
    .filter(({ answered, total }) => answered === total)
    .map(({ no, index }) => ({ no, index, name: names[no - 1] ?? '' }))
    .sort((a, b) => b.index.hundredths - a.index.hundredths || a.no - b.no);
  // The two lists never share an aspect.
  const each = Math.min(MOST.aspects, Math.floor(lines.length / 2));
  const asLine = ({ name, index }: (typeof lines)[number]): AspectLine => ({
    name,
    figure: formatFigure(index.hundredths, locale),
  });
  return {
    name: localize(instrument.shortName, locale),
    strongest: lines.slice(0, each).map(asLine),
    weakest: lines
      .slice(lines.length - each)
      .reverse()
      .map(asLine),
    ...(isComplete(scored.completeness)
      ? costOf(instrument, levels, scored.whole.index, targetHundredths, locale)
      : answersFirst(scored.completeness, locale)),
  };
}

/** What is unanswered counts as the lowest level: the cheapest road would rise from levels that nobody claimed. */
function answersFirst(
  { answered, total }: { readonly answered: number; readonly total: number },
  locale: Locale,
): Pick<SheetDetail, 'costTitle' | 'cost' | 'steps'> {
  const words = sheetWords[locale];
  const open = formatNumber(total - answered, locale);
  return { costTitle: words.answersFirst({ open }), cost: words.answersFirstWhy, steps: [] };
}

/** The cheapest road to the target, and where that is reached to the next predicate. */
function costOf(
  instrument: Instrument,
  levels: Levels,
  index: Figure,
  target: number | null,
  locale: Locale,
): Pick<SheetDetail, 'costTitle' | 'cost' | 'steps'> {
  const words = sheetWords[locale];
  const next = [...instrument.predicates]
    .reverse()
    .find(({ minHundredths }) => !earns(instrument, index, minHundredths));
  const toTarget = target !== null && index.hundredths < target;
  const planGoal = toTarget ? { targetHundredths: target } : next && goalOfPredicate(instrument, next);
  if (!planGoal) return { costTitle: null, cost: words.top, steps: [] };
  const goal = toTarget
    ? words.targetGoal({ target: formatFigure(target, locale) })
    : localize(next?.name ?? instrument.name, locale);
  const costTitle = words.cost({ goal });
  const plan = planRises(instrument, levels, planGoal);
  if (plan.kind === 'already') return { costTitle: null, cost: words.top, steps: [] };
  if (plan.kind === 'impossible') {
    const best = formatFigure(plan.best.hundredths, locale);
    return { costTitle, cost: words.impossible({ best }), steps: [] };
  }
  const steps = plan.rises.map(({ no, from, to }) => {
    const indicator = findIndicator(instrument, no);
    return words.step({
      no: String(no),
      name: indicator ? localize(indicator.name, locale) : '',
      from: levelText(shownLevel(instrument.level, from), locale),
      to: levelText(shownLevel(instrument.level, to), locale),
    });
  });
  const rest = steps.length - MOST.steps;
  return {
    costTitle,
    cost: words.costs({
      rises: formatNumber(plan.cost, locale),
      indicators: formatNumber(plan.rises.length, locale),
      index: formatFigure(plan.resulting.hundredths, locale),
    }),
    steps:
      rest > 0 ? [...steps.slice(0, MOST.steps), words.more({ count: formatNumber(rest, locale) })] : steps,
  };
}

function levelText(level: number, locale: Locale): string {
  return Number.isInteger(level) ? String(level) : formatFigure(Math.round(level * 100), locale);
}
