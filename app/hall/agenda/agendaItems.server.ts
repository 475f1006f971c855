/** The use cases of the agenda: an item is added, changed, removed; several are added at once or moved together. */
import { randomUUID } from 'node:crypto';
import type { Topic } from '#db/schema';
import { moveByDays, toUtc } from '~/i18n/zonedTime';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Trx } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import type { AgendaItem } from './agendaItem';
import type { ItemInput } from './readAgendaItem';

export type ItemResult =
  | { readonly kind: 'done'; readonly id: string }
  /** Somebody else changed the same field since the form was shown; nothing was written. */
  | { readonly kind: 'moved'; readonly now: AgendaItem }
  | { readonly kind: 'gone' }
  | Locked;

const TERMS = { may: 'rakerda.manage', part: 'setUp' } as const;

const CHANGED_BY = { idField: 'itemId', changedBy: ['agenda.itemChanged'] } as const;

/** What an item says, without who it is. */
export interface ItemFacts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly topic: Topic;
  readonly title: string;
  readonly speaker: string;
}

/** Adds an item. `id` is made when the form is shown: a form sent twice adds one item. */
export async function addItem(scope: MeetingScope, id: string, input: ItemInput): Promise<ItemResult> {
  return change(scope, TERMS, async (doing): Promise<ItemResult> => {
    const { row } = scope.place;
    // Whoever sent it: an id is one item, also after that item was removed.
    const known = await doing.trx
      .selectFrom('agenda_item')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!known) await insertItem(doing, row.id, id, factsOf(input, row.time_zone));
    return { kind: 'done', id };
  });
}

/** Changes what the person changed of the version they saw; what others changed since stays. */
export async function changeItem(
  scope: MeetingScope,
  seen: { readonly id: string; readonly version: number },
  input: ItemInput,
): Promise<ItemResult> {
  const typed = factsOf(input, scope.place.row.time_zone);
  return change(scope, TERMS, async ({ trx, tell }): Promise<ItemResult> => {
    const now = await findItem(trx, scope.place.row.id, seen.id);
    if (!now) return { kind: 'gone' };
    // Sent twice, or somebody else had the same thought: it is as wished already.
    if (isSame(now, typed)) return { kind: 'done', id: now.id };
    const { id, version } = now;
    const thing = { id, version, facts: factsIn(now), ...CHANGED_BY };
    const merged = await mergeMeanwhile<ItemFacts>(trx, thing, seen.version, typed);
    if (!merged || merged.moved.length > 0 || merged.after.endsAt <= merged.after.startsAt)
      return { kind: 'moved', now };
    const { after } = merged;
    if (isSame(now, after)) return { kind: 'done', id: now.id };
    await updateItem(trx, now, after);
    await tell('agenda.itemChanged', { itemId: now.id, before: { ...factsIn(now) }, after: { ...after } });
    return { kind: 'done', id: now.id };
  });
}

/** Takes an item off the agenda. It stays in the record, and so do its notes and commitments. */
export async function removeItem(
  scope: MeetingScope,
  seen: { readonly id: string; readonly version: number },
): Promise<ItemResult> {
  return change(scope, TERMS, async ({ trx, at, tell }): Promise<ItemResult> => {
    const now = await findItem(trx, scope.place.row.id, seen.id);
    if (!now) return { kind: 'done', id: seen.id };
    if (now.version !== seen.version) return { kind: 'moved', now };
    await trx
      .updateTable('agenda_item')
      .set({ removed_at: at, version: now.version + 1 })
      .where('id', '=', now.id)
      .execute();
    await tell('agenda.itemRemoved', { itemId: now.id, before: { ...factsIn(now) } });
    return { kind: 'done', id: now.id };
  });
}

/** Adds items inside the caller's transaction, each on the record. For set-up and seeds; asks nobody's leave. */
export async function addItemsIn(
  doing: Doing,
  rakerdaId: string,
  items: readonly ItemFacts[],
): Promise<void> {
  for (const facts of items) await insertItem(doing, rakerdaId, randomUUID(), facts);
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
  { trx, tell }: Doing,
  from: Frame,
  to: Frame,
  days: number,
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
  await tell('agenda.copied', { from: from.id, items: rows.length }, { rakerdaId: to.id });
}

/** Moves every item along when the days or the zone of the Rakerda change, inside the caller's transaction. */
export async function moveAgendaIn(
  { trx, tell }: Doing,
  rakerdaId: string,
  days: number,
  zone: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const now of await itemsOf(trx, rakerdaId)) {
    const after: ItemFacts = {
      ...factsIn(now),
      startsAt: moveByDays(now.startsAt, days, zone),
      endsAt: moveByDays(now.endsAt, days, zone),
    };
    await updateItem(trx, now, after);
    const facts = { itemId: now.id, before: { ...factsIn(now) }, after: { ...after } };
    await tell('agenda.itemChanged', facts, { rakerdaId });
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
  { trx, tell }: Doing,
  rakerdaId: string,
  id: string,
  facts: ItemFacts,
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
  await tell('agenda.itemAdded', { itemId: id, after: { ...facts } }, { rakerdaId });
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
