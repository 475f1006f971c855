import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardWords, readPrintPage } from '~/cards/index.server';
import { PrintScreen } from '~/cards/screens';
import { readLocale } from '~/i18n/locale.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

/** Nothing around the sheets. */
export const handle = { bare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const locale = await readLocale(request);
  return {
    title: `${cardWords[locale].print.title} – ${place.row.name}`,
    ...(await readPrintPage(context, actor, place, request)),
  };
}

export default function CardsPrint() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  return <PrintScreen {...page} />;
}
