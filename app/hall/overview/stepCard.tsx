/** What comes next: the stage, the step to the next one or the page where the reader goes on, and the pages of the hour. */
import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RakerdaState } from '#db/schema';
import { useFormat, useSection, useText } from '~/i18n';
import { assessmentPath, type RakerdaPage, rakerdaPath } from '~/paths';
import { allows, isStep, neighbours, PARTS } from '~/policy';
import { hallStep, hallStepPath } from '~/rakerda/navigation';
import { rakerdaPageWords } from '~/rakerda/rakerdaPageWords';
import { manageWords } from './manageWords';
import { Alert, Button, ButtonLink, KeptForm } from '~/ui';
import type { ManageRefusal } from './manageRefusal';
import type { OpenMatters } from './openMatters.server';
import { StageBadge } from './progressMarks';
import { overviewWords } from './overviewWords';

type HallPage = Extract<
  RakerdaPage,
  'agenda' | 'cards' | 'monitor' | 'remote' | 'attendance' | 'commitments' | 'minutes'
>;

/** What whoever leads the hall needs at each stage, one press away. */
const AT_STAGE: Readonly<Record<RakerdaState, readonly HallPage[]>> = {
  preparation: ['cards', 'agenda', 'monitor', 'remote'],
  filling: ['monitor', 'remote', 'cards', 'attendance'],
  plenary: ['monitor', 'remote', 'cards', 'minutes'],
  closed: ['minutes', 'commitments', 'attendance'],
  archived: ['minutes', 'commitments', 'attendance'],
};

