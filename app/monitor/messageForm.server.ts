/** Reads the form of a message and hands it to the use case: to one agency, or to all that are stuck now. */
import { z } from 'zod';
import { listPinned } from '~/rakerda/index.server';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { cleanText } from '~/text';
import { fillIn, MESSAGE_LIMIT, type MessageRefusal } from './messageForm';
import { sendMessages } from './messages.server';
import { whyStuck } from './monitor';
import { readMonitor } from './queries.server';

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
  | { readonly kind: 'refused'; readonly refusal: MessageRefusal }
  /** Not one of the page's forms. */
  | { readonly kind: 'unreadable' };

/**
 * Sends what the form says.
 * @param wishedInstrument whose progress says who is stuck; null for the first of the Rakerda
 */
export async function postMessage(
  services: Pick<Services, 'db' | 'feed' | 'presence' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  form: FormData,
  wishedInstrument: string | null,
  requestId: string,
): Promise<PostResult> {
  authorize(actor, 'rakerda.manage', place);
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { kind: 'unreadable' };
  const asked = parsed.data;
  const agencyCode = asked.intent === 'message' ? asked.agency : null;
  const refuse = (problem: MessageRefusal['problem']): PostResult => ({
    kind: 'refused',
    refusal: { agencyCode, typed: asked.body, problem },
  });
  const body = cleanText(asked.body);
  if (body === '') return refuse('empty');
  if (body.length > MESSAGE_LIMIT) return refuse('tooLong');

  const pinned = await listPinned(services.db, place.row.id);
  const chosen = pinned.find((one) => one.code === wishedInstrument) ?? pinned[0];
  if (!chosen) return refuse('nobody');
  const instrument = services.instruments.get(chosen.code, chosen.version);
  const { rows } = await readMonitor(services, actor, place, instrument);
  const isOpen = allows(place.row.state, 'answers');
  const now = Date.now();
  const messages = rows
    .filter((row) =>
      agencyCode === null ? whyStuck(row, isOpen, now) !== null : row.agencyCode === agencyCode,
    )
    .map((row) => ({ agencyCode: row.agencyCode, body: fillIn(body, row.total - row.answered) }));
  const result = await sendMessages(services, actor, place, asked.draft, messages, requestId);
  return result.kind === 'sent' ? { ...result, agencyCode, draftId: asked.draft } : refuse(result.kind);
}
