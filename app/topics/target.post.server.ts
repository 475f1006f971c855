/** Sets what all agencies of a Rakerda shall reach in a topic, changes it, or takes it away. */
import { judgeTarget, targetFigures, type TopicTarget } from '~/instrument/topic';
import { TARGET_PROBLEMS, type TargetError } from '~/rakerda/topicTargetText';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { change } from '~/record/change.server';
import { textIn } from '~/text';
import type { TopicScope } from './topicScope.server';

/** What the form holds again, and why it was not taken. */
export interface TargetRefusal {
  readonly measure: string;
  readonly value: string;
  /** `moved`: somebody else has set another one meanwhile. */
  readonly error: TargetError | 'moved' | 'locked';
}

export type PostTargetResult =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly refusal: TargetRefusal };

/** How the form remembers what stood there when it was shown. */
export function targetMark(target: TopicTarget | null): string {
  return target ? `${target.measure}=${String(target.units)}` : '';
}

/** Throws 403 where the policy says no. */
export async function postTarget(scope: TopicScope, form: FormData): Promise<PostTargetResult> {
  const { locale, place, topic } = scope;
  const typed = { measure: textIn(form, 'measure'), value: textIn(form, 'value') };
  const refused = (error: TargetRefusal['error']): PostTargetResult => ({
    kind: 'refused',
    refusal: { ...typed, error },
  });
  const judged = judgeTarget(targetFigures(topic), typed, locale);
  const seen = textIn(form, 'seen.target');
  const terms = { may: 'rakerda.manage', part: 'setUp' } as const;
  const result = await change(scope, terms, async ({ trx, tell }): Promise<PostTargetResult> => {
    if (!judged.ok) return refused(TARGET_PROBLEMS[judged.problem]);
    const before = (await listTopicTargets(trx, place.row.id)).get(topic.code) ?? null;
    const { target: after } = judged;
    if (targetMark(before) === targetMark(after)) return { kind: 'done' };
    if (targetMark(before) !== seen) return refused('moved');
    await trx
      .updateTable('rakerda_topic')
      .set({ target_measure: after?.measure ?? null, target_units: after?.units ?? null })
      .where('rakerda_id', '=', place.row.id)
      .where('instrument_code', '=', topic.code)
      .execute();
    await tell('rakerda.topicTargetChanged', { topic: topic.code, before, after });
    return { kind: 'done' };
  });
  return result.kind === 'locked' ? refused('locked') : result;
}
