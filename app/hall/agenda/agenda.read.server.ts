import { randomUUID } from 'node:crypto';
import type { Db } from '#db/database';
import { whole } from '#db/portable';
import type { Topic } from '#db/schema';
import { localize } from '~/instrument';
import { type RakerdaPage, topicPath } from '~/paths';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { loadTopics, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import type { AgendaItem } from './agendaItem';
import { agendaTitle } from './agendaTopics';

/** The agenda of a Rakerda in the order of time, without what was removed. */
export async function listAgenda(db: Db, rakerdaId: string): Promise<readonly AgendaItem[]> {
  return db
    .selectFrom('agenda_item')
    .select(['id', 'starts_at as startsAt', 'ends_at as endsAt', 'topic', 'title', 'speaker', 'version'])
    .where('rakerda_id', '=', rakerdaId)
    .where('removed_at', 'is', null)
    .orderBy('starts_at')
    .orderBy('ends_at')
    .orderBy('id')
    .execute();
}

/** What was written about an item so far. */
export interface Written {
  readonly notes: number;
  readonly commitments: number;
}

/** By the id of the item; items of which nothing is written are left out. */
export async function countWritten(db: Db, rakerdaId: string): Promise<Readonly<Record<string, Written>>> {
  const [notes, commitments] = await Promise.all([
    db
      .selectFrom('note')
      .select((eb) => ['agenda_item_id as item', whole(eb.fn.countAll()).as('count')])
      .where('rakerda_id', '=', rakerdaId)
      .where('agenda_item_id', 'is not', null)
      .where('removed_at', 'is', null)
      .groupBy('agenda_item_id')
      .execute(),
    db
      .selectFrom('commitment')
      .select((eb) => ['agenda_item_id as item', whole(eb.fn.countAll()).as('count')])
      .where('rakerda_id', '=', rakerdaId)
      .where('agenda_item_id', 'is not', null)
      .where('removed_at', 'is', null)
      .groupBy('agenda_item_id')
      .execute(),
  ]);
  const written: Record<string, Written> = {};
  for (const { item, count } of notes) {
    if (item !== null) written[item] = { notes: count, commitments: 0 };
  }
  for (const { item, count } of commitments) {
    if (item !== null) written[item] = { notes: written[item]?.notes ?? 0, commitments: count };
  }
  return written;
}

export interface AgendaPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly items: readonly AgendaItem[];
  readonly written: Readonly<Record<string, Written>>;
  /** What is measured about a topic of the agenda, by that topic. */
  readonly measured: Measured;
  /** ISO 8601 UTC: which item runs now. */
  readonly now: string;
  readonly mayEdit: boolean;
  /** The reader manages the Rakerda, but its stage leaves the agenda as it is. */
  readonly locked: boolean;
  /** Id for the next item: a form sent twice adds one. */
  readonly newId: string;
  /** Sequence number in the record that `items` stands on. */
  readonly asOf: number;
}

export type Measured = Readonly<
  Partial<Record<Topic, readonly { readonly name: string; readonly path: string }[]>>
>;

/** Where the figures of each topic stand: the own sheet for an agency, all agencies for everybody else. */
async function readMeasured(scope: MeetingScope): Promise<Measured> {
  const { actor, place, locale } = scope;
  const { id } = place.row;
  const { agencyCode } = actor;
  const page = agencyCode !== null && place.rakerda.actorParticipates ? { agencyCode } : 'comparison';
  const measured: Partial<Record<Topic, { name: string; path: string }[]>> = {};
  for (const { agenda, code, shortName } of await loadTopics(scope, id)) {
    const links = (measured[agenda] ??= []);
    links.push({ name: localize(shortName, locale), path: topicPath(id, code, page) });
  }
  return measured;
}

/** Everything the agenda page shows the actor. */
export async function readAgendaPage(scope: MeetingScope): Promise<AgendaPage> {
  const { db, actor, place, locale } = scope;
  const asOf = await newestSeq(db);
  const manages = may(actor, 'rakerda.manage', place);
  const open = allows(place.row.state, 'setUp');
  return {
    title: agendaTitle(place.row.name, locale),
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    // Read after the number: what comes in between is told again, never lost.
    items: await listAgenda(db, place.row.id),
    written: await countWritten(db, place.row.id),
    measured: await readMeasured(scope),
    now: new Date().toISOString(),
    mayEdit: manages && open,
    locked: manages && !open,
    newId: randomUUID(),
    asOf,
  };
}
