/** The start page of those who work on or read whole Rakerda: how far each has come. */
import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { instrumentPath, publishedPath, rakerdaPath } from '~/paths';
import { Alert, Badge, ButtonLink, Card, DemoMark, PageHeader } from '~/ui';
import { StageBadge } from './progressMarks';
import type { InstrumentProgress, RakerdaProgress } from './rakerdaProgress.server';
import { overviewWords } from './overviewWords';

export function RakerdaList(props: {
  actorName: string;
  list: readonly RakerdaProgress[];
  mayCreate: boolean;
  /** An administrator of a house that has no real Rakerda yet. */
  firstSteps: boolean;
}) {
  const overviewText = useSection(overviewWords);
  const words = overviewText.home;
  return (
    <>
      {props.list.some((one) => one.rakerda.isDemo) ? <DemoMark /> : null}
      <PageHeader
        title={words.greeting({ name: props.actorName })}
        lead={props.list.length > 0 ? words.listLead : null}
        actions={
          <>
            <ButtonLink tone="quiet" to={publishedPath()}>
              {words.published}
            </ButtonLink>
            {props.mayCreate && !props.firstSteps ? (
              <ButtonLink tone="primary" to="/rakerda/baru">
                {words.create}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {props.firstSteps ? <FirstSteps /> : null}
      {props.list.length === 0 && !props.firstSteps ? <Alert>{words.noneAssigned}</Alert> : null}
      {props.list.length > 0 ? (
        <section aria-labelledby="daftar">
          <h2 id="daftar" className="mb-4 text-xl">
            {words.listTitle}
          </h2>
          <div className="grid gap-6 xl:grid-cols-2">
            {props.list.map((one) => (
              <Progress key={one.rakerda.id} one={one} />
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
}

function Progress({ one }: { one: RakerdaProgress }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.home;
  const { rakerda, instruments } = one;
  const base = rakerdaPath(rakerda.id);
  const several = instruments.length > 1;
  return (
    <Card className="flex flex-col gap-4">
      <header className="space-y-2">
        <h3 className="text-lg">
          <Link to={base} className="text-brand underline underline-offset-2">
            {rakerda.name}
          </Link>
        </h3>
        <p className="text-sm text-muted">
          {format.dayRange(rakerda.startsOn, rakerda.endsOn)}, {rakerda.place}
          {instruments.length > 0 ? ` · ${instruments.map(({ name }) => name).join(', ')}` : null}
        </p>
        <p className="flex flex-wrap gap-2">
          <StageBadge state={rakerda.state} />
          {rakerda.isDemo ? <Badge tone="accent">{text.demo}</Badge> : null}
        </p>
      </header>
      {instruments.map((instrument) => (
        <Figures key={instrument.code} of={instrument} isNamed={several} />
      ))}
      <div className="mt-auto flex flex-wrap gap-2">
        <ButtonLink to={base}>{words.overview}</ButtonLink>
        {instruments.map(({ code, name }) => {
          const named = (label: string) => (several ? `${label} – ${name}` : label);
          return (
            <Fragment key={code}>
              {one.mayCompare ? (
                <ButtonLink to={instrumentPath(rakerda.id, code, 'comparison')}>
                  {named(words.compare)}
                </ButtonLink>
              ) : null}
              {one.mayDownload ? (
                <ButtonLink to={instrumentPath(rakerda.id, code, 'release')}>
                  {named(words.release)}
                </ButtonLink>
              ) : null}
            </Fragment>
          );
        })}
      </div>
    </Card>
  );
}

function Figures({ of, isNamed }: { of: InstrumentProgress; isNamed: boolean }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.home;
  const { counts } = of;
  const approved = words.approvedOf({
    approved: format.number(counts.approved),
    total: format.number(of.total),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
      <div>
        {isNamed ? <h4>{of.name}</h4> : null}
        <p className="font-semibold">{approved}</p>
        <progress className="bar" aria-label={approved} max={Math.max(of.total, 1)} value={counts.approved}>
          {approved}
        </progress>
        <p className="text-sm text-muted">
          {words.progress({
            approved: format.number(counts.approved),
            submitted: format.number(counts.submitted),
            draft: format.number(counts.draft),
          })}
        </p>
      </div>
      {of.average.mean === null ? null : (
        <p>
          <span className="block text-sm text-muted">
            {words.meanIndex({
              complete: format.number(of.average.complete),
              agencies: format.number(of.average.agencies),
            })}
          </span>
          <span translate="no" className="text-3xl font-bold tabular-nums">
            {format.figure(of.average.mean)}
          </span>
        </p>
      )}
    </div>
  );
}

function FirstSteps() {
  const overviewText = useSection(overviewWords);
  const words = overviewText.first;
  const steps = [
    { title: words.create, text: words.createText },
    { title: words.cards, text: words.cardsText },
    { title: words.hall, text: words.hallText },
  ];
  return (
    <Card className="mb-10 space-y-4">
      <h2 className="text-xl">{words.title}</h2>
      <p>{words.lead}</p>
      <ol className="list-decimal space-y-3 pl-6">
        {steps.map((step) => (
          <li key={step.title}>
            <span className="font-semibold">{step.title}</span>
            <span className="block text-muted">{step.text}</span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <ButtonLink tone="primary" to="/rakerda/baru">
          {words.create}
        </ButtonLink>
        <ButtonLink to="/akun/baru">{words.toAccounts}</ButtonLink>
      </div>
    </Card>
  );
}
