/** One commitment: what was promised, how it stands, and what became of it. */
import { useLocation } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { entryPath, rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, KeptForm, TextAreaField } from '~/ui';
import { STATUSES } from './commitment';
import { CommitmentFacts } from './commitmentCard';
import type { CommitmentPageData } from './commitment.read.server';
import { CommitmentForm } from './commitmentFields';
import { HistoryList } from './historyList';
import { LateBadge, StatusBadge } from './commitmentMarks';
import type { CommitmentAnswer } from './commitments.post.server';
import { LIMIT } from './commitmentForm';
import { commitmentWords } from './commitmentWords';

interface ScreenProps {
  readonly page: CommitmentPageData;
  readonly answer: CommitmentAnswer | undefined;
}

export function CommitmentScreen({ page, answer, live }: ScreenProps & { live: ReactNode }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const location = useLocation();
  const { commitment: one, rakerda } = page;
  const messages: Readonly<Record<string, string>> = {
    disimpan: section.commitment.saved,
    status: section.commitment.statusSaved,
  };
  const message = answer ? undefined : messages[page.message ?? ''];
  return (
    <>
      <MeetingHeader
        frame={page}
        current="commitments"
        title={section.commitment.title({ agency: one.agencyName })}
        crumbs={[{ to: rakerdaPath(rakerda.id, 'commitments'), label: section.board.title }]}
        lead={
          <p className="flex flex-wrap items-center gap-2">
            {page.promisedIn === null ? null : section.commitment.inRakerda({ name: page.promisedIn })}
            {live}
          </p>
        }
      />
      <div className="max-w-5xl space-y-6">
        <div id="pesan" className="empty:hidden">
          {message === undefined ? null : <Alert tone="success">{message}</Alert>}
        </div>
        <Card aria-labelledby="dijanjikan" className="space-y-3">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <h2 id="dijanjikan" className="sr-only">
              {section.commitment.factsTitle}
            </h2>
            <p className="min-w-0 text-lg font-semibold whitespace-pre-line">{one.what}</p>
            <p className="flex flex-wrap items-center gap-2">
              {one.isLate ? <LateBadge /> : null}
              <StatusBadge status={one.status} />
              <span className="text-sm text-muted">
                {section.commitment.statusSince({ time: format.dateTime(one.statusAt, rakerda.timeZone) })}
              </span>
            </p>
          </div>
          {one.statusNote === '' ? null : <p className="whitespace-pre-line text-muted">{one.statusNote}</p>}
          <CommitmentFacts commitment={one} agenda={page.agenda} indicators={page.indicators} />
        </Card>
        {page.mayWrite ? (
          <StatusForm
            // A saved form begins anew on what was saved.
            key={page.message === 'status' ? location.key : ''}
            page={page}
            answer={answer}
          />
        ) : null}
        <Edit page={page} answer={answer} />
        {page.mayEdit ? <Remove page={page} answer={answer} /> : null}
        <HistoryList history={page.history} timeZone={rakerda.timeZone} />
      </div>
    </>
  );
}

/** What is there now, beside what was typed: the form below still holds that. */
function Moved({ page, answer }: { page: CommitmentPageData; answer: CommitmentAnswer }) {
  const section = useSection(commitmentWords);
  if (answer.now === null) return null;
  return (
    <Alert tone="danger" title={section.moved.title}>
      <p>{answer.form === 'remove' ? section.moved.removeLead : section.moved.lead}</p>
      <p className="mt-3 font-semibold">{section.moved.nowTitle}</p>
      <p className="flex flex-wrap items-center gap-2 whitespace-pre-line">
        <StatusBadge status={answer.now.status} /> {answer.now.statusNote}
      </p>
      <p className="whitespace-pre-line">{answer.now.what}</p>
      <CommitmentFacts commitment={answer.now} agenda={page.agenda} indicators={page.indicators} />
      <ButtonLink
        className="mt-3"
        reloadDocument
        to={entryPath(page.rakerda.id, 'commitments', page.commitment.id)}
      >
        {section.moved.useTheirs}
      </ButtonLink>
    </Alert>
  );
}

