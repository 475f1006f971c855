/** Where the Rakerda stands, what that leaves open, and the one step forward or back. */
import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RakerdaState } from '#db/schema';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert, Button, ButtonLink, Card, KeptForm } from '~/ui';
import { allows, isStep, neighbours, PARTS, STAGES } from '~/policy';
import type { ManageRefusal } from './manageRefusal';
import type { OpenMatters } from './openMatters.server';
import { StageBadge } from './progressMarks';
import { setUpWords } from '~/rakerda/setUpWords';

export function StageCard(props: {
  stage: RakerdaState;
  openMatters: OpenMatters;
  saved: ReactNode;
  refusal: ManageRefusal | undefined;
}) {
  const { stage, refusal } = props;
  const words = useSection(setUpWords).manage;
  return (
    <Card id="tahap" className="space-y-4">
      <h3 className="text-lg">{words.stateTitle}</h3>
      {props.saved}
      {refusal?.kind === 'stageMoved' ? <Alert tone="danger">{words.stateMoved}</Alert> : null}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StageBadge state={stage} />
        <span>{words.stateMeaning[stage]}</span>
      </p>
      <OpenAndClosed stage={stage} />
      {refusal?.kind === 'confirmStep' && isStep(stage, refusal.to) ? (
        <Confirm from={stage} to={refusal.to} openMatters={props.openMatters} />
      ) : (
        <Steps stage={stage} />
      )}
      <details>
        <summary className="min-h-11 py-2 font-medium text-brand">{words.allStages}</summary>
        <StageTable stage={stage} />
      </details>
    </Card>
  );
}

function OpenAndClosed({ stage }: { stage: RakerdaState }) {
  const words = useSection(setUpWords).manage;
  const groups = [
    { label: words.opens, parts: PARTS.filter((part) => allows(stage, part)) },
    { label: words.closes, parts: PARTS.filter((part) => !allows(stage, part)) },
  ];
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {groups.map((group) =>
        group.parts.length === 0 ? null : (
          <div key={group.label}>
            <dt className="text-sm text-muted">{group.label}</dt>
            <dd>{group.parts.map((part) => words.parts[part]).join(', ')}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Steps({ stage }: { stage: RakerdaState }) {
  const text = useText();
  const words = useSection(setUpWords).manage;
  const busy = useNavigation().state !== 'idle';
  const { back, forward } = neighbours(stage);
  return (
    <div className="flex flex-wrap gap-4">
      {[
        { to: forward, label: words.forward, tone: 'primary' as const },
        { to: back, label: words.back, tone: 'secondary' as const },
      ].map(({ to, label, tone }) =>
        to === null ? null : (
          <KeptForm key={to} method="post" preventScrollReset>
            <input type="hidden" name="from" value={stage} />
            <input type="hidden" name="to" value={to} />
            <Button name="intent" value="stage" tone={tone} disabled={busy} aria-describedby={`makna-${to}`}>
              {label({ state: text.rakerdaState[to] })}
            </Button>
            <p id={`makna-${to}`} className="mt-1 max-w-64 text-sm text-muted">
              {words.stateMeaning[to]}
            </p>
          </KeptForm>
        ),
      )}
    </div>
  );
}

function Confirm(props: { from: RakerdaState; to: RakerdaState; openMatters: OpenMatters }) {
  const { from, to } = props;
  const text = useText();
  const words = useSection(setUpWords).manage;
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
  const words = useSection(setUpWords).manage;
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

function StageTable({ stage }: { stage: RakerdaState }) {
  const text = useText();
  const words = useSection(setUpWords).manage;
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={words.allStagesCaption}
      className="mt-2 overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{words.allStagesCaption}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className="px-3 py-2">
              {words.part}
            </th>
            {STAGES.map((one) => (
              <th
                key={one}
                scope="col"
                className={`px-3 py-2 whitespace-nowrap ${one === stage ? 'bg-brand-soft text-brand-strong' : ''}`}
              >
                {text.rakerdaState[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part} className="border-t border-line">
              <th scope="row" className="px-3 py-2 font-medium">
                {words.parts[part]}
              </th>
              {STAGES.map((one) => (
                <td
                  key={one}
                  className={`px-3 py-2 whitespace-nowrap ${one === stage ? 'bg-brand-soft' : ''} ${
                    allows(one, part) ? 'font-medium' : 'text-muted'
                  }`}
                >
                  <span aria-hidden="true">{allows(one, part) ? '✓ ' : '– '}</span>
                  {allows(one, part) ? words.isOpen : words.isClosed}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
