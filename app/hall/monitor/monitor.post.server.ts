/** Reads the form of a message and hands it to the use case: to one agency, or to all that are stuck now. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '~/accounts/requestScope.server';
import { allows } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { cleanText, readForm } from '~/text';
import { fillIn, MESSAGE_LIMIT, type MessageRefusal } from './messageForm';
import { sendMessages } from './sendMessages.server';
import { whyStuck } from './monitor';
import { readInstruments, readMonitor } from './monitorRows.server';

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('message'), draft: z.uuid(), agency: z.string(), body: z.string() }),
  z.object({ intent: z.literal('messageStuck'), draft: z.uuid(), body: z.string() }),
]);

export type PostResult =
  | {
      readonly kind: 'sent';
      readonly count: number;
      /** Null where it went to all that are stuck. */
      readonly agencyCode: string | null;
      readonly draftId: string;
    }
  | { readonly kind: 'refused'; readonly refusal: MessageRefusal };

/**
 * Sends what the form says.
 * @param wishedInstrument whose progress says who is stuck; null for the first of the Rakerda
 * @throws 403; 404 where the Rakerda has no such instrument
 */
export async function postMessage(
  scope: MeetingScope,
  form: FormData,
  wishedInstrument: string | null,
): Promise<PostResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const asked = readForm(form, formSchema);
  const agencyCode = asked.intent === 'message' ? asked.agency : null;
  const refuse = (problem: MessageRefusal['problem']): PostResult => ({
    kind: 'refused',
    refusal: { agencyCode, typed: asked.body, problem },
  });
  const body = cleanText(asked.body);
  if (body === '') return refuse('empty');
  if (body.length > MESSAGE_LIMIT) return refuse('tooLong');

  const { instrument } = (await readInstruments(scope, wishedInstrument)) ?? notFound();
  const { rows } = await readMonitor(scope, instrument);
  const isOpen = allows(scope.place.row.state, 'answers');
  const now = Date.now();
  const messages = rows
    .filter((row) =>
      agencyCode === null ? whyStuck(row, isOpen, now) !== null : row.agencyCode === agencyCode,
    )
    .map((row) => ({ agencyCode: row.agencyCode, body: fillIn(body, row.total - row.answered) }));
  const result = await sendMessages(scope, changeOf(asked.draft, agencyCode, body), messages);
  return result.kind === 'sent' ? { ...result, agencyCode, draftId: asked.draft } : refuse(result.kind);
}

/**
 * One form posted twice makes one message to each, also where somebody went on in between and the number in it is
 * another. A draft that was sent before with other words (the browser's back button) is a message of its own.
 */
function changeOf(draftId: string, agencyCode: string | null, body: string): string {
  const words = createHash('sha256')
    .update(JSON.stringify([agencyCode, body]))
    .digest('base64url');
  return `${draftId}.${words}`;
}
