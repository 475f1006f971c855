/** Making a commitment, changing and removing it while the Rakerda runs. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database } from '#db/schema';
import { findIndicator, type Instrument, storedRange } from '~/instrument';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { differences, isAllowed, isOfRakerda, pinnedInstrument, wasTaken } from './changes.server';
import { dayIn, type LinkedRise } from './commitment';
import type { CommitmentInput } from './commitmentForm';
import { type Commitment, findCommitmentText } from './queries.server';

type CommitmentServices = Pick<Services, 'db' | 'feed' | 'instruments'>;

export type AddResult =
  | { readonly kind: 'added'; readonly id: string }
  /** The same form was sent before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'locked' }
  /** Something chosen does not belong to the Rakerda (any more). */
  | { readonly kind: 'strange' };

/**
 * Adds a commitment of an agency.
 * @param key mark of the filled form: sent twice, it adds one commitment
 */
export async function addCommitment(
  services: CommitmentServices,
  actor: Actor,
  place: RakerdaPlace,
  agencyCode: string,
  input: CommitmentInput,
  key: string,
  requestId: string,
): Promise<AddResult> {
  authorize(actor, 'commitment.write', { ...place, agencyCode });
  const instrument = await pinnedInstrument(services, place.row.id, input.instrumentCode);
  const result = await services.db.transaction().execute(async (trx): Promise<AddResult> => {
    if (await wasTaken(trx, key)) return { kind: 'known' };
    if (!(await isAllowed(trx, place.row.id, 'commitments'))) return { kind: 'locked' };
    if (!(await belongs(trx, place, agencyCode, instrument, input))) return { kind: 'strange' };
    const id = randomUUID();
    const now = new Date().toISOString();
    await trx
      .insertInto('commitment')
      .values({
        id,
        rakerda_id: place.row.id,
        agency_code: agencyCode,
        ...columnsOf(input),
        status: 'planned',
        status_note: '',
        status_at: now,
        version: 1,
        created_at: now,
        created_by: actor.id,
        updated_at: now,
      })
      .execute();
    await writeRises(trx, id, input.rises);
    await record(
      trx,
      {
        type: 'commitment.added',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode,
        changeId: key,
        requestId,
        payload: { id, after: input },
      },
      now,
    );
    return { kind: 'added', id };
  });
  if (result.kind === 'added') services.feed.wake();
  return result;
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
  | { readonly kind: 'locked' }
  | { readonly kind: 'strange' }
  /** Somebody else changed it since; this is what stands there now. */
  | { readonly kind: 'moved'; readonly now: Commitment }
  | { readonly kind: 'gone' };

/** Changes what was promised. Its agency stays: another agency's promise is another promise. */
export async function changeCommitment(
  services: CommitmentServices,
  actor: Actor,
  place: RakerdaPlace,
  seen: SeenCommitment,
  input: CommitmentInput,
  requestId: string,
): Promise<ChangeResult> {
  authorize(actor, 'commitment.write', { ...place, agencyCode: seen.agencyCode });
  const instrument = await pinnedInstrument(services, place.row.id, input.instrumentCode);
  const result = await services.db.transaction().execute(async (trx): Promise<ChangeResult> => {
    const there = await findSeen(trx, place, seen);
    if (!there) return { kind: 'gone' };
    if (!(await isAllowed(trx, place.row.id, 'commitments'))) return { kind: 'locked' };
    const changes = differences(inputOf(there), input);
    if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
    if (there.version !== seen.version) return { kind: 'moved', now: there };
    if (!(await belongs(trx, place, there.agencyCode, instrument, input))) return { kind: 'strange' };
    const now = new Date().toISOString();
    await trx
      .updateTable('commitment')
      .set({ ...columnsOf(input), version: there.version + 1, updated_at: now })
      .where('id', '=', there.id)
      .execute();
    await trx.deleteFrom('commitment_indicator').where('commitment_id', '=', there.id).execute();
    await writeRises(trx, there.id, input.rises);
    await record(
      trx,
      {
        type: 'commitment.changed',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: there.agencyCode,
        requestId,
        payload: { id: there.id, changes },
      },
      now,
    );
    return { kind: 'changed' };
  });
  if (result.kind === 'changed') services.feed.wake();
  return result;
}

export type RemoveResult = { readonly kind: 'removed' } | Extract<ChangeResult, { kind: 'locked' | 'moved' }>;

/** Takes a commitment off the board; the record keeps it. Removed twice is removed once. */
export async function removeCommitment(
  { db, feed }: Pick<CommitmentServices, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  seen: SeenCommitment,
  requestId: string,
): Promise<RemoveResult> {
  authorize(actor, 'commitment.write', { ...place, agencyCode: seen.agencyCode });
  const result = await db.transaction().execute(async (trx): Promise<RemoveResult> => {
    const there = await findSeen(trx, place, seen);
    if (!there) return { kind: 'removed' };
    if (!(await isAllowed(trx, place.row.id, 'commitments'))) return { kind: 'locked' };
    if (there.version !== seen.version) return { kind: 'moved', now: there };
    const now = new Date().toISOString();
    await trx
      .updateTable('commitment')
      .set({ removed_at: now, updated_at: now, version: there.version + 1 })
      .where('id', '=', there.id)
      .execute();
    await record(
      trx,
      {
        type: 'commitment.removed',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: there.agencyCode,
        requestId,
        payload: { id: there.id, before: inputOf(there) },
      },
      now,
    );
    return { kind: 'removed' };
  });
  if (result.kind === 'removed') feed.wake();
  return result;
}

/** The commitment as it stands in the transaction, if it is still the agency's that was asked about. */
async function findSeen(
  trx: Transaction<Database>,
  place: RakerdaPlace,
  seen: SeenCommitment,
): Promise<Commitment | null> {
  const there = await findCommitmentText(trx, place.row.id, seen.id, dayIn(place.row.time_zone));
  return there?.agencyCode === seen.agencyCode ? there : null;
}

/** A commitment as its form would write it. */
export function inputOf(one: Commitment): CommitmentInput {
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

async function writeRises(
  trx: Transaction<Database>,
  commitmentId: string,
  rises: readonly LinkedRise[],
): Promise<void> {
  if (rises.length === 0) return;
  await trx
    .insertInto('commitment_indicator')
    .values(
      rises.map(({ no, toLevel }) => ({ commitment_id: commitmentId, indicator_no: no, to_level: toLevel })),
    )
    .execute();
}

async function belongs(
  trx: Transaction<Database>,
  place: RakerdaPlace,
  agencyCode: string,
  instrument: Instrument | null,
  { agendaItemId, instrumentCode, rises }: CommitmentInput,
): Promise<boolean> {
  if (instrumentCode !== null && (!instrument || !areLevelsOf(instrument, rises))) return false;
  return isOfRakerda(trx, place.row.id, { agendaItemId, agencyCode });
}

/** Criteria describe whole levels: only those can be promised. */
function areLevelsOf(instrument: Instrument, rises: readonly LinkedRise[]): boolean {
  const { min, max } = storedRange(instrument);
  return rises.every(
    ({ no, toLevel }) =>
      findIndicator(instrument, no) !== undefined &&
      toLevel >= min &&
      toLevel <= max &&
      toLevel % instrument.level.unit === 0,
  );
}
