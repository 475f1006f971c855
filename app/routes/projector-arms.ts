/** Public: the arms or logo, for whoever holds the link of the hall's screen. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { openByLink } from '~/hall/projector/index.server';
import { armsResponse } from '~/rakerda/arms.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const scope = await openByLink(args);
  if (!scope || scope.place.row.state === 'archived') notFound();
  return (await armsResponse(scope.db, scope.place.row.id, args.params.sidik)) ?? notFound();
}
