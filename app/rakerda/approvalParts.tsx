/** Parts of every page where something that was filled in goes its way to the head: where it is, and steps with a reason. */
import type { ReactNode } from 'react';
import type { AssessmentState } from '#db/schema';
import { useFormat, useSection } from '~/i18n';
import { Button, Card, KeptForm, TextAreaField } from '~/ui';
import { approvalWords } from './approvalWords';
import { NOTE_ERRORS, STEP_NOTE_MAX } from './stepNote';

/** Who did something, and when. */
interface Done {
  /** Empty for demo data. */
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** How far it has come. */
interface Way {
  readonly state: AssessmentState;
  readonly submitted: Done | null;
  readonly approved: Done | null;
}

/** The three stations with the one reached marked in words, not only in colour. */
export function Stations({ view, timeZone }: { view: Way; timeZone: string }) {
  const words = useSection(approvalWords);
  const format = useFormat();
  const order = ['draft', 'submitted', 'approved'] as const;
  const reached = order.indexOf(view.state);
  const said = (step: 'submitted' | 'approved') => {
    const done = view[step];
    if (!done) return null;
    const time = format.dateTime(done.at, timeZone);
    return done.name === '' ? words[`${step}On`]({ time }) : words[`${step}By`]({ name: done.name, time });
  };
  const facts = { draft: null, submitted: said('submitted'), approved: said('approved') };
  return (
    <ol className="grid gap-3 sm:grid-cols-3">
      {order.map((station, index) => (
        <li
          key={station}
          aria-current={station === view.state ? 'step' : undefined}
          className={`rounded-xl border p-4 ${station === view.state ? 'border-2 border-brand bg-brand-soft' : 'border-line bg-surface'}`}
        >
          <p className="font-semibold">
            <span aria-hidden="true">
              {index < reached || (station === 'approved' && view.state === 'approved')
                ? '✓ '
                : `${String(index + 1)}. `}
            </span>
            {words.steps[station]}
          </p>
          {facts[station] ? <p className="text-sm text-muted">{facts[station]}</p> : null}
        </li>
      ))}
    </ol>
  );
}

interface Refused {
  readonly step: string;
  readonly note: string;
  readonly error: string | null;
}

/** A step that says why. */
export function NoteStep(props: {
  step: 'return' | 'reopen';
  /** Where the words for every return do not fit. */
  title?: string;
  lead?: string;
  /** Tells the form from those of other things that are on their way. */
  kept?: string;
  refused: Refused | null;
  /** What the form carries besides. */
  children?: ReactNode;
}) {
  const { step } = props;
  const words = useSection(approvalWords);
  const refused = props.refused?.step === step ? props.refused : null;
  const error = NOTE_ERRORS.find((one) => one === refused?.error);
  const says = {
    return: { label: words.returnLabel, button: words.return },
    reopen: { label: words.reopenLabel, button: words.reopen },
  }[step];
  return (
    <Card aria-labelledby={`${step}-title`}>
      <h2 id={`${step}-title`} className="text-xl">
        {props.title ?? (step === 'return' ? words.returnTitle : words.reopen)}
      </h2>
      {props.lead ? <p className="my-3">{props.lead}</p> : null}
      <KeptForm method="post" kept={props.kept ?? step} className="mt-3 space-y-4" noValidate>
        <input type="hidden" name="step" value={step} />
        {props.children}
        <TextAreaField
          id={`${step}-note`}
          name="note"
          label={says.label}
          required
          defaultValue={refused?.note ?? ''}
          error={error === undefined ? undefined : words[error]}
          most={STEP_NOTE_MAX}
        />
        <Button tone="secondary">{says.button}</Button>
      </KeptForm>
    </Card>
  );
}
