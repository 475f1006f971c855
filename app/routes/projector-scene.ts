import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { openByLink, readHallScreen } from '~/hall/projector/index.server';

/** Public: the hall's screen as data, for whoever holds the link. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openByLink(args);
  if (!scope || scope.place.row.state === 'archived') notFound();
  return Response.json(await readHallScreen(scope), { headers: { 'Cache-Control': 'private, no-store' } });
}
