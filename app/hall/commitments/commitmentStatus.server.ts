/** How a promise fares: goes on after closing, and from the Rakerda that follows. */
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import type { StatusInput } from './commitmentForm';
import type { SeenCommitment } from './changeCommitments.server';
import { type Commitment, findFollowed } from './commitmentRows.server';

export type StatusResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | Locked
  | { readonly kind: 'moved'; readonly now: Commitment }
  | { readonly kind: 'gone' };

/**
 * Writes down how a commitment stands. The place may be the Rakerda it was made in or the one that follows: whoever may
 * write commitments of the agency there updates last year's too.
 */
export async function changeStatus(
  scope: MeetingScope,
  seen: SeenCommitment,
  input: StatusInput,
): Promise<StatusResult> {
  const { agencyCode } = seen;
  return change(
    scope,
    { may: 'commitment.write', part: 'commitmentStatus', agencyCode },
    async ({ trx, at, tell }): Promise<StatusResult> => {
      const there = await findFollowed(trx, scope.place, seen.id);
      if (there?.agencyCode !== agencyCode) return { kind: 'gone' };
      const before = { status: there.status, note: there.statusNote };
      if (before.status === input.status && before.note === input.note) return { kind: 'unchanged' };
      if (there.version !== seen.version) return { kind: 'moved', now: there };
      await trx
        .updateTable('commitment')
        .set({
          status: input.status,
          status_note: input.note,
          status_at: at,
          version: there.version + 1,
          updated_at: at,
        })
        .where('id', '=', there.id)
        .execute();
      await tell('commitment.statusChanged', {
        id: there.id,
        changes: {
          ...(before.status !== input.status && { status: [before.status, input.status] }),
          ...(before.note !== input.note && { statusNote: [before.note, input.note] }),
        },
      });
      return { kind: 'changed' };
    },
  );
}
