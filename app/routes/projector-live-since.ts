import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { hearScreen, openByLink } from '~/hall/projector/index.server';
import { answerHallSince } from '~/live/liveResponse.server';

/** Public: whether something changed since the hall's screen asked last, never what. It says what stands on it. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = (await openByLink(args)) ?? notFound();
  if (scope.place.row.state === 'archived') notFound();
  await hearScreen(scope);
  return answerHallSince(args, scope.place.row);
}
