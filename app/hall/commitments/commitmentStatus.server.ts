/** How a promise fares: goes on after closing, and from the Rakerda that follows. */
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import type { StatusInput } from './commitmentForm';
import { CHANGED_BY, type SeenCommitment } from './changeCommitments.server';
import { differences } from './sameRakerda.server';
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
      const before = { status: there.status, statusNote: there.statusNote };
      const typed = { status: input.status, statusNote: input.note };
      if (Object.keys(differences(before, typed)).length === 0) return { kind: 'unchanged' };
      const thing = { ...CHANGED_BY, id: there.id, version: there.version, facts: before };
      const merged = await mergeMeanwhile(trx, thing, seen.version, typed);
      // A status and its reason are one statement: both are of one hand.
      const isWhole = merged && Object.keys(differences(merged.after, typed)).length === 0;
      if (!isWhole || merged.moved.length > 0) return { kind: 'moved', now: there };
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
        changes: differences(before, typed),
      });
      return { kind: 'changed' };
    },
  );
}
