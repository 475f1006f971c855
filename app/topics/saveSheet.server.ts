/** Changing a sheet of figures: what was typed is saved whole or not at all; the head approves, and takes it back. */
import { randomUUID } from 'node:crypto';
import { emptyFigures, type FigureProblems, type Figures, kindOf, type Topic } from '~/instrument/topic';
import { may } from '~/policy';
import { change, type Doing, type Locked } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import type { SheetScope } from './topicScope.server';
import { findSheet, type TopicSheet } from './topicSheets.server';

/** Each of these raises the version of a sheet by one. */
export const SHEET_CHANGES = ['topic.saved', 'register.saved'] as const;

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  | Locked
  /** The head has approved the figures. */
  | { readonly kind: 'approved' }
  /** Others changed the same fields since: what stands there now, and the sheet with what the person changed in it. */
  | {
      readonly kind: 'moved';
      readonly now: Figures;
      readonly after: Figures;
      readonly version: number;
      readonly fields: readonly string[];
    }
  /** Together with what others saved since, the figures contradict each other. */
  | { readonly kind: 'contradictory'; readonly problems: FigureProblems };

/**
 * Saves what the person changed of the version they saw; what others changed since stays, and so does what was not sent.
 * @param seenVersion 0 where there was nothing yet
 * @param typed every figure of the part that was sent
 */
export async function saveSheet(scope: SheetScope, seenVersion: number, typed: Figures): Promise<SaveResult> {
  const { topic, agency, place, actor } = scope;
  const terms = { may: 'answer.write', part: 'answers', agencyCode: agency.code } as const;
  return change(scope, terms, async (doing): Promise<SaveResult> => {
    const { trx, at, tell } = doing;
    const there = await findSheet(trx, place.row.id, topic, agency.code);
    if (there?.state === 'approved') return { kind: 'approved' };
    const id = there?.id ?? randomUUID();
    const version = there?.version ?? 0;
    const facts = there?.figures ?? emptyFigures(topic);
    const thing = { id, version, facts, changedBy: SHEET_CHANGES, idField: 'id' } as const;
    const merged = await mergeMeanwhile<Figures>(trx, thing, seenVersion, typed);
    if (!merged || merged.moved.length > 0) {
      const fields = merged?.moved ?? differing(facts, typed);
      return { kind: 'moved', now: facts, after: { ...facts, ...(merged?.after ?? typed) }, version, fields };
    }
    const after = { ...facts, ...merged.after };
    const problems = kindOf(topic).contradictions(after);
    if (Object.keys(problems).length > 0) return { kind: 'contradictory', problems };
    const changed = differing(facts, after);
    if (changed.length === 0) return { kind: 'unchanged' };
    await writeSheet(doing, { id, topic, rakerdaId: place.row.id, agencyCode: agency.code }, there, {
      figures: after,
      version: version + 1,
      updatedBy: actor.id,
      at,
    });
    await tell('topic.saved', {
      id,
      topic: topic.code,
      version: version + 1,
      changes: Object.fromEntries(changed.map((code) => [code, [facts[code] ?? null, after[code] ?? null]])),
    });
    return { kind: 'saved' };
  });
}

export interface SheetOf {
  readonly id: string;
  readonly topic: Topic;
  readonly rakerdaId: string;
  readonly agencyCode: string;
}

export async function writeSheet(
  { trx }: Pick<Doing, 'trx'>,
  of: SheetOf,
  there: TopicSheet | null,
  write: { figures: Figures; version: number; updatedBy: string | null; at: string },
): Promise<void> {
  const columns = {
    figures: JSON.stringify(write.figures),
    version: write.version,
    updated_at: write.at,
    updated_by: write.updatedBy,
  };
  if (there) {
    await trx.updateTable('topic_sheet').set(columns).where('id', '=', there.id).execute();
    return;
  }
  await trx
    .insertInto('topic_sheet')
    .values({
      id: of.id,
      rakerda_id: of.rakerdaId,
      instrument_code: of.topic.code,
      agency_code: of.agencyCode,
      state: 'draft',
      ...columns,
    })
    .execute();
}

/** Writes a first sheet inside a transaction that is open already, as seeds have it. */
export async function addSheetIn(
  doing: Doing,
  of: Omit<SheetOf, 'id'>,
  figures: Figures,
  state: 'draft' | 'approved',
): Promise<void> {
  const id = randomUUID();
  await writeSheet(doing, { ...of, id }, null, { figures, version: 1, updatedBy: null, at: doing.at });
  const filled = Object.entries(figures).filter(([, value]) => value !== null);
  await doing.tell('topic.saved', {
    id,
    topic: of.topic.code,
    version: 1,
    changes: Object.fromEntries(filled.map(([code, value]) => [code, [null, value]])),
  });
  if (state === 'approved') await approveSheetIn(doing, of);
}

/** Approves a sheet inside a transaction that is open already. */
export async function approveSheetIn(doing: Doing, of: Omit<SheetOf, 'id'>): Promise<void> {
  const there = await findSheet(doing.trx, of.rakerdaId, of.topic, of.agencyCode);
  if (!there) return;
  await doing.trx.updateTable('topic_sheet').set({ state: 'approved' }).where('id', '=', there.id).execute();
  await doing.tell('topic.approved', { id: there.id, topic: of.topic.code, version: there.version });
}

export function differing(before: Figures, after: Figures): readonly string[] {
  return Object.keys(after).filter((code) => (before[code] ?? null) !== (after[code] ?? null));
}

export type StepResult =
  | { readonly kind: 'done' }
  | Locked
  /** There is nothing to approve, or somebody changed it since. */
  | { readonly kind: 'moved' };

/** The head stands for the figures as they were shown. */
export async function approveSheet(scope: SheetScope, seenVersion: number): Promise<StepResult> {
  const terms = { may: 'assessment.approve', part: 'answers', agencyCode: scope.agency.code } as const;
  return change(scope, terms, async (doing): Promise<StepResult> => {
    const there = await findSheet(doing.trx, scope.place.row.id, scope.topic, scope.agency.code);
    if (there?.version !== seenVersion) return { kind: 'moved' };
    if (there.state === 'approved') return { kind: 'done' };
    return moveTo(doing, scope, there, 'approved');
  });
}

/** The head takes the approval back while figures are filled in; afterwards the facilitator opens them again. */
export async function reopenSheet(scope: SheetScope): Promise<StepResult> {
  const { agency, actor, place } = scope;
  const reopens = may(actor, 'assessment.reopen', { ...place, agencyCode: agency.code });
  const terms = reopens
    ? ({ may: 'assessment.reopen', part: 'answers' } as const)
    : ({ may: 'assessment.takeBack', part: 'takeBack' } as const);
  return change(scope, { ...terms, agencyCode: agency.code }, async (doing): Promise<StepResult> => {
    const there = await findSheet(doing.trx, place.row.id, scope.topic, agency.code);
    return there?.state === 'approved' ? moveTo(doing, scope, there, 'draft') : { kind: 'done' };
  });
}

async function moveTo(
  { trx, tell }: Doing,
  { topic }: SheetScope,
  { id, version }: TopicSheet,
  state: TopicSheet['state'],
): Promise<StepResult> {
  await trx.updateTable('topic_sheet').set({ state }).where('id', '=', id).execute();
  await tell(state === 'approved' ? 'topic.approved' : 'topic.reopened', { id, topic: topic.code, version });
  return { kind: 'done' };
}
