/** Submit, approve, return, reopen: the states of an assessment, each change on the record. */
import type { Transaction } from 'kysely';
import type { Db } from '#db/database';
import { record } from '#db/record';
import type { AssessmentState, Database } from '#db/schema';
import { type Instrument, indicatorsOf } from '~/instrument';
import { type Action, type Actor, may } from '~/policy';
import type { AssessmentPlace } from '~/rakerda/scope.server';
import { parseLevels } from './levels';
import { isOpenForAnswers } from './saveAnswer.server';

/** What the person decided; a return and a reopening say why. */
export type Step =
  | { readonly step: 'submit'; readonly unansweredConfirmed: boolean }
  | { readonly step: 'approve' }
  | { readonly step: 'return'; readonly note: string }
  | { readonly step: 'reopen'; readonly note: string };

export type StepResult =
  | { readonly kind: 'done'; readonly state: AssessmentState }
  /** The state had already moved on, for example because somebody else was faster. */
  | { readonly kind: 'wrongState'; readonly state: AssessmentState }
  /** These indicators have no level and the person has not confirmed that. */
  | { readonly kind: 'unconfirmed'; readonly unanswered: readonly number[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'forbidden' };

interface Transition {
  readonly action: Action;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly event: string;
}

export const TRANSITIONS: Readonly<Record<Step['step'], Transition>> = {
  submit: { action: 'assessment.submit', from: ['draft'], to: 'submitted', event: 'assessment.submitted' },
  approve: {
    action: 'assessment.approve',
    from: ['submitted'],
    to: 'approved',
    event: 'assessment.approved',
  },
  return: { action: 'assessment.return', from: ['submitted'], to: 'draft', event: 'assessment.returned' },
  reopen: {
    action: 'assessment.reopen',
    from: ['submitted', 'approved'],
    to: 'draft',
    event: 'assessment.reopened',
  },
};

/** Takes one step. The answer says what happened; it throws only on bugs and broken storage. */
export async function takeStep(
  db: Db,
  actor: Actor,
  place: AssessmentPlace,
  instrument: Instrument,
  step: Step,
  requestId: string,
): Promise<StepResult> {
  if (!may(actor, TRANSITIONS[step.step].action, place)) return { kind: 'forbidden' };
  if (!isOpenForAnswers(place.row.state)) return { kind: 'closed' };
  return db.transaction().execute((trx) => takeStepIn(trx, actor.id, place, instrument, step, requestId));
}

/** The same inside a transaction of the caller, without asking the policy: for seeding. */
export async function takeStepIn(
  trx: Transaction<Database>,
  actorId: string,
  place: AssessmentPlace,
  instrument: Instrument,
  step: Step,
  requestId: string,
  at: string = new Date().toISOString(),
): Promise<StepResult> {
  const transition = TRANSITIONS[step.step];
  const assessment = await trx
    .selectFrom('assessment')
    .select(['state', 'levels'])
    .where('id', '=', place.assessment.id)
    .executeTakeFirstOrThrow();
  if (!transition.from.includes(assessment.state)) return { kind: 'wrongState', state: assessment.state };

  const levels = parseLevels(assessment.levels);
  const unanswered = indicatorsOf(instrument)
    .filter((_indicator, position) => levels[position] === null)
    .map((indicator) => indicator.no);
  if (step.step === 'submit' && unanswered.length > 0 && !step.unansweredConfirmed) {
    return { kind: 'unconfirmed', unanswered };
  }

  await trx
    .updateTable('assessment')
    .set({ state: transition.to, updated_at: at, ...columnsOf(step, actorId, at) })
    .where('id', '=', place.assessment.id)
    .execute();
  await record(
    trx,
    {
      type: transition.event,
      actorId,
      rakerdaId: place.row.id,
      agencyCode: place.agencyCode,
      assessmentId: place.assessment.id,
      requestId,
      payload: {
        from: assessment.state,
        to: transition.to,
        levels,
        ...(step.step === 'submit' && { unanswered }),
        ...((step.step === 'return' || step.step === 'reopen') && { note: step.note }),
      },
    },
    at,
  );
  return { kind: 'done', state: transition.to };
}

function columnsOf(step: Step, actorId: string, at: string) {
  switch (step.step) {
    case 'submit':
      return { submitted_at: at, submitted_by: actorId, return_note: null };
    case 'approve':
      return { approved_at: at, approved_by: actorId };
    case 'return':
    case 'reopen':
      return { approved_at: null, approved_by: null, return_note: step.note };
  }
}
