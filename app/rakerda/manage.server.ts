/** What a facilitator changes while a Rakerda runs: its stage, the targets, who works on it. */
import { record } from '#db/record';
import type { RakerdaState } from '#db/schema';
import type { Services } from '~/server/context';
import { type Actor, neighbours } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from './scope.server';

type ManageServices = Pick<Services, 'db' | 'feed'>;

export type StageResult =
  | { readonly kind: 'changed'; readonly state: RakerdaState }
  /** The stage is no longer the one the person saw. */
  | { readonly kind: 'moved'; readonly state: RakerdaState }
  | { readonly kind: 'notAStep' };

/** Goes one stage forward or back. `from` is the stage the person saw. */
export async function changeStage(
  { db, feed }: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  step: { readonly from: RakerdaState; readonly to: RakerdaState },
  requestId: string,
): Promise<StageResult> {
  authorize(actor, 'rakerda.manage', place);
  const { back, forward } = neighbours(step.from);
  if (step.to !== back && step.to !== forward) return { kind: 'notAStep' };
  const result = await db.transaction().execute(async (trx): Promise<StageResult> => {
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (state !== step.from) return { kind: 'moved', state };
    await trx.updateTable('rakerda').set({ state: step.to }).where('id', '=', place.row.id).execute();
    await record(trx, {
      type: 'rakerda.stateChanged',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { from: step.from, to: step.to },
    });
    return { kind: 'changed', state: step.to };
  });
  if (result.kind === 'changed') feed.wake();
  return result;
}

/** What one agency's target was on the page and what it shall be, in hundredths; null is "no target". */
export interface TargetChange {
  readonly agencyCode: string;
  readonly before: number | null;
  readonly after: number | null;
}

export type TargetsResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  /** These were changed by somebody else in between; nothing was written. */
  | { readonly kind: 'moved'; readonly now: ReadonlyMap<string, number | null> }
  | { readonly kind: 'locked' };

/** Targets are part of what was agreed: they stand still once the Rakerda is closed. */
export function mayChangeTargets(state: RakerdaState): boolean {
  return state !== 'closed' && state !== 'archived';
}

/** Changes the targets of some agencies, all or none. Agencies that do not take part are passed over. */
export async function changeTargets(
  services: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  changes: readonly TargetChange[],
  requestId: string,
): Promise<TargetsResult> {
  return writeTargets(services, actor, place, requestId, (stored) => {
    const wanted = changes.filter(
      (change) => stored.has(change.agencyCode) && change.before !== change.after,
    );
    const moved = wanted.filter((change) => {
      const now = stored.get(change.agencyCode) ?? null;
      return now !== change.before && now !== change.after;
    });
    if (moved.length > 0) {
      const now = moved.map((change) => [change.agencyCode, stored.get(change.agencyCode) ?? null] as const);
      return { kind: 'moved', now: new Map(now) };
    }
    return { kind: 'write', targets: new Map(wanted.map((change) => [change.agencyCode, change.after])) };
  });
}

/** Gives every agency that takes part the same target. */
export async function changeAllTargets(
  services: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  target: number | null,
  requestId: string,
): Promise<TargetsResult> {
  return writeTargets(services, actor, place, requestId, (stored) => ({
    kind: 'write',
    targets: new Map([...stored.keys()].map((code) => [code, target])),
  }));
}

type Targets = ReadonlyMap<string, number | null>;
type Decision =
  { readonly kind: 'write'; readonly targets: Targets } | Extract<TargetsResult, { readonly kind: 'moved' }>;

async function writeTargets(
  { db, feed }: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  requestId: string,
  decide: (stored: Targets) => Decision,
): Promise<TargetsResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<TargetsResult> => {
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!mayChangeTargets(state)) return { kind: 'locked' };
    const rows = await trx
      .selectFrom('rakerda_agency')
      .select(['agency_code', 'target_hundredths'])
      .where('rakerda_id', '=', place.row.id)
      .execute();
    const stored = new Map(rows.map((row) => [row.agency_code, row.target_hundredths]));
    const decision = decide(stored);
    if (decision.kind === 'moved') return decision;
    const changes = [...decision.targets].filter(([code, target]) => stored.get(code) !== target);
    if (changes.length === 0) return { kind: 'unchanged' };
    for (const [code, target] of changes) {
      await trx
        .updateTable('rakerda_agency')
        .set({ target_hundredths: target })
        .where('rakerda_id', '=', place.row.id)
        .where('agency_code', '=', code)
        .execute();
    }
    await record(trx, {
      type: 'rakerda.targetsChanged',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: {
        changes: Object.fromEntries(
          changes.map(([code, target]) => [code, [stored.get(code) ?? null, target]]),
        ),
      },
    });
    return { kind: 'changed' };
  });
  if (result.kind === 'changed') feed.wake();
  return result;
}

export type MemberResult = { readonly kind: 'changed' } | { readonly kind: 'refused' };

/** Lets a facilitator, reviewer or liaison work on the Rakerda. Demo and real accounts never mix. */
export async function addMember(
  { db, feed }: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  accountId: string,
  requestId: string,
): Promise<MemberResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<MemberResult> => {
    const account = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where('role', 'in', ['facilitator', 'reviewer', 'liaison'])
      .where('is_demo', '=', place.row.is_demo)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!account) return { kind: 'refused' };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('rakerda_member')
      .values({ rakerda_id: place.row.id, account_id: accountId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // Sent twice: it is as wished already, and nothing more happened.
    if (numInsertedOrUpdatedRows === 0n) return { kind: 'changed' };
    await record(trx, {
      type: 'rakerda.membersChanged',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { added: [accountId], removed: [] },
    });
    return { kind: 'changed' };
  });
  if (result.kind === 'changed') feed.wake();
  return result;
}

/** Takes a member out. Nobody removes themself: a Rakerda must not lose its last facilitator by a slip. */
export async function removeMember(
  { db, feed }: ManageServices,
  actor: Actor,
  place: RakerdaPlace,
  accountId: string,
  requestId: string,
): Promise<MemberResult> {
  authorize(actor, 'rakerda.manage', place);
  if (accountId === actor.id) return { kind: 'refused' };
  await db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('rakerda_member')
      .where('rakerda_id', '=', place.row.id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await record(trx, {
      type: 'rakerda.membersChanged',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { added: [], removed: [accountId] },
    });
  });
  feed.wake();
  return { kind: 'changed' };
}
