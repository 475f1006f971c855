/** What a facilitator changes while a Rakerda runs: its stage, the targets, who works on it. */
import type { RakerdaState } from '#db/schema';
import { isStep } from '~/policy';
import { change, type Locked, type Trx } from '~/record/change.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { targetKey, type TargetOwner } from '~/rakerda/targetFields';
import { targetOfAssessment } from '~/rakerda/targets.server';

export type StageResult =
  | { readonly kind: 'changed'; readonly state: RakerdaState }
  /** The stage is no longer the one the person saw. */
  | { readonly kind: 'moved'; readonly state: RakerdaState }
  | { readonly kind: 'notAStep' };

/** Goes one stage forward or back. `from` is the stage the person saw. */
export async function changeStage(
  scope: MeetingScope,
  step: { readonly from: RakerdaState; readonly to: RakerdaState },
): Promise<StageResult> {
  return change(scope, { may: 'rakerda.manage' }, async ({ trx, tell }): Promise<StageResult> => {
    if (!isStep(step.from, step.to)) return { kind: 'notAStep' };
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', scope.place.row.id)
      .executeTakeFirstOrThrow();
    if (state !== step.from) return { kind: 'moved', state };
    await trx.updateTable('rakerda').set({ state: step.to }).where('id', '=', scope.place.row.id).execute();
    await tell('rakerda.stateChanged', { from: step.from, to: step.to });
    return { kind: 'changed', state: step.to };
  });
}

/** What a target was on the page and what it shall be, in hundredths; null is "no target". */
export interface TargetChange extends TargetOwner {
  readonly before: number | null;
  readonly after: number | null;
}

export type TargetsResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  /** These were changed by somebody else in between, by `targetKey`; nothing was written. */
  | { readonly kind: 'moved'; readonly now: ReadonlyMap<string, number | null> }
  | Locked;

/** Changes some targets, all or none. Agencies and instruments that do not take part are passed over. */
export async function changeTargets(
  scope: MeetingScope,
  changes: readonly TargetChange[],
): Promise<TargetsResult> {
  const asked = new Map(changes.map((one) => [targetKey(one), one]));
  return writeTargets(scope, (stored) => {
    const wanted = stored.flatMap((row) => {
      const one = asked.get(targetKey(row));
      return one && one.before !== one.after ? [{ ...row, before: one.before, after: one.after }] : [];
    });
    const moved = wanted.filter(({ target, before, after }) => target !== before && target !== after);
    if (moved.length === 0) return { kind: 'write', targets: wanted };
    return { kind: 'moved', now: new Map(moved.map((row) => [targetKey(row), row.target])) };
  });
}

/** Gives every agency that takes part the same target for an instrument. */
export async function changeAllTargets(
  scope: MeetingScope,
  instrumentCode: string,
  target: number | null,
): Promise<TargetsResult> {
  return writeTargets(scope, (stored) => ({
    kind: 'write',
    targets: stored
      .filter((row) => row.instrumentCode === instrumentCode)
      .map((row) => ({ ...row, after: target })),
  }));
}

/** The target of every agency for every instrument of the Rakerda; null where none is set. */
export async function readTargets(
  db: Pick<Trx, 'selectFrom'>,
  rakerdaId: string,
): Promise<readonly StoredTarget[]> {
  return db
    .selectFrom('assessment')
    .select([
      'instrument_code as instrumentCode',
      'agency_code as agencyCode',
      targetOfAssessment().as('target'),
    ])
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('agency_code')
    .orderBy('instrument_code')
    .execute();
}

export interface StoredTarget extends TargetOwner {
  readonly target: number | null;
}
type Decision =
  | {
      readonly kind: 'write';
      readonly targets: readonly (StoredTarget & { readonly after: number | null })[];
    }
  | Extract<TargetsResult, { readonly kind: 'moved' }>;

/** Targets are part of what was agreed: they stand still once the Rakerda is closed. */
async function writeTargets(
  scope: MeetingScope,
  decide: (stored: readonly StoredTarget[]) => Decision,
): Promise<TargetsResult> {
  const rakerdaId = scope.place.row.id;
  const terms = { may: 'rakerda.manage', part: 'setUp' } as const;
  return change(scope, terms, async ({ trx, tell }): Promise<TargetsResult> => {
    const decision = decide(await readTargets(trx, rakerdaId));
    if (decision.kind === 'moved') return decision;
    const changed = decision.targets.filter(({ target, after }) => target !== after);
    if (changed.length === 0) return { kind: 'unchanged' };
    const told = new Map<string, Record<string, [number | null, number | null]>>();
    for (const { target, after, ...owner } of changed) {
      await writeTarget(trx, rakerdaId, owner, after);
      const changes = told.get(owner.instrumentCode) ?? {};
      told.set(owner.instrumentCode, { ...changes, [owner.agencyCode]: [target, after] });
    }
    for (const [instrument, changes] of told) await tell('rakerda.targetsChanged', { instrument, changes });
    return { kind: 'changed' };
  });
}

async function writeTarget(
  trx: Trx,
  rakerdaId: string,
  { instrumentCode, agencyCode }: TargetOwner,
  target: number | null,
): Promise<void> {
  await trx
    .deleteFrom('rakerda_target')
    .where('rakerda_id', '=', rakerdaId)
    .where('instrument_code', '=', instrumentCode)
    .where('agency_code', '=', agencyCode)
    .execute();
  if (target === null) return;
  await trx
    .insertInto('rakerda_target')
    .values({
      rakerda_id: rakerdaId,
      instrument_code: instrumentCode,
      agency_code: agencyCode,
      target_hundredths: target,
    })
    .execute();
}

export type MemberResult = { readonly kind: 'changed' } | { readonly kind: 'refused' };

/** Lets a facilitator, reviewer or liaison work on the Rakerda. Demo and real accounts never mix. */
export async function addMember(scope: MeetingScope, accountId: string): Promise<MemberResult> {
  const { row } = scope.place;
  return change(scope, { may: 'rakerda.manage' }, async ({ trx, tell }): Promise<MemberResult> => {
    const account = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where('role', 'in', ['facilitator', 'reviewer', 'liaison'])
      .where('is_demo', '=', row.is_demo)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!account) return { kind: 'refused' };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('rakerda_member')
      .values({ rakerda_id: row.id, account_id: accountId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // Sent twice: it is as wished already, and nothing more happened.
    if (numInsertedOrUpdatedRows !== 0n)
      await tell('rakerda.membersChanged', { added: [accountId], removed: [] });
    return { kind: 'changed' };
  });
}

/** Takes a member out. Nobody removes themself: a Rakerda must not lose its last facilitator by a slip. */
export async function removeMember(scope: MeetingScope, accountId: string): Promise<MemberResult> {
  return change(scope, { may: 'rakerda.manage' }, async ({ trx, tell }): Promise<MemberResult> => {
    if (accountId === scope.actor.id) return { kind: 'refused' };
    const { numDeletedRows } = await trx
      .deleteFrom('rakerda_member')
      .where('rakerda_id', '=', scope.place.row.id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (numDeletedRows !== 0n) await tell('rakerda.membersChanged', { added: [], removed: [accountId] });
    return { kind: 'changed' };
  });
}
