/** Making a commitment, changing and removing it while the Rakerda runs. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '~/i18n/zonedTime';
import { findIndicator, type Instrument, isWholeLevel, storedRange } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked, type Trx } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import { differences, isOfRakerda, pinnedInstrument } from './sameRakerda.server';
import { type LinkedRise } from './commitment';
import type { CommitmentInput } from './commitmentForm';
import { type Commitment, findCommitmentText } from './commitmentRows.server';

const addedSchema = z.object({ kind: z.literal('added'), id: z.string() });

export type AddResult =
  | z.output<typeof addedSchema>
  | Locked
  /** Something chosen does not belong to the Rakerda (any more). */
  | { readonly kind: 'strange' };

/**
 * Adds a commitment of an agency.
 * @param key mark of the filled form: sent twice, it adds one commitment
 */
export async function addCommitment(
  scope: MeetingScope,
  agencyCode: string,
  input: CommitmentInput,
  key: string,
): Promise<AddResult> {
  const once = { id: key, answer: addedSchema };
  return change<AddResult>(
    scope,
    { may: 'commitment.write', part: 'commitments', agencyCode, once },
    async ({ trx, at, tell }) => {
      if (!(await belongs(trx, scope, agencyCode, input))) return { kind: 'strange' };
      const id = randomUUID();
      await trx
        .insertInto('commitment')
        .values({
          id,
          rakerda_id: scope.place.row.id,
          agency_code: agencyCode,
          ...columnsOf(input),
          status: 'planned',
          status_note: '',
          status_at: at,
          version: 1,
          created_at: at,
          created_by: scope.actor.id,
          updated_at: at,
        })
        .execute();
      await writeRises(trx, id, input.rises);
      await tell('commitment.added', { id, after: { ...input } });
      return { kind: 'added', id };
    },
  );
}

/** What a person saw when they began to change it. */
export interface SeenCommitment {
  readonly id: string;
  readonly agencyCode: string;
  readonly version: number;
}

export type ChangeResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | Locked
  | { readonly kind: 'strange' }
  /** Somebody else changed the same field since; this is what stands there now. */
  | { readonly kind: 'moved'; readonly now: Commitment }
  | { readonly kind: 'gone' };

/** Changes what the person changed of the version they saw; what others changed since stays. Its agency stays: another agency's promise is another promise. */
export async function changeCommitment(
  scope: MeetingScope,
  seen: SeenCommitment,
  input: CommitmentInput,
): Promise<ChangeResult> {
  const { agencyCode } = seen;
  return change(
    scope,
    { may: 'commitment.write', part: 'commitments', agencyCode },
    async ({ trx, at, tell }): Promise<ChangeResult> => {
      const there = await findSeen(trx, scope, seen);
      if (!there) return { kind: 'gone' };
      const facts = inputOf(there);
      if (Object.keys(differences(facts, input)).length === 0) return { kind: 'unchanged' };
      const thing = { ...CHANGED_BY, id: there.id, version: there.version, facts };
      const merged = await mergeMeanwhile<CommitmentInput>(trx, thing, seen.version, input);
      if (!merged || merged.moved.length > 0 || isTorn(merged.after, facts, input))
        return { kind: 'moved', now: there };
      const { after } = merged;
      const changes = differences(facts, after);
      if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
      if (!(await belongs(trx, scope, agencyCode, after))) return { kind: 'strange' };
      await trx
        .updateTable('commitment')
        .set({ ...columnsOf(after), version: there.version + 1, updated_at: at })
        .where('id', '=', there.id)
        .execute();
      await trx.deleteFrom('commitment_indicator').where('commitment_id', '=', there.id).execute();
      await writeRises(trx, there.id, after.rises);
      await tell('commitment.changed', { id: there.id, changes });
      return { kind: 'changed' };
    },
  );
}

/** How the record tells of changes of a commitment: its text and its status share one version. */
export const CHANGED_BY = {
  idField: 'id',
  changedBy: ['commitment.changed', 'commitment.statusChanged'],
} as const;

/** Levels belong to their instrument: of those two both are of one hand. */
function isTorn(after: CommitmentInput, ...whole: readonly CommitmentInput[]): boolean {
  const rises = (one: CommitmentInput) => JSON.stringify([one.instrumentCode, one.rises]);
  return !whole.some((one) => rises(one) === rises(after));
}

export type RemoveResult = { readonly kind: 'removed' } | Extract<ChangeResult, { kind: 'locked' | 'moved' }>;

/** Takes a commitment off the board; the record keeps it. Removed twice is removed once. */
export async function removeCommitment(scope: MeetingScope, seen: SeenCommitment): Promise<RemoveResult> {
  const { agencyCode } = seen;
  return change(
    scope,
    { may: 'commitment.write', part: 'commitments', agencyCode },
    async ({ trx, at, tell }): Promise<RemoveResult> => {
      const there = await findSeen(trx, scope, seen);
      if (!there) return { kind: 'removed' };
      if (there.version !== seen.version) return { kind: 'moved', now: there };
      await trx
        .updateTable('commitment')
        .set({ removed_at: at, updated_at: at, version: there.version + 1 })
        .where('id', '=', there.id)
        .execute();
      await tell('commitment.removed', { id: there.id, before: { ...inputOf(there) } });
      return { kind: 'removed' };
    },
  );
}

/** The commitment as it stands in the transaction, if it is still the agency's that was asked about. */
async function findSeen(trx: Trx, { place }: MeetingScope, seen: SeenCommitment): Promise<Commitment | null> {
  const there = await findCommitmentText(trx, place.row.id, seen.id, dayOf(Date.now(), place.row.time_zone));
  return there?.agencyCode === seen.agencyCode ? there : null;
}

/** A commitment as its form would write it. */
function inputOf(one: Commitment): CommitmentInput {
  return {
    what: one.what,
    who: one.who,
    dueOn: one.dueOn,
    measure: one.measure,
    agendaItemId: one.agendaItemId,
    instrumentCode: one.instrumentCode,
    rises: one.indicators,
  };
}

function columnsOf(input: CommitmentInput) {
  return {
    agenda_item_id: input.agendaItemId,
    instrument_code: input.instrumentCode,
    what: input.what,
    who: input.who,
    due_on: input.dueOn,
    measure: input.measure,
  };
}

async function writeRises(trx: Trx, commitmentId: string, rises: readonly LinkedRise[]): Promise<void> {
  if (rises.length === 0) return;
  await trx
    .insertInto('commitment_indicator')
    .values(
      rises.map(({ no, toLevel }) => ({ commitment_id: commitmentId, indicator_no: no, to_level: toLevel })),
    )
    .execute();
}

async function belongs(
  trx: Trx,
  scope: MeetingScope,
  agencyCode: string,
  { agendaItemId, instrumentCode, rises }: CommitmentInput,
): Promise<boolean> {
  if (instrumentCode !== null) {
    const instrument = await pinnedInstrument(trx, scope, instrumentCode);
    if (!instrument || !areLevelsOf(instrument, rises)) return false;
  }
  return isOfRakerda(trx, scope.place.row.id, { agendaItemId, agencyCode });
}

/** Criteria describe whole levels: only those can be promised. */
function areLevelsOf(instrument: Instrument, rises: readonly LinkedRise[]): boolean {
  const { min, max } = storedRange(instrument);
  return rises.every(
    ({ no, toLevel }) =>
      findIndicator(instrument, no) !== undefined &&
      toLevel >= min &&
      toLevel <= max &&
      isWholeLevel(instrument.level, toLevel),
  );
}
