/** Writing notes and recommendations down, changing and removing them. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database } from '#db/schema';
import { findIndicator, type Instrument } from '~/instrument';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { differences, isAllowed, isOfRakerda, pinnedInstrument, wasTaken } from './changes.server';
import type { NoteInput } from './noteForm';
import { findNote, type Note } from './queries.server';

type NoteServices = Pick<Services, 'db' | 'feed' | 'instruments'>;

export type AddNoteResult =
  | { readonly kind: 'added'; readonly id: string }
  /** The same form was sent before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'locked' }
  /** Something chosen does not belong to the Rakerda (any more). */
  | { readonly kind: 'strange' };

/**
 * Adds a note or recommendation.
 * @param key mark of the filled form: sent twice, it adds one note
 */
export async function addNote(
  services: NoteServices,
  actor: Actor,
  place: RakerdaPlace,
  input: NoteInput,
  key: string,
  requestId: string,
): Promise<AddNoteResult> {
  authorize(actor, 'note.write', place);
  const instrument = await pinnedInstrument(services, place.row.id, input.indicator?.instrumentCode ?? null);
  const result = await services.db.transaction().execute(async (trx): Promise<AddNoteResult> => {
    if (await wasTaken(trx, key)) return { kind: 'known' };
    if (!(await isAllowed(trx, place.row.id, 'notes'))) return { kind: 'locked' };
    if (!(await belongs(trx, place, instrument, input))) return { kind: 'strange' };
    const id = randomUUID();
    const now = new Date().toISOString();
    await trx
      .insertInto('note')
      .values({
        id,
        rakerda_id: place.row.id,
        ...columnsOf(input),
        version: 1,
        created_at: now,
        created_by: actor.id,
        updated_at: now,
      })
      .execute();
    await record(
      trx,
      {
        type: 'note.added',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: input.agencyCode,
        indicatorNo: input.indicator?.no ?? null,
        changeId: key,
        requestId,
        payload: { id, after: input },
      },
      now,
    );
    return { kind: 'added', id };
  });
  if (result.kind === 'added') services.feed.wake();
  return result;
}

export type ChangeNoteResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'strange' }
  /** Somebody else changed it since; this is what stands there now. */
  | { readonly kind: 'moved'; readonly now: Note }
  | { readonly kind: 'gone' };

/** Changes a note whose `version` the person saw. */
export async function changeNote(
  services: NoteServices,
  actor: Actor,
  place: RakerdaPlace,
  seen: { readonly id: string; readonly version: number },
  input: NoteInput,
  requestId: string,
): Promise<ChangeNoteResult> {
  authorize(actor, 'note.write', place);
  const instrument = await pinnedInstrument(services, place.row.id, input.indicator?.instrumentCode ?? null);
  const result = await services.db.transaction().execute(async (trx): Promise<ChangeNoteResult> => {
    const note = await findNote(trx, place.row.id, seen.id);
    if (!note) return { kind: 'gone' };
    if (!(await isAllowed(trx, place.row.id, 'notes'))) return { kind: 'locked' };
    const changes = differences(inputOf(note), input);
    if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
    if (note.version !== seen.version) return { kind: 'moved', now: note };
    if (!(await belongs(trx, place, instrument, input))) return { kind: 'strange' };
    const now = new Date().toISOString();
    await trx
      .updateTable('note')
      .set({ ...columnsOf(input), version: note.version + 1, updated_at: now })
      .where('id', '=', note.id)
      .execute();
    await record(
      trx,
      {
        type: 'note.changed',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: input.agencyCode,
        indicatorNo: input.indicator?.no ?? null,
        requestId,
        payload: { id: note.id, changes },
      },
      now,
    );
    return { kind: 'changed' };
  });
  if (result.kind === 'changed') services.feed.wake();
  return result;
}

export type RemoveNoteResult =
  { readonly kind: 'removed' } | { readonly kind: 'locked' } | { readonly kind: 'moved'; readonly now: Note };

/** Takes a note off the list; the record keeps it. Removed twice is removed once. */
export async function removeNote(
  { db, feed }: Pick<NoteServices, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  seen: { readonly id: string; readonly version: number },
  requestId: string,
): Promise<RemoveNoteResult> {
  authorize(actor, 'note.write', place);
  const result = await db.transaction().execute(async (trx): Promise<RemoveNoteResult> => {
    const note = await findNote(trx, place.row.id, seen.id);
    if (!note) return { kind: 'removed' };
    if (!(await isAllowed(trx, place.row.id, 'notes'))) return { kind: 'locked' };
    if (note.version !== seen.version) return { kind: 'moved', now: note };
    const now = new Date().toISOString();
    await trx
      .updateTable('note')
      .set({ removed_at: now, updated_at: now, version: note.version + 1 })
      .where('id', '=', note.id)
      .execute();
    await record(
      trx,
      {
        type: 'note.removed',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: note.agencyCode,
        indicatorNo: note.indicatorNo,
        requestId,
        payload: { id: note.id, before: inputOf(note) },
      },
      now,
    );
    return { kind: 'removed' };
  });
  if (result.kind === 'removed') feed.wake();
  return result;
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
export function inputOf(note: Note): NoteInput {
  const { instrumentCode, indicatorNo: no } = note;
  return {
    kind: note.kind,
    body: note.body,
    agendaItemId: note.agendaItemId,
    agencyCode: note.agencyCode,
    indicator: instrumentCode !== null && no !== null ? { instrumentCode, no } : null,
  };
}

/** Whether everything chosen is of the Rakerda. `instrument` is the one that the note names, read beforehand. */
async function belongs(
  trx: Transaction<Database>,
  place: RakerdaPlace,
  instrument: Instrument | null,
  { agendaItemId, agencyCode, indicator }: NoteInput,
): Promise<boolean> {
  if (indicator !== null && (!instrument || !findIndicator(instrument, indicator.no))) return false;
  return isOfRakerda(trx, place.row.id, { agendaItemId, agencyCode });
}
