/** Writing notes and recommendations down, changing and removing them. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findIndicator } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked, type Trx } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import { differences, isOfRakerda, pinnedInstrument } from './sameRakerda.server';
import type { NoteInput } from './noteForm';
import { findNote, type Note } from './commitmentRows.server';

const TERMS = { may: 'note.write', part: 'notes' } as const;
const addedSchema = z.object({ kind: z.literal('added'), id: z.string() });

export type AddNoteResult =
  | z.output<typeof addedSchema>
  | Locked
  /** Something chosen does not belong to the Rakerda (any more). */
  | { readonly kind: 'strange' };

/**
 * Adds a note or recommendation.
 * @param key mark of the filled form: sent twice, it adds one note
 */
export async function addNote(scope: MeetingScope, input: NoteInput, key: string): Promise<AddNoteResult> {
  const once = { id: key, answer: addedSchema };
  return change<AddNoteResult>(scope, { ...TERMS, once }, async ({ trx, at, tell }) => {
    if (!(await belongs(trx, scope, input))) return { kind: 'strange' };
    const id = randomUUID();
    await trx
      .insertInto('note')
      .values({
        id,
        rakerda_id: scope.place.row.id,
        ...columnsOf(input),
        version: 1,
        created_at: at,
        created_by: scope.actor.id,
        updated_at: at,
      })
      .execute();
    await tell('note.added', { id, after: { ...input } }, subjectOf(input));
    return { kind: 'added', id };
  });
}

/** What a person saw when they began to change it. */
export interface SeenNote {
  readonly id: string;
  readonly version: number;
}

export type ChangeNoteResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | Locked
  | { readonly kind: 'strange' }
  /** Somebody else changed the same field since; this is what stands there now. */
  | { readonly kind: 'moved'; readonly now: Note }
  | { readonly kind: 'gone' };

/** Changes what the person changed of the version they saw; what others changed since stays. */
export async function changeNote(
  scope: MeetingScope,
  seen: SeenNote,
  input: NoteInput,
): Promise<ChangeNoteResult> {
  return change(scope, TERMS, async ({ trx, at, tell }): Promise<ChangeNoteResult> => {
    const note = await findNote(trx, scope.place.row.id, seen.id);
    if (!note) return { kind: 'gone' };
    const facts = inputOf(note);
    if (Object.keys(differences(facts, input)).length === 0) return { kind: 'unchanged' };
    const { id, version } = note;
    const thing = { id, version, facts, idField: 'id', changedBy: ['note.changed'] } as const;
    const merged = await mergeMeanwhile<NoteInput>(trx, thing, seen.version, input);
    if (!merged || merged.moved.length > 0) return { kind: 'moved', now: note };
    const { after } = merged;
    const changes = differences(facts, after);
    if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
    if (!(await belongs(trx, scope, after))) return { kind: 'strange' };
    await trx
      .updateTable('note')
      .set({ ...columnsOf(after), version: note.version + 1, updated_at: at })
      .where('id', '=', note.id)
      .execute();
    await tell('note.changed', { id, changes }, subjectOf(after));
    return { kind: 'changed' };
  });
}

export type RemoveNoteResult =
  { readonly kind: 'removed' } | Locked | { readonly kind: 'moved'; readonly now: Note };

/** Takes a note off the list; the record keeps it. Removed twice is removed once. */
export async function removeNote(scope: MeetingScope, seen: SeenNote): Promise<RemoveNoteResult> {
  return change(scope, TERMS, async ({ trx, at, tell }): Promise<RemoveNoteResult> => {
    const note = await findNote(trx, scope.place.row.id, seen.id);
    if (!note) return { kind: 'removed' };
    if (note.version !== seen.version) return { kind: 'moved', now: note };
    await trx
      .updateTable('note')
      .set({ removed_at: at, updated_at: at, version: note.version + 1 })
      .where('id', '=', note.id)
      .execute();
    const before = inputOf(note);
    await tell('note.removed', { id: note.id, before: { ...before } }, subjectOf(before));
    return { kind: 'removed' };
  });
}

/** Whom and what a note is about. */
function subjectOf({ agencyCode, indicator }: NoteInput) {
  return { agencyCode, indicatorNo: indicator?.no ?? null };
}

function columnsOf(input: NoteInput) {
  return {
    kind: input.kind,
    agenda_item_id: input.agendaItemId,
    agency_code: input.agencyCode,
    instrument_code: input.indicator?.instrumentCode ?? null,
    indicator_no: input.indicator?.no ?? null,
    body: input.body,
  };
}

/** A note as its form would write it. */
function inputOf(note: Note): NoteInput {
  const { instrumentCode, indicatorNo: no } = note;
  return {
    kind: note.kind,
    body: note.body,
    agendaItemId: note.agendaItemId,
    agencyCode: note.agencyCode,
    indicator: instrumentCode !== null && no !== null ? { instrumentCode, no } : null,
  };
}

/** Whether everything chosen is of the Rakerda. */
async function belongs(
  trx: Trx,
  scope: MeetingScope,
  { agendaItemId, agencyCode, indicator }: NoteInput,
): Promise<boolean> {
  if (indicator !== null) {
    const instrument = await pinnedInstrument(trx, scope, indicator.instrumentCode);
    if (!instrument || !findIndicator(instrument, indicator.no)) return false;
  }
  return isOfRakerda(trx, scope.place.row.id, { agendaItemId, agencyCode });
}
