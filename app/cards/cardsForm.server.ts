/** Reads the forms of the cards page and hands each to its use case. */
import { z } from 'zod';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { issueMissing, reissueCard, revokeCard } from './issue.server';

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('issue') }),
  z.object({ intent: z.literal('reissue'), card: z.string(), issuedAt: z.string() }),
  z.object({ intent: z.literal('revoke'), card: z.string() }),
]);

/** What the page says afterwards, as its address carries it. */
export const CARD_MESSAGES = ['dibuat', 'diganti', 'dicabut'] as const;
export type CardMessage = (typeof CARD_MESSAGES)[number];

export type CardsResult =
  | { readonly kind: 'done'; readonly message: CardMessage }
  | { readonly kind: 'closed' }
  /** Not one of the page's forms, or not a card of this Rakerda. */
  | { readonly kind: 'unreadable' };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function manageCards(
  services: Pick<Services, 'db' | 'feed' | 'secret'>,
  actor: Actor,
  place: RakerdaPlace,
  form: FormData,
  requestId: string,
): Promise<CardsResult> {
  authorize(actor, 'rakerda.manage', place);
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { kind: 'unreadable' };
  const asked = parsed.data;
  switch (asked.intent) {
    case 'issue': {
      const result = await issueMissing(services, actor, place, requestId);
      return result.kind === 'closed' ? result : { kind: 'done', message: 'dibuat' };
    }
    case 'reissue': {
      const wished = { cardId: asked.card, issuedAt: asked.issuedAt };
      const result = await reissueCard(services, actor, place, wished, requestId);
      return result === 'done' ? { kind: 'done', message: 'diganti' } : failed(result);
    }
    case 'revoke': {
      const result = await revokeCard(services, actor, place, asked.card, requestId);
      return result === 'done' ? { kind: 'done', message: 'dicabut' } : failed(result);
    }
  }
}

function failed(result: 'closed' | 'unknown'): CardsResult {
  return { kind: result === 'closed' ? 'closed' : 'unreadable' };
}
