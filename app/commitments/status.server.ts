/** How a promise fares: goes on after closing, and from the Rakerda that follows. */
import { record } from '#db/record';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { isAllowed } from './changes.server';
import { dayIn } from './commitment';
import type { StatusInput } from './commitmentForm';
import type { SeenCommitment } from './commitments.server';
import { type Commitment, findCommitmentText } from './queries.server';

export type StatusResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'moved'; readonly now: Commitment }
  | { readonly kind: 'gone' };

/**
 * Writes down how a commitment stands. The place may be the Rakerda it was made in or the one that follows: whoever may
 * write commitments of the agency there updates last year's too.
 */
export async function changeStatus(
  { db, feed }: Pick<Services, 'db' | 'feed'>,
  actor: Actor,
  place: RakerdaPlace,
  seen: SeenCommitment,
  input: StatusInput,
  requestId: string,
): Promise<StatusResult> {
  authorize(actor, 'commitment.write', { ...place, agencyCode: seen.agencyCode });
  const result = await db.transaction().execute(async (trx): Promise<StatusResult> => {
    const today = dayIn(place.row.time_zone);
    let there: Commitment | null = null;
    for (const rakerdaId of [place.row.id, place.row.previous_id]) {
      if (rakerdaId !== null) there ??= await findCommitmentText(trx, rakerdaId, seen.id, today);
    }
    if (there?.agencyCode !== seen.agencyCode) return { kind: 'gone' };
    if (!(await isAllowed(trx, place.row.id, 'commitmentStatus'))) return { kind: 'locked' };
    const before = { status: there.status, note: there.statusNote };
    if (before.status === input.status && before.note === input.note) return { kind: 'unchanged' };
    if (there.version !== seen.version) return { kind: 'moved', now: there };
    const now = new Date().toISOString();
    await trx
      .updateTable('commitment')
      .set({
        status: input.status,
        status_note: input.note,
        status_at: now,
        version: there.version + 1,
        updated_at: now,
      })
      .where('id', '=', there.id)
      .execute();
    await record(
      trx,
      {
        type: 'commitment.statusChanged',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: there.agencyCode,
        requestId,
        payload: {
          id: there.id,
          changes: {
            ...(before.status !== input.status && { status: [before.status, input.status] }),
            ...(before.note !== input.note && { statusNote: [before.note, input.note] }),
          },
        },
      },
      now,
    );
    return { kind: 'changed' };
  });
  if (result.kind === 'changed') feed.wake();
  return result;
}
