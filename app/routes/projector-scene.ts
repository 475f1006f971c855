import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { findRakerdaByLink, readHallScreen } from '~/projector/index.server';
import { notFound } from '~/accounts/scope.server';

/** Public: the hall's screen as data, for whoever holds the link. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const rakerda = await findRakerdaByLink(context.db, context.secret, params.layar);
  if (!rakerda || rakerda.state === 'archived') notFound();
  const locale = await readLocale(request);
  const screen = await readHallScreen(context, { rakerda, locale, request, ownCode: null });
  return Response.json(screen, { headers: { 'Cache-Control': 'private, no-store' } });
}
