/** The use case of the questionnaire: one answer, saved once, on the record. */
import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Db } from '#db/database';
import { record } from '#db/record';
import { commitTogether } from '#db/together';
import type { Database, RakerdaState } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import { type Actor, may } from '~/policy';
import type { AssessmentPlace } from '~/rakerda/scope.server';
import type { AnswerInput } from './answerForm';
import { parseLevels } from './levels';

export interface StoredAnswer extends AnswerInput {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type SaveResult =
  | {
      readonly kind: 'saved';
      readonly version: number;
      readonly savedAt: string;
      /** The assessment's levels after the save, as the `levels` column holds them. */
      readonly levels: string;
    }
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
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden' };

export interface SaveRequest {
  readonly place: AssessmentPlace;
  readonly instrument: Instrument;
  readonly indicatorNo: number;
  readonly input: AnswerInput;
  /** The version the person saw; 0 where there was no answer yet. */
  readonly baseVersion: number;
  /** Names this change: sent again with the same content it is stored once, and answered as the first time. */
  readonly changeId: string | null;
  readonly requestId: string;
}

/** In these states of a Rakerda answers may change. */
export function isOpenForAnswers(state: RakerdaState): boolean {
  return state === 'filling' || state === 'plenary';
}

/** Saves one answer with its event, both or neither, in a transaction that it may share with other saves. Throws only on bugs and broken storage. */
export async function saveAnswer(db: Db, actor: Actor, request: SaveRequest): Promise<SaveResult> {
  if (!may(actor, 'answer.write', request.place)) return { kind: 'forbidden' };
  return commitTogether(db, async (trx) => {
    const earlier = request.changeId === null ? null : await recordedChange(trx, request.changeId);
    // What was saved stays saved, even if answers were closed or changed between the save and its repetition.
    if (earlier && isRepetition(earlier, request)) {
      const { levels } = await readAssessment(trx, request.place.assessment.id);
      return { kind: 'saved', version: earlier.version, savedAt: earlier.at, levels };
    }
    if (!isOpenForAnswers(request.place.row.state)) return { kind: 'locked' };
    // A name that is taken by another change names nothing; the answer must not be lost for it.
    return saveAnswerIn(trx, actor.id, earlier ? { ...request, changeId: null } : request);
  });
}

/** The same inside a transaction of the caller, without asking the policy: for seeding. */
export async function saveAnswerIn(
  trx: Transaction<Database>,
  actorId: string,
  request: SaveRequest,
  at: string = new Date().toISOString(),
): Promise<SaveResult> {
  const { place, indicatorNo, input } = request;
  const assessmentId = place.assessment.id;
  const assessment = await readAssessment(trx, assessmentId);
  const before = await readAnswer(trx, assessmentId, indicatorNo);
  if (assessment.state !== 'draft') return { kind: 'locked' };

  const changes = differences(before ?? EMPTY, input);
  if (Object.keys(changes).length === 0) return { kind: 'unchanged', version: before?.version ?? 0 };
  if (before && before.version !== request.baseVersion) {
    const author = await trx
      .selectFrom('account')
      .select('name')
      .where('id', '=', before.updatedBy)
      .executeTakeFirst();
    return {
      kind: 'conflict',
      theirs: before,
      theirName: author?.name ?? '',
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
  const position = indicatorsOf(request.instrument).findIndex((indicator) => indicator.no === indicatorNo);
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
  await record(
    trx,
    {
      type: 'answer.saved',
      actorId,
      rakerdaId: place.row.id,
      agencyCode: place.agencyCode,
      assessmentId,
      indicatorNo,
      changeId: request.changeId,
      requestId: request.requestId,
      payload: { version, level: input.level, discuss: input.discuss, changes },
    },
    at,
  );
  return { kind: 'saved', version, savedAt: at, levels: levelsColumn };
}

/** Field → [before, after], only where they differ. */
export type AnswerChanges = {
  readonly [Field in keyof AnswerInput]?: readonly [AnswerInput[Field], AnswerInput[Field]];
};

const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  discuss: false,
  evidence: [],
};

function differences(before: AnswerInput, after: AnswerInput): AnswerChanges {
  return {
    ...(before.level !== after.level && { level: [before.level, after.level] as const }),
    ...(before.justification !== after.justification && {
      justification: [before.justification, after.justification] as const,
    }),
    ...(before.note !== after.note && { note: [before.note, after.note] as const }),
    ...(before.personInCharge !== after.personInCharge && {
      personInCharge: [before.personInCharge, after.personInCharge] as const,
    }),
    ...(before.discuss !== after.discuss && { discuss: [before.discuss, after.discuss] as const }),
    ...(JSON.stringify(before.evidence) !== JSON.stringify(after.evidence) && {
      evidence: [before.evidence, after.evidence] as const,
    }),
  };
}

/** The stored answer of one indicator with its evidence; null where there is none. */
export async function readAnswer(
  db: Db | Transaction<Database>,
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

async function readAssessment(trx: Transaction<Database>, id: string) {
  return trx
    .selectFrom('assessment')
    .select(['state', 'levels'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

const savedPayload = z.object({
  version: z.number(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});

/** The event that was recorded under a change's name, whatever it was; null where there is none. */
async function recordedChange(trx: Transaction<Database>, changeId: string) {
  const row = await trx
    .selectFrom('event')
    .select(['at', 'assessment_id', 'indicator_no', 'payload'])
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  if (!row) return null;
  const payload = savedPayload.safeParse(JSON.parse(row.payload)).data;
  return {
    at: row.at,
    assessmentId: row.assessment_id,
    indicatorNo: row.indicator_no,
    version: payload?.version ?? 0,
    changes: payload?.changes ?? null,
  };
}

/** Whether a recorded change is this very one: the same answer, and what it changed is what is sent now. */
function isRepetition(
  earlier: NonNullable<Awaited<ReturnType<typeof recordedChange>>>,
  request: SaveRequest,
): boolean {
  const input: Readonly<Record<string, unknown>> = { ...request.input };
  return (
    earlier.assessmentId === request.place.assessment.id &&
    earlier.indicatorNo === request.indicatorNo &&
    earlier.changes !== null &&
    Object.entries(earlier.changes).every(
      ([field, [, after]]) => JSON.stringify(after) === JSON.stringify(input[field]),
    )
  );
}

async function replaceEvidence(
  trx: Transaction<Database>,
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
