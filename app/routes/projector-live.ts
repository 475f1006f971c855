import type { LoaderFunctionArgs } from '@remix-run/node';
import { hallResponse } from '~/live/respond.server';
import { findRakerdaByLink } from '~/projector/index.server';
import { notFound } from '~/accounts/scope.server';

/** Public: tells a screen of the hall that something changed, never what. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const find = () => findRakerdaByLink(context.db, context.secret, params.layar);
  const rakerda = await find();
  if (!rakerda || rakerda.state === 'archived') notFound();
  return hallResponse(request, context, { id: rakerda.id, isDemo: rakerda.is_demo === 1 }, async () => {
    const now = await find();
    return now !== null && now.state !== 'archived';
  });
}
