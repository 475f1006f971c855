/** Issuing, renewing and revoking cards. Each writes its change and its event in one transaction. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { CardRole, Database } from '#db/schema';
import { endAllSignIns } from '~/accounts/signIn.server';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { codeOf, hashOfCode } from './code.server';
import { CARD_ROLES, isCodeKnown, listAgencies } from './queries.server';

type CardServices = Pick<Services, 'db' | 'feed' | 'secret'>;

/** The account's name, as everybody reads it who sees what the card's holder did. */
const ACCOUNT_NAME = { operator: 'Operator', head: 'Kepala' } as const;

export type IssueResult = { readonly kind: 'issued'; readonly count: number } | { readonly kind: 'closed' };

/**
 * Makes every card that is missing, both roles for every agency, and gives a new code to those whose code nobody knows
 * any more. Cards that were revoked stay revoked.
 */
export async function issueMissing(
  { db, feed, secret }: CardServices,
  actor: Actor,
  place: RakerdaPlace,
  requestId: string,
): Promise<IssueResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<IssueResult> => {
    if (!(await mayChangeCards(trx, place))) return { kind: 'closed' };
    const existing = await trx
      .selectFrom('access_card')
      .selectAll()
      .where('rakerda_id', '=', place.row.id)
      .execute();
    const known = new Set(existing.map((card) => `${card.agency_code} ${card.role}`));
    let count = 0;
    for (const agency of await listAgencies(trx, place.row.id)) {
      for (const role of CARD_ROLES) {
        if (known.has(`${agency.code} ${role}`)) continue;
        await addCard(trx, secret, place, agency, role);
        count += 1;
      }
    }
    for (const card of existing) {
      if (card.revoked_at !== null || isCodeKnown(secret, card)) continue;
      await renew(trx, secret, card);
      count += 1;
    }
    if (count > 0) {
      await record(trx, {
        type: 'card.issued',
        actorId: actor.id,
        rakerdaId: place.row.id,
        requestId,
        payload: { count },
      });
    }
    return { kind: 'issued', count };
  });
  feed.wake();
  return result;
}

export type CardResult = 'done' | 'closed' | 'unknown';

/**
 * Gives a card a new code, also where it was revoked; the old one and every sign-in with it end.
 * @param issuedAt what the page showed: a form sent twice renews once
 */
export async function reissueCard(
  services: CardServices,
  actor: Actor,
  place: RakerdaPlace,
  asked: { readonly cardId: string; readonly issuedAt: string },
  requestId: string,
): Promise<CardResult> {
  return changeCard(services, actor, place, asked.cardId, requestId, async (trx, card) => {
    if (card.issued_at !== asked.issuedAt) return null;
    await renew(trx, services.secret, card);
    return 'card.reissued';
  });
}

/** Revokes a card; whoever is signed in with it is signed out at once. */
export async function revokeCard(
  services: CardServices,
  actor: Actor,
  place: RakerdaPlace,
  cardId: string,
  requestId: string,
): Promise<CardResult> {
  return changeCard(services, actor, place, cardId, requestId, async (trx, card) => {
    if (card.revoked_at !== null) return null;
    await trx
      .updateTable('access_card')
      .set({ revoked_at: new Date().toISOString() })
      .where('id', '=', card.id)
      .execute();
    await endAllSignIns(trx, card.account_id);
    return 'card.revoked';
  });
}

type Card = Awaited<ReturnType<typeof findCard>>;

/** @param change gives the type of the event; null where the card is as wished already */
async function changeCard(
  { db, feed }: CardServices,
  actor: Actor,
  place: RakerdaPlace,
  cardId: string,
  requestId: string,
  change: (trx: Transaction<Database>, card: NonNullable<Card>) => Promise<string | null>,
): Promise<CardResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<CardResult> => {
    if (!(await mayChangeCards(trx, place))) return 'closed';
    const card = await findCard(trx, place.row.id, cardId);
    if (!card) return 'unknown';
    const type = await change(trx, card);
    if (type !== null) {
      await record(trx, {
        type,
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode: card.agency_code,
        requestId,
        payload: { cardId: card.id, role: card.role },
      });
    }
    return 'done';
  });
  feed.wake();
  return result;
}

/** The stage as it is now: the page may be older. */
async function mayChangeCards(trx: Transaction<Database>, place: RakerdaPlace): Promise<boolean> {
  const { state } = await trx
    .selectFrom('rakerda')
    .select('state')
    .where('id', '=', place.row.id)
    .executeTakeFirstOrThrow();
  return allows(state, 'cards');
}

function findCard(trx: Transaction<Database>, rakerdaId: string, cardId: string) {
  return trx
    .selectFrom('access_card')
    .selectAll()
    .where('id', '=', cardId)
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
}

async function addCard(
  trx: Transaction<Database>,
  secret: Services['secret'],
  place: RakerdaPlace,
  agency: { readonly code: string; readonly name: string },
  role: CardRole,
): Promise<void> {
  const id = randomUUID();
  const accountId = randomUUID();
  const now = new Date().toISOString();
  await trx
    .insertInto('account')
    .values({
      id: accountId,
      username: await freeUsername(trx, agency.code, role),
      name: `${ACCOUNT_NAME[role]} ${agency.name}`,
      role,
      agency_code: agency.code,
      // No hash at all: no password is ever right.
      password_hash: '!',
      must_change_password: 0,
      is_demo: place.row.is_demo,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('access_card')
    .values({
      id,
      rakerda_id: place.row.id,
      agency_code: agency.code,
      role,
      account_id: accountId,
      ...(await freeCode(trx, secret, id, 1)),
      issued_at: now,
      revoked_at: null,
    })
    .execute();
}

async function renew(
  trx: Transaction<Database>,
  secret: Services['secret'],
  card: { readonly id: string; readonly issue: number; readonly account_id: string },
): Promise<void> {
  await trx
    .updateTable('access_card')
    .set({
      ...(await freeCode(trx, secret, card.id, card.issue + 1)),
      issued_at: new Date().toISOString(),
      revoked_at: null,
    })
    .where('id', '=', card.id)
    .execute();
  await endAllSignIns(trx, card.account_id);
}

/** The first issue from the given one on whose code no other card has: chance could give two the same. */
async function freeCode(
  trx: Transaction<Database>,
  secret: Services['secret'],
  cardId: string,
  first: number,
): Promise<{ readonly issue: number; readonly code_hash: string }> {
  for (let issue = first; ; issue += 1) {
    const hash = hashOfCode(secret, codeOf(secret, cardId, issue));
    const taken = await trx
      .selectFrom('access_card')
      .select('id')
      .where('code_hash', '=', hash)
      .executeTakeFirst();
    if (!taken) return { issue, code_hash: hash };
  }
}

/** Nobody types it; it names the card's account in the audit trail: `kartu.9f3ac2.6301.operator`. */
async function freeUsername(trx: Transaction<Database>, agencyCode: string, role: CardRole): Promise<string> {
  for (;;) {
    const username = `kartu.${randomBytes(3).toString('hex')}.${agencyCode.replaceAll('.', '')}.${role}`;
    const taken = await trx
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst();
    if (!taken) return username;
  }
}
