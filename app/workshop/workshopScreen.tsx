/** Every published instrument with its versions and who uses them; what waits; where a definition is handed in. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { definitionTemplatePath, draftPath, rakerdaPath, versionsPath, workshopPath } from '~/paths';
import { Alert, Button, Card, FileLink, PageHeader, TextField } from '~/ui';
import { TABLE_KINDS } from './kinds';
import type { UploadAnswer } from './upload.post.server';
import type { DraftLine, KnownInstrument, Use, WorkshopPage } from './workshop.read.server';
import { workshopWords } from './workshopWords';

/** Reading stays quick where hundreds of Rakerda use a version. */
const MOST_USES = 5;

export function WorkshopScreen({ page, answer }: { page: WorkshopPage; answer: UploadAnswer | undefined }) {
  const words = useSection(workshopWords);
  const messages: Readonly<Record<string, string>> = words.message;
  const message = answer ? undefined : messages[page.message ?? ''];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-6">
        {message === undefined ? null : <Alert>{message}</Alert>}
        {answer?.kind === 'refused' ? <Refusal answer={answer} /> : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Upload />
          <Templates />
        </div>
        {page.drafts.length > 0 ? <Drafts drafts={page.drafts} /> : null}
        <Published instruments={page.instruments} />
      </div>
    </>
  );
}

function Refusal({ answer }: { answer: Extract<UploadAnswer, { kind: 'refused' }> }) {
  const words = useSection(workshopWords).refused;
  const format = useFormat();
  const { says, problems, more } = answer;
  return (
    <Alert tone="danger" title={words.heading}>
      {says.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {problems.length > 0 ? (
        <>
          <p>{words[answer.in]}</p>
          <ul className="list-disc pl-5" translate="no">
            {problems.map((problem) => (
              <li key={problem} className="wrap-anywhere">
                {problem}
              </li>
            ))}
            {more > 0 ? <li>{words.more({ count: format.number(more) })}</li> : null}
          </ul>
        </>
      ) : null}
    </Alert>
  );
}

/** A plain form: the answer is the next page, with or without scripts. */
function Upload() {
  const words = useSection(workshopWords).upload;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <form method="post" action={workshopPath('upload')} encType="multipart/form-data" className="space-y-4">
        <TextField
          id="berkas"
          name="file"
          type="file"
          accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={words.file}
          hint={words.hint}
          required
        />
        <Button>{words.check}</Button>
      </form>
    </Card>
  );
}

function Templates() {
  const { template: words, kind: kinds } = useSection(workshopWords);
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <p className="max-w-prose">{words.text}</p>
      <ul className="flex flex-wrap gap-3">
        {TABLE_KINDS.flatMap((kind) =>
          (['xlsx', 'json'] as const).map((form) => (
            <li key={`${kind}.${form}`}>
              <FileLink href={definitionTemplatePath(`${kind}.${form}`)}>
                {words.get({ kind: kinds[kind], form: form.toUpperCase() })}
              </FileLink>
            </li>
          )),
        )}
      </ul>
    </Card>
  );
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const words = useSection(workshopWords).drafts;
  const format = useFormat();
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <ul className="divide-y divide-line">
        {drafts.map(({ id, name, version, at, by }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-1">
            <Link
              to={draftPath(id)}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
            >
              {words.open({ name, version })}
            </Link>
            <span className="text-sm text-muted">
              {words.by({ name: by, time: format.dateTime(at, HOUSE_TIME_ZONE) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Published({ instruments }: { instruments: readonly KnownInstrument[] }) {
  const { list: words, kind: kinds } = useSection(workshopWords);
  return (
    <section aria-labelledby="terbit" className="space-y-3">
      <h2 id="terbit" className="text-xl">
        {words.heading}
      </h2>
      <ul className="grid gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        {instruments.map(({ code, name, kind, versions }) => (
          <li key={code} data-instrument={code} className="rounded-xl border border-line bg-surface p-4">
            <h3 className="font-semibold">
              <Link
                to={versionsPath(code)}
                className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
              >
                {name}
              </Link>
            </h3>
            <p className="text-sm text-muted" translate="no">
              {code} · {kinds[kind]}
            </p>
            <dl className="mt-2 space-y-1">
              {versions.map(({ version, uses }) => (
                <div key={version} className="flex flex-wrap gap-x-3">
                  <dt translate="no" className="font-medium tabular-nums">
                    {version}
                  </dt>
                  <dd className="min-w-0">
                    <Uses uses={uses} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which Rakerda use a version. */
export function Uses({ uses }: { uses: readonly Use[] }) {
  const words = useSection(workshopWords).list;
  const format = useFormat();
  if (uses.length === 0) return <span className="text-muted">{words.unused}</span>;
  const more = uses.length - MOST_USES;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {uses.slice(0, MOST_USES).map(({ id, name }) => (
        <li key={id}>
          <Link
            to={rakerdaPath(id)}
            className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
          >
            {name}
          </Link>
        </li>
      ))}
      {more > 0 ? <li>{words.more({ count: format.number(more) })}</li> : null}
    </ul>
  );
}
