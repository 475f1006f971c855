/** Notes and recommendations of a Rakerda: written while people speak, read per agenda item. */
import { Link, useNavigation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTopicName } from '~/hall/agenda';
import { useFormat, useSection } from '~/i18n';
import { entryPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { textIn } from '~/text';
import { Alert, Badge, Button, ButtonLink, Card, FilterForm, KeptForm, SelectField } from '~/ui';
import { NoteFields } from './noteFields';
import type { NoteRefusal, NotesPageData } from './notes.read.server';
import { quietLink } from './commitmentMarks';
import type { Note } from './commitmentRows.server';
import { commitmentWords } from './commitmentWords';
import { noteWords } from './noteWords';

export function NotesScreen(props: {
  page: NotesPageData;
  refusal: NoteRefusal | undefined;
  live: ReactNode;
}) {
  const { page, refusal } = props;
  const noteText = useSection(noteWords);
  const format = useFormat();
  const writes = page.mayWrite && page.isOpen;
  const recommendations = page.notes.filter((note) => note.kind === 'recommendation').length;
  return (
    <>
      <MeetingHeader
        frame={page}
        current="notes"
        title={noteText.notes.title}
        lead={
          <>
            <p>{noteText.notes.lead}</p>
            <p className="flex flex-wrap items-center gap-2">
              {noteText.notes.total({
                notes: format.number(page.notes.length - recommendations),
                recommendations: format.number(recommendations),
              })}
              {props.live}
            </p>
          </>
        }
      />
      <div className="space-y-6">
        {page.isOpen ? null : <Alert>{noteText.notes.locked}</Alert>}
        {page.message === 'dihapus' ? <Alert tone="success">{noteText.notes.removed}</Alert> : null}
        <div className={writes ? 'grid items-start gap-6 lg:grid-cols-[minmax(20rem,28rem)_1fr]' : ''}>
          {writes || refusal ? <QuickForm page={page} refusal={refusal} /> : null}
          <div className="min-w-0 space-y-6">
            <Filter page={page} />
            <Groups page={page} writes={writes} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Always in reach: it stays beside the list while that scrolls. */
function QuickForm({ page, refusal }: { page: NotesPageData; refusal: NoteRefusal | undefined }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const isSaving = navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const sent = useRef<string | null>(null);
  const { saved } = page;
  useEffect(() => {
    const body = form.current?.elements.namedItem('body');
    if (saved === null || !(body instanceof HTMLTextAreaElement)) return;
    // What was typed while the note was on its way is the next one.
    if (sent.current === null || body.value === sent.current) body.value = '';
    body.focus({ preventScroll: true });
  }, [saved]);
  const values = refusal?.values ?? {
    kind: 'note',
    body: '',
    agendaItemId: page.filter.agendaItemId ?? page.running ?? '',
    agencyCode: page.filter.agencyCode ?? '',
    indicator: '',
  };
  const filtered = `${page.filter.agendaItemId ?? ''} ${page.filter.agencyCode ?? ''}`;
  return (
    <Card aria-labelledby="catat" className="print:hidden lg:sticky lg:top-4">
      <KeptForm
        ref={form}
        key={filtered}
        method="post"
        kept="baru"
        onSubmit={(event) => {
          sent.current = textIn(new FormData(event.currentTarget), 'body');
        }}
        noValidate
        preventScrollReset
        className="space-y-4"
      >
        <h2 id="catat" className="text-xl">
          {noteText.notes.writeTitle}
        </h2>
        {refusal?.reason === 'locked' ? <Alert tone="danger">{noteText.notes.lockedRefused}</Alert> : null}
        {refusal?.reason === 'strange' ? <Alert tone="danger">{section.strange}</Alert> : null}
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="key" value={page.key} />
        <NoteFields
          choices={page}
          values={values}
          running={page.running}
          problem={problemOf(refusal, noteText.notes.problem)}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button>{isSaving ? noteText.notes.saving : noteText.notes.add}</Button>
          <span role="status" translate="no" className="text-success">
            {page.message === 'dicatat' && !isSaving && !refusal ? (
              <>
                <span aria-hidden="true">✓ </span>
                {noteText.notes.added}
              </>
            ) : null}
          </span>
        </div>
      </KeptForm>
    </Card>
  );
}

/** What is wrong with the text itself, if that is what is wrong. */
export function problemOf(
  refusal: NoteRefusal | undefined,
  problems: Readonly<Record<'bodyMissing' | 'bodyTooLong' | 'unreadable', string>>,
): string | undefined {
  const reason = refusal?.reason;
  return reason === 'bodyMissing' || reason === 'bodyTooLong' || reason === 'unreadable'
    ? problems[reason]
    : undefined;
}

function Filter({ page }: { page: NotesPageData }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const { agendaItemId, agencyCode } = page.filter;
  return (
    <FilterForm
      aria-label={section.filterTitle}
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{section.show}</Button>}
    >
      <div className="min-w-0 grow basis-52">
        <SelectField
          id="acara"
          name="acara"
          label={noteText.notes.agendaItem}
          defaultValue={agendaItemId ?? ''}
        >
          <option value="">{section.allAgenda}</option>
          {page.agenda.map((item) => (
            <option key={item.id} value={item.id}>
              {item.title}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="min-w-0 grow basis-52">
        <SelectField
          id="instansi"
          name="instansi"
          label={noteText.notes.agency}
          defaultValue={agencyCode ?? ''}
        >
          <option value="">{section.allAgencies}</option>
          {page.agencies.map((agency) => (
            <option key={agency.code} value={agency.code}>
              {agency.name}
            </option>
          ))}
        </SelectField>
      </div>
      {agendaItemId !== null || agencyCode !== null ? (
        <ButtonLink tone="quiet" to=".">
          {section.clearFilter}
        </ButtonLink>
      ) : null}
    </FilterForm>
  );
}

function Groups({ page, writes }: { page: NotesPageData; writes: boolean }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const format = useFormat();
  const topic = useTopicName();
  const { filter, running, rakerda } = page;
  const shown = page.agenda.filter((item) => filter.agendaItemId === null || item.id === filter.agendaItemId);
  const items = [
    ...shown.filter((item) => item.id === running),
    ...shown.filter((item) => item.id !== running),
  ];
  const isOfAgenda = new Set(page.agenda.map((item) => item.id));
  const outside = page.notes.filter(
    (note) => note.agendaItemId === null || !isOfAgenda.has(note.agendaItemId),
  );
  if (page.notes.length === 0 && (items.length === 0 || filter.agencyCode !== null)) {
    return (
      <div>
        <p>{filter.agencyCode === null ? noteText.notes.emptyAll : noteText.notes.noMatch}</p>
        {filter.agencyCode === null && writes ? (
          <p className="text-muted">{noteText.notes.emptyHint}</p>
        ) : null}
      </div>
    );
  }
  return (
    <div className="space-y-6">
      {items.map((item) => {
        const notes = page.notes.filter((note) => note.agendaItemId === item.id);
        if (notes.length === 0 && filter.agencyCode !== null) return null;
        return (
          <section key={item.id} aria-labelledby={`acara-${item.id}`} className="space-y-3">
            <div className="border-b border-line pb-2">
              <h2 id={`acara-${item.id}`} className="text-lg">
                {item.title}
              </h2>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
                <span>{format.dateTime(item.startsAt, rakerda.timeZone)}</span>
                <span>{topic(item.topic)}</span>
                {notes.length === 0 ? <span>{noteText.notes.empty}</span> : null}
                {item.id === running ? (
                  <Badge tone="accent">
                    <span aria-hidden="true">▶</span>
                    {noteText.notes.running}
                  </Badge>
                ) : null}
                {writes ? (
                  <Link
                    to={`?${new URLSearchParams({ acara: item.id }).toString()}#body`}
                    className={quietLink}
                  >
                    {noteText.notes.writeHere}
                    <span className="sr-only">: {item.title}</span>
                  </Link>
                ) : null}
              </p>
            </div>
            <NoteList notes={notes} page={page} writes={writes} />
          </section>
        );
      })}
      {outside.length > 0 ? (
        <section aria-labelledby="di-luar-acara" className="space-y-3">
          <h2 id="di-luar-acara" className="border-b border-line pb-2 text-lg">
            {section.noAgenda}
          </h2>
          <NoteList notes={outside} page={page} writes={writes} />
        </section>
      ) : null}
    </div>
  );
}

function NoteList(props: { notes: readonly Note[]; page: NotesPageData; writes: boolean }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const format = useFormat();
  const { rakerda, indicators } = props.page;
  if (props.notes.length === 0) return null;
  const labels = new Map(
    indicators.flatMap((group) => group.indicators.map(({ value, label }) => [value, label] as const)),
  );
  return (
    <ul className="space-y-3">
      {props.notes.map((note) => {
        const indicator =
          note.instrumentCode === null
            ? undefined
            : labels.get(`${note.instrumentCode}:${note.indicatorNo ?? 0}`);
        const about = [note.agencyName, indicator].filter((one) => typeof one === 'string');
        return (
          <li
            key={note.id}
            className={`rounded-lg border-l-4 bg-surface px-4 py-3 shadow-sm print:break-inside-avoid ${
              note.kind === 'recommendation' ? 'border-accent' : 'border-line-strong'
            }`}
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <span className={note.kind === 'recommendation' ? 'font-semibold text-accent' : ''}>
                {note.kind === 'recommendation' ? <span aria-hidden="true">➜ </span> : null}
                {section.kind[note.kind]}
              </span>
              {about.map((one) => (
                <span key={one} className="font-medium text-ink">
                  {one}
                </span>
              ))}
            </p>
            <p className="mt-1 whitespace-pre-line">{note.body}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
              <span>
                {noteText.notes.by({
                  name: note.authorName,
                  time: format.dateTime(note.createdAt, rakerda.timeZone),
                })}
                {note.version > 1 ? ` · ${noteText.notes.edited}` : ''}
              </span>
              <Link to={entryPath(rakerda.id, 'notes', note.id)} className={quietLink}>
                {props.writes ? noteText.notes.edit : noteText.notes.open}
                <span className="sr-only">: {note.body.slice(0, 60)}</span>
              </Link>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
