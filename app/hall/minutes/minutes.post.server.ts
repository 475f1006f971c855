/** Reads the form of the page and hands it to the use case. */
import { z } from 'zod';
import { hallAddress } from '~/hall/cards/index.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, type Locked } from '~/record/change.server';
import { readForm } from '~/text';
import { isWorkRefused } from '~/work';
import { makeMinutes } from './makeMinutes.server';
import { MinutesError } from './minutesError';

const formSchema = z.object({ intent: z.literal('make'), id: z.uuid() });

export type MinutesRefusal =
  Locked | { readonly kind: 'busy' } | { readonly kind: 'failed'; readonly requestId: string };

export type MinutesFormResult =
  | { readonly kind: 'made'; readonly number: number }
  | { readonly kind: 'refused'; readonly refusal: MinutesRefusal; readonly status: 422 | 500 | 503 };

/** Makes the Berita Acara that the form asks for. Throws 403 where the policy says no. */
export async function makeMinutesByForm(scope: MeetingScope, form: FormData): Promise<MinutesFormResult> {
  const { requestId } = scope;
  authorize(scope.actor, 'minutes.make', scope.place);
  const asked = readForm(form, formSchema);
  const { origin } = hallAddress(scope.request, scope.config);
  try {
    const result = await makeMinutes(scope, { id: asked.id, origin });
    return result.kind === 'made' ? result : { kind: 'refused', refusal: result, status: 422 };
  } catch (error) {
    if (isWorkRefused(error)) return { kind: 'refused', refusal: { kind: 'busy' }, status: 503 };
    if (!(error instanceof MinutesError)) throw error;
    scope.log.error({ err: error, requestId }, 'minutes were not made');
    return { kind: 'refused', refusal: { kind: 'failed', requestId }, status: 500 };
  }
}
