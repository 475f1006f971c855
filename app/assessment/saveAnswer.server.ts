/** The use case of the questionnaire: what was changed in one answer, saved once, on the record. */
import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { compiled } from '#db/compiled';
import type { Database } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Once, type Trx } from '~/record/change.server';
import { payloadOf } from '~/record/read.server';
import type { AnswerField } from './answerChanges';
import type { AnswerInput } from './answerForm';
import { formValues } from './answerValues';
import type { Snapshot } from './editingTypes';
import { parseLevels } from './levels';
import { differences, mergeChange, type Origin, type PastChange } from './mergeChange';

export interface StoredAnswer extends AnswerInput {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

const done = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    version: z.int(),
    savedAt: z.string(),
    /** The assessment's levels after the save, as the `levels` column holds them. */
    levels: z.string(),
  }),
  /** The answer stays as it is; at most something was put on the record that nobody chose. */
  z.object({ kind: z.literal('unchanged'), version: z.int() }),
  /** Answers were closed already when it arrived: kept on the record, for the facilitator to decide. */
  z.object({ kind: z.literal('late'), version: z.int() }),
]);

/** A field that somebody else has changed since, so that a person has to choose. */
export interface FieldConflict {
  readonly field: AnswerField;
  readonly theirName: string;
  /** The same account changed it, on another device. */
  readonly own: boolean;
  readonly at: string;
}

type Done = z.infer<typeof done>;

/** What a save comes to while answers are open. */
export type MergeResult =
  | Exclude<Done, { kind: 'late' }>
  /** These fields are left as the others saved them; all other fields of the change are saved. */
  | { readonly kind: 'conflict'; readonly version: number; readonly conflicts: readonly FieldConflict[] }
  | Locked;

export type SaveResult = MergeResult | Done;

/** What somebody changed in one answer. */
export interface AnswerChange {
  readonly indicatorNo: number;
  /** The changed fields; without `device` a whole form, of which the fields that differ from what was seen count. */
  readonly input: Partial<AnswerInput>;
  /** The version the person saw; 0 where there was no answer yet. */
  readonly baseVersion: number;
  /** Fields of `input` that the person did not choose over another's: they go on the record, not into the answer. */
  readonly setAside?: readonly AnswerField[];
  /** The device and how many-eth change of it this is; absent in a form without scripts. */
  readonly device?: Origin['device'];
}

/**
 * Saves what is changed with its event, both or neither, in a transaction that it may share with other saves. Fields
 * that others changed meanwhile stay as they are, and only a field that both changed is asked about.
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
  const once = changeId === null ? null : onceOf(scope, answer, changeId);
  return change(scope, { may: 'answer.write', part: 'answers', once, shared: true }, (doing) =>
    saveAnswerIn(
      doing,
      { assessmentId: scope.place.assessment.id, instrument: scope.instrument, actorId: scope.actor.id },
      answer,
    ),
  );
}

const DONE: z.ZodType<SaveResult> = done;

/** By this name a change is known again. */
export function onceOf(scope: AssessmentScope, answer: AnswerChange, changeId: string): Once<SaveResult> {
  return { id: `${changeId}:${contentOf(scope, answer)}`, answer: DONE };
}

