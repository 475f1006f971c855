/** The use case of the questionnaire: one answer, saved once, on the record. */
import type { Transaction } from 'kysely';
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
  /** Somebody else saved in between: theirs, so that the person can choose. */
  | { readonly kind: 'conflict'; readonly theirs: StoredAnswer; readonly theirName: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden' };

export interface SaveRequest {
  readonly place: AssessmentPlace;
  readonly instrument: Instrument;
  readonly indicatorNo: number;
  readonly input: AnswerInput;
  /** The version the person saw; 0 where there was no answer yet. */
  readonly baseVersion: number;
  /** Names this change so that sending it twice stores it once. */
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
  if (!isOpenForAnswers(request.place.row.state)) return { kind: 'locked' };
  return commitTogether(db, (trx) => saveAnswerIn(trx, actor.id, request));
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
  const assessment = await trx
    .selectFrom('assessment')
    .select(['state', 'levels'])
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  const before = await readAnswer(trx, assessmentId, indicatorNo);
  if (request.changeId !== null && (await alreadyRecorded(trx, request.changeId))) {
    return { kind: 'unchanged', version: before?.version ?? 0 };
  }
  if (assessment.state !== 'draft') return { kind: 'locked' };

  const changes = differences(before ?? EMPTY, input);
  if (Object.keys(changes).length === 0) return { kind: 'unchanged', version: before?.version ?? 0 };
  if (before && before.version !== request.baseVersion) {
    const author = await trx
      .selectFrom('account')
      .select('name')
      .where('id', '=', before.updatedBy)
      .executeTakeFirst();
    return { kind: 'conflict', theirs: before, theirName: author?.name ?? '' };
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

async function alreadyRecorded(trx: Transaction<Database>, changeId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('event')
    .select('seq')
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  return row !== undefined;
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
