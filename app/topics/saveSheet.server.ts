/** Changing a sheet of figures: what was typed is saved whole or not at all. */
import { randomUUID } from 'node:crypto';
import { emptyFigures, type FigureProblems, type Figures, kindOf, type Topic } from '~/instrument/topic';
import { change, type Doing, type Locked } from '~/record/change.server';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import type { SheetScope } from './topicScope.server';
import { findSheet, type TopicSheet } from './topicSheets.server';

/** Each of these raises the version of a sheet by one. */
export const SHEET_CHANGES = ['topic.saved', 'register.saved'] as const;

/** The figures were sent to the head, or approved: nobody changes them until they come back. */
export interface OutOfHand {
  readonly kind: 'submitted' | 'approved';
}

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  | Locked
  | OutOfHand
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
    if (there && there.state !== 'draft') return { kind: there.state };
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
export async function addSheetIn(doing: Doing, of: Omit<SheetOf, 'id'>, figures: Figures): Promise<void> {
  const id = randomUUID();
  await writeSheet(doing, { ...of, id }, null, { figures, version: 1, updatedBy: null, at: doing.at });
  const filled = Object.entries(figures).filter(([, value]) => value !== null);
  await doing.tell('topic.saved', {
    id,
    topic: of.topic.code,
    version: 1,
    changes: Object.fromEntries(filled.map(([code, value]) => [code, [null, value]])),
  });
}

export function differing(before: Figures, after: Figures): readonly string[] {
  return Object.keys(after).filter((code) => (before[code] ?? null) !== (after[code] ?? null));
}
