/** One note: change it, remove it, read what became of it. */
import { useLocation } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { entryPath, rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, KeptForm } from '~/ui';
import { HistoryList } from './historyList';
import { NoteFields } from './noteFields';
import type { NotePageData, NoteRefusal } from './notes.read.server';
import { problemOf } from './notesScreen';
import { Fact } from './commitmentMarks';
import type { Note } from './commitmentRows.server';
import { commitmentWords } from './commitmentWords';
import { noteWords } from './noteWords';

export function NoteScreen(props: { page: NotePageData; refusal: NoteRefusal | undefined; live: ReactNode }) {
  const { page, refusal } = props;
  const noteText = useSection(noteWords);
  const format = useFormat();
  const { note, rakerda } = page;
  const location = useLocation();
  const list = rakerdaPath(rakerda.id, 'notes');
  return (
    <>
      <MeetingHeader
        frame={page}
        current="notes"
        title={noteText.note.title[note.kind]}
        crumbs={[{ to: list, label: noteText.notes.title }]}
        lead={
          <p className="flex flex-wrap items-center gap-2">
            {noteText.notes.by({
              name: note.authorName,
              time: format.dateTime(note.createdAt, rakerda.timeZone),
            })}
            {props.live}
          </p>
        }
      />
      <div className="max-w-4xl space-y-6">
        <div id="pesan">
          {page.message === 'disimpan' && !refusal ? (
            <Alert tone="success">{noteText.note.saved}</Alert>
          ) : null}
        </div>
        {page.isOpen ? null : <Alert>{noteText.notes.locked}</Alert>}
        {refusal ? <Refused refusal={refusal} page={page} /> : null}
        {page.mayWrite && (page.isOpen || refusal) ? (
          <>
            <Edit
              // A saved form begins anew on what was saved.
              key={page.message === 'disimpan' ? location.key : ''}
              page={page}
              refusal={refusal}
            />
            <Remove note={note} />
          </>
        ) : (
          <Card aria-labelledby="isi-catatan">
            <h2 id="isi-catatan" className="sr-only">
              {noteText.note.read}
            </h2>
            <NoteFacts note={note} page={page} />
          </Card>
        )}
        <HistoryList history={page.history} timeZone={rakerda.timeZone} />
      </div>
    </>
  );
}

function Refused({ refusal, page }: { refusal: NoteRefusal; page: NotePageData }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  if (refusal.reason === 'locked') return <Alert tone="danger">{noteText.notes.lockedRefused}</Alert>;
  if (refusal.reason === 'strange') return <Alert tone="danger">{section.strange}</Alert>;
  if (refusal.now === null) return null;
  return (
    <Alert tone="danger" title={section.moved.title}>
      <p>{refusal.reason === 'movedRemoval' ? section.moved.removeLead : section.moved.lead}</p>
      <h2 className="mt-3 font-semibold">{section.moved.nowTitle}</h2>
      <NoteFacts note={refusal.now} page={page} />
      <ButtonLink className="mt-3" to={entryPath(page.rakerda.id, 'notes', refusal.now.id)} reloadDocument>
        {section.moved.useTheirs}
      </ButtonLink>
    </Alert>
  );
}

function NoteFacts({ note, page }: { note: Note; page: NotePageData }) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const indicator = page.indicators
    .flatMap((group) => group.indicators)
    .find(({ value }) => value === `${note.instrumentCode ?? ''}:${note.indicatorNo ?? 0}`);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Fact label={section.kind[note.kind]}>{note.body}</Fact>
      </div>
      <Fact label={noteText.notes.agendaItem}>
        {page.agenda.find((item) => item.id === note.agendaItemId)?.title ?? section.noAgenda}
      </Fact>
      <Fact label={noteText.notes.agency}>{note.agencyName ?? section.noAgency}</Fact>
      <Fact label={noteText.notes.indicator}>{indicator?.label ?? section.noIndicator}</Fact>
    </dl>
  );
}

function Edit({ page, refusal }: { page: NotePageData; refusal: NoteRefusal | undefined }) {
  const noteText = useSection(noteWords);
  // What the live stream brings must not slip under what somebody types.
  const [note] = useState(page.note);
  const values = refusal?.values ?? {
    kind: note.kind,
    body: note.body,
    agendaItemId: note.agendaItemId ?? '',
    agencyCode: note.agencyCode ?? '',
    indicator: note.instrumentCode === null ? '' : `${note.instrumentCode}:${note.indicatorNo ?? 0}`,
  };
  // While a conflict is shown the form stands on what is there now, so that saving again is a decision.
  const version = refusal?.now?.version ?? note.version;
  return (
    <Card aria-labelledby="ubah">
      <KeptForm method="post" kept="ubah" noValidate className="space-y-4">
        <h2 id="ubah" className="text-xl">
          {noteText.note.editTitle}
        </h2>
        <input type="hidden" name="version" value={version} />
        <NoteFields
          choices={page}
          values={values}
          problem={problemOf(refusal, noteText.notes.problem)}
          rows={6}
        />
        <Button name="intent" value="change">
          {noteText.note.save}
        </Button>
      </KeptForm>
    </Card>
  );
}

function Remove({ note }: { note: Note }) {
  const noteText = useSection(noteWords);
  return (
    <details className="rounded-xl border border-line bg-surface p-4">
      <summary className="min-h-11 py-2.5 font-medium text-danger">{noteText.note.removeTitle}</summary>
      <KeptForm method="post" className="space-y-3 pt-2">
        <p>{noteText.note.removeLead}</p>
        <input type="hidden" name="version" value={note.version} />
        <Button tone="danger" name="intent" value="remove">
          {noteText.note.remove}
        </Button>
      </KeptForm>
    </details>
  );
}
