/** The questionnaire as a paper form: what is asked, nothing of what was answered. */
import { localize, scaleLevelName, shareHundredths, storedLevel } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';

export function readBlankQuestionnaire({ instrument, locale }: AssessmentScope) {
  return {
    instrument: localize(instrument.name, locale),
    indicators: instrument.domains.flatMap((domain) =>
      domain.aspects.flatMap((aspect) =>
        aspect.indicators.map((indicator) => ({
          no: indicator.no,
          name: localize(indicator.name, locale),
          namesService: indicator.namesService ?? false,
          explanation: localize(indicator.explanation, locale),
          aspect: localize(aspect.name, locale),
          weight: shareHundredths(instrument, indicator.weight),
          levels: indicator.criteria.map(({ level, text, note }) => ({
            level,
            name: scaleLevelName(instrument, domain.scale, storedLevel(instrument.level, level), locale),
            criterion: localize(text, locale),
            ...(note && { note: localize(note, locale) }),
          })),
        })),
      ),
    ),
  };
}
export type BlankQuestionnaire = ReturnType<typeof readBlankQuestionnaire>;