function contentOf({ place }: AssessmentScope, { indicatorNo, input, setAside }: AnswerChange): string {
  const content = JSON.stringify([place.assessment.id, indicatorNo, input, setAside]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** The same inside a transaction of the caller, without asking policy or stage: for seeding. */
export async function saveAnswerIn(
  doing: Doing,
  where: { readonly assessmentId: string; readonly instrument: Instrument; readonly actorId: string },
  answer: AnswerChange,
): Promise<MergeResult> {
  const { trx } = doing;
  const { assessmentId, actorId } = where;
  const { indicatorNo, baseVersion, device = null, setAside = [] } = answer;
  const {
    rows: [assessment],
  } = await findAssessment(trx, { id: assessmentId });
  if (assessment?.state !== 'draft') return { kind: 'locked' };
  const before = await readAnswer(trx, assessmentId, indicatorNo);
  const stored: AnswerInput = before ?? EMPTY;
  const since =
    before && before.version !== baseVersion
      ? await savesSince(trx, assessmentId, indicatorNo, baseVersion)
      : [];

  const { after, left, asked } = mergeChange(stored, since, {
    input: answer.input,
    setAside,
    origin: { actorId, device },
  });

  let result: MergeResult = { kind: 'unchanged', version: before?.version ?? 0 };
  const about = { actorId, assessmentId, indicatorNo };
  if (Object.keys(left).length > 0) {
    await doing.tell('answer.setAside', { version: result.version, values: left }, about);
  }
  const changes = differences(stored, after);
  if (Object.keys(changes).length > 0) {
    const version = result.version + 1;
    await storeAnswer(doing, where, indicatorNo, version, after);
    if (changes.evidence) await replaceEvidence(trx, assessmentId, indicatorNo, after.evidence);
    const levels = await storeLevel(doing, where, indicatorNo, assessment.levels, after.level);
    await doing.tell(
      'answer.saved',
      { version, level: after.level, discuss: after.discuss, changes, ...(device && { device }) },
      about,
    );
    result = { kind: 'saved', version, savedAt: doing.at, levels };
  }
  if (asked.length === 0) return result;
  return { kind: 'conflict', version: result.version, conflicts: await withNames(trx, actorId, asked) };
}

/** Every save after a version, in the order of the record. */
export async function savesSince(
  db: Kysely<Database>,
  assessmentId: string,
  indicatorNo: number,
  version: number,
): Promise<readonly PastChange[]> {
  const rows = await db
    .selectFrom('event')
    .select(['type', 'payload', 'at', 'actor_id'])
    .where('assessment_id', '=', assessmentId)
    .where('indicator_no', '=', indicatorNo)
    .where('type', '=', 'answer.saved')
    .orderBy('seq')
    .execute();
  return rows.flatMap((row) => {
    const saved = payloadOf(row, 'answer.saved');
    if (!saved || saved.version <= version) return [];
    const by = { actorId: row.actor_id, device: saved.device ?? null };
    return [{ version: saved.version, at: row.at, by, changes: saved.changes }];
  });
}

async function withNames(
  trx: Trx,
  actorId: string,
  asked: readonly { readonly field: AnswerField; readonly by: PastChange }[],
): Promise<readonly FieldConflict[]> {
  const authors = await trx.selectFrom('account').select(['id', 'name']).execute();
  return asked.map(({ field, by }) => ({
    field,
    theirName: authors.find(({ id }) => id === by.by.actorId)?.name ?? '',
    own: by.by.actorId === actorId,
    at: by.at,
  }));
}

async function storeAnswer(
  { trx, at }: Doing,
  { assessmentId, actorId }: { readonly assessmentId: string; readonly actorId: string },
  indicatorNo: number,
  version: number,
  answer: AnswerInput,
): Promise<void> {
  const row = {
    assessment_id: assessmentId,
    indicator_no: indicatorNo,
    level: answer.level,
    justification: answer.justification,
    note: answer.note,
    person_in_charge: answer.personInCharge,
    service: answer.service,
    discuss: answer.discuss ? (1 as const) : (0 as const),
    version,
    updated_at: at,
    updated_by: actorId,
  };
  await (version > 1 ? updateAnswer(trx, row) : insertAnswer(trx, row));
}

/** Writes one level into the assessment's row of levels and gives that row. */
async function storeLevel(
  { trx, at }: Doing,
  { assessmentId, instrument }: { readonly assessmentId: string; readonly instrument: Instrument },
  indicatorNo: number,
  column: string,
  level: number | null,
): Promise<string> {
  const levels = parseLevels(column).slice();
  const position = indicatorsOf(instrument).findIndex((indicator) => indicator.no === indicatorNo);
  if (position < 0) throw new RangeError(`Indicator ${String(indicatorNo)} is not part of the instrument`);
  levels[position] = level;
  const levelsColumn = JSON.stringify(levels);
  await updateLevels(trx, {
    id: assessmentId,
    levels: levelsColumn,
    answered: levels.filter((one) => one !== null).length,
    at,
  });
  return levelsColumn;
}

/** No answer yet. */
export const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};

/** The stored answer of one indicator with its evidence; null where there is none. */
export async function readAnswer(
  db: Kysely<Database>,
  assessmentId: string,
  indicatorNo: number,
): Promise<StoredAnswer | null> {
  const { rows } = await findAnswer(db, { assessmentId, indicatorNo });
  const [row] = rows;
  if (!row) return null;
  return {
    level: row.level,
    justification: row.justification,
    note: row.note,
    personInCharge: row.person_in_charge,
    service: row.service,
    discuss: row.discuss === 1,
    // Without any evidence there is one row, with nothing from that side.
    evidence: rows.flatMap(({ url, caption }) => (url === null ? [] : [{ url, caption: caption ?? '' }])),
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

/** The answer as forms show it, with its version. */
export async function readSnapshot({ db, place }: AssessmentScope, indicatorNo: number): Promise<Snapshot> {
  const stored = await readAnswer(db, place.assessment.id, indicatorNo);
  return { version: stored?.version ?? 0, values: formValues(stored) };
}

async function replaceEvidence(
  trx: Trx,
  assessmentId: string,
  indicatorNo: number,
  evidence: AnswerInput['evidence'],
): Promise<void> {
  await deleteEvidence(trx, { assessmentId, indicatorNo });
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

type AnswerRow = Selectable<Database['answer']>;

const findAssessment = compiled<{ id: string }>()((db, given) =>
  db.selectFrom('assessment').select(['state', 'levels']).where('id', '=', given('id')),
);

const findAnswer = compiled<{ assessmentId: string; indicatorNo: number }>()((db, given) =>
  db
    .selectFrom('answer')
    .leftJoin('evidence', (join) =>
      join
        .onRef('evidence.assessment_id', '=', 'answer.assessment_id')
        .onRef('evidence.indicator_no', '=', 'answer.indicator_no'),
    )
    .selectAll('answer')
    .select(['evidence.url', 'evidence.caption'])
    .where('answer.assessment_id', '=', given('assessmentId'))
    .where('answer.indicator_no', '=', given('indicatorNo'))
    .orderBy('evidence.position'),
);

const insertAnswer = compiled<AnswerRow>()((db, given) =>
  db.insertInto('answer').values({
    assessment_id: given('assessment_id'),
    indicator_no: given('indicator_no'),
    level: given('level'),
    justification: given('justification'),
    note: given('note'),
    person_in_charge: given('person_in_charge'),
    service: given('service'),
    discuss: given('discuss'),
    version: given('version'),
    updated_at: given('updated_at'),
    updated_by: given('updated_by'),
  }),
);

const updateAnswer = compiled<AnswerRow>()((db, given) =>
  db
    .updateTable('answer')
    .set({
      level: given('level'),
      justification: given('justification'),
      note: given('note'),
      person_in_charge: given('person_in_charge'),
      service: given('service'),
      discuss: given('discuss'),
      version: given('version'),
      updated_at: given('updated_at'),
      updated_by: given('updated_by'),
    })
    .where('assessment_id', '=', given('assessment_id'))
    .where('indicator_no', '=', given('indicator_no')),
);

const updateLevels = compiled<{ id: string; levels: string; answered: number; at: string }>()((db, given) =>
  db
    .updateTable('assessment')
    .set({ levels: given('levels'), answered: given('answered'), updated_at: given('at') })
    .where('id', '=', given('id')),
);

const deleteEvidence = compiled<{ assessmentId: string; indicatorNo: number }>()((db, given) =>
  db
    .deleteFrom('evidence')
    .where('assessment_id', '=', given('assessmentId'))
    .where('indicator_no', '=', given('indicatorNo')),
);
