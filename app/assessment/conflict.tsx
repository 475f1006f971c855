/** Two people, one indicator: shows both answers and lets the second choose. */
import { useFormat, useText } from '~/i18n';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '~/ui';
import type { AnswerFormValues } from './answerForm';

export function Conflict(props: {
  theirs: AnswerFormValues;
  theirName: string;
  theirTime: string;
  mine: AnswerFormValues;
  /** Set while scripts run; without them the two buttons post the form. */
  onTheirs?: () => void;
  onMine?: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  // It appears while somebody types further down; they must not miss it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      role="alert"
      aria-labelledby="conflict-title"
      className="space-y-4 rounded-xl border-2 border-accent bg-accent-soft p-4"
    >
      <h2 id="conflict-title" ref={heading} tabIndex={-1} className="scroll-mt-4 text-lg outline-none">
        {text.assessment.conflictTitle}
      </h2>
      <p>{text.assessment.conflictLead({ name: props.theirName, time: format.dateTime(props.theirTime) })}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Side title={text.assessment.conflictTheirs} values={props.theirs}>
          <Button
            tone="secondary"
            type={props.onTheirs ? 'button' : 'submit'}
            name="intent"
            value="theirs"
            onClick={props.onTheirs}
          >
            {text.assessment.useTheirs}
          </Button>
        </Side>
        <Side title={text.assessment.conflictMine} values={props.mine}>
          <Button
            tone="primary"
            type={props.onMine ? 'button' : 'submit'}
            name="intent"
            value="mine"
            onClick={props.onMine}
          >
            {text.assessment.useMine}
          </Button>
        </Side>
      </div>
    </section>
  );
}

function Side(props: { title: string; values: AnswerFormValues; children: ReactNode }) {
  return (
    <div className="space-y-3 rounded-lg border border-line bg-surface p-4">
      <h3 className="font-semibold">{props.title}</h3>
      <AnswerFacts values={props.values} />
      {props.children}
    </div>
  );
}

/** An answer as text, for reading. */
export function AnswerFacts({ values }: { values: AnswerFormValues }) {
  const text = useText();
  const facts = [
    [text.ui.level, values.level === null || values.level === '' ? text.ui.unanswered : values.level],
    [text.assessment.justification, values.justification],
    [text.assessment.note, values.note],
    [text.assessment.personInCharge, values.personInCharge],
    [text.assessment.discuss, values.discuss ? text.ui.yes : text.ui.no],
  ] as const;
  return (
    <dl className="space-y-2">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line">{value === '' ? text.assessment.noText : value}</dd>
        </div>
      ))}
      <div>
        <dt className="text-sm text-muted">{text.assessment.evidence}</dt>
        <dd>
          {values.evidence.length === 0 ? text.assessment.noText : null}
          <ul className="list-disc pl-5">
            {values.evidence.map((row) => (
              <li key={row.url + row.caption} className="break-all">
                <a href={row.url} target="_blank" rel="noreferrer nofollow" className="text-brand underline">
                  {row.caption === '' ? row.url : row.caption}
                </a>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
