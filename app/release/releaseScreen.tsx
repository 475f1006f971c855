/** The page that explains each file before it is downloaded. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { instrumentPath, rakerdaPath } from '~/paths';
import { Alert, ButtonLink, Card, DemoMark, FileLink, PageHeader } from '~/ui';
import type { Failure } from './failure';
import { type AnyFile, type Extent, SCOPES } from './files';
import type { ReleasePage, StateTotals } from './release.read.server';
import { releaseWords } from './releaseWords';

export interface ReleaseScreenProps extends ReleasePage {
  readonly rakerda: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  readonly scope: Extent;
  readonly failure: { readonly kind: Failure; readonly requestId: string | null } | null;
}

export function ReleaseScreen(props: ReleaseScreenProps) {
  const text = useText();
  const release = useSection(releaseWords);
  const { rakerda, instrument, isTopic, files, totals, others, scope, failure } = props;
  const included = scope === 'semua' ? totals.all : totals.approved;
  const back = rakerdaPath(rakerda.id);
  return (
    <>
      <PageHeader
        mark={rakerda.isDemo ? <DemoMark /> : null}
        title={release.title}
        lead={release.lead}
        crumbs={[
          { to: '/', label: text.home },
          { to: back, label: rakerda.name },
        ]}
      />
      <div className="space-y-6">
        {failure ? <FailureNotice {...failure} /> : null}
        <p className="text-muted">
          {instrument.shortName} – {isTopic ? release.emptyNote : release.unansweredNote}
        </p>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <StateCard totals={totals} />
          <ScopeCard scope={scope} totals={totals} />
        </div>
        <section className="space-y-4">
          <h2 className="text-xl">{release.filesHeading}</h2>
          {included === 0 ? <Alert tone="warning">{release.nothingToRelease}</Alert> : null}
          <ul className="grid gap-4 xl:grid-cols-3">
            {files.map((file) => (
              <li key={file} className="flex">
                <FileCard
                  file={file}
                  href={`${instrumentPath(rakerda.id, instrument.code, 'release')}/${file}?keadaan=${scope}`}
                  available={included > 0}
                />
              </li>
            ))}
          </ul>
        </section>
        {isTopic ? null : <p className="text-muted">{release.pdfNote}</p>}
        {others.length > 0 ? (
          <nav aria-labelledby="rilis-lain">
            <h2 id="rilis-lain" className="mb-3 text-xl">
              {release.all}
            </h2>
            <ul className="flex flex-wrap gap-2">
              {others.map(({ code, name }) => (
                <li key={code}>
                  <ButtonLink to={instrumentPath(rakerda.id, code, 'release')}>{name}</ButtonLink>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </>
  );
}

function FailureNotice({ kind, requestId }: { kind: Failure; requestId: string | null }) {
  const release = useSection(releaseWords);
  return (
    <Alert tone="danger" title={release.failureTitle}>
      <p>{release.failure[kind]}</p>
      {kind !== 'empty' && requestId ? <p className="font-mono">{requestId}</p> : null}
    </Alert>
  );
}

function StateCard({ totals }: { totals: StateTotals }) {
  const text = useText();
  const release = useSection(releaseWords);
  const format = useFormat();
  return (
    <Card>
      <h2 className="mb-3 text-xl">{release.stateHeading}</h2>
      <table className="w-full text-left">
        <caption className="sr-only">{release.stateCaption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2">
              {release.stateColumn}
            </th>
            <th scope="col" className="py-2 text-right">
              {release.countColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['approved', 'submitted', 'draft'] as const).map((state) => (
            <tr key={state} className="border-b border-line">
              <th scope="row" className="py-2 font-normal">
                {text.state[state]}
              </th>
              <td translate="no" className="py-2 text-right tabular-nums">
                {format.number(totals[state])}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="py-2">
              {release.totalRow}
            </th>
            <td translate="no" className="py-2 text-right font-semibold tabular-nums">
              {format.number(totals.all)}
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

function ScopeCard({ scope, totals }: { scope: Extent; totals: StateTotals }) {
  const release = useSection(releaseWords);
  const format = useFormat();
  return (
    <Card>
      <h2 className="mb-1 text-xl" id="cakupan">
        {release.scopeHeading}
      </h2>
      <p className="mb-3 text-muted">{release.scopeHint}</p>
      <ul aria-labelledby="cakupan" className="space-y-2">
        {SCOPES.map((choice) => (
          <li key={choice}>
            <Link
              to={`?keadaan=${choice}`}
              replace
              preventScrollReset
              aria-current={choice === scope ? 'true' : undefined}
              className={`flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border px-3 py-2 no-underline ${
                choice === scope
                  ? 'border-2 border-brand bg-brand-soft text-ink'
                  : 'border-line-strong text-ink hover:bg-sunken'
              }`}
            >
              <span className="font-medium">{release.scope[choice]}</span>
              <span className="text-muted">
                {release.scopeCount({
                  count: format.number(choice === 'semua' ? totals.all : totals.approved),
                })}
              </span>
              {choice === scope ? (
                <span className="ml-auto font-medium text-brand">✓ {release.scopeChosen}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FileCard(props: { file: AnyFile; href: string; available: boolean }) {
  const release = useSection(releaseWords);
  const file = release.file[props.file];
  return (
    <Card className="flex w-full flex-col gap-3">
      <h3 className="text-lg">{file.name}</h3>
      <dl className="flex-1 space-y-3">
        <div>
          <dt className="text-sm text-muted">{release.forWhom}</dt>
          <dd>{file.forWhom}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{release.holds}</dt>
          <dd>{file.holds}</dd>
        </div>
      </dl>
      {props.available ? (
        <FileLink tone={props.file.endsWith('xlsx') ? 'primary' : 'secondary'} href={props.href}>
          {release.download({ file: props.file })}
        </FileLink>
      ) : null}
    </Card>
  );
}
