/** The review sheet: every answer of an assessment with all that is judged in it, in the reader's language. */
import { localize, scaleLevelName, shownLevel, storedRange } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { shownOrNull, standing } from './assessment.read.server';
import { listAnswers } from './answers.server';
import { earlierPathOf } from './earlier.server';
import { parseLevels } from './levels';
import { countShown } from './reviewForm';
import { stepsOpenTo } from './takeStep.server';

export async function readReview(scope: AssessmentScope) {
  const { db, actor, place, instrument, locale } = scope;
  const { assessment } = place;
  const levels = parseLevels(assessment.levels);
  const { answers, earlier } = await listAnswers(db, assessment.id, instrument, levels);
  const answerOf = new Map(answers.map((answer) => [answer.no, answer]));
  return {
    standing: standing(instrument, levels, locale),
    lowest: shownLevel(instrument.level, storedRange(instrument).min),
    counts: countShown(answers),
    earlier: earlier && { year: earlier.year, path: await earlierPathOf(scope, earlier) },
    steps: stepsOpenTo(actor, place),
    aspects: instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: localize(aspect.name, locale),
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
export type ReviewSheet = Awaited<ReturnType<typeof readReview>>;
export type ReviewedAnswer = ReviewSheet['aspects'][number]['answers'][number];
