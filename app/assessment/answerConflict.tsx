/** Two people, one indicator: shows both answers and lets the second choose. */
import { useFormat, useSection, useText } from '~/i18n';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '~/ui';
import { differingFields } from './answerChanges';
import type { AnswerFormValues } from './answerForm';
import { formValues } from './answerValues';
import type { ConflictState } from './autosave';
import { assessmentWords } from './assessmentWords';

export function Conflict(props: {
  conflict: ConflictState;
  timeZone: string;
  /** Set while scripts run; without them the two buttons post the form. */
  onTheirs: (() => void) | undefined;
  onMine: (() => void) | undefined;
}) {
  const { theirs, theirName, own, mine, isMerged } = props.conflict;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  // It appears while somebody types further down; they must not miss it.
  useEffect(() => heading.current?.focus(), []);
  const words = assessmentText;
  const time = format.dateTime(theirs.updatedAt, props.timeZone);
  const stored = formValues(theirs);
  const differs = differingFields(stored, mine);
  return (
    <section
      role="alert"
      aria-labelledby="conflict-title"
      className="space-y-4 rounded-xl border-2 border-accent bg-accent-soft p-4"
    >
      <h2 id="conflict-title" ref={heading} tabIndex={-1} className="scroll-mt-4 text-lg outline-none">
        {own ? words.ownConflictTitle : words.conflictTitle}
      </h2>
      <p>
        {own ? words.ownConflictLead({ time }) : words.conflictLead({ name: theirName, time })}{' '}
        {isMerged ? (own ? words.ownConflictMerged : words.conflictMerged) : null}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <Side title={own ? words.ownConflictStored : words.conflictTheirs} values={stored} differs={differs}>
          <Button
            tone="secondary"
            type={props.onTheirs ? 'button' : 'submit'}
            name="intent"
            value="theirs"
            onClick={props.onTheirs}
          >
            {own ? words.useStored : words.useTheirs}
          </Button>
        </Side>
        <Side title={own ? words.ownConflictHere : words.conflictMine} values={mine} differs={differs}>
          <Button
            tone="primary"
            type={props.onMine ? 'button' : 'submit'}
            name="intent"
            value="mine"
            onClick={props.onMine}
          >
            {own ? words.useHere : words.useMine}
          </Button>
        </Side>
      </div>
    </section>
  );
}

function Side(props: { title: string; values: AnswerFormValues; differs: Differing; children: ReactNode }) {
  return (
    <div className="space-y-3 rounded-lg border border-line bg-surface p-4">
      <h3 className="font-semibold">{props.title}</h3>
      <AnswerFacts values={props.values} differs={props.differs} />
      {props.children}
    </div>
  );
}

type Differing = ReadonlySet<keyof AnswerFormValues>;
const NONE: Differing = new Set();

/** An answer as text, for reading; the fields named in `differs` are marked. */
export function AnswerFacts({ values, differs = NONE }: { values: AnswerFormValues; differs?: Differing }) {
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const term = (field: keyof AnswerFormValues, label: string) => (
    <dt className="text-sm text-muted">
      {label}
      {differs.has(field) ? (
        <span className="font-semibold text-accent"> – {assessmentText.differs}</span>
      ) : null}
    </dt>
  );
  const facts = [
    ['level', text.level, values.level === null || values.level === '' ? text.unanswered : values.level],
    ['justification', assessmentText.justification, values.justification],
    ['note', assessmentText.note, values.note],
    ['personInCharge', assessmentText.personInCharge, values.personInCharge],
    ['discuss', assessmentText.discuss, values.discuss ? text.yes : text.no],
  ] as const;
  return (
    <dl className="space-y-2">
      {facts.map(([field, label, value]) => (
        <div key={field}>
          {term(field, label)}
          <dd className="whitespace-pre-line">{value === '' ? assessmentText.noText : value}</dd>
        </div>
      ))}
      <div>
        {term('evidence', assessmentText.evidence)}
        <dd>
          {values.evidence.length === 0 ? assessmentText.noText : null}
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
