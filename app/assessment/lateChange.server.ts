/**
 * A change that was typed while answers could be changed and arrives after: it is kept on the record and changes nothing
 * until a facilitator has decided.
 */
import type { AssessmentPlace, AssessmentScope } from '~/rakerda/meetingScope.server';
import { allows } from '~/policy';
import { change, type Trx } from '~/record/change.server';
import { payloadOf } from '~/record/read.server';
import { differences } from './mergeChange';
import {
  type AnswerChange,
  EMPTY,
  onceOf,
  readAnswer,
  saveAnswerIn,
  type SaveResult,
} from './saveAnswer.server';

/**
 * For a change that was just refused because answers are closed.
 * @param age how long before now the device says it was typed; null where it says nothing that can be
 */
export function keepLate(
  scope: AssessmentScope,
  answer: AnswerChange,
  changeId: string,
  age: number | null,
): Promise<SaveResult> {
  const once = onceOf(scope, answer, changeId);
  return change(scope, { may: 'answer.write', once }, async (doing): Promise<SaveResult> => {
    const { trx, tell } = doing;
    const { indicatorNo, input, baseVersion, device, setAside = [] } = answer;
    const assessmentId = scope.place.assessment.id;
    const where = { assessmentId, instrument: scope.instrument, actorId: scope.actor.id };
    const since = await lockedSince(trx, scope.place);
    // Opened again in this very moment.
    if (since === null) return saveAnswerIn(doing, where, answer);
    const typedAt = age === null ? null : new Date(Date.parse(doing.at) - age).toISOString();
    if (typedAt !== null && typedAt > since) return { kind: 'locked' };
    const stored = (await readAnswer(trx, assessmentId, indicatorNo)) ?? { ...EMPTY, version: 0 };
    const { version } = stored;
    const about = { assessmentId, indicatorNo };
    if (Object.keys(differences(stored, { ...stored, ...input })).length === 0) {
      return { kind: 'unchanged', version };
    }
    if (setAside.length > 0) {
      await tell('answer.setAside', { version, values: input }, about);
      return { kind: 'unchanged', version };
    }
    await tell(
      'answer.late',
      { version: baseVersion, values: input, typedAt, ...(device && { device }) },
      about,
    );
    return { kind: 'late', version };
  });
}

/** When answers stopped being open to change; null where they are open. */
async function lockedSince(trx: Trx, { assessment, row }: AssessmentPlace): Promise<string | null> {
  const now = await trx
    .selectFrom('assessment')
    .innerJoin('rakerda', 'rakerda.id', 'assessment.rakerda_id')
    .select(['assessment.state as own', 'rakerda.state as stage'])
    .where('assessment.id', '=', assessment.id)
    .executeTakeFirstOrThrow();
  // Filling in is still to come: what was typed waits on its device and is sent by itself.
  if (now.stage === 'preparation') return NEVER_OPEN;
  const ends: string[] = [];
  if (now.own !== 'draft') {
    const submitted = await trx
      .selectFrom('event')
      .select('at')
      .where('assessment_id', '=', assessment.id)
      .where('type', '=', 'assessment.submitted')
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    ends.push(submitted?.at ?? NEVER_OPEN);
  }
  if (!allows(now.stage, 'answers')) {
    const stages = await trx
      .selectFrom('event')
      .select(['type', 'payload', 'at'])
      .where('rakerda_id', '=', row.id)
      .where('type', '=', 'rakerda.stateChanged')
      .orderBy('seq', 'desc')
      .execute();
    const closing = stages.find((event) => {
      const step = payloadOf(event, 'rakerda.stateChanged');
      return step !== null && allows(step.from, 'answers') && !allows(step.to, 'answers');
    });
    ends.push(closing?.at ?? NEVER_OPEN);
  }
  return ends.sort()[0] ?? null;
}

const NEVER_OPEN = new Date(0).toISOString();
