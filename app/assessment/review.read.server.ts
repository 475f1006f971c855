/** The review sheet: every answer of an assessment with all that is judged in it, in the reader's language. */
import { localize, scaleLevelName, score, shownLevel, storedRange } from '~/instrument';
import { type StepName, stepsOpenTo } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { shownOrNull, standing } from './assessment.read.server';
import type { Standing } from './standing';
import { type ListedAnswer, listAnswers } from './answers.server';
import { earlierPathOf } from './earlier.server';
import { parseLevels } from './levels';
import { countShown, type ReviewFilter } from './reviewForm';

/** One answer of the sheet. Levels as people say them. */
export interface ReviewedAnswer extends ListedAnswer {
  readonly name: string;
  readonly levelName: string | null;
}

export interface ReviewSheet {
  readonly standing: Standing;
  /** The lowest level of the instrument, as people say it. */
  readonly lowest: number;
  /** How many answers each filter shows. */
  readonly counts: readonly { readonly filter: ReviewFilter; readonly count: number }[];
  readonly earlier: { readonly year: number; readonly path: string | null } | null;
  readonly steps: readonly StepName[];
  readonly aspects: readonly {
    readonly no: number;
    readonly name: string;
    /** In hundredths. */
    readonly index: number;
    readonly answers: readonly ReviewedAnswer[];
  }[];
}

export async function readReview(scope: AssessmentScope): Promise<ReviewSheet> {
  const { db, actor, place, instrument, locale } = scope;
  const { assessment } = place;
  const levels = parseLevels(assessment.levels);
  const { answers, earlier } = await listAnswers(db, assessment.id, instrument, levels);
  const indexOf = new Map(score(instrument, levels).aspects.map(({ no, index }) => [no, index.hundredths]));
  const answerOf = new Map(answers.map((answer) => [answer.no, answer]));
  return {
    standing: standing(instrument, levels, locale),
    lowest: shownLevel(instrument.level, storedRange(instrument).min),
    counts: countShown(answers),
    earlier: earlier && { year: earlier.year, path: await earlierPathOf(scope, earlier) },
    steps: stepsOpenTo(actor, place, place.row.state, place.assessment.state),
    aspects: instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: localize(aspect.name, locale),
        index: indexOf.get(aspect.no) ?? 0,
        answers: aspect.indicators.flatMap(({ no, name }) => {
          const answer = answerOf.get(no);
          if (!answer) return [];
          const { level, earlierLevel, ...rest } = answer;
          return {
            ...rest,
            name: localize(name, locale),
            level: shownOrNull(instrument, level),
            levelName: level === null ? null : scaleLevelName(instrument, domain.scale, level, locale),
            earlierLevel: shownOrNull(instrument, earlierLevel),
          };
        }),
      })),
    ),
  };
}
