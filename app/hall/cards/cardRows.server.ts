/** What the pages about cards read. */
import type { Db } from '#db/database';
import { whole } from '#db/portable';
import type { Selectable } from 'kysely';
import type { AccessCardTable, CardRole, RakerdaState } from '#db/schema';
import type { Services } from '~/server/context';
import { codeOf, hashOfCode } from './cardCode.server';
import { listParticipants } from '~/rakerda/participants.server';

export const CARD_ROLES: readonly CardRole[] = ['operator', 'head'];

/** `lost`: the server's secret is another one than when the code was made, so that nobody knows the code any more. */
export type CardState = 'unused' | 'used' | 'revoked' | 'lost';

export interface CardFacts {
  readonly id: string;
  readonly role: CardRole;
  readonly state: CardState;
  readonly issuedAt: string;
  readonly revokedAt: string | null;
  /** When somebody last joined or worked with this code. */
  readonly lastUsedAt: string | null;
  /** People who joined with the card, whichever its code was. */
  readonly people: number;
}

export interface AgencyCards {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly cards: Readonly<Record<CardRole, CardFacts | null>>;
  /** Screens of the agency that are open now. */
  readonly screens: number;
}

/** The cards of every agency that takes part, by code. */
export async function listCards(
  { db, secret, presence }: Pick<Services, 'db' | 'secret' | 'presence'>,
  rakerdaId: string,
): Promise<readonly AgencyCards[]> {
  const agencies = await listParticipants(db, rakerdaId);
  const cards = await readCards(db, rakerdaId);
  const screens = presence.of(rakerdaId);
  const facts = new Map(
    cards.map((card) => [`${card.agency_code} ${card.role}`, factsOf(secret, card)] as const),
  );
  return agencies.map(({ code, name }) => ({
    agencyCode: code,
    agencyName: name,
    cards: {
      operator: facts.get(`${code} operator`) ?? null,
      head: facts.get(`${code} head`) ?? null,
    },
    screens: screens.get(code) ?? 0,
  }));
}

export interface PrintableCard {
  readonly id: string;
  readonly agencyName: string;
  readonly role: CardRole;
  readonly code: string;
}

export interface CardChoice {
  readonly agencyCode: string | null;
  readonly role: CardRole | null;
  readonly onlyUnused: boolean;
}

/** The cards that can be printed, with their codes, by agency. Only for those who may hand them out. */
export async function listPrintable(
  { db, secret }: Pick<Services, 'db' | 'secret'>,
  rakerdaId: string,
  choice: CardChoice,
): Promise<readonly PrintableCard[]> {
  const cards = await readCards(db, rakerdaId);
  return cards
    .filter((card) => choice.agencyCode === null || card.agency_code === choice.agencyCode)
    .filter((card) => choice.role === null || card.role === choice.role)
    .filter((card) => {
      const { state } = factsOf(secret, card);
      return state === 'unused' || (state === 'used' && !choice.onlyUnused);
    })
    .map((card) => ({
      id: card.id,
      agencyName: card.agency_name,
      role: card.role,
      code: codeOf(secret, card.id, card.issue),
    }));
}

/** A card with its agency and what was done with it. */
interface CardRow extends Selectable<AccessCardTable> {
  readonly agency_name: string;
  /** When somebody who is signed in with it was last seen. */
  readonly seen_at: string | null;
  readonly joined_at: string | null;
  readonly people: number | null;
}

async function readCards(db: Db, rakerdaId: string): Promise<readonly CardRow[]> {
  return db
    .selectFrom('access_card')
    .innerJoin('agency', 'agency.code', 'access_card.agency_code')
    .selectAll('access_card')
    .select((eb) => [
      'agency.name as agency_name',
      eb
        .selectFrom('sign_in')
        .select((inner) => inner.fn.max('sign_in.last_seen_at').as('at'))
        .whereRef('sign_in.account_id', '=', 'access_card.account_id')
        .as('seen_at'),
      eb
        .selectFrom('attendance')
        .select((inner) => inner.fn.max('attendance.joined_at').as('at'))
        .whereRef('attendance.account_id', '=', 'access_card.account_id')
        .as('joined_at'),
      eb
        .selectFrom('attendance')
        .select((inner) => whole(inner.fn.countAll()).as('people'))
        .whereRef('attendance.account_id', '=', 'access_card.account_id')
        .where('attendance.removed_at', 'is', null)
        .as('people'),
    ])
    .where('access_card.rakerda_id', '=', rakerdaId)
    .orderBy('access_card.agency_code')
    .orderBy('access_card.role', 'desc')
    .execute();
}

function factsOf(secret: Services['secret'], card: CardRow): CardFacts {
  const used = [card.seen_at, card.joined_at].filter((at) => at !== null && at >= card.issued_at).sort();
  const lastUsedAt = used.at(-1) ?? null;
  return {
    id: card.id,
    role: card.role,
    state: stateOf(secret, card, lastUsedAt !== null),
    issuedAt: card.issued_at,
    revokedAt: card.revoked_at,
    lastUsedAt,
    people: card.people ?? 0,
  };
}

function stateOf(secret: Services['secret'], card: CardRow, isUsed: boolean): CardState {
  if (card.revoked_at !== null) return 'revoked';
  if (!isCodeKnown(secret, card)) return 'lost';
  return isUsed ? 'used' : 'unused';
}

/** Whether the code that this server computes is the one that the card was issued with. */
export function isCodeKnown(
  secret: Services['secret'],
  card: { readonly id: string; readonly issue: number; readonly code_hash: string },
): boolean {
  return hashOfCode(secret, codeOf(secret, card.id, card.issue)) === card.code_hash;
}

export interface CardHolder {
  readonly cardId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly role: CardRole;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly rakerda: {
    readonly id: string;
    readonly name: string;
    readonly state: RakerdaState;
    readonly isDemo: boolean;
  };
}

/** The card that the code opens; null where there is none, or it was revoked. */
export async function findByCode(
  { db, secret }: Pick<Services, 'db' | 'secret'>,
  code: string,
): Promise<CardHolder | null> {
  const row = await db
    .selectFrom('access_card')
    .innerJoin('account', 'account.id', 'access_card.account_id')
    .innerJoin('agency', 'agency.code', 'access_card.agency_code')
    .innerJoin('rakerda', 'rakerda.id', 'access_card.rakerda_id')
    .select([
      'access_card.id',
      'access_card.account_id',
      'access_card.role',
      'access_card.agency_code',
      'agency.name as agency_name',
      'account.name as account_name',
      'rakerda.id as rakerda_id',
      'rakerda.name as rakerda_name',
      'rakerda.state',
      'rakerda.is_demo',
    ])
    .where('access_card.code_hash', '=', hashOfCode(secret, code))
    .where('access_card.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    cardId: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    role: row.role,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    rakerda: {
      id: row.rakerda_id,
      name: row.rakerda_name,
      state: row.state,
      isDemo: row.is_demo === 1,
    },
  };
}
