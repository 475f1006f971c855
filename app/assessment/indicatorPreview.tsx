/** One indicator as an agency will see it, before any Rakerda uses its instrument: everything can be tried, nothing is kept. */
import { useSection } from '~/i18n';
import { CheckField, TextAreaField, TextField } from '~/ui';
import { LIMITS, withEmptyRow } from './answerForm';
import { formValues } from './answerValues';
import type { IndicatorView } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';
import { EvidenceFields } from './evidenceFields';
import { IndicatorIntro } from './indicatorIntro';
import { LevelChoice } from './levelChoice';
import { useAnswerFields } from './useAnswerFields';

const EMPTY = withEmptyRow(formValues(null));
const ignore = () => undefined;

export function IndicatorPreview({ view }: { view: IndicatorView }) {
  const words = useSection(assessmentWords);
  const { fields, rows } = useAnswerFields(EMPTY);
  return (
    <>
      <IndicatorIntro view={view} isDemo={false} />
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[2fr_1fr]">
        <LevelChoice view={view} field={fields.field('level')} chosen="" error={undefined} />
        <div className="space-y-5">
          {view.namesService ? (
            <TextField
              id="service"
              label={words.service}
              hint={words.serviceHint}
              maxLength={LIMITS.service}
              {...fields.field('service')}
            />
          ) : null}
          <TextAreaField
            id="justification"
            label={words.justification}
            hint={words.justificationHint}
            most={LIMITS.justification}
            rows={5}
            {...fields.field('justification')}
          />
          <EvidenceFields rows={rows} fields={fields} errorOf={ignore} onRemoved={ignore} />
          <TextField
            id="personInCharge"
            label={words.personInCharge}
            hint={words.personHint}
            maxLength={LIMITS.personInCharge}
            {...fields.field('personInCharge')}
          />
          <TextAreaField
            id="note"
            label={words.note}
            hint={words.noteHint}
            most={LIMITS.note}
            rows={3}
            {...fields.field('note')}
          />
          <CheckField
            id="discuss"
            label={words.discuss}
            hint={words.discussHint}
            {...fields.field('discuss')}
          />
        </div>
      </div>
    </>
  );
}
