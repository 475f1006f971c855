/** What can still be changed about a Rakerda that exists: its details, and further agencies that take part. */
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database, RakerdaRow } from '#db/schema';
import { daysBetween, moveAgendaIn } from '~/agenda/index.server';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { addAgencyIn } from '../create.server';
import { listPinned, listRakerdaPlaces } from '../queries.server';
import { listFurtherAgencies } from './further.server';
import { DETAIL_FIELDS, type DetailField, type Details } from './details';

export type EditResult =
  | { readonly kind: 'done' }
  /** Somebody else changed these fields since the form was shown: what they hold now. */
  | { readonly kind: 'moved'; readonly now: Readonly<Partial<Record<DetailField, string>>> }
  | { readonly kind: 'invalid'; readonly field: DetailField; readonly error: 'endsBeforeStart' | 'choose' }
  | { readonly kind: 'locked' };

/** The details as a form holds them. */
export function detailsOf(row: RakerdaRow): Details {
  return {
    name: row.name,
    year: String(row.year),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    host: row.host,
    timeZone: row.time_zone,
    previousId: row.previous_id ?? '',
  };
}

/**
 * Changes the details. Only the fields that the person changed are written; where somebody else changed one of those in
 * between, nothing is.
 * @param seen what the form was shown with
 */
export async function editDetails(
  { db, feed }: Pick<Services, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  asked: { readonly seen: Details; readonly typed: Details; readonly moveAgenda: boolean },
  requestId: string,
): Promise<EditResult> {
  authorize(actor, 'rakerda.manage', place);
  const mayPrecede = await listPrevious(db, actor, place);
  const result = await db.transaction().execute(async (trx): Promise<EditResult> => {
    const row = await trx
      .selectFrom('rakerda')
      .selectAll()
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!allows(row.state, 'setUp')) return { kind: 'locked' };
    const before = detailsOf(row);
    const touched = DETAIL_FIELDS.filter((field) => asked.typed[field] !== asked.seen[field]);
    const moved = touched.filter(
      (field) => before[field] !== asked.seen[field] && before[field] !== asked.typed[field],
    );
    if (moved.length > 0) {
      return { kind: 'moved', now: Object.fromEntries(moved.map((field) => [field, before[field]])) };
    }
    const changed = touched.filter((field) => before[field] !== asked.typed[field]);
    if (changed.length === 0) return { kind: 'done' };
    const after = { ...before, ...Object.fromEntries(changed.map((field) => [field, asked.typed[field]])) };
    if (after.endsOn < after.startsOn) return { kind: 'invalid', field: 'endsOn', error: 'endsBeforeStart' };
    const isKnown = after.previousId === '' || mayPrecede.some(({ id }) => id === after.previousId);
    if (changed.includes('previousId') && !isKnown) {
      return { kind: 'invalid', field: 'previousId', error: 'choose' };
    }
    await trx
      .updateTable('rakerda')
      .set({
        name: after.name,
        year: Number(after.year),
        starts_on: after.startsOn,
        ends_on: after.endsOn,
        place: after.place,
        host: after.host,
        time_zone: after.timeZone,
        previous_id: after.previousId === '' ? null : after.previousId,
      })
      .where('id', '=', row.id)
      .execute();
    await record(trx, {
      type: 'rakerda.changed',
      actorId: actor.id,
      rakerdaId: row.id,
      requestId,
      payload: {
        changes: Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]])),
      },
    });
    if (asked.moveAgenda) await moveAgenda(trx, row.id, before, after, { actorId: actor.id, requestId });
    return { kind: 'done' };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

async function moveAgenda(
  trx: Transaction<Database>,
  rakerdaId: string,
  before: Details,
  after: Details,
  cause: { readonly actorId: string; readonly requestId: string },
): Promise<void> {
  const days = daysBetween(before.startsOn, after.startsOn);
  if (days === 0 && before.timeZone === after.timeZone) return;
  await moveAgendaIn(trx, rakerdaId, days, { from: before.timeZone, to: after.timeZone }, cause);
}

/** The Rakerda that may be named as the one of the year before: readable, not itself, demo only to demo. */
export async function listPrevious(db: Services['db'], actor: Actor, place: RakerdaPlace) {
  return (await listRakerdaPlaces(db, actor))
    .filter(({ row }) => row.id !== place.row.id && row.is_demo === place.row.is_demo)
    .map(({ row }) => ({ id: row.id, name: row.name }));
}

export type AddAgenciesResult =
  | { readonly kind: 'done' }
  /** None was chosen, or one that is not on the list. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'locked' };

/** Lets further agencies of the province take part, each with its empty assessments. Nobody is ever taken out. */
export async function addAgencies(
  { db, feed, instruments }: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  agencyCodes: readonly string[],
  requestId: string,
): Promise<AddAgenciesResult> {
  authorize(actor, 'rakerda.manage', place);
  const pinned = await listPinned(db, place.row.id);
  const chosen = await Promise.all(pinned.map(({ code, version }) => instruments.get(code, version)));
  const at = new Date().toISOString();
  const result = await db.transaction().execute(async (trx): Promise<AddAgenciesResult> => {
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!mayAddAgencies(state)) return { kind: 'locked' };
    const { further, taking } = await listFurtherAgencies(trx, place.row.id);
    const known = new Set([...further.map(({ code }) => code), ...taking]);
    if (agencyCodes.length === 0 || agencyCodes.some((code) => !known.has(code))) return { kind: 'choose' };
    // Sent twice: those take part already.
    const added = [...new Set(agencyCodes)].filter((code) => !taking.includes(code));
    if (added.length === 0) return { kind: 'done' };
    for (const agencyCode of added) {
      await addAgencyIn(trx, { id: place.row.id, agencyCode, target: null }, chosen, at);
    }
    await record(
      trx,
      {
        type: 'rakerda.changed',
        actorId: actor.id,
        rakerdaId: place.row.id,
        requestId,
        payload: { agenciesAdded: added },
      },
      at,
    );
    return { kind: 'done' };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

/** In the plenary the hall already compares: who takes part stands from then on. */
export function mayAddAgencies(state: RakerdaRow['state']): boolean {
  return state === 'preparation' || state === 'filling';
}
