/** Issuing, renewing and revoking cards. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AccessCardTable, CardRole } from '#db/schema';
import { endAllSignIns } from '~/accounts/signIn.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Doing, type Locked, type Trx } from '~/record/change.server';
import { codeOf, hashOfCode } from './cardCode.server';
import { CARD_ROLES, isCodeKnown } from './cardRows.server';
import { listParticipants } from '~/rakerda/participants.server';

const TERMS = { may: 'rakerda.manage', part: 'cards' } as const;

/** The account's name, as everybody reads it who sees what the card's holder did. */
const ACCOUNT_NAME = { operator: 'Operator', head: 'Kepala' } as const;

export type IssueResult = { readonly kind: 'issued'; readonly count: number } | Locked;

/**
 * Makes every card that is missing, both roles for every agency, and gives a new code to those whose code nobody knows
 * any more. Cards that were revoked stay revoked.
 */
export async function issueMissing(scope: MeetingScope): Promise<IssueResult> {
  const { secret, place } = scope;
  return change(scope, TERMS, async (doing): Promise<IssueResult> => {
    const existing = await doing.trx
      .selectFrom('access_card')
      .selectAll()
      .where('rakerda_id', '=', place.row.id)
      .execute();
    const known = new Set(existing.map((card) => `${card.agency_code} ${card.role}`));
    let count = 0;
    for (const agency of await listParticipants(doing.trx, place.row.id)) {
      for (const role of CARD_ROLES) {
        if (known.has(`${agency.code} ${role}`)) continue;
        await addCard(doing, scope, agency, role);
        count += 1;
      }
    }
    for (const card of existing) {
      if (card.revoked_at !== null || isCodeKnown(secret, card)) continue;
      await renew(doing, scope, card);
      count += 1;
    }
    if (count > 0) await doing.tell('card.issued', { count });
    return { kind: 'issued', count };
  });
}

export type CardResult = { readonly kind: 'done' } | Locked | { readonly kind: 'unknown' };

/**
 * Gives a card a new code, also where it was revoked; the old one and every sign-in with it end.
 * @param issuedAt what the page showed: a form sent twice renews once
 */
export async function reissueCard(
  scope: MeetingScope,
  asked: { readonly cardId: string; readonly issuedAt: string },
): Promise<CardResult> {
  return changeCard(scope, asked.cardId, async (doing, card) => {
    if (card.issued_at !== asked.issuedAt) return null;
    await renew(doing, scope, card);
    return 'card.reissued';
  });
}

/** Revokes a card; whoever is signed in with it is signed out at once. */
export async function revokeCard(scope: MeetingScope, cardId: string): Promise<CardResult> {
  return changeCard(scope, cardId, async ({ trx, at }, card) => {
    if (card.revoked_at !== null) return null;
    await trx.updateTable('access_card').set({ revoked_at: at }).where('id', '=', card.id).execute();
    await endAllSignIns(trx, card.account_id);
    return 'card.revoked';
  });
}

type Card = Selectable<AccessCardTable>;

/** @param work gives the type of the event; null where the card is as wished already */
async function changeCard(
  scope: MeetingScope,
  cardId: string,
  work: (doing: Doing, card: Card) => Promise<'card.reissued' | 'card.revoked' | null>,
): Promise<CardResult> {
  return change(scope, TERMS, async (doing): Promise<CardResult> => {
    const card = await doing.trx
      .selectFrom('access_card')
      .selectAll()
      .where('id', '=', cardId)
      .where('rakerda_id', '=', scope.place.row.id)
      .executeTakeFirst();
    if (!card) return { kind: 'unknown' };
    const type = await work(doing, card);
    const { role, agency_code: agencyCode } = card;
    if (type !== null) await doing.tell(type, { cardId, role }, { agencyCode });
    return { kind: 'done' };
  });
}

async function addCard(
  { trx, at }: Doing,
  { secret, place }: MeetingScope,
  agency: { readonly code: string; readonly name: string },
  role: CardRole,
): Promise<void> {
  const id = randomUUID();
  const accountId = randomUUID();
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
      created_at: at,
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
      issued_at: at,
      revoked_at: null,
    })
    .execute();
}

async function renew(
  { trx, at }: Doing,
  { secret }: MeetingScope,
  card: Pick<Card, 'id' | 'issue' | 'account_id'>,
): Promise<void> {
  await trx
    .updateTable('access_card')
    .set({
      ...(await freeCode(trx, secret, card.id, card.issue + 1)),
      issued_at: at,
      revoked_at: null,
    })
    .where('id', '=', card.id)
    .execute();
  await endAllSignIns(trx, card.account_id);
}

/** The first issue from the given one on whose code no other card has: chance could give two the same. */
async function freeCode(
  trx: Trx,
  secret: MeetingScope['secret'],
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
async function freeUsername(trx: Trx, agencyCode: string, role: CardRole): Promise<string> {
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
