/** Reads the forms of the two pages and hands each to its use case. */
import { notFound } from '~/accounts/requestScope.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { isTicked, judge, textIn, textsIn, unreadableForm } from '~/text';
import { castVote } from './castVote.server';
import {
  agreeSchema,
  castSchema,
  FORM_ERRORS,
  type OpenRefusal,
  openSchema,
  type VoteRefusal,
} from './voteForms';
import { agreeLevel, openVote, type Step, STEPS, takeVoteStep } from './runVote.server';
import { findVote } from './voteRows.server';

/** What the vote's page says after a form was taken: the word in its address. */
export type VoteMessage =
  'dibuka' | 'ditutup' | 'dibuka-lagi' | 'batal' | 'hasil' | 'sepakat' | 'masuk' | 'diubah' | 'sudah';

const SAID: Readonly<Record<Step, VoteMessage>> = {
  close: 'ditutup',
  reveal: 'hasil',
  closeAndReveal: 'hasil',
  reopen: 'dibuka-lagi',
  withdraw: 'batal',
};

export type PostedOpen =
  | { readonly kind: 'opened'; readonly voteId: string; readonly show: boolean }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal };

/** The form of the list: opens a vote. */
export async function postToVotes(scope: MeetingScope, form: FormData): Promise<PostedOpen> {
  authorize(scope.actor, 'vote.manage', scope.place);
  if (textIn(form, 'intent') !== 'open') throw unreadableForm();
  const typed = {
    ...textsIn(form, ['indicator', 'agency', 'ballot']),
    includesSubject: isTicked(form, 'includesSubject'),
  };
  const judged = judge(openSchema, typed, FORM_ERRORS, 'chooseIndicator');
  if (!judged.ok) return { kind: 'refused', refusal: { kind: 'invalid', typed, errors: judged.errors } };
  const { indicator, agency, ballot, includesSubject } = judged.input;
  const result = await openVote(scope, {
    instrumentCode: indicator.instrumentCode,
    indicatorNo: indicator.no,
    agencyCode: agency,
    ballot,
    includesSubject,
  });
  switch (result.kind) {
    case 'opened':
      return { kind: 'opened', voteId: result.voteId, show: form.has('show') };
    case 'otherOpen':
      return { kind: 'refused', refusal: { kind: 'otherOpen', typed, voteId: result.voteId } };
    case 'locked':
      return { kind: 'refused', refusal: { kind: 'locked', typed } };
    case 'unknown': {
      const errors = { indicator: 'chooseIndicator', agency: 'chooseAgency' } as const;
      return { kind: 'refused', refusal: { kind: 'invalid', typed, errors } };
    }
  }
}

export type PostedVote =
  | { readonly kind: 'done'; readonly message: VoteMessage }
  /** The screen of the hall should turn to this vote: the projector's to do. */
  | { readonly kind: 'show' }
  | { readonly kind: 'refused'; readonly refusal: VoteRefusal };

/** The forms of one vote: casting, the steps forward, the agreement. Throws 403 where the policy says no. */
export async function postToVote(scope: MeetingScope, voteId: string, form: FormData): Promise<PostedVote> {
  const intent = textIn(form, 'intent');
  if (intent === 'cast') return postCast(scope, voteId, form);
  authorize(scope.actor, 'vote.manage', scope.place);
  if (intent === 'agree') return postAgreement(scope, voteId, form);
  if (intent === 'show')
    return (await findVote(scope.db, scope.place.row.id, voteId)) ? { kind: 'show' } : notFound();
  const step = STEPS.find((known) => known === intent);
  if (!step) throw unreadableForm();
  const result = await takeVoteStep(scope, voteId, step);
  return result.kind === 'done' ? done(SAID[step]) : refused(result);
}

async function postCast(scope: MeetingScope, voteId: string, form: FormData): Promise<PostedVote> {
  authorize(scope.actor, 'vote.cast', scope.place);
  const ballot = castSchema.safeParse({ level: textIn(form, 'level') });
  if (!ballot.success) return refused({ kind: 'castInvalid' });
  const result = await castVote(scope, voteId, ballot.data.level);
  switch (result.kind) {
    case 'cast':
      return done('masuk');
    case 'changed':
      return done('diubah');
    case 'already':
      return done('sudah');
    case 'sitsOut':
      return refused({ kind: 'sitsOut' });
    case 'level':
      return refused({ kind: 'castInvalid' });
    case 'locked':
    case 'notOpen':
      return refused(result);
  }
}

async function postAgreement(scope: MeetingScope, voteId: string, form: FormData): Promise<PostedVote> {
  const typed = textsIn(form, ['level', 'reason']);
  const judged = judge(agreeSchema, { ...typed, seen: textIn(form, 'seen') }, FORM_ERRORS, 'chooseLevel');
  if (!judged.ok) return refused({ kind: 'agree', typed, errors: judged.errors, isStale: false });
  const result = await agreeLevel(scope, voteId, judged.input);
  switch (result.kind) {
    case 'done':
      return done('sepakat');
    case 'level':
      return refused({ kind: 'agree', typed, errors: { level: 'chooseLevel' }, isStale: false });
    case 'moved':
      return refused({ kind: 'agree', typed, errors: {}, isStale: true });
    case 'locked':
    case 'stillOpen':
      return refused(result);
  }
}

function done(message: VoteMessage): PostedVote {
  return { kind: 'done', message };
}

function refused(refusal: VoteRefusal): PostedVote {
  return { kind: 'refused', refusal };
}
