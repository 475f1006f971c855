import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { hallResponse } from '~/live/liveResponse.server';
import { openByLink } from '~/hall/projector/index.server';

/** Public: tells a screen of the hall that something changed, never what. */
export async function loader(args: LoaderFunctionArgs) {
  const open = async () => {
    const scope = await openByLink(args);
    return scope && scope.place.row.state !== 'archived' ? scope : null;
  };
  const { place } = (await open()) ?? notFound();
  return hallResponse(args, place.row, async () => (await open()) !== null);
}
