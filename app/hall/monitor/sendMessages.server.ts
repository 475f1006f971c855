/** Writes messages to agencies, and that they were read. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '~/accounts/requestScope.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, change, type Locked } from '~/record/change.server';

export interface Outgoing {
  readonly agencyCode: string;
  readonly body: string;
}

/** To how many agencies it went; a form that was posted before is answered as it was then. */
const sent = z.object({ kind: z.literal('sent'), count: z.int() }).readonly();

export type SendResult =
  | z.infer<typeof sent>
  | Locked
  /** Nobody of those named takes part. */
  | { readonly kind: 'nobody' };

/**
 * Sends one message per agency, all or none.
 * @param changeId made by the form for these words; sent again it changes nothing
 * @throws a 403 answer
 */
export async function sendMessages(
  scope: MeetingScope,
  changeId: string,
  messages: readonly Outgoing[],
): Promise<SendResult> {
  const rakerdaId = scope.place.row.id;
  return change(
    scope,
    { may: 'rakerda.manage', part: 'messages', once: { id: changeId, answer: sent } },
    async ({ trx, at, tell }): Promise<SendResult> => {
      const agencies = await trx
        .selectFrom('rakerda_agency')
        .select('agency_code')
        .where('rakerda_id', '=', rakerdaId)
        .execute();
      const known = new Set(agencies.map((row) => row.agency_code));
      const going = messages.filter((message) => known.has(message.agencyCode));
      if (going.length === 0) return { kind: 'nobody' };
      for (const { agencyCode, body } of going) {
        const id = randomUUID();
        await trx
          .insertInto('agency_message')
          .values({
            id,
            rakerda_id: rakerdaId,
            agency_code: agencyCode,
            body,
            sent_at: at,
            sent_by: scope.actor.id,
            seen_at: null,
            seen_by: null,
          })
          .execute();
        // The text stays in its table: the record goes out over streams and into the audit trail.
        await tell('message.sent', { id }, { agencyCode });
      }
      return { kind: 'sent', count: going.length };
    },
  );
}

/**
 * Marks a message as read for the whole agency. Only the agency itself can: a facilitator who looks at it has not
 * read it for them. Read before, it stays as it was.
 * @throws 404 where the Rakerda has no such message; 403
 */
export async function markSeen(scope: MeetingScope, id: string): Promise<void> {
  const { actor, place } = scope;
  await change(scope, { may: 'rakerda.read' }, async ({ trx, at, tell }): Promise<void> => {
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
    if (message.seen_at !== null) return;
    await trx
      .updateTable('agency_message')
      .set({ seen_at: at, seen_by: actor.id })
      .where('id', '=', id)
      .execute();
    await tell('message.seen', { id }, { agencyCode });
  });
}
