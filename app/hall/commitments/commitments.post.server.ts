/** Takes the forms of the board and of one commitment, and hands each to its use case. */
import { notFound } from '~/accounts/requestScope.server';
import { dayOf } from '~/i18n/zonedTime';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import {
  checkCommitment,
  checkStatus,
  type CommitmentProblems,
  type CommitmentValues,
  readCommitmentValues,
  readStatusValues,
  type StatusProblem,
  type StatusValues,
} from './commitmentForm';
import {
  addCommitment,
  changeCommitment,
  removeCommitment,
  type SeenCommitment,
} from './changeCommitments.server';
import { textIn, unreadableForm } from '~/text';
import { keyOf, versionOf } from './formMarks';
import { readCommitmentForm } from './commitmentForm.read.server';
import { planValues } from './planValues';
import { type Commitment, findFollowed } from './commitmentRows.server';
import { changeStatus } from './commitmentStatus.server';
import { commitmentWords } from './commitmentWords';
import { listParticipants } from '~/rakerda/participants.server';

/** What a refused or previewed form says, and what was typed into it. */
export type CommitmentAnswer =
  | {
      readonly form: 'commitment';
      readonly values: CommitmentValues;
      readonly problems: CommitmentProblems;
      /** `preview` and `plan` are no refusals: nothing was to be saved. */
      readonly reason: 'problems' | 'preview' | 'plan' | 'locked' | 'strange' | 'moved';
      readonly now: Commitment | null;
    }
  | {
      readonly form: 'status';
      readonly values: StatusValues;
      readonly reason: StatusProblem | 'locked' | 'moved';
      readonly now: Commitment | null;
    }
  | { readonly form: 'remove'; readonly reason: 'locked' | 'moved'; readonly now: Commitment | null };

export type CommitmentPost =
  | { readonly kind: 'done'; readonly message: 'ditambah' | 'disimpan' | 'status' | 'dihapus' }
  | { readonly kind: 'answer'; readonly status: 200 | 422; readonly answer: CommitmentAnswer };

/** The form for a new commitment. Throws 403 where the policy says no. */
export async function postNewCommitment(scope: MeetingScope, form: FormData): Promise<CommitmentPost> {
  const { actor, place } = scope;
  const agencyCode = textIn(form, 'agencyCode');
  authorize(actor, 'commitment.write', { ...place, agencyCode });
  const key = keyOf(form);
  if (key === null) throw unreadableForm();
  const values = readCommitmentValues(form);
  const intent = textIn(form, 'intent');
  if (intent === 'preview' || intent === 'plan') return preview(scope, agencyCode, values, intent);
  if (intent !== 'add') throw unreadableForm();
  const checked = checkCommitment(values, dayOf(Date.now(), place.row.time_zone));
  if (!checked.ok) return refusedForm(values, 'problems', checked.problems);
  const result = await addCommitment(scope, agencyCode, checked.input, key);
  if (result.kind === 'locked' || result.kind === 'strange') return refusedForm(values, result.kind);
  return { kind: 'done', message: 'ditambah' };
}

/** The forms of one commitment's page: change, status, remove. Throws 403 or 404. */
export async function postCommitment(
  scope: MeetingScope,
  commitmentId: string | undefined,
  form: FormData,
): Promise<CommitmentPost> {
  const there = await findFollowed(scope.db, scope.place, commitmentId ?? '');
  const intent = textIn(form, 'intent');
  if (!there) {
    // Removed by somebody else, or by the same form sent twice: it is as wished.
    if (intent === 'remove' && (await wasRemoved(scope, commitmentId ?? '')))
      return { kind: 'done', message: 'dihapus' };
    return notFound();
  }
  authorize(scope.actor, 'commitment.write', { ...scope.place, agencyCode: there.agencyCode });
  const version = versionOf(form);
  if (version === null) throw unreadableForm();
  const seen: SeenCommitment = { id: there.id, agencyCode: there.agencyCode, version };
  switch (intent) {
    case 'status':
      return postStatus(scope, seen, form);
    case 'remove': {
      const result = await removeCommitment(scope, seen);
      if (result.kind === 'removed') return { kind: 'done', message: 'dihapus' };
      const now = result.kind === 'moved' ? result.now : null;
      return { kind: 'answer', status: 422, answer: { form: 'remove', reason: result.kind, now } };
    }
    case 'preview':
    case 'plan':
      return preview(scope, there.agencyCode, readCommitmentValues(form), intent);
    case 'change': {
      const values = readCommitmentValues(form);
      const checked = checkCommitment(values, null);
      if (!checked.ok) return refusedForm(values, 'problems', checked.problems);
      const result = await changeCommitment(scope, seen, checked.input);
      switch (result.kind) {
        case 'gone':
          return notFound();
        case 'locked':
        case 'strange':
          return refusedForm(values, result.kind);
        case 'moved':
          return refusedForm(values, 'moved', {}, result.now);
        case 'changed':
        case 'unchanged':
          return { kind: 'done', message: 'disimpan' };
      }
    }
  }
  throw unreadableForm();
}

async function postStatus(
  scope: MeetingScope,
  seen: SeenCommitment,
  form: FormData,
): Promise<CommitmentPost> {
  const values = readStatusValues(form);
  const refuse = (
    reason: StatusProblem | 'locked' | 'moved',
    now: Commitment | null = null,
  ): CommitmentPost => ({
    kind: 'answer',
    status: 422,
    answer: { form: 'status', values, reason, now },
  });
  const checked = checkStatus(values);
  if (!checked.ok) return refuse(checked.problem);
  const result = await changeStatus(scope, seen, checked.input);
  switch (result.kind) {
    case 'gone':
      return notFound();
    case 'locked':
      return refuse('locked');
    case 'moved':
      return refuse('moved', result.now);
    case 'changed':
    case 'unchanged':
      return { kind: 'done', message: 'status' };
  }
}

async function wasRemoved({ db, actor, place }: MeetingScope, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('commitment')
    .select('agency_code')
    .where('rakerda_id', '=', place.row.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return false;
  authorize(actor, 'commitment.write', { ...place, agencyCode: row.agency_code });
  return true;
}

/** Works out without saving; `plan` also fills in the cheapest road to the target. */
async function preview(
  scope: MeetingScope,
  agencyCode: string,
  values: CommitmentValues,
  intent: 'preview' | 'plan',
): Promise<CommitmentPost> {
  const answer = (filled: CommitmentValues): CommitmentPost => ({
    kind: 'answer',
    status: 200,
    answer: { form: 'commitment', values: filled, problems: {}, reason: intent, now: null },
  });
  const agency = (await listParticipants(scope.db, scope.place.row.id)).find(
    ({ code }) => code === agencyCode,
  );
  if (intent === 'preview' || !agency) return answer(values);
  const form = await readCommitmentForm(scope, agency, values.instrumentCode);
  return answer(form ? planValues(form, values, commitmentWords[scope.locale]) : values);
}

function refusedForm(
  values: CommitmentValues,
  reason: 'problems' | 'locked' | 'strange' | 'moved',
  problems: CommitmentProblems = {},
  now: Commitment | null = null,
): CommitmentPost {
  return { kind: 'answer', status: 422, answer: { form: 'commitment', values, problems, reason, now } };
}
