/**
 * Start from the earlier year: justification and evidence links of the own assessment of then, into what is still empty
 * now. Levels are never taken over, and nothing that somebody filled in is replaced.
 */
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import { type Evidence, readTexts } from './answers.server';
import { findEarlier } from './earlier.server';
import { readMarks } from './marks.server';
import { readAnswer, saveAnswerIn } from './saveAnswer.server';

export interface Texts {
  readonly justification: string;
  readonly evidence: readonly Evidence[];
}
const NOTHING: Texts = { justification: '', evidence: [] };

/** What the earlier answer would add to the one of now; null where that is nothing. */
export function addition(now: Texts = NOTHING, earlier: Texts = NOTHING): Texts | null {
  const justification = now.justification === '' ? earlier.justification : '';
  const evidence = now.evidence.length === 0 ? earlier.evidence : [];
  return justification === '' && evidence.length === 0 ? null : { justification, evidence };
}

export type TakeOverResult = { readonly kind: 'done'; readonly count: number } | Locked;

/** Takes over what the earlier year adds to these indicators; one that it adds nothing to is passed over. */
export function takeOver(scope: AssessmentScope, indicators: readonly number[]): Promise<TakeOverResult> {
  return change(scope, { may: 'answer.write', part: 'answers' }, async (doing): Promise<TakeOverResult> => {
    const { trx, tell } = doing;
    const assessmentId = scope.place.assessment.id;
    const where = { assessmentId, instrument: scope.instrument, actorId: scope.actor.id };
    const earlier = await findEarlier(trx, assessmentId);
    if (earlier === null) return { kind: 'done', count: 0 };
    const before = await readTexts(trx, earlier.assessmentId);
    let count = 0;
    for (const indicatorNo of indicators) {
      const now = await readAnswer(trx, assessmentId, indicatorNo);
      const added = addition(now ?? undefined, before.get(indicatorNo));
      if (added === null) continue;
      const input = {
        level: now?.level ?? null,
        justification: added.justification === '' ? (now?.justification ?? '') : added.justification,
        note: now?.note ?? '',
        personInCharge: now?.personInCharge ?? '',
        service: now?.service ?? '',
        discuss: now?.discuss ?? false,
        evidence: [...(added.evidence.length > 0 ? added.evidence : (now?.evidence ?? []))],
      };
      const baseVersion = now?.version ?? 0;
      const saved = await saveAnswerIn(doing, where, { indicatorNo, input, baseVersion });
      if (saved.kind === 'locked') return saved;
      if (saved.kind !== 'saved') continue;
      await tell(
        'answer.takenOver',
        { version: saved.version, year: earlier.year, fromRakerdaId: earlier.rakerdaId },
        { assessmentId, indicatorNo },
      );
      count += 1;
    }
    return { kind: 'done', count };
  });
}

/** Somebody has read what was taken over and leaves it as it is. Others of these indicators are passed over. */
export function confirmTakenOver(
  scope: AssessmentScope,
  indicators: readonly number[],
): Promise<TakeOverResult> {
  return change(
    scope,
    { may: 'answer.write', part: 'answers' },
    async ({ trx, tell }): Promise<TakeOverResult> => {
      const assessmentId = scope.place.assessment.id;
      const { state } = await trx
        .selectFrom('assessment')
        .select('state')
        .where('id', '=', assessmentId)
        .executeTakeFirstOrThrow();
      if (state !== 'draft') return { kind: 'locked' };
      const { takenOver } = await readMarks(trx, assessmentId);
      const texts = await readTexts(trx, assessmentId);
      let count = 0;
      for (const indicatorNo of indicators) {
        const version = takenOver.get(indicatorNo);
        if (version === undefined || texts.get(indicatorNo)?.version !== version) continue;
        await tell('answer.confirmed', { version }, { assessmentId, indicatorNo });
        count += 1;
      }
      return { kind: 'done', count };
    },
  );
}
