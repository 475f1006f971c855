/** What the join page shows for the code in its address, and what its form does. */
import type { Visit } from '~/accounts/enter.server';
import type { Actor } from '~/policy';
import {
  joinWithCard,
  type JoinServices,
  lookUpCode,
  type Lookup,
  pathAfterJoining,
} from './joinWithCard.server';
import { judge, textIn } from '~/text';
import { type JoinRefusal, PERSON_ERRORS, personSchema, readTyped } from './person';
import { LONGEST_TYPED } from './cardCode';
import type { CardHolder } from './cardRows.server';

export type JoinPage =
  | {
      readonly kind: 'found';
      readonly code: string;
      readonly holder: CardHolder;
      /** Who the browser is signed in as already. */
      readonly signedIn: {
        readonly name: string;
        readonly isThisCard: boolean;
        readonly path: string;
      } | null;
    }
  | { readonly kind: 'ask'; readonly typed: '' }
  | { readonly kind: 'over'; readonly typed: string; readonly rakerdaName: string }
  | { readonly kind: 'malformed' | 'wrong' | 'unchecked'; readonly typed: string };

/** @param typed null where no code was asked for yet */
export async function readJoinPage(
  services: JoinServices,
  actor: Actor | null,
  typed: string | null,
  visit: Visit,
): Promise<JoinPage> {
  if (typed === null) return { kind: 'ask', typed: '' };
  return pageOf(services, actor, typed, await lookUpCode(services, typed, visit));
}

async function pageOf(
  services: JoinServices,
  actor: Actor | null,
  typed: string,
  found: Lookup,
): Promise<JoinPage> {
  const kept = typed.slice(0, LONGEST_TYPED);
  switch (found.kind) {
    case 'found': {
      const isThisCard = actor?.id === found.holder.accountId;
      return {
        ...found,
        signedIn: actor && {
          name: actor.name,
          isThisCard,
          path: isThisCard ? await pathAfterJoining(services.db, found.holder) : '/',
        },
      };
    }
    case 'over':
    case 'malformed':
    case 'unchecked':
    case 'wrong':
      return { ...found, typed: kept };
  }
}

/** The HTTP status that says the same as the page. */
export function statusOf(page: JoinPage): number {
  switch (page.kind) {
    case 'ask':
    case 'found':
      return 200;
    case 'unchecked':
      return 429;
    case 'over':
    case 'malformed':
    case 'wrong':
      return 422;
  }
}

export type JoinResult =
  | { readonly kind: 'joined'; readonly path: string; readonly setCookie: string | null }
  | { readonly kind: 'refused'; readonly page: JoinPage; readonly refusal: JoinRefusal | undefined };

/** Takes the form of the join page. */
export async function join(
  services: JoinServices,
  actor: Actor | null,
  form: FormData,
  visit: Visit,
): Promise<JoinResult> {
  const typed = textIn(form, 'kode');
  const found = await lookUpCode(services, typed, visit);
  const page = await pageOf(services, actor, typed, found);
  if (found.kind !== 'found') return { kind: 'refused', page, refusal: undefined };
  const { name, position } = readTyped(form);
  const judged = judge(personSchema, { name, position }, PERSON_ERRORS, 'nameRequired');
  if (!judged.ok) return { kind: 'refused', page, refusal: { errors: judged.errors, name, position } };
  const setCookie = await joinWithCard(services, actor, found.holder, judged.input, visit);
  return { kind: 'joined', path: await pathAfterJoining(services.db, found.holder), setCookie };
}
