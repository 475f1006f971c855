/** The use case of the questionnaire: one answer, saved once, on the record. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Trx } from '~/record/change.server';
import type { Payloads } from '~/record/events';
import type { AnswerInput } from './answerForm';
import { parseLevels } from './levels';

export interface StoredAnswer extends AnswerInput {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

const saved = z.object({
  kind: z.literal('saved'),
  version: z.int(),
  savedAt: z.string(),
  /** The assessment's levels after the save, as the `levels` column holds them. */
  levels: z.string(),
});

export type SaveResult =
  | z.infer<typeof saved>
  /** Nothing differs from what is stored; no event was written. */
  | { readonly kind: 'unchanged'; readonly version: number }
  /** Something else was saved in between: that answer, so that the person can choose. */
  | {
      readonly kind: 'conflict';
      readonly theirs: StoredAnswer;
      readonly theirName: string;
      /** The same account saved it, in another tab or on another device. */
      readonly own: boolean;
    }
  | Locked;

/** One answer as somebody filled it in. */
export interface AnswerChange {
  readonly indicatorNo: number;
  readonly input: AnswerInput;
  /** The version the person saw; 0 where there was no answer yet. */
  readonly baseVersion: number;
}

/**
 * Saves one answer with its event, both or neither, in a transaction that it may share with other saves.
 * @param changeId names this change: sent again with the same content it is stored once, and answered as the first
 *   time, even if answers were closed or changed in between. A name under which another content was sent names nothing:
 *   the answer must not be lost for it.
 * @throws 403 where the policy says no; otherwise only on bugs and broken storage
 */
export function saveAnswer(
  scope: AssessmentScope,
  answer: AnswerChange,
  changeId: string | null,
): Promise<SaveResult> {
  const once = changeId === null ? null : { id: `${changeId}:${contentOf(scope, answer)}`, answer: SAVED };
  return change(scope, { may: 'answer.write', part: 'answers', once, shared: true }, (doing) =>
    saveAnswerIn(
      doing,
      { assessmentId: scope.place.assessment.id, instrument: scope.instrument, actorId: scope.actor.id },
      answer,
    ),
  );
}

const SAVED: z.ZodType<SaveResult> = saved;

function contentOf({ place }: AssessmentScope, { indicatorNo, input }: AnswerChange): string {
  const content = JSON.stringify([place.assessment.id, indicatorNo, input]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** The same inside a transaction of the caller, without asking policy or stage: for seeding. */
export async function saveAnswerIn(
  { trx, at, tell }: Doing,
  where: { readonly assessmentId: string; readonly instrument: Instrument; readonly actorId: string },
  { indicatorNo, input, baseVersion }: AnswerChange,
): Promise<SaveResult> {
  const { assessmentId, actorId } = where;
  const assessment = await trx
    .selectFrom('assessment')
    .select(['state', 'levels'])
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  if (assessment.state !== 'draft') return { kind: 'locked' };
  const before = await readAnswer(trx, assessmentId, indicatorNo);

  const changes = differences(before ?? EMPTY, input);
  if (Object.keys(changes).length === 0) return { kind: 'unchanged', version: before?.version ?? 0 };
  if (before && before.version !== baseVersion) {
    const author = await trx
      .selectFrom('account')
      .select('name')
      .where('id', '=', before.updatedBy)
      .executeTakeFirstOrThrow();
    return {
      kind: 'conflict',
      theirs: before,
      theirName: author.name,
      own: before.updatedBy === actorId,
    };
  }

  const version = (before?.version ?? 0) + 1;
  const values = {
    level: input.level,
    justification: input.justification,
    note: input.note,
    person_in_charge: input.personInCharge,
    discuss: input.discuss ? (1 as const) : (0 as const),
    version,
    updated_at: at,
    updated_by: actorId,
  };
  if (before) {
    await trx
      .updateTable('answer')
      .set(values)
      .where('assessment_id', '=', assessmentId)
      .where('indicator_no', '=', indicatorNo)
      .execute();
  } else {
    await trx
      .insertInto('answer')
      .values({ assessment_id: assessmentId, indicator_no: indicatorNo, ...values })
      .execute();
  }
  if (changes.evidence) await replaceEvidence(trx, assessmentId, indicatorNo, input.evidence);

  const levels = parseLevels(assessment.levels).slice();
  const position = indicatorsOf(where.instrument).findIndex((indicator) => indicator.no === indicatorNo);
  if (position < 0) throw new RangeError(`Indicator ${String(indicatorNo)} is not part of the instrument`);
  levels[position] = input.level;
  const levelsColumn = JSON.stringify(levels);
  await trx
    .updateTable('assessment')
    .set({
      levels: levelsColumn,
      answered: levels.filter((level) => level !== null).length,
      updated_at: at,
    })
    .where('id', '=', assessmentId)
    .execute();
  await tell(
    'answer.saved',
    { version, level: input.level, discuss: input.discuss, changes },
    { actorId, assessmentId, indicatorNo },
  );
  return { kind: 'saved', version, savedAt: at, levels: levelsColumn };
}

const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  discuss: false,
  evidence: [],
};

/** Field → [before, after], only where they differ. */
function differences(before: AnswerInput, after: AnswerInput): Payloads['answer.saved']['changes'] {
  return {
    ...(before.level !== after.level && { level: [before.level, after.level] }),
    ...(before.justification !== after.justification && {
      justification: [before.justification, after.justification],
    }),
    ...(before.note !== after.note && { note: [before.note, after.note] }),
    ...(before.personInCharge !== after.personInCharge && {
      personInCharge: [before.personInCharge, after.personInCharge],
    }),
    ...(before.discuss !== after.discuss && { discuss: [before.discuss, after.discuss] }),
    ...(JSON.stringify(before.evidence) !== JSON.stringify(after.evidence) && {
      evidence: [[...before.evidence], [...after.evidence]],
    }),
  };
}

/** The stored answer of one indicator with its evidence; null where there is none. */
export async function readAnswer(
  db: Kysely<Database>,
  assessmentId: string,
  indicatorNo: number,
): Promise<StoredAnswer | null> {
  const rows = await db
    .selectFrom('answer')
    .leftJoin('evidence', (join) =>
      join
        .onRef('evidence.assessment_id', '=', 'answer.assessment_id')
        .onRef('evidence.indicator_no', '=', 'answer.indicator_no'),
    )
    .selectAll('answer')
    .select(['evidence.url', 'evidence.caption'])
    .where('answer.assessment_id', '=', assessmentId)
    .where('answer.indicator_no', '=', indicatorNo)
    .orderBy('evidence.position')
    .execute();
  const [row] = rows;
  if (!row) return null;
  return {
    level: row.level,
    justification: row.justification,
    note: row.note,
    personInCharge: row.person_in_charge,
    discuss: row.discuss === 1,
    // Without any evidence there is one row, with nothing from that side.
    evidence: rows.flatMap(({ url, caption }) => (url === null ? [] : [{ url, caption: caption ?? '' }])),
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

async function replaceEvidence(
  trx: Trx,
  assessmentId: string,
  indicatorNo: number,
  evidence: AnswerInput['evidence'],
): Promise<void> {
  await trx
    .deleteFrom('evidence')
    .where('assessment_id', '=', assessmentId)
    .where('indicator_no', '=', indicatorNo)
    .execute();
  if (evidence.length === 0) return;
  await trx
    .insertInto('evidence')
    .values(
      evidence.map((row, position) => ({
        assessment_id: assessmentId,
        indicator_no: indicatorNo,
        position,
        kind: 'link' as const,
        url: row.url,
        caption: row.caption,
      })),
    )
    .execute();
}
