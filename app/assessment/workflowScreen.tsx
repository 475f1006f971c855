/** Where the assessment is on its way from draft to approved, and the steps this person can take. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { approvalWords, NoteStep, Stations, type StepErrorKey } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, CheckField, ErrorSummary, KeptForm } from '~/ui';
import { ScoreStrip } from './scoreStrip';
import type { WorkflowView } from './workflow.read.server';
import { assessmentWords } from './assessmentWords';
import { ApproveStep } from './approveStep';
import { reviewWords } from './reviewWords';

const UNMENDABLE = ['wrongState', 'closed', 'takeBackTooLate', 'gapsNamed'] as const;
type Unmendable = (typeof UNMENDABLE)[number];
const MENDABLE = ['noteMissing', 'noteTooLong', 'confirmNeeded'] as const;

export interface StepRefused {
  readonly step: string;
  readonly note: string;
  readonly error: StepErrorKey | Unmendable;
}

export function WorkflowScreen(props: {
  view: WorkflowView;
  base: string;
  timeZone: string;
  refused: StepRefused | null;
  done: 'submitted' | 'approved' | 'draft' | 'takenBack' | null;
  /** What stands before the steps. */
  children: ReactNode;
}) {
  const { view, refused } = props;
  const assessmentText = useSection(assessmentWords);
  const words = assessmentText.workflow;
  const reviewText = useSection(reviewWords);
  const message = messageOf(refused, { ...words, ...reviewText });
  return (
    <div className="max-w-4xl space-y-6">
      {props.done && !refused ? (
        <Alert tone="success">
          {props.done === 'takenBack' ? reviewText.takenBack : words.done[props.done]}
        </Alert>
      ) : null}
      {message ? <Alert tone="danger">{message}</Alert> : null}
      {refused && !message ? <RefusedSummary refused={refused} /> : null}
      {view.open ? null : <Alert tone="warning">{words.closed}</Alert>}
      <Stations view={view} timeZone={props.timeZone} />
      <ScoreStrip standing={view.standing} />
      {props.children}
      {view.steps.includes('submit') ? <SubmitStep view={view} base={props.base} refused={refused} /> : null}
      {view.steps.includes('approve') ? (
        <Card aria-labelledby="approve-title">
          <h2 id="approve-title" className="text-xl">
            {words.approveTitle}
          </h2>
          <p className="my-3">{words.approveLead}</p>
          <ApproveStep view={view} base={props.base} isAsked={refused?.error === 'gapsNamed'} />
        </Card>
      ) : null}
      {view.steps.includes('return') ? <NoteStep step="return" refused={refused} /> : null}
      {view.steps.includes('takeBack') ? (
        <Card aria-labelledby="take-back-title">
          <h2 id="take-back-title" className="text-xl">
            {reviewText.takeBackTitle}
          </h2>
          <p className="my-3">{reviewText.takeBackLead}</p>
          <KeptForm method="post">
            <input type="hidden" name="step" value="takeBack" />
            <Button tone="secondary">{reviewText.takeBack}</Button>
          </KeptForm>
        </Card>
      ) : null}
      {view.steps.includes('reopen') ? (
        <NoteStep step="reopen" title={words.reopenTitle} lead={words.reopenLead} refused={refused} />
      ) : null}
      {view.steps.length === 0 && view.open ? (
        <div className="space-y-3">
          <p className="text-muted">{view.state === 'submitted' ? words.waitingHead : words.nothingToDo}</p>
          <ButtonLink to={props.base}>{assessmentText.seeResult}</ButtonLink>
        </div>
      ) : null}
    </div>
  );
}

/** What is said of a refusal that no field can mend; null where one can. */
function messageOf(refused: StepRefused | null, words: Readonly<Record<Unmendable, string>>): string | null {
  const error = UNMENDABLE.find((one) => one === refused?.error);
  return error === undefined ? null : words[error];
}

/** What has to be mended, announced at once and with a way to the field. */
function RefusedSummary({ refused }: { refused: StepRefused }) {
  const words = { ...useSection(assessmentWords).workflow, ...useSection(approvalWords) };
  const error = MENDABLE.find((one) => one === refused.error);
  if (error === undefined) return null;
  const id = error === 'confirmNeeded' ? 'unansweredConfirmed' : `${refused.step}-note`;
  return <ErrorSummary errors={[{ id, message: words[error] }]} />;
}

function SubmitStep(props: { view: WorkflowView; base: string; refused: StepRefused | null }) {
  const { view, refused } = props;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const words = assessmentText.workflow;
  const count = format.number(view.unanswered.length);
  return (
    <Card aria-labelledby="submit-title">
      <h2 id="submit-title" className="text-xl">
        {words.submitTitle}
      </h2>
      <p className="my-3">{words.submitLead}</p>
      <KeptForm method="post" className="space-y-4">
        <input type="hidden" name="step" value="submit" />
        {view.unanswered.length > 0 ? (
          <>
            <Alert tone="warning" title={words.unansweredTitle({ count })}>
              {words.unansweredLead}
            </Alert>
            <UnansweredList view={view} base={props.base} />
            <CheckField
              id="unansweredConfirmed"
              name="unansweredConfirmed"
              label={words.confirmUnanswered({ count })}
              error={refused?.error === 'confirmNeeded' ? words.confirmNeeded : undefined}
            />
          </>
        ) : null}
        <Button>{words.submit}</Button>
      </KeptForm>
    </Card>
  );
}

function UnansweredList({ view, base }: { view: WorkflowView; base: string }) {
  if (view.unanswered.length === 0) return null;
  return (
    <ol className="columns-1 gap-8 md:columns-2">
      {view.unanswered.map((indicator) => (
        <li key={indicator.no}>
          <Link
            className="flex min-h-8 break-inside-avoid gap-2 py-0.5 text-brand underline underline-offset-2"
            to={`${base}/isi/${String(indicator.no)}`}
          >
            <span translate="no" className="w-8 shrink-0 text-right tabular-nums">
              {indicator.no}.
            </span>
            <span>{indicator.name}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
