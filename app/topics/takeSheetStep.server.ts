/** A sheet on its way to the head: sent, approved or returned, taken back, opened again, each on the record. */
import type { AssessmentState } from '#db/schema';
import { kindOf, type Topic } from '~/instrument/topic';
import { leadsFrom, type StepName, TRANSITIONS } from '~/policy';
import { stepColumns } from '~/rakerda/stepColumns.server';
import type { PostedStep } from '~/rakerda/stepForm';
import { change, type Doing, type Locked } from '~/record/change.server';
import type { SheetOf } from './saveSheet.server';
import type { SheetScope } from './topicScope.server';
import { findSheet, type TopicSheet } from './topicSheets.server';

export const SHEET_STEPS = [
  'topic.submitted',
  'topic.approved',
  'topic.returned',
  'topic.approvalTakenBack',
  'topic.reopened',
] as const;

export type SheetStepResult =
  | { readonly kind: 'done'; readonly state: AssessmentState }
  /** The state had already moved on. */
  | { readonly kind: 'wrongState' }
  /** The figures are not those that the person saw. */
  | { readonly kind: 'moved' }
  /** So many fields are empty, and the person has not confirmed that. */
  | { readonly kind: 'unconfirmed' }
  | Locked;

/**
 * Takes one step with the figures as they were shown.
 * @throws a 403 answer where the policy says no
 */
export function takeSheetStep(
  scope: SheetScope,
  seenVersion: number,
  step: PostedStep,
): Promise<SheetStepResult> {
  const { action, part } = TRANSITIONS[step.step];
  const { actor, agency, place, topic } = scope;
  return change(
    scope,
    { may: action, part, agencyCode: agency.code },
    async (doing): Promise<SheetStepResult> => {
      const there = await findSheet(doing.trx, place.row.id, topic, agency.code);
      if (!there || !leadsFrom(step.step, there.state)) return { kind: 'wrongState' };
      if (standsFor(step.step) && there.version !== seenVersion) return { kind: 'moved' };
      if (step.step === 'submit' && emptyIn(topic, there) > 0 && !step.unansweredConfirmed)
        return { kind: 'unconfirmed' };
      return moveTo(doing, { topic, there, actorId: actor.id }, step);
    },
  );
}

/** Whoever sends or approves figures says that they are these. */
const standsFor = (step: StepName) => step === 'submit' || step === 'approve';

/** Sends a sheet to the head and has it approved, inside a transaction that is open already, as seeds have it. */
export async function approveSheetIn(doing: Doing, of: Omit<SheetOf, 'id'>): Promise<void> {
  await submitSheetIn(doing, of);
  await stepIn(doing, of, { step: 'approve', gapsConfirmed: true });
}

export async function submitSheetIn(doing: Doing, of: Omit<SheetOf, 'id'>): Promise<void> {
  await stepIn(doing, of, { step: 'submit', unansweredConfirmed: true });
}

async function stepIn(doing: Doing, of: Omit<SheetOf, 'id'>, step: PostedStep): Promise<void> {
  const there = await findSheet(doing.trx, of.rakerdaId, of.topic, of.agencyCode);
  if (there) await moveTo(doing, { topic: of.topic, there, actorId: null }, step);
}

async function moveTo(
  { trx, at, tell }: Doing,
  { topic, there, actorId }: { topic: Topic; there: TopicSheet; actorId: string | null },
  step: PostedStep,
): Promise<SheetStepResult> {
  const { to } = TRANSITIONS[step.step];
  await trx
    .updateTable('topic_sheet')
    .set({ state: to, ...stepColumns(step, actorId, at) })
    .where('id', '=', there.id)
    .execute();
  const sheet = { id: there.id, topic: topic.code, version: there.version };
  switch (step.step) {
    case 'submit':
      await tell('topic.submitted', { ...sheet, unanswered: emptyIn(topic, there) });
      break;
    case 'approve':
      await tell('topic.approved', sheet);
      break;
    case 'return':
      await tell('topic.returned', { ...sheet, note: step.note });
      break;
    case 'takeBack':
      await tell('topic.approvalTakenBack', sheet);
      break;
    case 'reopen':
      await tell('topic.reopened', { ...sheet, note: step.note });
  }
  return { kind: 'done', state: to };
}

function emptyIn(topic: Topic, { figures }: TopicSheet): number {
  const { filled, total } = kindOf(topic).outcome(figures);
  return total - filled;
}
