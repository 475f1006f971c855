/** The board: what every agency promised, how it stands, and the form for the next promise. */
import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import {
  Alert,
  Button,
  buttonClass,
  ButtonLink,
  Card,
  FilterForm,
  ListPages,
  ListSearch,
  SelectField,
} from '~/ui';
import { LastYears, ReminderList } from './boardLists';
import { STATUSES } from './commitment';
import { CommitmentCard } from './commitmentCard';
import type { BoardData } from './commitments.read.server';
import { CommitmentForm } from './commitmentFields';
import { Timeline } from './timeline';
import { NO_VALUES } from './commitmentForm';
import { quietLink, Tile } from './commitmentMarks';
import type { CommitmentAnswer } from './commitments.post.server';
import { commitmentWords } from './commitmentWords';

export function BoardScreen(props: {
  page: BoardData;
  answer: CommitmentAnswer | undefined;
  live: ReactNode;
}) {
  const { page } = props;
  const section = useSection(commitmentWords);
  const path = rakerdaPath(page.rakerda.id, 'commitments');
  const calendar = new URLSearchParams(page.filter.agencyCode ? { instansi: page.filter.agencyCode } : {});
  return (
    <>
      <MeetingHeader
        frame={page}
        current="commitments"
        title={section.board.title}
        lead={
          <>
            <p>{section.board.lead}</p>
            <p>{props.live}</p>
          </>
        }
        actions={
          <>
            {page.isOpen && page.own !== null && page.writable.includes(page.own) && !page.form ? (
              <ButtonLink tone="primary" to={`?buat=${page.own}#komitmen-baru`}>
                {section.board.add}
              </ButtonLink>
            ) : null}
            <a
              className={buttonClass('secondary')}
              href={`${path}.ics${calendar.size > 0 ? `?${calendar.toString()}` : ''}`}
              download
            >
              {page.filter.agencyCode ? section.board.calendarOf : section.board.calendar}
            </a>
          </>
        }
      />
      <div className="space-y-8">
        <div id="pesan" className="space-y-3 empty:hidden">
          {page.message === 'ditambah' ? <Alert tone="success">{section.board.added}</Alert> : null}
          {page.message === 'dihapus' ? <Alert tone="success">{section.board.removed}</Alert> : null}
          {page.isOpen ? null : <Alert>{section.board.locked}</Alert>}
        </div>
        <NewCommitment page={page} answer={props.answer} path={path} />
        <Tiles page={page} />
        <Filter page={page} />
        {page.view === 'reminder' ? (
          <ReminderList page={page} />
        ) : (
          <>
            <LastYears page={page} />
            <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <Board page={page} path={path} />
              <Timeline page={page} />
            </div>
            <Without page={page} path={path} />
          </>
        )}
      </div>
    </>
  );
}

function NewCommitment(props: { page: BoardData; answer: CommitmentAnswer | undefined; path: string }) {
  const { page, answer, path } = props;
  const section = useSection(commitmentWords);
  const { form } = page;
  if (!form) {
    if (answer?.form === 'commitment' && answer.reason === 'locked') return <Lost answer={answer} />;
    if (!page.isOpen || page.writable.length < 2) return null;
    return (
      <Form
        method="get"
        action={`${path}#komitmen-baru`}
        className="flex flex-wrap items-end gap-3 print:hidden"
      >
        <div className="min-w-0 grow basis-52 sm:max-w-sm">
          <SelectField id="buat" name="buat" label={section.board.agency}>
            {page.agencies
              .filter(({ code }) => page.writable.includes(code))
              .map((agency) => (
                <option key={agency.code} value={agency.code}>
                  {agency.name}
                </option>
              ))}
          </SelectField>
        </div>
        <Button>{section.board.add}</Button>
      </Form>
    );
  }
  const posted = answer?.form === 'commitment' ? answer : null;
  const values = posted?.values ?? page.proposed ?? { ...NO_VALUES, instrumentCode: form.instrumentCode };
  return (
    <Card aria-labelledby="komitmen-baru" className="print:hidden">
      <div className="space-y-4">
        <h2 id="komitmen-baru" className="text-xl">
          {section.form.titleNew({ agency: form.agency.name })}
        </h2>
        {posted?.reason === 'strange' ? <Alert tone="danger">{section.strange}</Alert> : null}
        {posted?.reason === 'preview' || posted?.reason === 'plan' ? (
          <Alert>{section.form.previewed}</Alert>
        ) : null}
        <CommitmentForm
          // A preview without scripts, or another agency, begins with other values.
          key={`${form.agency.code} ${form.instrumentCode} ${posted?.reason === 'plan' ? 'plan' : ''}`}
          form={form}
          agenda={page.agenda}
          values={values}
          problems={posted?.problems ?? {}}
          intent="add"
          seenVersion={null}
          decidedVersion={null}
          cancel={path}
        />
      </div>
    </Card>
  );
}

/** The stage went on while somebody typed: what they typed is theirs to copy. */
function Lost({ answer }: { answer: Extract<CommitmentAnswer, { form: 'commitment' }> }) {
  const section = useSection(commitmentWords);
  const { what, who, dueOn, measure } = answer.values;
  return (
    <Alert tone="danger">
      <p>{section.board.lockedRefused}</p>
      <p className="mt-2 whitespace-pre-line">{[what, who, dueOn, measure].filter(Boolean).join('\n')}</p>
    </Alert>
  );
}

