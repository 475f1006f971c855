/** Where an assessment stands, from its levels: on the server, and on a device that works without it. */
import { type Band, type Levels, type Scheme, score, shownLevel } from '~/instrument';

/** Shown above every screen of the questionnaire. Indices in hundredths. */
export interface Standing {
  readonly index: number;
  /** Highest index that is still open. */
  readonly ceiling: number;
  readonly predicate: string;
  readonly answered: number;
  readonly total: number;
  /** Of every indicator in the instrument's order, as people say it; null where it is unanswered. */
  readonly levels: readonly (number | null)[];
  /** Of the aspect asked for. */
  readonly aspect: { readonly index: number; readonly answered: number; readonly total: number } | null;
}

/**
 * @param scheme with the predicates' names in the reader's language
 * @param levels stored levels in the instrument's order
 */
export function standingOf(
  scheme: Scheme<Band & { readonly name: string }>,
  levels: Levels,
  aspectNo?: number,
): Standing {
  const { whole, predicate, aspects } = score(scheme, levels);
  const aspect = aspects.find(({ no }) => no === aspectNo);
  return {
    index: whole.index.hundredths,
    ceiling: whole.ceiling.hundredths,
    predicate: predicate.name,
    answered: whole.answered,
    total: whole.total,
    levels: levels.map((level) => (level === null ? null : shownLevel(scheme.level, level))),
    aspect: aspect
      ? { index: aspect.index.hundredths, answered: aspect.answered, total: aspect.total }
      : null,
  };
}
