/**
 * The one way to change anything: asks the policy, re-reads the stage inside the transaction, takes a change that is sent
 * twice once, runs the work, writes what happened, commits, and wakes the feed. A use case says only what is its own.
 */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { z } from 'zod';
import { compiled } from '#db/compiled';
import type { Db } from '#db/database';
import type { Database } from '#db/schema';
import { commitAlone, commitTogether } from '#db/together';
import { type Action, type Actor, allows, may, mustProve, type Part, type Place } from '~/policy';
import { type About, append, eventValues } from './append.server';
import type { EventType, Payloads } from './events';
import type { EventFeed } from './feed.server';

export type Trx = Transaction<Database>;

/** Who wants to change something, and where. */
export interface ChangeScope {
  readonly db: Db;
  readonly feed: Pick<EventFeed, 'wake'>;
  readonly actor: Actor;
  readonly place: Place;
  readonly requestId: string;
}

/** What the work of a change has in hand. */
export interface Doing {
  readonly trx: Trx;
  /** When the change happens, ISO 8601 UTC; the same for its rows and its events. */
  readonly at: string;
  /** Says what happened; it goes on record when the work is done. Who, where and in which request are known; `about` adds or replaces. */
  readonly tell: <Type extends EventType>(
    type: Type,
    payload: Payloads[Type],
    about?: Partial<About>,
  ) => Promise<void>;
}

/** The stage of the Rakerda does not allow it (any more). */
export interface Locked {
  readonly kind: 'locked';
}

/** A change that the client may send twice, for example because it never saw the answer. */
export interface Once<Result> {
  /** Made by the client for this change and no other. */
  readonly id: string;
  /** How the answer reads; a change sent again is answered as it was the first time. */
  readonly answer: z.ZodType<Result>;
}

interface Terms<Result> {
  /** The action that the policy must allow; null where the caller has asked another rule. */
  readonly may: Action | null;
  /** Whose data it touches, where the action is bound to an agency; otherwise the agency of the scope. */
  readonly agencyCode?: string;
  readonly once?: Once<Result> | null;
  /** Shares the commit with what else waits in this moment: for what a whole hall does at once. */
  readonly shared?: boolean;
}

type Work<Result> = (doing: Doing) => Promise<Result>;

/**
 * Does the work in a transaction of its own, or refuses.
 * @throws a 403 answer where the policy says no, or wants the own password first; whatever the work throws, with nothing written
 */
export function change<Result>(
  scope: ChangeScope,
  terms: Terms<Result> & { readonly part: Part },
  work: Work<Result>,
): Promise<Result | Locked>;
export function change<Result>(
  scope: ChangeScope,
  terms: Terms<Result> & { readonly part?: undefined },
  work: Work<Result>,
): Promise<Result>;
export async function change<Result>(
  scope: ChangeScope,
  terms: Terms<Result> & { readonly part?: Part | undefined },
  work: Work<Result>,
): Promise<Result | Locked> {
  const { may: action, agencyCode, part, once, shared } = terms;
  const place = agencyCode === undefined ? scope.place : { ...scope.place, agencyCode };
  if (action !== null) {
    authorize(scope.actor, action, place);
    // Forms ask for it themselves; this is for a way that forgot to.
    if (mustProve(scope.actor, action)) throw Response.json({ reason: 'proof' }, { status: 403 });
  }
  const by = {
    actorId: scope.actor.id,
    rakerdaId: place.rakerda?.id ?? null,
    agencyCode: place.agencyCode ?? null,
    requestId: scope.requestId,
  };
  return write(
    scope,
    by,
    async (doing): Promise<Result | Locked> => {
      if (once) {
        const known = await answeredBefore(doing.trx, scope.actor.id, once);
        if (known !== null) return known;
      }
      if (part !== undefined && !(await stageAllows(doing.trx, place, part))) return { kind: 'locked' };
      const told: EventType[] = [];
      const result = await work({
        ...doing,
        tell: async (type, ...more) => {
          told.push(type);
          await doing.tell(type, ...more);
        },
      });
      // What was refused changed nothing and may be tried again with the same form.
      if (once && told.length > 0) await keepAnswer(doing, scope.actor.id, once.id, result);
      return result;
    },
    shared ?? false,
  );
}

/**
 * The same without policy and stage, for what happens before anybody is signed in or asks for nothing: signing in, a card
 * that joins, a download that is written down. Everything else goes through `change`.
 */
export async function write<Result>(
  { db, feed }: Pick<ChangeScope, 'db' | 'feed'>,
  by: About,
  work: Work<Result>,
  shared = false,
): Promise<Result> {
  const commit = shared ? commitTogether : commitAlone;
  const { result, isTold } = await commit(db, async (trx) => {
    const at = new Date().toISOString();
    const told: Parameters<typeof append>[1][] = [];
    const result = await work({
      trx,
      at,
      tell: (type, payload, about) => {
        told.push(eventValues(type, { ...by, ...about }, payload, at));
        return Promise.resolve();
      },
    });
    // Last of all: from the first event on, everybody else who has something to tell waits.
    for (const event of told) await append(trx, event);
    return { result, isTold: told.length > 0 };
  });
  if (isTold) feed.wake();
  return result;
}

/** The same inside a transaction that is open already, as seeds have it. Nobody is woken. */
export function doingIn(trx: Trx, by: About, at: string): Doing {
  return {
    trx,
    at,
    tell: async (type, payload, about) => {
      await append(trx, eventValues(type, { ...by, ...about }, payload, at));
    },
  };
}

/** Throws 403 where the policy table says no. */
export function authorize(actor: Actor, action: Action, place: Place = {}): void {
  if (!may(actor, action, place)) throw Response.json({ reason: 'forbidden' }, { status: 403 });
}

/** The stage as it is now, not as it was when the request came in. */
export async function stageAllows(db: Kysely<Database>, place: Place, part: Part): Promise<boolean> {
  const {
    rows: [row],
  } = await findStage(db, { id: place.rakerda?.id ?? '' });
  return row !== undefined && allows(row.state, part);
}

const findStage = compiled<{ id: string }>()((db, given) =>
  db.selectFrom('rakerda').select('state').where('id', '=', given('id')),
);

/** How a change that was sent before was answered; null where it is new. */
export async function answeredBefore<Result>(
  db: Kysely<Database>,
  actorId: string,
  { id, answer }: Once<Result>,
): Promise<Result | null> {
  const {
    rows: [row],
  } = await findChange(db, { actorId, id });
  return row ? answer.parse(JSON.parse(row.answer)) : null;
}

const findChange = compiled<{ actorId: string; id: string }>()((db, given) =>
  db
    .selectFrom('change')
    .select('answer')
    .where('actor_id', '=', given('actorId'))
    .where('id', '=', given('id')),
);

async function keepAnswer(doing: Doing, actorId: string, id: string, answer: unknown): Promise<void> {
  await insertChange(doing.trx, { actor_id: actorId, id, at: doing.at, answer: JSON.stringify(answer) });
}

const insertChange = compiled<Selectable<Database['change']>>()((db, given) =>
  db.insertInto('change').values({
    actor_id: given('actor_id'),
    id: given('id'),
    at: given('at'),
    answer: given('answer'),
  }),
);
