/** One indicator as an agency will see it, before any Rakerda uses its instrument: everything can be tried, nothing is kept. */
import { useSection } from '~/i18n';
import { CheckField, TextAreaField, TextField } from '~/ui';
import { LIMITS } from './answerForm';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';
import { IndicatorIntro } from './indicatorIntro';
import { LevelChoice } from './levelChoice';

export function IndicatorPreview({ view }: { view: IndicatorView }) {
  const words = useSection(assessmentWords);
  return (
    <>
      <IndicatorIntro view={view} isDemo={false} />
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[2fr_1fr]">
        <LevelChoice view={view} field={{ name: 'level' }} chosen="" error={undefined} />
        <div className="space-y-5">
          {view.namesService ? (
            <TextField
              id="service"
              name="service"
              label={words.service}
              hint={words.serviceHint}
              maxLength={LIMITS.service}
            />
          ) : null}
          <TextAreaField
            id="justification"
            name="justification"
            label={words.justification}
            hint={words.justificationHint}
            most={LIMITS.justification}
            rows={5}
          />
          <TextField
            id="personInCharge"
            name="personInCharge"
            label={words.personInCharge}
            maxLength={LIMITS.personInCharge}
          />
          <TextAreaField
            id="note"
            name="note"
            label={words.note}
            hint={words.noteHint}
            most={LIMITS.note}
            rows={3}
          />
          <CheckField id="discuss" name="discuss" label={words.discuss} hint={words.discussHint} />
        </div>
      </div>
    </>
  );
}
