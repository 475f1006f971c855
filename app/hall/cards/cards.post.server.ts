/** Reads the forms of the cards page and hands each to its use case. */
import { z } from 'zod';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, type Locked } from '~/record/change.server';
import { readForm, unreadableForm } from '~/text';
import { type CardResult, issueMissing, reissueCard, revokeCard } from './issueCards.server';

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('issue') }),
  z.object({ intent: z.literal('reissue'), card: z.string(), issuedAt: z.string() }),
  z.object({ intent: z.literal('revoke'), card: z.string() }),
]);

/** What the page says afterwards, as its address carries it. */
export const CARD_MESSAGES = ['dibuat', 'diganti', 'dicabut'] as const;
export type CardMessage = (typeof CARD_MESSAGES)[number];

export type CardsResult = { readonly kind: 'done'; readonly message: CardMessage } | Locked;

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function manageCards(scope: MeetingScope, form: FormData): Promise<CardsResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const asked = readForm(form, formSchema);
  switch (asked.intent) {
    case 'issue': {
      const result = await issueMissing(scope);
      return result.kind === 'locked' ? result : { kind: 'done', message: 'dibuat' };
    }
    case 'reissue': {
      const { card: cardId, issuedAt } = asked;
      return finished(await reissueCard(scope, { cardId, issuedAt }), 'diganti');
    }
    case 'revoke':
      return finished(await revokeCard(scope, asked.card), 'dicabut');
  }
}

function finished(result: CardResult, message: CardMessage): CardsResult {
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message };
    case 'locked':
      return result;
    case 'unknown':
      throw unreadableForm();
  }
}
