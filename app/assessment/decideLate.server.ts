/** What came too late to an assessment, and what the facilitator decides about it. */
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { findIndicator, localize } from '~/instrument';
import { allows, may } from '~/policy';
import { change, type Locked, type Trx } from '~/record/change.server';
import { payloadOf } from '~/record/read.server';
import { type AnswerLine, changeLines } from './answerLines';
import type { DecidedLate } from './lateForm';
import { differences } from './mergeChange';
import { EMPTY, readAnswer, saveAnswerIn } from './saveAnswer.server';

/** One change that waits for a decision. */
export interface LateChange {
  readonly seq: number;
  /** When it arrived. */
  readonly at: string;
  /** When it was typed, as the device counted; null where that is unknown. */
  readonly typedAt: string | null;
  readonly name: string;
  readonly indicator: { readonly no: number; readonly name: string };
  /** The version of the answer that the lines start from. */
  readonly version: number;
  /** What stands now, and what accepting would make of it; empty where it stands already. */
  readonly lines: readonly AnswerLine[];
}

export interface LateChanges {
  readonly list: readonly LateChange[];
  readonly mayDecide: boolean;
  /** Answers can be changed now, so that one can be accepted. */
  readonly isOpen: boolean;
}

export async function readLate({
  db,
  actor,
  place,
  instrument,
  locale,
}: AssessmentScope): Promise<LateChanges> {
  const list: LateChange[] = [];
  for (const { seq, at, no, actorId, late } of await waiting(db, place.assessment.id)) {
    const indicator = findIndicator(instrument, no);
    if (!indicator) continue;
    const now = (await readAnswer(db, place.assessment.id, no)) ?? { ...EMPTY, version: 0 };
    const author = await db.selectFrom('account').select('name').where('id', '=', actorId).executeTakeFirst();
    list.push({
      seq,
      at,
      typedAt: late.typedAt,
      name: author?.name ?? '',
      indicator: { no, name: localize(indicator.name, locale) },
      version: now.version,
      lines: changeLines(differences(now, { ...now, ...late.values }), instrument.level),
    });
  }
  return {
    list,
    mayDecide: may(actor, 'answer.decideLate', place),
    isOpen: place.assessment.state === 'draft' && allows(place.row.state, 'answers'),
  };
}

export type DecideResult =
  | Locked
  /** `changed`: the answer went on after the page was shown. `gone`: it was decided already. */
  | { readonly kind: 'accepted' | 'left' | 'changed' | 'gone' };

export function decideLate(scope: AssessmentScope, decided: DecidedLate): Promise<DecideResult> {
  const assessmentId = scope.place.assessment.id;
  if (decided.decision === 'leave') {
    return change(scope, { may: 'answer.decideLate' }, async ({ trx, tell }): Promise<DecideResult> => {
      const found = (await waiting(trx, assessmentId)).find(({ seq }) => seq === decided.late);
      if (!found) return { kind: 'gone' };
      await tell('answer.lateLeft', { late: found.seq }, { assessmentId, indicatorNo: found.no });
      return { kind: 'left' };
    });
  }
  return change(
    scope,
    { may: 'answer.decideLate', part: 'answers' },
    async (doing): Promise<DecideResult> => {
      const found = (await waiting(doing.trx, assessmentId)).find(({ seq }) => seq === decided.late);
      if (!found) return { kind: 'gone' };
      const { seq, no, late } = found;
      const saved = await saveAnswerIn(
        doing,
        { assessmentId, instrument: scope.instrument, actorId: scope.actor.id },
        { indicatorNo: no, input: late.values, baseVersion: decided.seenVersion },
      );
      if (saved.kind === 'locked') return saved;
      if (saved.kind === 'conflict') return { kind: 'changed' };
      const about = { assessmentId, indicatorNo: no };
      await doing.tell('answer.lateAccepted', { late: seq, version: saved.version }, about);
      return { kind: 'accepted' };
    },
  );
}

/** Late changes of an assessment that nobody has decided about, the oldest first. */
async function waiting(db: Pick<Trx, 'selectFrom'>, assessmentId: string) {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'type', 'payload', 'at', 'actor_id', 'indicator_no'])
    .where('assessment_id', '=', assessmentId)
    .where('type', 'in', ['answer.late', 'answer.lateAccepted', 'answer.lateLeft'])
    .orderBy('seq')
    .execute();
  const decided = new Set(
    rows.flatMap((row) => {
      const decision = payloadOf(row, 'answer.lateAccepted') ?? payloadOf(row, 'answer.lateLeft');
      return decision?.late ?? [];
    }),
  );
  return rows.flatMap((row) => {
    const late = payloadOf(row, 'answer.late');
    if (!late || decided.has(row.seq) || row.indicator_no === null) return [];
    return [{ seq: row.seq, at: row.at, no: row.indicator_no, actorId: row.actor_id ?? '', late }];
  });
}
