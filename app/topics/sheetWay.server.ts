/** How far a sheet is on its way to the head, and what this person can do about it. */
import type { Db } from '#db/database';
import type { AssessmentState } from '#db/schema';
import { emptyFigures, kindOf } from '~/instrument/topic';
import { type StepName, stepsOpenTo } from '~/policy';
import type { SheetScope } from './topicScope.server';
import type { StepTaken } from './topicSheets.server';

export interface Way {
  readonly state: AssessmentState;
  readonly submitted: { readonly name: string; readonly at: string } | null;
  readonly approved: { readonly name: string; readonly at: string } | null;
  readonly returnNote: string | null;
  readonly steps: readonly StepName[];
  /** How many fields are empty. */
  readonly empty: number;
}

export async function readWay({ actor, agency, db, place, sheet, topic }: SheetScope): Promise<Way> {
  const state = sheet?.state ?? 'draft';
  const nameOf = await readNames(db, [sheet?.submitted?.accountId, sheet?.approved?.accountId]);
  const done = (step: StepTaken | null) => step && { name: nameOf(step.accountId), at: step.at };
  const { filled, total } = kindOf(topic).outcome(sheet?.figures ?? emptyFigures(topic));
  return {
    state,
    submitted: state === 'draft' ? null : done(sheet?.submitted ?? null),
    approved: done(sheet?.approved ?? null),
    returnNote: state === 'draft' ? (sheet?.returnNote ?? null) : null,
    // Nothing can be sent before anything was saved.
    steps: sheet ? stepsOpenTo(actor, { ...place, agencyCode: agency.code }, place.row.state, state) : [],
    empty: total - filled,
  };
}

async function readNames(db: Db, ids: readonly (string | null | undefined)[]) {
  const names = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      ids.map((id) => id ?? ''),
    )
    .execute();
  return (id: string | null) => names.find((account) => account.id === id)?.name ?? '';
}
