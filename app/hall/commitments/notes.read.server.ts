/** Puts the pages of notes together and answers their forms. */
import { randomUUID } from 'node:crypto';
import { notFound } from '~/accounts/requestScope.server';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { textIn, unreadableForm } from '~/text';
import { keyOf, versionOf } from './formMarks';
import { type HistoryEntry, readHistory } from './commitmentHistory.server';
import { checkNote, type NoteProblem, type NoteValues, readNoteValues } from './noteForm';
import { addNote, changeNote, removeNote } from './changeNotes.server';
import { findNote, listNotes, type Note } from './commitmentRows.server';
import {
  type IndicatorGroup,
  indicatorGroups,
  namesFor,
  type PlenaryPage,
  readInstruments,
  readPlenary,
} from './plenary.read.server';
import { noteWords } from './noteWords';

/** What a refused form says, and what was typed into it. */
export interface NoteRefusal {
  readonly values: NoteValues;
  readonly reason: NoteProblem | 'locked' | 'strange' | 'moved' | 'movedRemoval';
  /** What stands there now, where somebody else changed it. */
  readonly now: Note | null;
}

export interface NotesPageData extends PlenaryPage {
  readonly title: string;
  readonly notes: readonly Note[];
  readonly indicators: readonly IndicatorGroup[];
  readonly filter: { readonly agendaItemId: string | null; readonly agencyCode: string | null };
  /** The agenda item that runs now. */
  readonly running: string | null;
  readonly mayWrite: boolean;
  readonly isOpen: boolean;
  readonly message: string | null;
  /** Changes with every saved note, so that the form knows when to empty itself. */
  readonly saved: string | null;
  readonly key: string;
}

/** The list with its quick form. */
export async function readNotesPage(scope: MeetingScope, params: URLSearchParams): Promise<NotesPageData> {
  const { db, actor, place, locale } = scope;
  const plenary = await readPlenary(scope);
  const now = new Date().toISOString();
  const running = plenary.agenda.find((item) => item.startsAt <= now && now < item.endsAt)?.id ?? null;
  const filter = {
    agendaItemId: known(
      params.get('acara'),
      plenary.agenda.map((item) => item.id),
    ),
    agencyCode: known(
      params.get('instansi'),
      plenary.agencies.map((agency) => agency.code),
    ),
  };
  const notes = await listNotes(db, place.row.id);
  return {
    ...plenary,
    title: `${noteWords[locale].notes.title} – ${place.row.name}`,
    notes: notes.filter(
      (note) =>
        (filter.agendaItemId === null || note.agendaItemId === filter.agendaItemId) &&
        (filter.agencyCode === null || note.agencyCode === filter.agencyCode),
    ),
    indicators: indicatorGroups(await readInstruments(scope, place.row.id), locale),
    filter,
    running,
    mayWrite: may(actor, 'note.write', place),
    isOpen: allows(place.row.state, 'notes'),
    message: params.get('pesan'),
    saved: params.get('baru'),
    key: randomUUID(),
  };
}

export type NotePost =
  | { readonly kind: 'done'; readonly search: string; readonly hash: string }
  | { readonly kind: 'refused'; readonly refusal: NoteRefusal };

/** Takes the quick form. Throws 403 where the policy says no. */
export async function postNote(scope: MeetingScope, form: FormData): Promise<NotePost> {
  authorize(scope.actor, 'note.write', scope.place);
  const key = keyOf(form);
  if (textIn(form, 'intent') !== 'add' || key === null) throw unreadableForm();
  const values = readNoteValues(form);
  const checked = checkNote(values);
  if (!checked.ok) return refused(values, checked.problem);
  const result = await addNote(scope, checked.input, key);
  if (result.kind === 'locked' || result.kind === 'strange') return refused(values, result.kind);
  return {
    kind: 'done',
    search: new URLSearchParams({ pesan: 'dicatat', baru: key }).toString(),
    hash: 'body',
  };
}

export interface NotePageData extends PlenaryPage {
  readonly title: string;
  readonly note: Note;
  readonly indicators: readonly IndicatorGroup[];
  readonly history: readonly HistoryEntry[];
  readonly mayWrite: boolean;
  readonly isOpen: boolean;
  readonly message: string | null;
}

/** One note with its history. Throws 404 where there is none. */
export async function readNotePage(
  scope: MeetingScope,
  noteId: string | undefined,
  params: URLSearchParams,
): Promise<NotePageData> {
  const { db, actor, place, locale } = scope;
  const plenary = await readPlenary(scope);
  const note = (await findNote(db, place.row.id, noteId ?? '')) ?? notFound();
  const indicators = indicatorGroups(await readInstruments(scope, place.row.id), locale);
  const { id, instrumentCode } = note;
  return {
    ...plenary,
    title: `${noteWords[locale].note.title[note.kind]} – ${place.row.name}`,
    note,
    indicators,
    history: await readHistory(
      scope,
      { kind: 'note', id, instrumentCode, rakerdaIds: [place.row.id] },
      namesFor(plenary, indicators),
    ),
    mayWrite: may(actor, 'note.write', place),
    isOpen: allows(place.row.state, 'notes'),
    message: params.get('pesan'),
  };
}

export type NotePagePost = { readonly kind: 'removed' } | NotePost;

/** Takes the forms of one note's page. Throws 403 or 404. */
export async function postNotePage(
  scope: MeetingScope,
  noteId: string | undefined,
  form: FormData,
): Promise<NotePagePost> {
  authorize(scope.actor, 'note.write', scope.place);
  const id = noteId ?? '';
  const version = versionOf(form);
  if (version === null) throw unreadableForm();
  switch (textIn(form, 'intent')) {
    case 'remove': {
      const result = await removeNote(scope, { id, version });
      if (result.kind === 'removed') return result;
      if (result.kind === 'moved') return refused(valuesOf(result.now), 'movedRemoval', result.now);
      const note = await findNote(scope.db, scope.place.row.id, id);
      return note ? refused(valuesOf(note), 'locked') : { kind: 'removed' };
    }
    case 'change': {
      const values = readNoteValues(form);
      const checked = checkNote(values);
      if (!checked.ok) return refused(values, checked.problem);
      const result = await changeNote(scope, { id, version }, checked.input);
      switch (result.kind) {
        case 'gone':
          return notFound();
        case 'locked':
        case 'strange':
          return refused(values, result.kind);
        case 'moved':
          return refused(values, 'moved', result.now);
        case 'changed':
        case 'unchanged':
          return { kind: 'done', search: 'pesan=disimpan', hash: 'pesan' };
      }
    }
  }
  throw unreadableForm();
}

/** A note as the fields of its form hold it. */
function valuesOf(note: Note): NoteValues {
  return {
    kind: note.kind,
    body: note.body,
    agendaItemId: note.agendaItemId ?? '',
    agencyCode: note.agencyCode ?? '',
    indicator:
      note.instrumentCode !== null && note.indicatorNo !== null
        ? `${note.instrumentCode}:${note.indicatorNo}`
        : '',
  };
}

function refused(values: NoteValues, reason: NoteRefusal['reason'], now: Note | null = null): NotePost {
  return { kind: 'refused', refusal: { values, reason, now } };
}

function known(value: string | null, among: readonly string[]): string | null {
  return value !== null && among.includes(value) ? value : null;
}
