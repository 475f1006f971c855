/** What the remote does. Every command is one change of the one row that says what the hall sees. */
import type { Insertable, Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database, ProjectorTable } from '#db/schema';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { MeetingScope, RakerdaPlace } from '~/rakerda/scope.server';
import { afterCommand, type Command, isRelative, type Surroundings } from './command';
import type { Frozen } from './fullPicture';
import { screenHash, screenToken } from './link.server';
import { buildPicture, readBasis, type PictureServices } from './picture.server';
import { findProjector, firstState, listInstrumentsOf } from './queries.server';
import type { ProjectorState } from './state';

export type ControlServices = PictureServices & Pick<Services, 'feed'>;

/** Where the request came in: what the join scene of a frozen picture says. */
export interface Asked {
  readonly request: Request;
  readonly requestId: string;
}

export type ControlResult =
  /** It is as wished: changed now, or it was so already. */
  | { readonly kind: 'done'; readonly version: number }
  /** A step from a screen that moved on in between; nothing was done. */
  | { readonly kind: 'stale'; readonly version: number };

/** Someone else's change came between reading and writing this often before we give up. */
const TRIES = 5;

/**
 * Makes the row of a Rakerda's screen where it is missing.
 * @returns the token of its link
 */
export async function openProjector(
  services: Pick<Services, 'db' | 'feed' | 'secret'>,
  actor: Actor,
  place: RakerdaPlace,
  requestId: string,
): Promise<string> {
  authorize(actor, 'projector.control', place);
  const { db, feed, secret } = services;
  const rakerdaId = place.row.id;
  const known = await findProjector(db, rakerdaId);
  if (known) return screenToken(secret, rakerdaId, known.linkIssue);
  const [instrument] = await listInstrumentsOf(db, rakerdaId);
  const issue = 1;
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('projector')
      .values({
        rakerda_id: rakerdaId,
        link_issue: issue,
        link_hash: screenHash(secret, screenToken(secret, rakerdaId, issue)),
        ...columns(firstState(instrument?.code ?? '')),
        frozen: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    await recordChange(trx, 'projector.changed', actor, rakerdaId, requestId, { kind: 'opened' });
  });
  feed.wake();
  const opened = await findProjector(db, rakerdaId);
  return screenToken(secret, rakerdaId, opened?.linkIssue ?? issue);
}

/** Does what the remote was told. Two facilitators may hold one: a step counts only from the screen they saw. */
export async function controlProjector(
  services: ControlServices,
  actor: Actor,
  place: RakerdaPlace,
  command: Command,
  asked: Asked,
): Promise<ControlResult> {
  authorize(actor, 'projector.control', place);
  await openProjector(services, actor, place, asked.requestId);
  for (let tries = 1; ; tries += 1) {
    const basis = await readBasis(services, place.row, asked.request);
    const { state } = basis;
    if (isRelative(command) && command.seen !== state.version) {
      return { kind: 'stale', version: state.version };
    }
    // Pictures are put together before the transaction: the database has one connection.
    const picture = needsPicture(command) ? await buildPicture(services, basis, 'id') : null;
    const next = afterCommand(state, command, picture ?? NOTHING_AROUND);
    if (next === state) return { kind: 'done', version: state.version };
    const frozen =
      next.isFrozen && !state.isFrozen ? JSON.stringify(await freeze(services, basis)) : undefined;
    const written = await write(services, actor, place, { state, next, frozen, command, asked });
    if (written) return { kind: 'done', version: state.version + 1 };
    if (tries === TRIES) return { kind: 'stale', version: state.version };
  }
}

/** Turns the hall's screen to a vote. */
export async function showVote(scope: MeetingScope, voteId: string): Promise<ControlResult> {
  return controlProjector(
    scope,
    scope.actor,
    scope.place,
    { kind: 'scene', scene: 'vote', options: { voteId } },
    { request: scope.request, requestId: scope.requestId },
  );
}

