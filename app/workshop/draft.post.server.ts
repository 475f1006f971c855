/** Takes the forms of a draft's page: publish, or discard. */
import { askProof } from '~/accounts/proveAccount.server';
import { demand, type Scope } from '~/accounts/requestScope.server';
import { type Fields, isTicked, textIn, unreadableForm } from '~/text';
import type { DraftAnswer } from './draftScreen';
import { discardDraft, publishDraft } from './drafts.server';
import { unpublishableText } from './refusals';
import { findDraft } from './workshop.read.server';

export type DraftResult =
  | { readonly kind: 'published'; readonly code: string }
  | { readonly kind: 'discarded' | 'gone' }
  | { readonly kind: 'answer'; readonly answer: DraftAnswer; readonly status: number };

const answered = (answer: DraftAnswer, status = 422): DraftResult => ({ kind: 'answer', answer, status });

export async function postDraft(scope: Scope, id: string, form: Fields): Promise<DraftResult> {
  switch (textIn(form, 'intent')) {
    case 'publish':
      return publish(scope, id, form);
    case 'discard':
      await discardDraft(scope, id);
      return { kind: 'discarded' };
    default:
      throw unreadableForm();
  }
}

async function publish(asked: Scope, id: string, form: Fields): Promise<DraftResult> {
  demand(asked, 'instrument.publish');
  if (!isTicked(form, 'sure')) return answered({ kind: 'unsure' });
  const proof = await askProof(asked, 'instrument.publish', form);
  if (proof.kind === 'asked')
    return answered({ kind: 'proof', why: proof.why }, proof.why === 'unchecked' ? 429 : 422);
  const { scope } = proof;
  const result = await publishDraft(scope, id);
  if (result.kind !== 'refused') return result;
  const { instrument } = await findDraft(scope, id);
  return answered({ kind: 'refused', text: unpublishableText(result.why, instrument, scope.locale) });
}
