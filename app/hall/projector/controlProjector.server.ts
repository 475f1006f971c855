/** What the remote does. Every command is one change of the one row that says what the hall sees. */
import type { Insertable } from 'kysely';
import type { ProjectorTable } from '#db/schema';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, change, type Doing, type Locked } from '~/record/change.server';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
import { afterCommand, type Command, isRelative, type Surroundings } from './command';
import type { Frozen } from './fullPicture';
import { screenHash, screenToken } from './screenLink.server';
import { type Basis, buildPicture, readBasis, type ScreenScope } from './picture.server';
import { findProjector, FIRST_LINK, firstState, type OpenProjector } from './projectorRow.server';
import type { ProjectorState } from './projectorState';

export type ControlResult =
  /** It is as wished: changed now, or it was so already. */
  | { readonly kind: 'done'; readonly version: number }
  /** A step from a screen that moved on in between; nothing was done. */
  | { readonly kind: 'stale'; readonly version: number }
  | Locked;

const TERMS = { may: 'projector.control', part: 'projector' } as const;

/**
 * Makes the row of a Rakerda's screen where it is missing. One that was archived without a screen gets none any more.
 * @returns the token of its link
 * @throws a 403 answer
 */
export async function openProjector(scope: MeetingScope): Promise<string> {
  authorize(scope.actor, 'projector.control', scope.place);
  const rakerdaId = scope.place.row.id;
  const projector =
    (await findProjector(scope.db, rakerdaId)) ??
    (await change<OpenProjector>(scope, TERMS, (doing) => openIn(scope, doing)));
  return screenToken(scope.secret, rakerdaId, 'kind' in projector ? FIRST_LINK : projector.linkIssue);
}

/**
 * Does what the remote was told. Two facilitators may hold one: a step counts only from the screen they saw.
 *
 * The picture that a step is counted in, and the one that is frozen, are drawn inside the change: they show exactly what
 * the row says. For 514 agencies that takes some tens of milliseconds, nearly all of it computing, for which everything
 * else in this process would wait outside of the transaction too.
 * @throws a 403 answer
 */
export async function controlProjector(scope: MeetingScope, command: Command): Promise<ControlResult> {
  return change(scope, TERMS, async (doing): Promise<ControlResult> => {
    const { trx, at, tell } = doing;
    await openIn(scope, doing);
    const screen: ScreenScope = { ...scope, db: trx };
    const basis = await readBasis(screen);
    const { state } = basis;
    if (isRelative(command) && command.seen !== state.version) {
      return { kind: 'stale', version: state.version };
    }
    const around = { ...(needsPicture(command) ? await buildPicture(screen, basis) : NOTHING_AROUND), at };
    const next = afterCommand(state, command, around);
    if (next === state) return { kind: 'done', version: state.version };
    const version = state.version + 1;
    await trx
      .updateTable('projector')
      .set({
        ...columns({ ...next, version }, at),
        ...(next.isFrozen && !state.isFrozen && { frozen: JSON.stringify(await freeze(screen, basis)) }),
        ...(!next.isFrozen && { frozen: null }),
      })
      .where('rakerda_id', '=', scope.place.row.id)
      .execute();
    await tell('projector.changed', command);
    return { kind: 'done', version };
  });
}

/** Turns the hall's screen to a vote. */
export async function showVote(scope: MeetingScope, voteId: string): Promise<ControlResult> {
  return controlProjector(scope, { kind: 'scene', scene: 'vote', options: { voteId } });
}

/**
 * Makes a new link for the screen; every earlier one stops opening it.
 * @param seen the version the person saw: a form sent twice makes one new link
 * @throws a 403 answer
 */
export async function renewLink(scope: MeetingScope, seen: number): Promise<ControlResult> {
  return change(scope, TERMS, async (doing): Promise<ControlResult> => {
    const { trx, at, tell } = doing;
    const { state, linkIssue } = await openIn(scope, doing);
    if (state.version !== seen) return { kind: 'stale', version: state.version };
    const issue = linkIssue + 1;
    const version = state.version + 1;
    await trx
      .updateTable('projector')
      .set({ ...linkColumns(scope, issue), version, updated_at: at })
      .where('rakerda_id', '=', scope.place.row.id)
      .execute();
    await tell('projector.linkChanged', { issue });
    return { kind: 'done', version };
  });
}

/** The row of the screen as it stands in this change; made where it is missing. */
async function openIn(scope: MeetingScope, { trx, at, tell }: Doing): Promise<OpenProjector> {
  const rakerdaId = scope.place.row.id;
  const known = await findProjector(trx, rakerdaId);
  if (known) return known;
  const [instrument] = await listPinned(trx, rakerdaId);
  const opened = { state: firstState(instrument?.code ?? ''), linkIssue: FIRST_LINK };
  await trx
    .insertInto('projector')
    .values({
      rakerda_id: rakerdaId,
      ...linkColumns(scope, opened.linkIssue),
      ...columns(opened.state, at),
      frozen: null,
    })
    .execute();
  await tell('projector.changed', { kind: 'opened' });
  return opened;
}

const NOTHING_AROUND: Omit<Surroundings, 'at'> = {
  steps: [],
  shown: [],
  ranked: 0,
  pages: 1,
  focusPage: null,
};

function needsPicture({ kind }: Command): boolean {
  return kind === 'focus' || kind === 'page' || kind === 'revealNext' || kind === 'revealAll';
}

async function freeze(screen: ScreenScope, basis: Basis): Promise<Frozen> {
  const { state } = basis;
  const [id, en] = [
    await buildPicture({ ...screen, locale: 'id' }, basis),
    await buildPicture({ ...screen, locale: 'en' }, basis),
  ];
  return {
    pictures: { id: id.full, en: en.full },
    namesHidden: state.namesHidden,
    revealed: [...state.revealed],
    focus: state.options.focus,
    page: state.options.page ?? id.focusPage,
    turnsSince: state.options.turnsSince,
    headline: state.options.headline,
  };
}

type StateColumns = Omit<Insertable<ProjectorTable>, 'rakerda_id' | 'link_issue' | 'link_hash' | 'frozen'>;

function columns(state: ProjectorState, at: string): StateColumns {
  return {
    scene: state.scene,
    options: JSON.stringify(state.options),
    names_hidden: state.namesHidden ? 1 : 0,
    revealed: JSON.stringify(state.revealed),
    is_blank: state.isBlank ? 1 : 0,
    version: state.version,
    updated_at: at,
  };
}

function linkColumns({ secret, place }: MeetingScope, issue: number) {
  return { link_issue: issue, link_hash: screenHash(secret, screenToken(secret, place.row.id, issue)) };
}
