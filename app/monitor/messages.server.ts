/** Writes messages to agencies, and that they were read. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database } from '#db/schema';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import { notFound } from '~/accounts/scope.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { messageId } from './messageForm';

type MessageServices = Pick<Services, 'db' | 'feed'>;

export interface Outgoing {
  readonly agencyCode: string;
  readonly body: string;
}

export type SendResult =
  /** To how many agencies it went; those of a form that was posted before are counted too. */
  | { readonly kind: 'sent'; readonly count: number }
  /** The stage of the Rakerda is past messages. */
  | { readonly kind: 'closed' }
  /** Nobody of those named takes part. */
  | { readonly kind: 'nobody' };

/**
 * Sends one message per agency, all or none.
 * @param draftId made by the form; the same draft sent again changes nothing
 */
export async function sendMessages(
  { db, feed }: MessageServices,
  actor: Actor,
  place: RakerdaPlace,
  draftId: string,
  messages: readonly Outgoing[],
  requestId: string,
): Promise<SendResult> {
  authorize(actor, 'rakerda.manage', place);
  const result = await db.transaction().execute(async (trx): Promise<SendResult> => {
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!allows(state, 'messages')) return { kind: 'closed' };
    const agencies = await trx
      .selectFrom('rakerda_agency')
      .select('agency_code')
      .where('rakerda_id', '=', place.row.id)
      .execute();
    const known = new Set(agencies.map((row) => row.agency_code));
    const going = messages.filter((message) => known.has(message.agencyCode));
    if (going.length === 0) return { kind: 'nobody' };
    const at = new Date().toISOString();
    for (const message of going) await sendOne(trx, actor, place, draftId, message, requestId, at);
    return { kind: 'sent', count: going.length };
  });
  if (result.kind === 'sent') feed.wake();
  return result;
}

async function sendOne(
  trx: Transaction<Database>,
  actor: Actor,
  place: RakerdaPlace,
  draftId: string,
  { agencyCode, body }: Outgoing,
  requestId: string,
  at: string,
): Promise<void> {
  const drafted = messageId(draftId, agencyCode);
  const before = await trx
    .selectFrom('agency_message')
    .select('body')
    .where('id', '=', drafted)
    .executeTakeFirst();
  if (before?.body === body) return;
  const id = before ? randomUUID() : drafted;
  await trx
    .insertInto('agency_message')
    .values({
      id,
      rakerda_id: place.row.id,
      agency_code: agencyCode,
      body,
      sent_at: at,
      sent_by: actor.id,
      seen_at: null,
      seen_by: null,
    })
    .execute();
  // The text stays in its table: the record goes out over streams and into the audit trail.
  await record(
    trx,
    {
      type: 'message.sent',
      actorId: actor.id,
      rakerdaId: place.row.id,
      agencyCode,
      requestId,
      payload: { id },
    },
    at,
  );
}

/**
 * Marks a message as read for the whole agency. Only the agency itself can: a facilitator who looks at it has not
 * read it for them. Read before, it stays as it was.
 */
export async function markSeen(
  { db, feed }: MessageServices,
  actor: Actor,
  place: RakerdaPlace,
  id: string,
  requestId: string,
): Promise<void> {
  authorize(actor, 'rakerda.read', place);
  const isNew = await db.transaction().execute(async (trx) => {
    const message = await trx
      .selectFrom('agency_message')
      .select(['agency_code', 'seen_at'])
      .where('id', '=', id)
      .where('rakerda_id', '=', place.row.id)
      .executeTakeFirst();
    if (!message) notFound();
    const { agency_code: agencyCode } = message;
    authorize(actor, 'message.read', { ...place, agencyCode });
    if (actor.agencyCode !== agencyCode) throw Response.json({ reason: 'forbidden' }, { status: 403 });
    if (message.seen_at !== null) return false;
    const at = new Date().toISOString();
    await trx
      .updateTable('agency_message')
      .set({ seen_at: at, seen_by: actor.id })
      .where('id', '=', id)
      .execute();
    await record(
      trx,
      {
        type: 'message.seen',
        actorId: actor.id,
        rakerdaId: place.row.id,
        agencyCode,
        requestId,
        payload: { id },
      },
      at,
    );
    return true;
  });
  if (isNew) feed.wake();
}
