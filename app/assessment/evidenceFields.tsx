/** Links that prove the level. Without scripts there is always one empty row; each save brings the next. */
import type { UseFieldArrayReturn, UseFormRegister } from 'react-hook-form';
import { useSection } from '~/i18n';
import { Button, TextField, useHydrated } from '~/ui';
import { type AnswerFormValues, LIMITS } from './answerForm';
import { assessmentWords } from './assessmentWords';

export function EvidenceFields(props: {
  rows: UseFieldArrayReturn<AnswerFormValues, 'evidence'>;
  register: UseFormRegister<AnswerFormValues>;
  errorOf: (field: string) => string | undefined;
  onRemoved: () => void;
}) {
  const { rows, register, errorOf } = props;
  const assessmentText = useSection(assessmentWords);
  const hydrated = useHydrated();
  return (
    <fieldset className="space-y-3">
      <legend className="font-medium">{assessmentText.evidence}</legend>
      <p className="text-sm text-muted">{assessmentText.evidenceHint}</p>
      {errorOf('evidence') ? (
        <p className="text-sm font-medium text-danger">⚠ {errorOf('evidence')}</p>
      ) : null}
      {rows.fields.map((row, index) => {
        const no = String(index + 1);
        return (
          <div
            key={row.id}
            className="grid items-end gap-3 md:grid-cols-[3fr_2fr_auto] has-[[aria-invalid=true]]:items-start"
          >
            <TextField
              id={`evidence-${String(index)}-url`}
              type="url"
              inputMode="url"
              label={assessmentText.evidenceUrl({ no })}
              error={errorOf(`evidence.${String(index)}.url`)}
              maxLength={LIMITS.url}
              defaultValue={row.url}
              {...register(`evidence.${index}.url`)}
            />
            <TextField
              id={`evidence-${String(index)}-caption`}
              label={assessmentText.evidenceCaption({ no })}
              error={errorOf(`evidence.${String(index)}.caption`)}
              maxLength={LIMITS.caption}
              defaultValue={row.caption}
              {...register(`evidence.${index}.caption`)}
            />
            {hydrated ? (
              <Button
                type="button"
                tone="secondary"
                className="justify-self-start"
                aria-label={assessmentText.removeEvidence({ no })}
                onClick={() => {
                  rows.remove(index);
                  props.onRemoved();
                }}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            ) : null}
          </div>
        );
      })}
      {hydrated && rows.fields.length < LIMITS.evidence ? (
        <Button type="button" tone="secondary" onClick={() => rows.append({ url: '', caption: '' })}>
          {assessmentText.addEvidence}
        </Button>
      ) : null}
    </fieldset>
  );
}
