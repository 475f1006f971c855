/** Beside a field that two have changed: what the other made of it, and the choice. It never takes the focus. */
import { useFormat, useSection, useText } from '~/i18n';
import { Button } from '~/ui';
import type { AnswerField } from './answerChanges';
import type { AnswerFormValues } from './answerForm';
import { EvidenceLinks } from './answerFacts';
import type { Question } from './editingTypes';
import { assessmentWords } from './assessmentWords';

/** The levels to choose from: as people say them, and as answers store them. */
type Choices = readonly { readonly level: number; readonly value: number }[];

export function FieldQuestion(props: {
  field: AnswerField;
  question: Question | undefined;
  timeZone: string;
  choices: Choices;
  /** Set while scripts run; without them the two buttons post the form. */
  onSettle: ((field: AnswerField, side: 'mine' | 'theirs') => void) | undefined;
}) {
  const { field, question, timeZone, choices, onSettle } = props;
  const words = useSection(assessmentWords);
  const format = useFormat();
  if (!question) return null;
  const { theirs, name, own } = question;
  const time = format.dateTime(question.at, timeZone);
  const type = onSettle ? 'button' : 'submit';
  return (
    <div
      role="status"
      translate="no"
      data-testid={`question-${field}`}
      className="space-y-2 rounded-lg border-2 border-accent bg-accent-soft p-3"
    >
      <p className="font-medium">{own ? words.ownConflict({ time }) : words.conflict({ name, time })}</p>
      <div className="rounded-md border border-line bg-surface p-2 break-words whitespace-pre-line">
        <Theirs field={field} values={theirs} choices={choices} />
      </div>
      <p className="text-sm text-muted">{words.conflictHint}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          tone="secondary"
          type={type}
          name="aside"
          value={field}
          onClick={onSettle ? () => onSettle(field, 'theirs') : undefined}
        >
          {own ? words.useStored : words.useTheirs}
        </Button>
        <Button
          tone="secondary"
          type={type}
          name="intent"
          value="stay"
          onClick={onSettle ? () => onSettle(field, 'mine') : undefined}
        >
          {own ? words.useHere : words.useMine}
        </Button>
      </div>
    </div>
  );
}

function Theirs({
  field,
  values,
  choices,
}: {
  field: AnswerField;
  values: Partial<AnswerFormValues>;
  choices: Choices;
}) {
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  if (field === 'evidence') return <EvidenceLinks rows={values.evidence ?? []} />;
  if (field === 'discuss') return <>{values.discuss ? text.yes : text.no}</>;
  if (field === 'level') {
    const chosen = choices.find(({ value }) => String(value) === values.level);
    if (!chosen) return <>{text.unanswered}</>;
    return <>{assessmentText.levelShort({ level: format.number(chosen.level) })}</>;
  }
  const written = values[field];
  return <>{written === undefined || written === '' ? assessmentText.noText : written}</>;
}
