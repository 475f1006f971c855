/** The start page of those who work on or read whole Rakerda: how far each has come. */
import { Link } from '@remix-run/react';
import { useFormat, useText } from '~/i18n';
import { Alert, Badge, ButtonLink, Card, DemoMark, PageHeader } from '~/ui';
import { StageBadge, useDateRange } from './parts';
import type { RakerdaProgress } from './queries.server';

export function RakerdaList(props: {
  actorName: string;
  list: readonly RakerdaProgress[];
  mayCreate: boolean;
  /** An administrator of a house that has no real Rakerda yet. */
  firstSteps: boolean;
}) {
  const text = useText();
  const words = text.rakerda.home;
  return (
    <>
      {props.list.some((one) => one.rakerda.isDemo) ? <DemoMark /> : null}
      <PageHeader
        title={words.greeting({ name: props.actorName })}
        lead={props.list.length > 0 ? words.listLead : null}
        actions={
          props.mayCreate && !props.firstSteps ? (
            <ButtonLink tone="primary" to="/rakerda/baru">
              {words.create}
            </ButtonLink>
          ) : null
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
  const format = useFormat();
  const range = useDateRange();
  const words = text.rakerda.home;
  const { rakerda, counts } = one;
  const approved = words.approvedOf({
    approved: format.number(counts.approved),
    total: format.number(one.total),
  });
  const base = `/rakerda/${rakerda.id}`;
  return (
    <Card className="flex flex-col gap-4">
      <header className="space-y-2">
        <h3 className="text-lg">
          <Link to={base} className="text-brand underline underline-offset-2">
            {rakerda.name}
          </Link>
        </h3>
        <p className="text-sm text-muted">
          {range(rakerda.startsOn, rakerda.endsOn)}, {rakerda.place}
          {one.instrumentName === null ? null : ` · ${one.instrumentName}`}
        </p>
        <p className="flex flex-wrap gap-2">
          <StageBadge state={rakerda.state} />
          {rakerda.isDemo ? <Badge tone="accent">{text.ui.demo}</Badge> : null}
        </p>
      </header>
      <div className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <div>
          <p className="font-semibold">{approved}</p>
          <progress
            className="bar"
            aria-label={approved}
            max={Math.max(one.total, 1)}
            value={counts.approved}
          >
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
        {one.mean === null ? null : (
          <p>
            <span className="block text-sm text-muted">{words.meanIndex}</span>
            <span className="text-3xl font-bold tabular-nums">{format.figure(one.mean)}</span>
            {one.provisional ? (
              <span className="ml-2 align-middle">
                <Badge tone="accent">{text.ui.provisional}</Badge>
              </span>
            ) : null}
          </p>
        )}
      </div>
      <div className="mt-auto flex flex-wrap gap-2">
        <ButtonLink to={base}>{words.overview}</ButtonLink>
        {one.instrumentCode !== null && one.mayCompare ? (
          <ButtonLink to={`${base}/${one.instrumentCode}/banding`}>{words.compare}</ButtonLink>
        ) : null}
        {one.instrumentCode !== null && one.mayDownload ? (
          <ButtonLink to={`${base}/${one.instrumentCode}/rilis`}>{words.release}</ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}

function FirstSteps() {
  const text = useText();
  const words = text.rakerda.first;
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