export function StepCard(props: {
  rakerda: { readonly id: string; readonly state: RakerdaState };
  may: readonly RakerdaPage[];
  /** The reader's own assessment, where there is one to be filled in. */
  own: { readonly instrumentCode: string; readonly agencyCode: string } | null;
  /** Null for those who do not move the Rakerda on. */
  openMatters: OpenMatters | null;
  saved: ReactNode;
  refusal: ManageRefusal | undefined;
}) {
  const { rakerda, may, openMatters, refusal } = props;
  const stage = rakerda.state;
  const words = useSection(manageWords).manage;
  const title = useSection(overviewWords).overview.stepTitle;
  const isAsked = openMatters !== null && refusal?.kind === 'confirmStep' && isStep(stage, refusal.to);
  return (
    <section
      id="tahap"
      aria-labelledby="langkah"
      className="mb-4 space-y-2 rounded-xl border border-line bg-surface p-3 sm:px-4 print:hidden"
    >
      <h2 id="langkah" className="sr-only">
        {title}
      </h2>
      {props.saved}
      {refusal?.kind === 'stageMoved' ? <Alert tone="danger">{words.stateMoved}</Alert> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">
          <StageBadge state={stage} /> <span className="ml-1">{words.stateMeaning[stage]}</span>
        </p>
        {isAsked ? null : openMatters === null ? (
          <OwnStep rakerda={rakerda} may={may} own={props.own} />
        ) : (
          <Steps stage={stage} />
        )}
      </div>
      {isAsked ? <Confirm from={stage} to={refusal.to} openMatters={openMatters} /> : null}
      {may.includes('remote') ? <HallLinks rakerda={rakerda} may={may} /> : null}
    </section>
  );
}

/** Where somebody who does not lead goes on; an agency's own people at their own assessment. */
function OwnStep({ rakerda, may, own }: Pick<Parameters<typeof StepCard>[0], 'rakerda' | 'may' | 'own'>) {
  const words = useSection(rakerdaPageWords);
  const step = hallStep(rakerda.state, may);
  if (step === null) return null;
  const to =
    step === 'fill' && own !== null
      ? assessmentPath(rakerda.id, own.instrumentCode, own.agencyCode, 'questionnaire')
      : hallStepPath(rakerda.id, step);
  return (
    <ButtonLink tone="primary" to={to}>
      {words.next[step]}
    </ButtonLink>
  );
}

function HallLinks({ rakerda, may }: Pick<Parameters<typeof StepCard>[0], 'rakerda' | 'may'>) {
  const words = useSection(manageWords).hall;
  return (
    <ul className="flex flex-wrap gap-x-6">
      {AT_STAGE[rakerda.state]
        .filter((page) => may.includes(page))
        .map((page) => (
          <li key={page}>
            <ButtonLink tone="quiet" to={rakerdaPath(rakerda.id, page)} title={words.pages[page].what}>
              {words.pages[page].name}
            </ButtonLink>
          </li>
        ))}
    </ul>
  );
}

function Steps({ stage }: { stage: RakerdaState }) {
  const text = useText();
  const words = useSection(manageWords).manage;
  const busy = useNavigation().state !== 'idle';
  const { back, forward } = neighbours(stage);
  return (
    <div className="flex flex-wrap gap-3">
      {[
        { to: back, label: words.back, tone: 'quiet' as const },
        { to: forward, label: words.forward, tone: 'primary' as const },
      ].map(({ to, label, tone }) =>
        to === null ? null : (
          <KeptForm key={to} method="post" preventScrollReset>
            <input type="hidden" name="from" value={stage} />
            <input type="hidden" name="to" value={to} />
            <Button
              name="intent"
              value="stage"
              tone={tone}
              disabled={busy}
              title={words.stateMeaning[to]}
              aria-describedby={`makna-${to}`}
            >
              {label({ state: text.rakerdaState[to] })}
            </Button>
            <span id={`makna-${to}`} className="sr-only">
              {words.stateMeaning[to]}
            </span>
          </KeptForm>
        ),
      )}
    </div>
  );
}

function Confirm(props: { from: RakerdaState; to: RakerdaState; openMatters: OpenMatters }) {
  const { from, to } = props;
  const text = useText();
  const words = useSection(manageWords).manage;
  const busy = useNavigation().state !== 'idle';
  const lines = useInterrupted(props);
  const closes = PARTS.filter((part) => allows(from, part) && !allows(to, part));
  const state = { state: text.rakerdaState[to] };
  return (
    <div className="space-y-4">
      <Alert tone="danger" title={to === 'closed' ? words.closing.title : words.step.title(state)}>
        <p>{words.stateMeaning[to]}</p>
        {closes.length === 0 ? null : (
          <p>{words.step.closes({ parts: closes.map((part) => words.parts[part]).join(', ') })}</p>
        )}
        {lines.length === 0 ? (
          <p>{words.step.nobody}</p>
        ) : (
          <ul className="list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Alert>
      <KeptForm method="post" preventScrollReset className="flex flex-wrap gap-3">
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="confirmed" value="ya" />
        <Button name="intent" value="stage" tone="danger" disabled={busy}>
          {to === 'closed' ? words.closing.confirm : words.step.confirm(state)}
        </Button>
        <ButtonLink tone="quiet" to="?#tahap">
          {to === 'closed' ? words.closing.keep : words.step.keep}
        </ButtonLink>
      </KeptForm>
    </div>
  );
}

/** Whom the step interrupts and what it leaves undone, a line each. */
function useInterrupted(props: { from: RakerdaState; to: RakerdaState; openMatters: OpenMatters }): string[] {
  const { from, to, openMatters } = props;
  const format = useFormat();
  const words = useSection(manageWords).manage;
  const { connected, unsubmitted, assessments, commitments, votes } = openMatters;
  const isLeft = (part: 'answers' | 'votes') => allows(from, part) && !allows(to, part);
  const told = [
    [from === 'filling' || isLeft('answers'), connected, words.step.connected],
    [from === 'filling', unsubmitted, words.step.unsubmitted],
    [to === 'closed', assessments, words.closing.assessments],
    [to === 'closed', commitments, words.closing.commitments],
    [isLeft('votes'), votes, words.closing.votes],
  ] as const;
  return told.flatMap(([isMeant, count, says]) =>
    isMeant && count > 0 ? [says({ count: format.number(count) })] : [],
  );
}
