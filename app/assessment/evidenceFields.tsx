/** Links that prove the level. Without scripts there is always one empty row; each save brings the next. */
import { useEffect, useRef, useState } from 'react';
import { useSection } from '~/i18n';
import { Button, TextField, useHydrated } from '~/ui';
import type { KeyedRow } from './answerFields';
import { LIMITS } from './answerForm';
import { assessmentWords } from './assessmentWords';
import type { AnswerFields } from './useAnswerFields';

export function EvidenceFields(props: {
  rows: readonly KeyedRow[];
  fields: AnswerFields;
  errorOf: (field: string) => string | undefined;
  onRemoved: () => void;
}) {
  const { rows, fields, errorOf } = props;
  const assessmentText = useSection(assessmentWords);
  const hydrated = useHydrated();
  const element = useRef<HTMLFieldSetElement>(null);
  // After a link is removed all are drawn anew: undoing what was typed in one must not reach into another.
  const [removals, setRemovals] = useState(0);
  const removed = useRef<{ readonly index: number; readonly left: number } | null>(null);
  const isAdded = useRef(false);
  useEffect(() => {
    if (isAdded.current) {
      const addresses = element.current?.querySelectorAll<HTMLElement>('input[type=url]');
      addresses?.[rows.length - 1]?.focus();
    }
    isAdded.current = false;
    if (removed.current?.left !== rows.length) return;
    const buttons = element.current?.querySelectorAll<HTMLElement>('button');
    buttons?.[Math.min(removed.current.index, buttons.length - 1)]?.focus();
    removed.current = null;
  }, [removals, rows]);
  return (
    <fieldset ref={element} className="space-y-3">
      <legend className="font-medium">{assessmentText.evidence}</legend>
      <p className="text-sm text-muted">{assessmentText.evidenceHint}</p>
      {errorOf('evidence') ? (
        <p className="text-sm font-medium text-danger">⚠ {errorOf('evidence')}</p>
      ) : null}
      {rows.map((row, index) => {
        const no = String(index + 1);
        return (
          <div
            key={`${String(removals)}-${row.key}`}
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
              {...fields.field(`evidence.${String(index)}.url`)}
            />
            <TextField
              id={`evidence-${String(index)}-caption`}
              label={assessmentText.evidenceCaption({ no })}
              error={errorOf(`evidence.${String(index)}.caption`)}
              maxLength={LIMITS.caption}
              defaultValue={row.caption}
              {...fields.field(`evidence.${String(index)}.caption`)}
            />
            {hydrated ? (
              <Button
                type="button"
                tone="secondary"
                className="justify-self-start"
                aria-label={assessmentText.removeEvidence({ no })}
                onClick={() => {
                  removed.current = { index, left: rows.length - 1 };
                  fields.removeRow(index);
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
      {hydrated && rows.length < LIMITS.evidence ? (
        <Button
          type="button"
          tone="secondary"
          onClick={() => {
            isAdded.current = true;
            fields.addRow();
          }}
        >
          {assessmentText.addEvidence}
        </Button>
      ) : null}
    </fieldset>
  );
}
