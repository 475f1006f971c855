/** The public page that says whether a Berita Acara is known and unchanged. Nobody needs to sign in. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, Card, DemoMark, PageHeader, TextField } from '~/ui';
import { grouped, showCode } from './minutesCode';
import type { FileVerdict, KnownMinutes, Verification } from './verifyMinutes.server';
import { minutesWords } from './minutesWords';

export function VerifyScreen(props: { verification: Verification; verdict: FileVerdict | undefined }) {
  const { verify } = useSection(minutesWords);
  const { verification, verdict } = props;
  const known = verification.kind === 'known' ? verification : null;
  return (
    <div className="mx-auto max-w-4xl">
      {known?.rakerda.isDemo ? <DemoMark /> : null}
      <PageHeader
        title={verification.kind === 'unknown' ? verify.unknownTitle : verify.title}
        lead={verify.lead}
      />
      <div className="space-y-6">
        {verification.kind === 'unknown' ? (
          <Alert tone="danger">{verify.unknown({ code: verification.typed })}</Alert>
        ) : null}
        {verdict ? <Verdict verdict={verdict} /> : null}
        {known ? <Known known={known} /> : <CodeForm verification={verification} />}
        <FileForm verdict={verdict} code={known?.code ?? null} />
        {known ? (
          <>
            <Recompute />
            <CodeForm verification={{ kind: 'ask' }} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function CodeForm({ verification }: { verification: Verification }) {
  const { verify } = useSection(minutesWords);
  const typed = 'typed' in verification ? verification.typed : '';
  return (
    <Card>
      <form method="get" action="/periksa" className="space-y-4">
        <div className="max-w-md">
          <TextField
            id="kode"
            name="kode"
            label={verify.code}
            hint={verify.codeHint}
            error={verification.kind === 'malformed' ? verify.codeWrong : undefined}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={300}
            required
            className="font-mono"
          />
        </div>
        <Button>{verify.look}</Button>
      </form>
    </Card>
  );
}

function Known({ known }: { known: KnownMinutes }) {
  const { verify } = useSection(minutesWords);
  const format = useFormat();
  return (
    <Card aria-labelledby="dikenal">
      <Alert tone="success">
        <h2 id="dikenal" className="text-lg">
          <span aria-hidden="true">✓ </span>
          {verify.genuine}
        </h2>
        <p>{verify.genuineHint}</p>
      </Alert>
      <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Fact label={verify.number} wide>
          <span className="text-lg font-semibold break-words">{known.numberText}</span>
        </Fact>
        <Fact label={verify.rakerda}>{known.rakerda.name}</Fact>
        <Fact label={verify.made}>{format.dateTime(known.madeAt, known.rakerda.timeZone)}</Fact>
        <Fact label={verify.code}>
          <span className="font-mono">{showCode(known.code)}</span>
        </Fact>
        <Fact label={verify.checksum} wide>
          <span className="font-mono break-words">{grouped(known.bodySha256)}</span>
        </Fact>
        {known.results.map(({ instrument, figuresSha256 }) => (
          <Fact key={instrument} label={verify.figuresChecksum({ instrument })} wide>
            <span className="font-mono break-words">{grouped(figuresSha256)}</span>
          </Fact>
        ))}
      </dl>
      <div className="mt-4 space-y-2">
        <Alert tone={known.replacedBy ? 'warning' : 'info'}>
          {known.replacedBy ? verify.replaced({ number: known.replacedBy }) : verify.newest}
        </Alert>
        <Alert tone={known.figuresChanged ? 'warning' : 'info'}>
          {known.figuresChanged ? verify.changed : verify.unchanged}
        </Alert>
      </div>
      {known.results.map((result) => (
        <Figures key={result.instrument} result={result} />
      ))}
    </Card>
  );
}

function Figures({ result }: { result: KnownMinutes['results'][number] }) {
  const { verify } = useSection(minutesWords);
  const format = useFormat();
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-lg">{verify.figures({ instrument: result.instrument })}</h3>
      {result.agencies.every(({ approved }) => approved === null) ? (
        <p className="mb-2 text-muted">{verify.noFigures}</p>
      ) : null}
      <table className="w-full text-left">
        <caption className="sr-only">{verify.figures({ instrument: result.instrument })}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 pr-3">
              {verify.agency}
            </th>
            <th scope="col" className="py-2 pr-3 text-right">
              {verify.index}
            </th>
            <th scope="col" className="py-2">
              {verify.predicate}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.agencies.map(({ code, name, approved }) => (
            <tr key={code} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-3 font-normal">
                {name} <span className="text-sm text-muted">{code}</span>
              </th>
              <td translate="no" className="py-2 pr-3 text-right font-semibold tabular-nums">
                {approved ? format.figure(approved.index) : '–'}
              </td>
              <td className="py-2">
                {approved ? approved.predicate : <span className="text-muted">{verify.notApproved}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A plain form: the answer is the next page, with or without scripts. */
function FileForm({ verdict, code }: { verdict: FileVerdict | undefined; code: string | null }) {
  const { verify } = useSection(minutesWords);
  const problem =
    verdict && (verdict.kind === 'noFile' || verdict.kind === 'tooLarge' || verdict.kind === 'unreadable')
      ? verify[verdict.kind]
      : undefined;
  return (
    <Card aria-labelledby="berkas-judul">
      <h2 id="berkas-judul" className="mb-3 text-xl">
        {verify.fileHeading}
      </h2>
      <form
        method="post"
        action={code === null ? '/periksa' : `/periksa/${code}`}
        encType="multipart/form-data"
        className="space-y-4"
      >
        <TextField
          id="berkas"
          name="berkas"
          type="file"
          accept="application/pdf,.pdf"
          label={verify.file}
          hint={verify.fileHint}
          error={problem}
          required
        />
        <Button tone="secondary">{verify.check}</Button>
      </form>
    </Card>
  );
}

function Verdict({ verdict }: { verdict: FileVerdict }) {
  const { verify } = useSection(minutesWords);
  switch (verdict.kind) {
    case 'same':
      return (
        <Alert tone="success" title={`✓ ${verify.same}`}>
          <p>{verify.sameText({ number: verdict.numberText })}</p>
        </Alert>
      );
    case 'other':
      return (
        <Alert tone="warning" title={verify.other}>
          <p>{verify.otherText({ number: verdict.numberText })}</p>
          <Link to={`/periksa/${verdict.code}`} className="inline-flex min-h-11 items-center underline">
            {verify.otherLink}
          </Link>
        </Alert>
      );
    case 'different':
      return (
        <Alert tone="danger" title={verify.different}>
          <p>{verify.differentText}</p>
        </Alert>
      );
    case 'noFile':
    case 'tooLarge':
    case 'unreadable':
      return <Alert tone="danger">{verify[verdict.kind]}</Alert>;
  }
}

const COMMAND = String.raw`jq -r '.answers[] | "\(.agency_code)|\(.indicator_no)|\(.level)"' skor.json | sha256sum`;

function Recompute() {
  const { verify } = useSection(minutesWords);
  return (
    <Card>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{verify.howHeading}</summary>
        <div className="space-y-3 pt-2">
          <p className="max-w-prose">{verify.how}</p>
          <p className="rounded-lg bg-sunken p-3">
            <code className="text-sm break-words">{COMMAND}</code>
          </p>
          <p className="text-muted">{verify.howNote}</p>
        </div>
      </details>
    </Card>
  );
}

function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'sm:col-span-2' : ''}>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
