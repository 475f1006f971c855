/** Links that prove the level. Without scripts there is always one empty row; each save brings the next. */
import { useEffect, useRef, useState } from 'react';
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
  const element = useRef<HTMLFieldSetElement>(null);
  // After a link is removed all are drawn anew: undoing what was typed in one must not reach into another.
  const [removals, setRemovals] = useState(0);
  const { fields } = rows;
  const removed = useRef<{ readonly index: number; readonly left: number } | null>(null);
  useEffect(() => {
    if (removed.current?.left !== fields.length) return;
    const buttons = element.current?.querySelectorAll<HTMLElement>('button');
    buttons?.[Math.min(removed.current.index, buttons.length - 1)]?.focus();
    removed.current = null;
  }, [removals, fields]);
  return (
    <fieldset ref={element} className="space-y-3">
      <legend className="font-medium">{assessmentText.evidence}</legend>
      <p className="text-sm text-muted">{assessmentText.evidenceHint}</p>
      {errorOf('evidence') ? (
        <p className="text-sm font-medium text-danger">⚠ {errorOf('evidence')}</p>
      ) : null}
      {fields.map((row, index) => {
        const no = String(index + 1);
        return (
          <div
            key={`${String(removals)}-${row.id}`}
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
                  removed.current = { index, left: fields.length - 1 };
                  rows.remove(index);
                  setRemovals(removals + 1);
                  props.onRemoved();
                }}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            ) : null}
          </div>
        );
      })}
      {hydrated && fields.length < LIMITS.evidence ? (
        <Button type="button" tone="secondary" onClick={() => rows.append({ url: '', caption: '' })}>
          {assessmentText.addEvidence}
        </Button>
      ) : null}
    </fieldset>
  );
}
