/** One definition that waits: what it asks, what it changes, and the way to publish it. */
import { ProofField, type ProofRefusal } from '~/accounts';
import { useFormat, useSection } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { draftPath, workshopPath } from '~/paths';
import { Alert, Button, ButtonLink, Card, CheckField, KeptForm, PageHeader } from '~/ui';
import { DifferenceView } from './differenceView';
import { differenceWords } from './differenceWords';
import type { DraftPage } from './workshop.read.server';
import { workshopWords } from './workshopWords';

export type DraftAnswer =
  | { readonly kind: 'unsure' }
  | { readonly kind: 'proof'; readonly why: ProofRefusal }
  | { readonly kind: 'refused'; readonly text: string };

export function DraftScreen({ page, answer }: { page: DraftPage; answer: DraftAnswer | undefined }) {
  const all = useSection(workshopWords);
  const words = all.draft;
  const format = useFormat();
  const facts = [
    [words.code, page.code],
    [words.version, page.version],
    [words.kind, all.kind[page.kind]],
    [words.count, format.number(page.count)],
    [words.regulation, page.regulation],
  ] as const;
  return (
    <>
      <PageHeader
        title={words.title({ name: page.name, version: page.version })}
        lead={words.lead({ name: page.by, time: format.dateTime(page.at, HOUSE_TIME_ZONE) })}
        crumbs={[{ to: workshopPath(), label: all.title }]}
        actions={<ButtonLink to={draftPath(page.id, 'preview')}>{words.preview}</ButtonLink>}
      />
      <div className="max-w-6xl space-y-6">
        {answer?.kind === 'refused' ? <Alert tone="danger">{answer.text}</Alert> : null}
        <Card>
          <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd translate="no" className="wrap-anywhere">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Changes page={page} />
        <Questions page={page} />
        <Publish page={page} answer={answer} />
        <Card>
          <KeptForm method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button tone="secondary" name="intent" value="discard">
              {words.discard}
            </Button>
            <p className="text-sm text-muted">{words.discardText}</p>
          </KeptForm>
        </Card>
      </div>
    </>
  );
}

function Changes({ page }: { page: DraftPage }) {
  const words = useSection(workshopWords).draft;
  const { heading } = useSection(differenceWords);
  return (
    <Card className="space-y-3">
      {page.since ? (
        <>
          <h2 translate="no" className="text-xl">
            {heading({ before: page.since.version, after: page.version })}
          </h2>
          <DifferenceView difference={page.since.difference} />
        </>
      ) : (
        <p>{words.first}</p>
      )}
    </Card>
  );
}

function Questions({ page }: { page: DraftPage }) {
  const words = useSection(workshopWords).draft;
  const format = useFormat();
  return (
    <details className="rounded-xl border border-line bg-surface" open={page.count <= 20}>
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">
        <h2 className="inline text-base font-medium">{words.questions}</h2>
      </summary>
      <div className="space-y-4 px-4 pb-4">
        {page.groups.map(({ name, questions }) => (
          <section key={name}>
            <h3 className="font-semibold">{name}</h3>
            <ul className="divide-y divide-line">
              {questions.map((question) => (
                <li key={question.code} className="flex flex-wrap justify-between gap-x-6 py-1">
                  <span className="min-w-0 wrap-anywhere">
                    <span translate="no" className="text-muted">
                      {question.code}
                    </span>{' '}
                    {question.name}
                  </span>
                  {question.weight === null ? null : (
                    <span translate="no" className="text-muted tabular-nums">
                      {words.weight({ weight: format.number(question.weight / 100) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

/** Asked once, because it cannot be taken back. */
function Publish({ page, answer }: { page: DraftPage; answer: DraftAnswer | undefined }) {
  const words = useSection(workshopWords).draft;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.publishHeading}</h2>
      {page.closed === null ? (
        <KeptForm method="post" className="space-y-4">
          <p className="max-w-prose">{words.publishText}</p>
          <input type="hidden" name="intent" value="publish" />
          <CheckField
            id="yakin"
            name="sure"
            label={words.sure}
            defaultChecked={answer?.kind === 'proof'}
            error={answer?.kind === 'unsure' ? words.sureMissing : undefined}
          />
          <ProofField why={answer?.kind === 'proof' ? answer.why : undefined} of="publish" />
          <Button>{words.publish}</Button>
        </KeptForm>
      ) : (
        <Alert tone="warning">{page.closed}</Alert>
      )}
    </Card>
  );
}