function StatusForm({ page, answer }: ScreenProps) {
  const section = useSection(commitmentWords);
  // What the live stream brings must not slip under what somebody types.
  const [one] = useState(page.commitment);
  const posted = answer?.form === 'status' ? answer : null;
  const values = posted?.values ?? { status: one.status, note: one.statusNote };
  const reason = posted?.reason;
  const problem =
    reason === 'reasonMissing' || reason === 'tooLong' || reason === 'unreadable'
      ? section.commitment.problem[reason]
      : undefined;
  return (
    <Card aria-labelledby="status" className="print:hidden">
      <KeptForm key={posted ? 'posted' : ''} method="post" kept="status" noValidate className="space-y-4">
        <h2 id="status" className="text-xl">
          {section.commitment.statusTitle}
        </h2>
        {posted?.reason === 'moved' ? <Moved page={page} answer={posted} /> : null}
        {/* While a conflict is shown, saving again is a decision about what is there now. */}
        <input type="hidden" name="version" value={posted?.now?.version ?? one.version} />
        <fieldset>
          <legend className="font-medium">{section.commitment.status}</legend>
          <div className="flex flex-wrap gap-x-6">
            {STATUSES.map((status) => (
              <label key={status} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="status"
                  value={status}
                  defaultChecked={values.status === status}
                  className="size-5 accent-brand"
                />
                {section.status[status]}
              </label>
            ))}
          </div>
        </fieldset>
        <TextAreaField
          id="note"
          name="note"
          rows={2}
          label={section.commitment.statusNote}
          hint={section.commitment.statusNoteHint}
          defaultValue={values.note}
          error={problem}
          most={LIMIT.statusNote}
        />
        <Button name="intent" value="status">
          {section.commitment.statusSave}
        </Button>
      </KeptForm>
    </Card>
  );
}

function Edit({ page, answer }: ScreenProps) {
  const section = useSection(commitmentWords);
  const { commitment: one, form } = page;
  const posted = answer?.form === 'commitment' ? answer : null;
  if (!form) {
    if (posted?.reason !== 'locked') return null;
    const { what, who, dueOn, measure } = posted.values;
    return (
      <Alert tone="danger">
        <p>{section.board.lockedRefused}</p>
        <p className="mt-2 whitespace-pre-line">{[what, who, dueOn, measure].join('\n')}</p>
      </Alert>
    );
  }
  const values = posted?.values ?? {
    what: one.what,
    who: one.who,
    dueOn: one.dueOn,
    measure: one.measure,
    agendaItemId: one.agendaItemId ?? '',
    instrumentCode: form.instrumentCode,
    levels: Object.fromEntries(one.indicators.map(({ no, toLevel }) => [String(no), String(toLevel)])),
  };
  return (
    <details
      open={posted !== null}
      className="rounded-xl border border-line bg-surface p-4 sm:p-6 print:hidden"
    >
      <summary className="min-h-11 py-1.5 text-xl font-semibold">{section.form.titleEdit}</summary>
      <div className="space-y-4 pt-4">
        {posted?.reason === 'moved' ? <Moved page={page} answer={posted} /> : null}
        {posted?.reason === 'strange' ? <Alert tone="danger">{section.strange}</Alert> : null}
        {posted?.reason === 'preview' || posted?.reason === 'plan' ? (
          <Alert>{section.form.previewed}</Alert>
        ) : null}
        <CommitmentForm
          // Somebody else's change in mid-typing must not empty the form: it stays until it is sent.
          key={`${posted?.reason === 'plan' ? 'plan' : ''} ${page.message === 'disimpan' ? one.version : ''}`}
          form={form}
          agenda={page.agenda}
          values={values}
          problems={posted?.problems ?? {}}
          intent="change"
          seenVersion={one.version}
          decidedVersion={posted?.now?.version ?? null}
          cancel={rakerdaPath(page.rakerda.id, 'commitments')}
        />
      </div>
    </details>
  );
}

function Remove({ page, answer }: ScreenProps) {
  const section = useSection(commitmentWords);
  const posted = answer?.form === 'remove' ? answer : null;
  return (
    <details open={posted !== null} className="rounded-xl border border-line bg-surface p-4 print:hidden">
      <summary className="min-h-11 py-2.5 font-medium text-danger">{section.commitment.removeTitle}</summary>
      <KeptForm method="post" className="space-y-3 pt-2">
        {posted ? <Moved page={page} answer={posted} /> : null}
        <p>{section.commitment.removeLead}</p>
        <input type="hidden" name="version" value={page.commitment.version} />
        <Button tone="danger" name="intent" value="remove">
          {section.commitment.remove}
        </Button>
      </KeptForm>
    </details>
  );
}
