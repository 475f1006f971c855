import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { openByLink } from '~/hall/projector/index.server';
import { answerHallSince } from '~/live/liveResponse.server';

/** Public: whether something changed since the hall's screen asked last, never what. */
export async function loader(args: LoaderFunctionArgs) {
  const { place } = (await openByLink(args)) ?? notFound();
  if (place.row.state === 'archived') notFound();
  return answerHallSince(args, place.row);
}
