/** How a facilitator opens a vote: any question by form, or what agencies flagged with one click. */
import { Link, useNavigation } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { entryPath } from '~/paths';
import { Alert, Button, Card, CheckField, ErrorSummary, KeptForm, SelectField } from '~/ui';
import type { OpenRefusal } from './voteForms';
import type { FlaggedQuestion } from './voteChoices.server';
import type { VotesPage } from './votes.read.server';
import { useLevelText } from './voteMarks';
import { voteWords } from './voteWords';

type Manage = NonNullable<VotesPage['manage']>;

export function OpenSection(props: { page: VotesPage; manage: Manage; refusal: OpenRefusal | undefined }) {
  const { page, manage, refusal } = props;
  const text = useSection(voteWords).open;
  const mayOpen = page.isRunning && page.open === null;
  return (
    <section aria-labelledby="buka" className="space-y-4 print:hidden">
      <h2 id="buka" className="text-xl">
        {text.title}
      </h2>
      {refusal?.kind === 'otherOpen' ? (
        <Alert tone="danger">
          <p>{text.otherOpen}</p>
          <Link
            className="inline-flex min-h-11 items-center text-brand underline"
            to={entryPath(page.rakerda.id, 'votes', refusal.voteId)}
          >
            {text.toOther}
          </Link>
        </Alert>
      ) : null}
      {page.isRunning ? null : (
        <Alert tone={refusal?.kind === 'locked' ? 'danger' : 'info'}>
          <p>{text.locked}</p>
        </Alert>
      )}
      {page.open && page.isRunning && !refusal ? <p className="text-muted">{text.runs}</p> : null}
      {mayOpen ? (
        <div className="grid items-start gap-6 xl:grid-cols-[2fr_3fr]">
          <OpenForm manage={manage} refusal={refusal} />
          <Flagged rakerdaId={page.rakerda.id} manage={manage} />
        </div>
      ) : null}
    </section>
  );
}

function OpenForm({ manage, refusal }: { manage: Manage; refusal: OpenRefusal | undefined }) {
  const text = useSection(voteWords);
  const busy = useNavigation().state !== 'idle';
  const values = refusal?.typed ?? manage.preset;
  const errors = refusal?.kind === 'invalid' ? refusal.errors : {};
  const errorOf = (field: 'indicator' | 'agency') => {
    const key = errors[field];
    return key && text.errors[key];
  };
  const summary = (['indicator', 'agency'] as const).flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ id: field, message }] : [];
  });
  return (
    <Card>
      <KeptForm
        key={`${manage.preset.indicator} ${manage.preset.agency}`}
        method="post"
        kept="buka"
        noValidate
        className="space-y-4"
      >
        <ErrorSummary errors={summary} />
        <SelectField
          id="indicator"
          name="indicator"
          label={text.open.indicator}
          defaultValue={values.indicator}
          error={errorOf('indicator')}
        >
          <option value="">{text.open.chooseIndicator}</option>
          {manage.indicators.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.indicators.map(({ value, no, name }) => (
                <option key={value} value={value}>
                  {no}. {name}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField
          id="agency"
          name="agency"
          label={text.open.agency}
          defaultValue={values.agency}
          error={errorOf('agency')}
        >
          <option value="">{text.open.chooseAgency}</option>
          {manage.participants.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="ballot"
          name="ballot"
          label={text.open.ballot}
          defaultValue={values.ballot === 'agency' ? 'agency' : 'person'}
        >
          <option value="person">{text.ballot.person}</option>
          <option value="agency">{text.ballot.agency}</option>
        </SelectField>
        <CheckField
          id="includesSubject"
          name="includesSubject"
          label={text.open.includesSubject}
          defaultChecked={values.includesSubject}
        />
        <CheckField id="show" name="show" value="1" label={text.open.show} defaultChecked />
        <Button name="intent" value="open" disabled={busy}>
          {text.open.submit}
        </Button>
        <p className="text-sm text-muted">{text.open.hint}</p>
      </KeptForm>
    </Card>
  );
}

function Flagged({ rakerdaId, manage }: { rakerdaId: string; manage: Manage }) {
  const { flagged, preset } = manage;
  const words = useSection(voteWords);
  const text = words.open;
  const format = useFormat();
  return (
    <Card aria-labelledby="ditandai" className="space-y-2">
      <h3 id="ditandai" className="text-lg">
        {text.flaggedTitle}
      </h3>
      {flagged.length === 0 ? (
        <p className="text-muted">{text.flaggedNone}</p>
      ) : (
        <>
          <p className="text-sm text-muted">
            {text.flaggedHint} {text.flaggedAs} {words.ballot[preset.ballot]}{' '}
            {words.subject[preset.includesSubject ? 'votes' : 'sitsOut']}
          </p>
          <ul className="xl:max-h-96 xl:overflow-y-auto">
            {flagged.map((question) => (
              <li key={question.value} className="border-t border-line">
                <details>
                  <summary className="min-h-11 py-2">
                    <span className="font-medium">
                      {question.no}. {question.name}
                    </span>{' '}
                    <span className="text-sm whitespace-nowrap text-muted">
                      ({text.flaggedCount({ count: format.number(question.agencies.length) })})
                    </span>
                  </summary>
                  <ul className="pb-3 sm:pl-5">
                    {question.agencies.map((agency) => (
                      <FlaggedAgency
                        key={agency.code}
                        rakerdaId={rakerdaId}
                        question={question}
                        preset={preset}
                        agency={agency}
                      />
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function FlaggedAgency(props: {
  rakerdaId: string;
  question: FlaggedQuestion;
  preset: Manage['preset'];
  agency: FlaggedQuestion['agencies'][number];
}) {
  const { question, agency, preset } = props;
  const text = useSection(voteWords).open;
  const levelText = useLevelText();
  const busy = useNavigation().state !== 'idle';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
      <span>
        {agency.name}{' '}
        <span className="text-sm text-muted">
          (
          {agency.level === null
            ? text.noClaim
            : text.claims({ level: levelText(agency.level, question.unit) })}
          )
        </span>
        {agency.voteId === null ? null : (
          <Link
            className="ml-2 inline-flex min-h-6 items-center text-sm text-brand underline"
            to={entryPath(props.rakerdaId, 'votes', agency.voteId)}
          >
            {text.earlier}
          </Link>
        )}
      </span>
      <KeptForm method="post">
        <input type="hidden" name="indicator" value={question.value} />
        <input type="hidden" name="agency" value={agency.code} />
        <input type="hidden" name="ballot" value={preset.ballot} />
        {preset.includesSubject ? <input type="hidden" name="includesSubject" value="on" /> : null}
        <input type="hidden" name="show" value="1" />
        <Button
          tone="secondary"
          name="intent"
          value="open"
          disabled={busy}
          aria-label={text.openFor({ agency: agency.name, no: String(question.no) })}
        >
          {text.submit}
        </Button>
      </KeptForm>
    </li>
  );
}
