/** The start page of an agency's operator or head: where the assessment stands and the one thing to do next. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { useLiveRevalidation } from '~/live';
import { publishedPath, rakerdaPath } from '~/paths';
import { StateBadge } from '~/rakerda/stateBadge';
import { Alert, Badge, ButtonLink, Card, DemoMark, PageHeader } from '~/ui';
import type { NextStep } from './nextStep';
import { Completeness, StageBadge } from './progressMarks';
import type { OwnAssessment } from './rakerdaProgress.server';
import { overviewWords } from './overviewWords';

/** Each is a connection of its own, and browsers allow few. */
const MOST_FOLLOWED = 2;

export function AgencyHome(props: {
  actorName: string;
  agencyName: string;
  assessments: readonly OwnAssessment[];
  /** Newest event that they stand on. */
  asOf: number;
}) {
  const overviewText = useSection(overviewWords);
  const words = overviewText.home;
  const open = props.assessments.filter((one) => one.underWay);
  const earlier = props.assessments.filter((one) => !one.underWay);
  const halls = [...new Set(open.map(({ rakerda }) => rakerda.id))].slice(0, MOST_FOLLOWED);
  return (
    <>
      {halls.map((id) => (
        <KeepFresh key={id} rakerdaId={id} asOf={props.asOf} />
      ))}
      {props.assessments.some((one) => one.rakerda.isDemo) ? <DemoMark /> : null}
      <PageHeader
        title={words.greeting({ name: props.actorName })}
        lead={words.agencyLead({ agency: props.agencyName })}
        actions={
          <ButtonLink tone="quiet" to={publishedPath()}>
            {words.published}
          </ButtonLink>
        }
      />
      <section aria-labelledby="berjalan" className="mb-10">
        <h2 id="berjalan" className="mb-4 text-xl">
          {words.openTitle}
        </h2>
        {open.length === 0 ? <Alert>{words.noneOpen}</Alert> : null}
        <div className={`grid gap-6 ${open.length > 1 ? 'xl:grid-cols-2' : ''}`}>
          {open.map((one) => (
            <OpenAssessment key={one.path} assessment={one} />
          ))}
        </div>
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="sebelumnya">
          <h2 id="sebelumnya" className="mb-4 text-xl">
            {words.earlierTitle}
          </h2>
          <ul className="space-y-3">
            {earlier.map((one) => (
              <EarlierAssessment key={one.path} assessment={one} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** The head learns of a submission, and both of a stage that opens, without asking. Draws nothing. */
function KeepFresh({ rakerdaId, asOf }: { rakerdaId: string; asOf: number }) {
  useLiveRevalidation(rakerdaId, asOf);
  return null;
}

function OpenAssessment({ assessment }: { assessment: OwnAssessment }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const next = useNextStep(assessment.next);
  const words = overviewText.home;
  const { rakerda } = assessment;
  return (
    <Card className="flex flex-col gap-4">
      <header className="space-y-2">
        <h3 className="text-lg">
          <Link to={rakerdaPath(rakerda.id)} className="text-brand underline underline-offset-2">
            {rakerda.name}
          </Link>
        </h3>
        <p className="text-sm text-muted">
          {format.dayRange(rakerda.startsOn, rakerda.endsOn)}, {rakerda.place} · {assessment.instrumentName}
        </p>
        <p className="flex flex-wrap gap-2">
          <StageBadge state={rakerda.state} />
          <StateBadge {...assessment} />
        </p>
      </header>
      {assessment.returnNote === null ? null : (
        <Alert tone="warning" title={words.reopenedNote}>
          <p className="whitespace-pre-line">{assessment.returnNote}</p>
        </Alert>
      )}
      <Index assessment={assessment} />
      <Completeness answered={assessment.answered} total={assessment.total} label={words.completeness} />
      <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink tone="primary" to={assessment.nextPath}>
          {next.label}
        </ButtonLink>
        <p className="text-sm text-muted">{next.hint}</p>
      </div>
      <p className="flex flex-wrap gap-x-4 border-t border-line pt-2">
        {assessment.next.kind === 'result' ? null : (
          <QuietLink to={assessment.path}>{words.result}</QuietLink>
        )}
        {assessment.next.kind === 'mend' ? (
          <QuietLink to={`${assessment.path}/status`}>{words.next.submit}</QuietLink>
        ) : null}
        <QuietLink to={`${assessment.path.slice(0, assessment.path.lastIndexOf('/'))}/banding`}>
          {words.compare}
        </QuietLink>
        {assessment.hasTopics ? (
          <QuietLink to={rakerdaPath(rakerda.id, 'topics')}>
            {assessment.topicsWaiting > 0
              ? words.topicsWaiting({ count: format.number(assessment.topicsWaiting) })
              : words.topics}
          </QuietLink>
        ) : null}
        {rakerda.state === 'filling' || rakerda.state === 'plenary' ? (
          <>
            <QuietLink to={rakerdaPath(rakerda.id, 'follow')}>{words.follow}</QuietLink>
            <QuietLink to={rakerdaPath(rakerda.id, 'commitments')}>{words.commitments}</QuietLink>
          </>
        ) : null}
        <QuietLink to={rakerdaPath(rakerda.id)}>{words.overview}</QuietLink>
      </p>
    </Card>
  );
}

function QuietLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center text-brand underline underline-offset-2">
      {children}
    </Link>
  );
}

function Index({ assessment }: { assessment: OwnAssessment }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.home;
  const incomplete = assessment.answered < assessment.total;
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <p>
        <span className="block text-sm text-muted">{words.indexNow}</span>
        <span translate="no" className="text-4xl font-bold tabular-nums">
          {format.figure(assessment.index)}
        </span>
      </p>
      <div className="space-y-1 pb-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{assessment.predicate}</span>
          {incomplete ? <Badge tone="accent">{text.provisional}</Badge> : null}
        </p>
        <p className="text-sm text-muted">
          {[
            ...(incomplete ? [words.toReach({ ceiling: format.figure(assessment.ceiling) })] : []),
            ...(assessment.target === null
              ? []
              : [words.targetIs({ target: format.figure(assessment.target) })]),
          ].join(' · ')}
        </p>
      </div>
      {incomplete ? <p className="w-full text-sm text-muted">{text.provisionalHint}</p> : null}
    </div>
  );
}

function EarlierAssessment({ assessment }: { assessment: OwnAssessment }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const { rakerda } = assessment;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border border-line bg-surface p-4">
      <div>
        <Link to={rakerdaPath(rakerda.id)} className="font-semibold text-brand underline underline-offset-2">
          {rakerda.name}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
          <StageBadge state={rakerda.state} />
          <StateBadge {...assessment} />
          <span>
            {text.index} {format.figure(assessment.index)} · {assessment.predicate}
          </span>
        </p>
      </div>
      <ButtonLink to={assessment.path}>{overviewText.home.result}</ButtonLink>
    </li>
  );
}

/** What the button says, and the sentence beside it. */
function useNextStep(step: NextStep): { readonly label: string; readonly hint: string } {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const { next, nextHint } = overviewText.home;
  switch (step.kind) {
    case 'fill':
      return {
        label: next.fill({ no: format.number(step.indicatorNo) }),
        hint: nextHint.fill({ left: format.number(step.left) }),
      };
    case 'result':
      return { label: next.result, hint: nextHint[step.because] };
    case 'wait':
    case 'start':
    case 'mend':
    case 'submit':
    case 'review':
      return { label: next[step.kind], hint: nextHint[step.kind] };
  }
}
