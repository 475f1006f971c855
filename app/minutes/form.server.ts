/** Reads the form of the page and hands it to the use case. */
import { z } from 'zod';
import type { RakerdaState } from '#db/schema';
import { hallAddress } from '~/cards/index.server';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { makeMinutes } from './make.server';
import { MinutesError } from './readBack.server';

const formSchema = z.object({ intent: z.literal('make'), id: z.uuid() });

export type MinutesRefusal =
  | { readonly kind: 'stage'; readonly state: RakerdaState }
  | { readonly kind: 'failed'; readonly requestId: string };

export type MinutesFormResult =
  | { readonly kind: 'made'; readonly number: number }
  | { readonly kind: 'refused'; readonly refusal: MinutesRefusal; readonly status: 422 | 500 }
  | { readonly kind: 'unreadable' };

/** Makes the Berita Acara that the form asks for. Throws 403 where the policy says no. */
export async function makeMinutesByForm(
  services: Pick<Services, 'db' | 'feed' | 'instruments' | 'config' | 'log'>,
  actor: Actor,
  place: RakerdaPlace,
  request: Request,
  requestId: string,
): Promise<MinutesFormResult> {
  authorize(actor, 'minutes.make', place);
  const parsed = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return { kind: 'unreadable' };
  const { origin } = hallAddress(request, services.config);
  try {
    const result = await makeMinutes(services, actor, place, { id: parsed.data.id, origin }, requestId);
    return result.kind === 'made' ? result : { kind: 'refused', refusal: result, status: 422 };
  } catch (error) {
    if (!(error instanceof MinutesError)) throw error;
    services.log.error({ err: error, requestId }, 'minutes were not made');
    return { kind: 'refused', refusal: { kind: 'failed', requestId }, status: 500 };
  }
}
