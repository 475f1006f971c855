/** The use cases of the agenda: an item is added, changed, removed; several are added at once or moved together. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database, Topic } from '#db/schema';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import type { AgendaItem } from './item';
import type { ItemInput } from './readItem';
import { moveByDays, toUtc } from './localTime';

type Trx = Transaction<Database>;
type AgendaServices = Pick<Services, 'db' | 'feed'>;

export type ItemResult =
  | { readonly kind: 'done'; readonly id: string }
  /** Somebody else changed it since the form was shown; nothing was written. */
  | { readonly kind: 'moved'; readonly now: AgendaItem }
  | { readonly kind: 'gone' }
  /** The stage of the Rakerda leaves the agenda as it is. */
  | { readonly kind: 'locked' };

/** What an item says, without who it is. */
export interface ItemFacts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly topic: Topic;
  readonly title: string;
  readonly speaker: string;
}

/** Adds an item. `id` is made when the form is shown: a form sent twice adds one item. */
export async function addItem(
  { db, feed }: AgendaServices,
  actor: Actor,
  place: RakerdaPlace,
  id: string,
  input: ItemInput,
  requestId: string,
): Promise<ItemResult> {
  authorize(actor, 'rakerda.manage', place);
  const facts = factsOf(input, place.row.time_zone);
  const result = await db.transaction().execute(async (trx): Promise<ItemResult> => {
    if (!(await isOpen(trx, place.row.id))) return { kind: 'locked' };
    const known = await trx.selectFrom('agenda_item').select('id').where('id', '=', id).executeTakeFirst();
    if (known) return { kind: 'done', id };
    await insertItem(trx, place.row.id, id, facts, { actorId: actor.id, requestId });
    return { kind: 'done', id };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

/** Changes an item. `version` is the one the form was shown with. */
export async function changeItem(
  { db, feed }: AgendaServices,
  actor: Actor,
  place: RakerdaPlace,
  seen: { readonly id: string; readonly version: number },
  input: ItemInput,
  requestId: string,
): Promise<ItemResult> {
  authorize(actor, 'rakerda.manage', place);
  const after = factsOf(input, place.row.time_zone);
  const result = await db.transaction().execute(async (trx): Promise<ItemResult> => {
    if (!(await isOpen(trx, place.row.id))) return { kind: 'locked' };
    const now = await findItem(trx, place.row.id, seen.id);
    if (!now) return { kind: 'gone' };
    // Sent twice, or somebody else had the same thought: it is as wished already.
    if (isSame(now, after)) return { kind: 'done', id: now.id };
    if (now.version !== seen.version) return { kind: 'moved', now };
    await updateItem(trx, now, after);
    await record(trx, {
      type: 'agenda.itemChanged',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { itemId: now.id, before: factsIn(now), after },
    });
    return { kind: 'done', id: now.id };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

/** Takes an item off the agenda. It stays in the record, and so do its notes and commitments. */
export async function removeItem(
  { db, feed }: AgendaServices,
  actor: Actor,
  place: RakerdaPlace,
  seen: { readonly id: string; readonly version: number },
  requestId: string,
): Promise<ItemResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<ItemResult> => {
    if (!(await isOpen(trx, place.row.id))) return { kind: 'locked' };
    const now = await findItem(trx, place.row.id, seen.id);
    if (!now) return { kind: 'done', id: seen.id };
    if (now.version !== seen.version) return { kind: 'moved', now };
    await trx
      .updateTable('agenda_item')
      .set({ removed_at: new Date().toISOString(), version: now.version + 1 })
      .where('id', '=', now.id)
      .execute();
    await record(trx, {
      type: 'agenda.itemRemoved',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { itemId: now.id, before: factsIn(now) },
    });
    return { kind: 'done', id: now.id };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

interface Cause {
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly at?: string;
}

/** Adds items inside the caller's transaction, each on the record. For set-up and seeds; asks nobody's leave. */
export async function addItemsIn(
  trx: Trx,
  rakerdaId: string,
  items: readonly ItemFacts[],
  cause: Cause,
): Promise<void> {
  for (const facts of items) await insertItem(trx, rakerdaId, randomUUID(), facts, cause);
}

/** A Rakerda as far as its agenda is concerned. */
export interface Frame {
  readonly id: string;
  readonly timeZone: string;
}

/**
 * Copies the agenda of one Rakerda into another inside the caller's transaction: the same day counted from the start, the
 * same time on the clock of the new place.
 */
export async function copyAgendaIn(
  trx: Trx,
  from: Frame,
  to: Frame,
  days: number,
  cause: Cause,
): Promise<void> {
  const zone = { from: from.timeZone, to: to.timeZone };
  const rows = await itemsOf(trx, from.id);
  if (rows.length === 0) return;
  await trx
    .insertInto('agenda_item')
    .values(
      rows.map((row) => ({
        id: randomUUID(),
        rakerda_id: to.id,
        starts_at: moveByDays(row.startsAt, days, zone),
        ends_at: moveByDays(row.endsAt, days, zone),
        topic: row.topic,
        title: row.title,
        speaker: row.speaker,
        version: 1,
      })),
    )
    .execute();
  await record(trx, {
    type: 'agenda.copied',
    actorId: cause.actorId,
    rakerdaId: to.id,
    requestId: cause.requestId,
    payload: { from: from.id, items: rows.length },
  });
}

/** Moves every item along when the days or the zone of the Rakerda change, inside the caller's transaction. */
export async function moveAgendaIn(
  trx: Trx,
  rakerdaId: string,
  days: number,
  zone: { readonly from: string; readonly to: string },
  cause: Cause,
): Promise<void> {
  for (const now of await itemsOf(trx, rakerdaId)) {
    const after: ItemFacts = {
      ...factsIn(now),
      startsAt: moveByDays(now.startsAt, days, zone),
      endsAt: moveByDays(now.endsAt, days, zone),
    };
    await updateItem(trx, now, after);
    await record(trx, {
      type: 'agenda.itemChanged',
      actorId: cause.actorId,
      rakerdaId,
      requestId: cause.requestId,
      payload: { itemId: now.id, before: factsIn(now), after },
    });
  }
}

function factsOf(input: ItemInput, timeZone: string): ItemFacts {
  return {
    startsAt: toUtc({ date: input.date, time: input.start }, timeZone),
    endsAt: toUtc({ date: input.date, time: input.end }, timeZone),
    topic: input.topic,
    title: input.title,
    speaker: input.speaker,
  };
}

function factsIn({ startsAt, endsAt, topic, title, speaker }: AgendaItem): ItemFacts {
  return { startsAt, endsAt, topic, title, speaker };
}

function isSame(item: AgendaItem, facts: ItemFacts): boolean {
  return JSON.stringify(factsIn(item)) === JSON.stringify(facts);
}

async function isOpen(trx: Trx, rakerdaId: string): Promise<boolean> {
  const { state } = await trx
    .selectFrom('rakerda')
    .select('state')
    .where('id', '=', rakerdaId)
    .executeTakeFirstOrThrow();
  return allows(state, 'setUp');
}

function itemsOf(trx: Trx, rakerdaId: string) {
  return trx
    .selectFrom('agenda_item')
    .select(['id', 'starts_at as startsAt', 'ends_at as endsAt', 'topic', 'title', 'speaker', 'version'])
    .where('rakerda_id', '=', rakerdaId)
    .where('removed_at', 'is', null)
    .orderBy('starts_at')
    .execute();
}

async function findItem(trx: Trx, rakerdaId: string, id: string): Promise<AgendaItem | undefined> {
  return (await itemsOf(trx, rakerdaId)).find((item) => item.id === id);
}

async function insertItem(
  trx: Trx,
  rakerdaId: string,
  id: string,
  facts: ItemFacts,
  cause: Cause,
): Promise<void> {
  await trx
    .insertInto('agenda_item')
    .values({
      id,
      rakerda_id: rakerdaId,
      starts_at: facts.startsAt,
      ends_at: facts.endsAt,
      topic: facts.topic,
      title: facts.title,
      speaker: facts.speaker,
      version: 1,
    })
    .execute();
  await record(
    trx,
    {
      type: 'agenda.itemAdded',
      actorId: cause.actorId,
      rakerdaId,
      requestId: cause.requestId,
      payload: { itemId: id, after: facts },
    },
    cause.at,
  );
}

async function updateItem(trx: Trx, now: AgendaItem, after: ItemFacts): Promise<void> {
  await trx
    .updateTable('agenda_item')
    .set({
      starts_at: after.startsAt,
      ends_at: after.endsAt,
      topic: after.topic,
      title: after.title,
      speaker: after.speaker,
      version: now.version + 1,
    })
    .where('id', '=', now.id)
    .execute();
}