function Tiles({ page: { counts } }: { page: BoardData }) {
  const section = useSection(commitmentWords);
  return (
    <section aria-labelledby="sekilas">
      <h2 id="sekilas" className="sr-only">
        {section.board.tilesTitle}
      </h2>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        <Tile label={section.board.total} value={counts.total} />
        {STATUSES.map((status) => (
          <Tile key={status} label={section.status[status]} value={counts[status]} />
        ))}
        <Tile label={section.late} value={counts.late} tone={counts.late > 0 ? 'border-danger' : ''} />
      </dl>
    </section>
  );
}

function Filter({ page }: { page: BoardData }) {
  const section = useSection(commitmentWords);
  const { filter, view } = page;
  return (
    <FilterForm
      aria-label={section.filterTitle}
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{section.show}</Button>}
    >
      <div className="min-w-0 grow basis-40">
        <SelectField
          id="tampil"
          name="tampil"
          label={section.board.view}
          defaultValue={view === 'reminder' ? 'pengingat' : ''}
        >
          <option value="">{section.board.viewBoard}</option>
          <option value="pengingat">{section.board.viewReminder}</option>
        </SelectField>
      </div>
      <div className="min-w-0 grow basis-52">
        <SelectField
          id="instansi"
          name="instansi"
          label={section.board.agency}
          defaultValue={filter.agencyCode ?? ''}
        >
          <option value="">{section.allAgencies}</option>
          {page.agencies.map((agency) => (
            <option key={agency.code} value={agency.code}>
              {agency.name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="min-w-0 grow basis-40">
        <SelectField
          id="status"
          name="status"
          label={section.board.status}
          defaultValue={filter.status ?? ''}
        >
          <option value="">{section.board.allStatuses}</option>
          <option value="late">{section.late}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {section.status[status]}
            </option>
          ))}
        </SelectField>
      </div>
      {filter.agencyCode !== null || filter.status !== null || view === 'reminder' ? (
        <ButtonLink tone="quiet" to=".">
          {section.clearFilter}
        </ButtonLink>
      ) : null}
    </FilterForm>
  );
}

function Board({ page, path }: { page: BoardData; path: string }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const groups = page.board.items.map((agency) => ({
    agency,
    list: page.commitments.filter((one) => one.agencyCode === agency.code),
  }));
  return (
    <section aria-labelledby="papan" className="space-y-6">
      <h2 id="papan" className="text-xl">
        {section.board.boardTitle}
      </h2>
      {groups.length === 0 ? (
        <div>
          <p>{page.counts.total === 0 ? section.board.empty : section.board.noMatch}</p>
          {page.counts.total === 0 && page.isOpen && page.writable.length > 0 ? (
            <p className="text-muted">{section.board.emptyHint}</p>
          ) : null}
        </div>
      ) : null}
      <div className="grid items-start gap-6 2xl:grid-cols-2">
        {groups.map(({ agency, list }) => {
          return (
            <section
              key={agency.code}
              aria-labelledby={`instansi-${agency.code}`}
              className="min-w-0 space-y-3"
            >
              <div className="border-b border-line pb-1">
                <h3 id={`instansi-${agency.code}`} className="text-lg">
                  {agency.name}
                </h3>
                {page.together
                  .filter(({ agencyCode }) => agencyCode === agency.code)
                  .map(({ instrumentName, index, reaches }) => (
                    <p key={instrumentName} translate="no" className="text-sm text-muted tabular-nums">
                      {instrumentName === null ? null : `${instrumentName}: `}
                      {section.board.together({
                        index: format.figure(index),
                        reaches: format.figure(reaches),
                      })}
                    </p>
                  ))}
              </div>
              <ul className="space-y-3">
                {list.map((one) => (
                  <CommitmentCard
                    key={one.id}
                    commitment={one}
                    agenda={page.agenda}
                    indicators={page.indicators}
                    path={`${path}/${one.id}`}
                    mayWrite={page.writable.includes(agency.code)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {page.board.isLong ? (
        <ListPages part={page.board} path={path} kept={keptOf(page)} anchor="papan" pageName="papan" />
      ) : null}
    </section>
  );
}

/** What of the address stays when a list is turned. */
function keptOf({ filter: { agencyCode, status } }: BoardData): Readonly<Record<string, string>> {
  return {
    ...(agencyCode === null ? {} : { instansi: agencyCode }),
    ...(status === null ? {} : { status }),
  };
}

function Without({ page, path }: { page: BoardData; path: string }) {
  const section = useSection(commitmentWords);
  const part = page.without;
  const kept = keptOf(page);
  return (
    <section aria-labelledby="tanpa" className="space-y-2">
      <h2 id="tanpa" className="text-xl">
        {section.board.without}
      </h2>
      {part.found === 0 && part.search === '' ? <p>{section.board.withoutNone}</p> : null}
      {part.isLong ? <ListSearch part={part} path={path} kept={kept} anchor="tanpa" /> : null}
      <ul className="sm:flex sm:flex-wrap sm:gap-x-6">
        {part.items.map((agency) => (
          <li key={agency.code} className="flex min-h-11 items-center justify-between gap-3">
            {agency.name}
            {page.isOpen && page.writable.includes(agency.code) ? (
              <Link to={`?buat=${agency.code}#komitmen-baru`} className={`${quietLink} whitespace-nowrap`}>
                {section.board.add}
                <span className="sr-only">: {agency.name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {part.isLong ? <ListPages part={part} path={path} kept={kept} anchor="tanpa" /> : null}
    </section>
  );
}