/** Makes a new link for the screen; every earlier one stops opening it. */
export async function renewLink(
  { db, feed, secret }: Pick<Services, 'db' | 'feed' | 'secret'>,
  actor: Actor,
  place: RakerdaPlace,
  /** The version the person saw: a form sent twice makes one new link. */
  seen: number,
  requestId: string,
): Promise<ControlResult> {
  authorize(actor, 'projector.control', place);
  await openProjector({ db, feed, secret }, actor, place, requestId);
  const rakerdaId = place.row.id;
  const result = await db.transaction().execute(async (trx): Promise<ControlResult> => {
    const row = await trx
      .selectFrom('projector')
      .select(['version', 'link_issue'])
      .where('rakerda_id', '=', rakerdaId)
      .executeTakeFirstOrThrow();
    if (row.version !== seen) return { kind: 'stale', version: row.version };
    const issue = row.link_issue + 1;
    await trx
      .updateTable('projector')
      .set({
        link_issue: issue,
        link_hash: screenHash(secret, screenToken(secret, rakerdaId, issue)),
        version: row.version + 1,
        updated_at: new Date().toISOString(),
      })
      .where('rakerda_id', '=', rakerdaId)
      .execute();
    await recordChange(trx, 'projector.linkChanged', actor, rakerdaId, requestId, { issue });
    return { kind: 'done', version: row.version + 1 };
  });
  if (result.kind === 'done') feed.wake();
  return result;
}

const NOTHING_AROUND: Surroundings = { steps: [], shown: [], pages: 1 };

function needsPicture({ kind }: Command): boolean {
  return kind === 'focus' || kind === 'page' || kind === 'revealNext' || kind === 'revealAll';
}

async function freeze(
  services: ControlServices,
  basis: Awaited<ReturnType<typeof readBasis>>,
): Promise<Frozen> {
  const { state } = basis;
  const [id, en] = [await buildPicture(services, basis, 'id'), await buildPicture(services, basis, 'en')];
  return {
    pictures: { id: id.full, en: en.full },
    namesHidden: state.namesHidden,
    revealed: [...state.revealed],
    focus: state.options.focus,
    page: state.options.page,
  };
}

async function write(
  { db, feed }: ControlServices,
  actor: Actor,
  place: RakerdaPlace,
  change: {
    readonly state: ProjectorState;
    readonly next: ProjectorState;
    readonly frozen: string | undefined;
    readonly command: Command;
    readonly asked: Asked;
  },
): Promise<boolean> {
  const { state, next, frozen, command, asked } = change;
  const isWritten = await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('projector')
      .set({
        ...columns({ ...next, version: state.version + 1 }),
        ...(frozen !== undefined && { frozen }),
        ...(!next.isFrozen && { frozen: null }),
      })
      .where('rakerda_id', '=', place.row.id)
      .where('version', '=', state.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await recordChange(trx, 'projector.changed', actor, place.row.id, asked.requestId, command);
    return true;
  });
  if (isWritten) feed.wake();
  return isWritten;
}

type StateColumns = Omit<Insertable<ProjectorTable>, 'rakerda_id' | 'link_issue' | 'link_hash' | 'frozen'>;

function columns(state: ProjectorState): StateColumns {
  return {
    scene: state.scene,
    options: JSON.stringify(state.options),
    names_hidden: state.namesHidden ? 1 : 0,
    revealed: JSON.stringify(state.revealed),
    is_blank: state.isBlank ? 1 : 0,
    version: state.version,
    updated_at: new Date().toISOString(),
  };
}

async function recordChange(
  trx: Transaction<Database>,
  type: 'projector.changed' | 'projector.linkChanged',
  actor: Actor,
  rakerdaId: string,
  requestId: string,
  payload: object,
): Promise<void> {
  await record(trx, { type, actorId: actor.id, rakerdaId, requestId, payload });
}
