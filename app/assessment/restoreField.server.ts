/**
 * Puts an earlier version of one field back: an ordinary change through the merge, so that it is on the record itself and
 * can be undone the same way; an event beside it says where the version came from.
 */
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import { only } from './answerChanges';
import { valuesIn } from './earlierValues.server';
import type { AskedVersion } from './restoreForm';
import { EMPTY, saveAnswerIn } from './saveAnswer.server';

export type RestoreResult =
  | Locked
  /** `changed`: somebody changed the field after the page was shown. `gone`: the record has no such version. */
  | { readonly kind: 'restored' | 'changed' | 'same' | 'gone' };

export function restoreField(
  scope: AssessmentScope,
  { indicatorNo, field, from, seenVersion }: AskedVersion,
): Promise<RestoreResult> {
  return change(scope, { may: 'answer.write', part: 'answers' }, async (doing): Promise<RestoreResult> => {
    const assessmentId = scope.place.assessment.id;
    const event = await doing.trx
      .selectFrom('event')
      .select(['type', 'payload'])
      .where('seq', '=', from)
      .where('assessment_id', '=', assessmentId)
      .where('indicator_no', '=', indicatorNo)
      .executeTakeFirst();
    const values = event ? valuesIn(event) : {};
    if (values[field] === undefined) return { kind: 'gone' };
    const saved = await saveAnswerIn(
      doing,
      { assessmentId, instrument: scope.instrument, actorId: scope.actor.id },
      { indicatorNo, input: only({ ...EMPTY, ...values }, field), baseVersion: seenVersion },
    );
    switch (saved.kind) {
      case 'locked':
        return saved;
      case 'conflict':
        return { kind: 'changed' };
      case 'unchanged':
        return { kind: 'same' };
      case 'saved':
        await doing.tell(
          'answer.restored',
          { version: saved.version, field, from },
          { assessmentId, indicatorNo },
        );
        return { kind: 'restored' };
    }
  });
}
